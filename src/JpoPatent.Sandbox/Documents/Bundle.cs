using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using JpoPatent.Sandbox.World;

namespace JpoPatent.Sandbox.Documents;

/// <summary>The zip of a case's documents: file names and contents in code page 932.</summary>
internal static class Bundle
{
    /// <summary>The documents of a kind whose bodies are on file.</summary>
    public static IReadOnlyList<CaseDocument> Documents(CaseRecord found, BundleKind kind) =>
        found.Groups[0].Documents.Where(document => document.Available && Belongs(document, kind)).ToList();

    /// <summary>The name that <c>Content-Disposition</c> gives, without the number and the ending.</summary>
    public static string Prefix(BundleKind kind) => kind switch
    {
        BundleKind.Application => "docContOpinionAmendment",
        BundleKind.Mailed => "docContRefusalReasonDecision",
        _ => "docContRefusalReason",
    };

    public static byte[] Zip(
        CaseRecord found, IEnumerable<CaseDocument> documents, IEnumerable<BundleEntry>? more = null)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, ShiftJis.Encoding))
        {
            foreach (BundleEntry file in documents.SelectMany(document => Files(found, document)).Concat(more ?? []))
            {
                ZipArchiveEntry entry = zip.CreateEntry(file.Name);

                // The nightly refresh wrote it.
                entry.LastWriteTime = new DateTimeOffset(
                    found.Horizon.AddDays(1).AddMinutes(16), TimeSpan.FromHours(9));
                using Stream content = entry.Open();
                content.Write(file.Content, 0, file.Content.Length);
            }
        }

        return stream.ToArray();
    }

    private static bool Belongs(CaseDocument document, BundleKind kind) => kind switch
    {
        BundleKind.Application => document.Code is "A53" or "A523",
        BundleKind.Mailed => document.Code is "A131" or "A01" or "A02" or "A252",
        _ => document.Code == "A131",
    };

    private static IEnumerable<BundleEntry> Files(CaseRecord found, CaseDocument document)
    {
        bool filed = Belongs(document, BundleKind.Application);
        string folder = document.Code + "_" + document.Number + "/";
        if (found is not PatentCase patent)
        {
            yield return new BundleEntry(
                filed ? folder + "JPOSGMLDOC1P.HTM" : document.Number + "P.HTM", HtmlDocument.Write(found, document));
            yield break;
        }

        if (!filed && document.Code != "A63")
        {
            yield return new BundleEntry(document.Number + "-jpntce.xml", MailedXml.Write(patent, document));
            yield break;
        }

        if (document.Code == "A63")
        {
            yield return new BundleEntry(folder + "JPOXMLDOC01-appb.xml", ApplicationXml.Write(patent));
            yield return new BundleEntry(folder + ApplicationXml.Drawing, Picture.Gif);
            yield break;
        }

        IReadOnlyList<string> pictures = FiledXml.Pictures(patent, document);
        yield return new BundleEntry(folder + "JPOXMLDOC01-jpbibl.xml", FiledXml.Write(patent, document, pictures));
        foreach (string picture in pictures)
        {
            yield return new BundleEntry(folder + picture, Picture.Gif);
        }
    }
}
