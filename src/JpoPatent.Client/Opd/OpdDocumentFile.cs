using System;
using System.IO;

namespace JpoPatent;

/// <summary>A document of a dossier as the file that the service sent: APIs 4-5 <c>global_doc_cont</c> (PDF) and 4-6 <c>jp_doc_cont</c> (zip of XML).</summary>
public sealed class OpdDocumentFile : JpoAnswer
{
    private readonly ReadOnlyMemory<byte> _body;

    internal OpdDocumentFile(string applicationNumber, string documentId, FileAnswer file)
    {
        ApplicationNumber = applicationNumber;
        DocumentId = documentId;
        _body = file.Body;
        bool isPdf = file.Form == AnswerForm.Pdf;
        MediaType = isPdf ? "application/pdf" : "application/zip";
        FileName = LastSegment(file.FileName) ?? documentId + (isPdf ? ".pdf" : ".zip");
        Stamp(file.RetrievedAt, file.FromCache);
    }

    /// <summary>The application whose dossier it is, in DOCDB form.</summary>
    public string ApplicationNumber { get; }

    /// <summary>Id of the document.</summary>
    public string DocumentId { get; }

    /// <summary>The name that the service gave to the file, without any folder; the id of the document where it gave none.</summary>
    public string FileName { get; }

    /// <summary><c>application/pdf</c> or <c>application/zip</c>.</summary>
    public string MediaType { get; }

    /// <summary>Size in bytes.</summary>
    public int Length => _body.Length;

    /// <summary>The whole file.</summary>
    /// <returns>A copy of its bytes.</returns>
    public byte[] GetContent() => _body.ToArray();

    /// <summary>The file to read from.</summary>
    /// <returns>A stream that cannot be written to; the caller disposes of it.</returns>
    public Stream OpenRead() =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(_body, out ArraySegment<byte> bytes)
            ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false)
            : new MemoryStream(_body.ToArray(), writable: false);

    /// <summary>The name of the file.</summary>
    /// <returns><see cref="FileName"/>.</returns>
    public override string ToString() => FileName;

    /// <summary>A name from outside must not choose the folder.</summary>
    private static string? LastSegment(string? name)
    {
        string last = name == null ? string.Empty : name.Substring(name.LastIndexOfAny(['/', '\\']) + 1).Trim();
        return last is "" or "." or ".." ? null : last;
    }
}
