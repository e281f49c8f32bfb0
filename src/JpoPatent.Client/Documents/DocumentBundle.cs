using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using JpoPatent.Documents;
using JpoPatent.Files;

namespace JpoPatent;

/// <summary>
/// The documents of a case as the zip that the service sent: XML or HTM in Shift_JIS, images beside. Bundles over 10 MB
/// lie in a temporary file that goes with <see cref="Dispose"/>, or when the bundle and its documents are no longer in
/// use.
/// </summary>
public sealed class DocumentBundle : JpoAnswer, IDisposable
{
    private readonly FileAnswer _file;
    private readonly DocumentSource _source;

    internal DocumentBundle(JpoLaw law, DocumentKind kind, string applicationNumber, FileAnswer file)
    {
        _file = file;
        _source = new DocumentSource(law, applicationNumber, kind);
        StampAs(file);
    }

    /// <summary>The law of the case.</summary>
    public JpoLaw Law => _source.Law;

    /// <summary>Which documents they are.</summary>
    public DocumentKind Kind => _source.Kind!.Value;

    /// <summary>Application number, ten digits, year first.</summary>
    public string ApplicationNumber => _source.ApplicationNumber;

    /// <summary>
    /// The name that the service gave to the file, without any folder; the application number where it gave none.
    /// </summary>
    public string FileName => _file.SafeName(ApplicationNumber);

    /// <summary>Size in bytes.</summary>
    public long Length => _file.Content.Length;

    /// <summary>The whole zip in memory, as it came: whatever is in it is not checked here.</summary>
    /// <returns>A copy of its bytes.</returns>
    /// <exception cref="ObjectDisposedException">The bundle was disposed of.</exception>
    public byte[] GetContent() => _file.Content.ToArray();

    /// <summary>The zip to read from, as it came: whatever is in it is not checked here.</summary>
    /// <returns>A stream that cannot be written to; the caller disposes of it.</returns>
    /// <exception cref="ObjectDisposedException">The bundle was disposed of.</exception>
    public Stream OpenRead() => _file.Content.OpenRead();

    /// <summary>
    /// Proves that the bundle is harmless and whole, and reads its documents. They need the bundle as long as
    /// anything is read from them that is not in memory: attachments, and files to save.
    /// </summary>
    /// <param name="progress">The state of the case, whose legal dates are joined by the documents' numbers;
    /// null where it is not at hand.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>One object a document, in the order of the bundle.</returns>
    /// <exception cref="JpoInvalidAnswerException">The bundle is damaged.</exception>
    /// <exception cref="JpoUnsafeArchiveException">The bundle could do harm; nothing was written.</exception>
    /// <exception cref="ObjectDisposedException">The bundle was disposed of.</exception>
    public IReadOnlyList<JpoDocument> ReadDocuments(
        CaseProgress? progress = null, CancellationToken cancellationToken = default) =>
        DocumentReader.Read(_file, _source, progress, cancellationToken);

    /// <summary>Gives up the temporary file of a large bundle.</summary>
    public void Dispose() => _file.Content.Dispose();

    /// <summary>The name of the file.</summary>
    /// <returns><see cref="FileName"/>.</returns>
    public override string ToString() => FileName;
}
