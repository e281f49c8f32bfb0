using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Threading;
using System.Xml.Linq;

namespace JpoPatent;

/// <summary>From a bundle to its documents.</summary>
internal static class DocumentReader
{
    /// <summary>There are not as many reasons in the law.</summary>
    internal const int MaxArticles = 200;

    private static readonly Regex Explanation = new("[(（][^()（）]*[)）]$", RegexOptions.CultureInvariant);

    /// <exception cref="JpoInvalidAnswerException">The bundle is no zip, or damaged.</exception>
    /// <exception cref="JpoUnsafeArchiveException">The bundle could do harm.</exception>
    internal static IReadOnlyList<JpoDocument> Read(BundleFacts bundle, CaseProgress? progress, CancellationToken cancellationToken)
    {
        SafeArchive archive = SafeArchive.Open(bundle.Content, cancellationToken);
        var documents = new List<JpoDocument>();
        IReadOnlyList<DocumentGroup> groups = DocumentGroup.Sort(archive.Entries);
        foreach (DocumentGroup group in groups)
        {
            cancellationToken.ThrowIfCancellationRequested();
            JpoDocument document = Read(bundle, archive, group);
            if (document.DocumentNumber == null && groups.Count == 1)
            {
                document.DocumentNumber = DocumentGroup.NumberOf(bundle.DocumentId);
                document.DispatchNumber ??= DispatchOf(document);
            }

            document.Join(progress);
            ReadPeriods(document);
            documents.Add(document);
        }

        return documents;
    }

    /// <summary>An article without its explanation, digits at half width.</summary>
    internal static string Article(string text)
    {
        string plain = PeriodText.Plain(text);
        string bare = Explanation.Replace(plain, string.Empty);
        return bare.Length > 0 ? bare : plain;
    }

    private static JpoDocument Read(BundleFacts bundle, SafeArchive archive, DocumentGroup group)
    {
        var attachments = new List<JpoAttachment>();
        foreach (ArchiveEntry entry in group.Attachments)
        {
            attachments.Add(new JpoAttachment(archive, entry, group.NameOf(entry)));
        }

        var document = new JpoDocument
        {
            ApplicationNumber = bundle.ApplicationNumber,
            Law = bundle.Law,
            Kind = bundle.Kind ?? DocumentKind.Mailed,
            DocumentNumber = group.Number,
            DocumentCode = group.Code,
            DocumentId = bundle.DocumentId,
            FileName = group.Files[0].Path,
            Files = group.Files,
            Attachments = attachments,
            Bundle = bundle.Content,
            BundleName = bundle.FileName,
            Archive = archive,
        };
        document.Stamp(bundle.RetrievedAt, bundle.FromCache, bundle.IsSandbox);

        var page = new List<PageBlock>();
        foreach (ArchiveEntry file in group.Files)
        {
            ReadFile(document, archive, file, page, isFirst: page.Count == 0, bundle.Kind);
        }

        document.Page = page;
        document.Text = TextLayout.Write(page);
        document.IsNameStated = document.DocumentName != null;
        document.DocumentName ??= DocumentCodes.NameOf(document.DocumentCode);
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
        JpoPeriod? response = Shortest(PeriodFinder.Find(document.Conclusion, setter), periods) ?? Shortest(periods, periods);
        document.Take(periods.AsReadOnly(), response);
        if (response == null && IsRefusalNotice(document))
        {
            document.Problem ??= Client.DocumentMessages.ProblemNoPeriod;
        }
    }

    /// <summary>The shortest period for an answer of those that stand in a part of the text.</summary>
    private static JpoPeriod? Shortest(IReadOnlyList<JpoPeriod> part, List<JpoPeriod> all)
    {
        JpoPeriod? shortest = null;
        foreach (JpoPeriod period in part)
        {
            if (period is { Purpose: PeriodPurpose.Response, IsForResidentsAbroad: false } && (shortest == null || DaysOf(period) < DaysOf(shortest)))
            {
                shortest = all.Find(period.IsSameAs);
            }
        }

        return shortest;

        static int DaysOf(JpoPeriod period) => period.Number * period.Unit switch { PeriodUnit.Months => 30, PeriodUnit.Weeks => 7, _ => 1 };
    }

    private static bool IsRefusalNotice(JpoDocument document) =>
        document.DocumentCode?.StartsWith("A13", StringComparison.Ordinal) ?? document.DocumentName?.IndexOf("拒絶理由", StringComparison.Ordinal) >= 0;

    private static void ReadFile(JpoDocument document, SafeArchive archive, ArchiveEntry file, List<PageBlock> page, bool isFirst, DocumentKind? asked)
    {
        if (file.Extension is not (".xml" or ".htm" or ".html" or ".sgm" or ".sgml") || file.Length > ArchiveLimits.MaxTextBytes)
        {
            document.Problem ??= Format(Client.DocumentMessages.ProblemNoText, ArchiveErrors.Printable(file.Name));
            return;
        }

        byte[] bytes = archive.Read(file);
        DecodedText decoded = JapaneseEncoding.Decode(bytes);
        string text = decoded.Text;
        if (decoded.Unknown > 0)
        {
            document.Problem ??= ProblemOf(decoded, bytes, file);
        }

        if (file.Extension != ".xml")
        {
            List<PageBlock> htm = HtmPage.Lay(LooseMarkup.Parse(text, isHtml: true));
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
            document.Problem ??= Format(Client.DocumentMessages.ProblemMarkup, ArchiveErrors.Printable(file.Name));
            root = LooseMarkup.Parse(text, isHtml: false);
            root = OnlyElement(root) ?? root;
        }

        bool isFiled = IsFiled(root, asked);
        if (isFirst)
        {
            XmlFacts(document, root, isFiled, asked);
        }

        page.AddRange(XmlPage.Lay(root, document.Law, isFiled));
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

        string code = decoded.FirstUnknown < 0 ? "U+FFFD" : BitConverter.ToString(bytes, decoded.FirstUnknown, Math.Min(2, bytes.Length - decoded.FirstUnknown)).Replace('-', ' ');
        return Format(Client.DocumentMessages.ProblemCharacters, ArchiveErrors.Printable(file.Name), decoded.Unknown, line, code);
    }

    /// <summary>What a document in XML says of itself, wherever it says so.</summary>
    private static void XmlFacts(JpoDocument document, XElement root, bool isFiled, DocumentKind? asked)
    {
        document.Kind = asked ?? (isFiled ? DocumentKind.Application : DocumentKind.Mailed);
        document.DocumentCode ??= DocumentCodes.Find(root) ?? Code(root);
        document.DocumentName = Name(root, isFiled);
        document.DraftingDate = root.FirstPart("drafting-date").DayIn();
        document.SubmissionDate = root.FirstPart("submission-date").DayIn();
        document.DrafterName = root.FirstPart("draft-person-group").FirstPart("name").Line();
        document.AddresseeName = root.FirstPart("addressed-to-person-group").FirstPart("name").Line() ?? root.FirstPart("addressed-to-person").Line();
        document.InventionTitle = root.FirstPart("invention-title").Line();
        document.DispatchNumber = root.FirstPart("dispatch-number").Line() is { } dispatch ? PeriodText.Plain(dispatch) : null;
        if (root.FirstPart("application-reference").FirstPart("doc-number").Line() is { } number && CaseNumbers.IsTenDigits(PeriodText.Plain(number)) && document.DocumentId != null)
        {
            document.ApplicationNumber = PeriodText.Plain(number);
        }

        var articles = new List<string>();
        foreach (XElement group in root.Parts("article-group"))
        {
            foreach (XElement article in group.Parts("article"))
            {
                if (articles.Count < MaxArticles && article.Line() is { } text && Article(text) is var bare && !articles.Contains(bare))
                {
                    articles.Add(bare);
                }
            }
        }

        document.Articles = articles.AsReadOnly();
        if (root.FirstPart("conclusion-part-article") is { } conclusion)
        {
            string words = TextLayout.Write(XmlPage.Lay(new XElement("part", conclusion.Nodes()), document.Law, isFiled));
            document.Conclusion = words.Length == 0 ? null : words;
        }
    }

    /// <summary>The name that stands first and is not that of another document which this one speaks of.</summary>
    private static string? Name(XElement root, bool isFiled)
    {
        foreach (XElement name in root.Parts("document-name"))
        {
            if (name.Parent?.Part() is not ("amendment-group" or "target-document" or "submission-object-list-article" or "submission-object-group" or "attaching-document" or "final-decision-memo" or "amendment-charge-article"))
            {
                return name.Line();
            }
        }

        if (!isFiled)
        {
            return null;
        }

        string[] parts = ["description", "claims", "abstract", "drawings"];
        string[] found = Array.FindAll(parts, part => root.Part() == part || (root.Part() == "application-body" && root.Element(part) != null));
        return found.Length > 0 ? string.Join("・", Array.ConvertAll(found, static part => PageWords.Label(part)!)) : null;
    }

    private static string? Code(XElement root)
    {
        foreach (XElement code in root.Parts("document-code"))
        {
            if (code.Parent?.Part() is not ("amendment-group" or "target-document" or "contents-of-amendment" or "amendment-charge-article"))
            {
                return code.Line() is { } text ? DocumentCodes.Plain(text) : null;
            }
        }

        return null;
    }

    /// <summary>Whether an applicant filed it: by what was asked for, else by what it is.</summary>
    private static bool IsFiled(XElement root, DocumentKind? asked)
    {
        if (asked is { } kind)
        {
            return kind == DocumentKind.Application;
        }

        string part = root.Part();
        return !(part.IndexOf("notice", StringComparison.Ordinal) >= 0 || root.FirstPart("drafting-body") != null || root.FirstPart("drafting-date") != null);
    }

    private static string? DispatchOf(JpoDocument document) =>
        document.Kind != DocumentKind.Application && document.DocumentNumber is { Length: 11 } number ? number.Substring(5) : null;

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

    private static string Format(string words, params object[] values) => string.Format(CultureInfo.CurrentCulture, words, values);
}
