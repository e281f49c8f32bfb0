using System;
using System.Collections.Generic;
using System.Threading;
using System.Xml.Linq;
using JpoPatent.Archives;
using JpoPatent.Encodings;
using JpoPatent.Files;
using JpoPatent.Layout;
using JpoPatent.Periods;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Documents;

/// <summary>From a bundle to its documents.</summary>
internal static class DocumentReader
{
    /// <param name="file">What came.</param>
    /// <param name="source">What was asked for.</param>
    /// <param name="progress">The state of the case; null where it is not at hand.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="JpoInvalidAnswerException">The bundle is no zip, or damaged.</exception>
    /// <exception cref="JpoUnsafeArchiveException">The bundle could do harm.</exception>
    internal static IReadOnlyList<JpoDocument> Read(
        FileAnswer file, DocumentSource source, CaseProgress? progress, CancellationToken cancellationToken)
    {
        SafeArchive archive = SafeArchive.Open(file.Content, cancellationToken);
        var documents = new List<JpoDocument>();
        IReadOnlyList<DocumentGroup> groups = DocumentGroup.Sort(archive.Entries);
        foreach (DocumentGroup group in groups)
        {
            cancellationToken.ThrowIfCancellationRequested();
            JpoDocument document = Read(file, source, archive, group);
            if (document.DocumentNumber == null && groups.Count == 1)
            {
                document.DocumentNumber = DocumentGroup.NumberOf(source.DocumentId);
                document.DispatchNumber ??= DispatchOf(document);
            }

            Join(document, progress);
            documents.Add(document);
        }

        return documents;
    }

    /// <summary>Joins what a progress answer knows of a document, and with it the last days of its periods.</summary>
    internal static void Join(JpoDocument document, CaseProgress? progress)
    {
        document.Join(progress);
        ReadPeriods(document);
    }

    private static JpoDocument Read(FileAnswer file, DocumentSource source, SafeArchive archive, DocumentGroup group)
    {
        var attachments = new List<JpoAttachment>();
        foreach (ArchiveEntry entry in group.Attachments)
        {
            attachments.Add(new JpoAttachment(archive, entry, group.NameOf(entry)));
        }

        var document = new JpoDocument
        {
            ApplicationNumber = source.ApplicationNumber,
            Law = source.Law,
            Kind = source.Kind ?? DocumentKind.Mailed,
            DocumentNumber = group.Number,
            DocumentCode = group.Code,
            DocumentId = source.DocumentId,
            FileName = group.Files[0].Path,
            Files = group.Files,
            Attachments = attachments,
            Bundle = file.Content,
            BundleName = file.SafeName(source.DocumentId ?? source.ApplicationNumber),
            Archive = archive,
        };
        document.StampAs(file);

        var page = new List<PageBlock>();
        foreach (ArchiveEntry entry in group.Files)
        {
            ReadFile(document, archive, entry, page, isFirst: page.Count == 0, source.Kind);
        }

        document.Page = page;
        document.Text = TextLayout.Write(page);
        document.IsNameStated = document.DocumentName != null;
        document.DocumentName ??= DocumentCodes.NameOf(
            document.DocumentCode, document.Kind == DocumentKind.Application, document.Law);
        document.DispatchNumber ??= DispatchOf(document);
        return document;
    }

    /// <summary>Reads what the document allows time for. What applicants file sets no period.</summary>
    private static void ReadPeriods(JpoDocument document)
    {
        if (document.Kind == DocumentKind.Application || document.Text.Length == 0)
        {
            return;
        }

        PeriodSetter setter = PeriodSetter.Of(document.DocumentCode, document.DocumentName);
        var periods = new List<JpoPeriod>(PeriodFinder.Find(document.Text, setter));
        if (setter.ByLaw(periods, document.DraftingDate ?? document.LegalDate) is { } byLaw)
        {
            periods.Add(byLaw);
        }

        // What the conclusion states is the period; what the reasons state besides can be a shorter one.
        JpoPeriod? response = Shortest(PeriodFinder.Find(document.Conclusion, setter), periods)
            ?? Shortest(periods, periods);
        document.Take(periods.AsReadOnly(), response);
        if (response == null && IsRefusalNotice(document))
        {
            document.AddProblem(Client.DocumentMessages.ProblemNoPeriod);
        }
    }

    /// <summary>The shortest period for an answer of those that stand in a part of the text.</summary>
    private static JpoPeriod? Shortest(IReadOnlyList<JpoPeriod> part, List<JpoPeriod> all)
    {
        JpoPeriod? shortest = null;
        foreach (JpoPeriod period in part)
        {
            if (period is { Purpose: PeriodPurpose.Response, IsForResidentsAbroad: false }
                && (shortest == null || DaysOf(period) < DaysOf(shortest)))
            {
                shortest = all.Find(period.IsSameAs);
            }
        }

        return shortest;

        static int DaysOf(JpoPeriod period) =>
            period.Number * period.Unit switch { PeriodUnit.Months => 30, PeriodUnit.Weeks => 7, _ => 1 };
    }

    private static bool IsRefusalNotice(JpoDocument document) =>
        document.DocumentCode?.StartsWith("A13", StringComparison.Ordinal)
        ?? document.DocumentName?.IndexOf("拒絶理由", StringComparison.Ordinal) >= 0;

    private static void ReadFile(
        JpoDocument document,
        SafeArchive archive,
        ArchiveEntry file,
        List<PageBlock> page,
        bool isFirst,
        DocumentKind? asked)
    {
        if (file.Extension is not (".xml" or ".htm" or ".html" or ".sgm" or ".sgml")
            || file.Length > ArchiveLimits.MaxTextBytes)
        {
            document.AddProblem(Format(Client.DocumentMessages.ProblemNoText, ArchiveErrors.Printable(file.Name)));
            return;
        }

        byte[] bytes = archive.Read(file);
        DecodedText decoded = JapaneseEncoding.Decode(bytes);
        string text = decoded.Text;
        if (decoded.Unknown > 0)
        {
            document.AddProblem(ProblemOf(decoded, bytes, file));
        }

        if (file.Extension != ".xml")
        {
            List<PageBlock> htm = HtmPage.Lay(Loose(document, text, isHtml: true, file));
            if (isFirst)
            {
                HtmFacts.Read(document, htm, asked);
            }

            page.AddRange(htm);
            return;
        }

        XElement? root = DocumentXml.TryParse(text);
        if (root == null)
        {
            document.AddProblem(Format(Client.DocumentMessages.ProblemMarkup, ArchiveErrors.Printable(file.Name)));
            root = Loose(document, text, isHtml: false, file);
            root = OnlyElement(root) ?? root;
        }

        bool isFiled = IsFiled(root, asked);
        var context = PageContext.Of(root, document.Law, isFiled);
        if (isFirst)
        {
            document.Kind = asked ?? (isFiled ? DocumentKind.Application : DocumentKind.Mailed);
            XmlFacts.Read(document, root, context);
        }

        page.AddRange(XmlPage.Lay(root, context));
    }

    /// <summary>Reads markup that need not be well-formed, and says where not all of it is read.</summary>
    private static XElement Loose(JpoDocument document, string text, bool isHtml, ArchiveEntry file)
    {
        XElement root = LooseMarkup.Parse(text, isHtml, out bool isCut);
        if (isCut)
        {
            document.AddProblem(Format(Client.DocumentMessages.ProblemCut, ArchiveErrors.Printable(file.Name)));
        }

        return root;
    }

    /// <summary>How many places could not be read, and where the first of them is.</summary>
    private static string ProblemOf(DecodedText decoded, byte[] bytes, ArchiveEntry file)
    {
        int line = 1;
        int place = decoded.Text.IndexOf(CodePage932.Unknown);
        for (int i = 0; i < place; i++)
        {
            line += decoded.Text[i] == '\n' ? 1 : 0;
        }

        string code = decoded.FirstUnknown < 0
            ? "U+FFFD"
            : BitConverter.ToString(
                bytes, decoded.FirstUnknown, Math.Min(2, bytes.Length - decoded.FirstUnknown)).Replace('-', ' ');
        return Format(
            Client.DocumentMessages.ProblemCharacters, ArchiveErrors.Printable(file.Name), decoded.Unknown, line, code);
    }

    /// <summary>Whether an applicant filed it: by what was asked for, else by what it is.</summary>
    private static bool IsFiled(XElement root, DocumentKind? asked)
    {
        if (asked is { } kind)
        {
            return kind == DocumentKind.Application;
        }

        string part = root.Part();
        return !(part.IndexOf("notice", StringComparison.Ordinal) >= 0
            || root.FirstPart("drafting-body") != null
            || root.FirstPart("drafting-date") != null);
    }

    private static string? DispatchOf(JpoDocument document) =>
        document.Kind != DocumentKind.Application && document.DocumentNumber is { Length: 11 } number
            ? number.Substring(5)
            : null;

    private static XElement? OnlyElement(XElement root)
    {
        XElement? only = null;
        foreach (XElement child in root.Elements())
        {
            if (only != null)
            {
                return null;
            }

            only = child;
        }

        return only;
    }
}
