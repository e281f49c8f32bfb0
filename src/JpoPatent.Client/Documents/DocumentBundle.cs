using System.IO;

namespace JpoPatent;

/// <summary>The documents of a case as the zip that the service sent: XML or HTM in Shift_JIS, images beside.</summary>
public sealed class DocumentBundle : JpoAnswer
{
    private readonly FileAnswer _file;

    internal DocumentBundle(JpoLaw law, DocumentKind kind, string applicationNumber, FileAnswer file)
    {
        Law = law;
        Kind = kind;
        ApplicationNumber = applicationNumber;
        _file = file;
        Stamp(file.RetrievedAt, file.FromCache);
    }

    /// <summary>The law of the case.</summary>
    public JpoLaw Law { get; }

    /// <summary>Which documents they are.</summary>
    public DocumentKind Kind { get; }

    /// <summary>Application number, ten digits, year first.</summary>
    public string ApplicationNumber { get; }

    /// <summary>The name that the service gave to the file, without any folder; the application number where it gave none.</summary>
    public string FileName => _file.SafeName(ApplicationNumber);

    /// <summary>Size in bytes.</summary>
    public int Length => _file.Body.Length;

    /// <summary>The whole zip, as it came: whatever is in it is not checked here.</summary>
    /// <returns>A copy of its bytes.</returns>
    public byte[] GetContent() => _file.Body.ToArray();

    /// <summary>The zip to read from, as it came: whatever is in it is not checked here.</summary>
    /// <returns>A stream that cannot be written to; the caller disposes of it.</returns>
    public Stream OpenRead() => _file.OpenRead();

    /// <summary>The name of the file.</summary>
    /// <returns><see cref="FileName"/>.</returns>
    public override string ToString() => FileName;
}
