using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using JpoPatent.Answers;
using JpoPatent.Documents;
using JpoPatent.Files;
using JpoPatent.Numbers;

namespace JpoPatent;

/// <summary>
/// A document of a dossier as the file that the service sent: APIs 4-5 <c>global_doc_cont</c>
/// (PDF) and 4-6 <c>jp_doc_cont</c> (zip of XML).
/// </summary>
public sealed class OpdDocumentFile : JpoAnswer, IDisposable
{
    private readonly FileAnswer _file;

    internal OpdDocumentFile(string applicationNumber, string documentId, FileAnswer file)
    {
        ApplicationNumber = applicationNumber;
        DocumentId = documentId;
        _file = file;
        StampAs(file);
    }

    /// <summary>
    /// A Japanese application number as people write it, e.g. <c>特願2020-123456</c>; one of another country as in
    /// <see cref="ApplicationNumber"/>.
    /// </summary>
    public string? DisplayNumber => DisplayNumbers.OfDocdb(ApplicationNumber);

    /// <summary><see cref="JpoLaw.Patent"/>: the dossiers are those of patents.</summary>
    public JpoLaw Law => JpoLaw.Patent;

    /// <summary>The application whose dossier it is, in DOCDB form.</summary>
    public string ApplicationNumber { get; }

    /// <summary>Id of the document.</summary>
    public string DocumentId { get; }

    /// <summary>
    /// The name that the service gave to the file, without any folder; the id of the document where it gave none.
    /// </summary>
    public string FileName => _file.SafeName(DocumentId);

    /// <summary><c>application/pdf</c> or <c>application/zip</c>.</summary>
    public string MediaType => _file.MediaType;

    /// <summary>Size in bytes.</summary>
    public long Length => _file.Content.Length;

    /// <summary>The whole file.</summary>
    /// <returns>A copy of its bytes.</returns>
    public byte[] GetContent() => _file.Content.ToArray();

    /// <summary>The file to read from.</summary>
    /// <returns>A stream that cannot be written to; the caller disposes of it.</returns>
    public Stream OpenRead() => _file.Content.OpenRead();

    /// <summary>Proves that a zip is harmless and whole, and reads its documents. A PDF has none to read.</summary>
    /// <param name="progress">The state of the Japanese case, whose legal dates are joined by the documents' numbers;
    /// null where it is not at hand.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>One object a document; none for a PDF.</returns>
    /// <exception cref="JpoInvalidAnswerException">The zip is damaged.</exception>
    /// <exception cref="JpoUnsafeArchiveException">The zip could do harm; nothing was written.</exception>
    public IReadOnlyList<JpoDocument> ReadDocuments(
        CaseProgress? progress = null, CancellationToken cancellationToken = default) =>
        _file.Form != AnswerForm.Zip
            ? []
            : DocumentReader.Read(
                _file, new DocumentSource(Law, JapaneseNumber, DocumentId: DocumentId), progress, cancellationToken);

    /// <summary>Gives up the temporary file of a large document.</summary>
    public void Dispose() => _file.Content.Dispose();

    /// <summary>The name of the file.</summary>
    /// <returns><see cref="FileName"/>.</returns>
    public override string ToString() => FileName;

    internal FileContent Content => _file.Content;

    /// <summary><c>JP.2015500001.A</c> as the domestic APIs have it.</summary>
    internal string JapaneseNumber
    {
        get
        {
            string[] parts = ApplicationNumber.Split('.');
            return parts.Length == 3 && parts[0] == "JP" && CaseNumbers.IsTenDigits(parts[1])
                ? parts[1]
                : ApplicationNumber;
        }
    }
}
