using System.IO;

namespace JpoPatent;

/// <summary>A document of a dossier as the file that the service sent: APIs 4-5 <c>global_doc_cont</c> (PDF) and 4-6 <c>jp_doc_cont</c> (zip of XML).</summary>
public sealed class OpdDocumentFile : JpoAnswer
{
    private readonly FileAnswer _file;

    internal OpdDocumentFile(string applicationNumber, string documentId, FileAnswer file)
    {
        ApplicationNumber = applicationNumber;
        DocumentId = documentId;
        _file = file;
        Stamp(file.RetrievedAt, file.FromCache);
    }

    /// <summary>The application whose dossier it is, in DOCDB form.</summary>
    public string ApplicationNumber { get; }

    /// <summary>Id of the document.</summary>
    public string DocumentId { get; }

    /// <summary>The name that the service gave to the file, without any folder; the id of the document where it gave none.</summary>
    public string FileName => _file.SafeName(DocumentId);

    /// <summary><c>application/pdf</c> or <c>application/zip</c>.</summary>
    public string MediaType => _file.MediaType;

    /// <summary>Size in bytes.</summary>
    public int Length => _file.Body.Length;

    /// <summary>The whole file.</summary>
    /// <returns>A copy of its bytes.</returns>
    public byte[] GetContent() => _file.Body.ToArray();

    /// <summary>The file to read from.</summary>
    /// <returns>A stream that cannot be written to; the caller disposes of it.</returns>
    public Stream OpenRead() => _file.OpenRead();

    /// <summary>The name of the file.</summary>
    /// <returns><see cref="FileName"/>.</returns>
    public override string ToString() => FileName;
}
