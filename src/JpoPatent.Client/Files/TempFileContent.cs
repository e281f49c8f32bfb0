using System;
using System.IO;
using System.Runtime.InteropServices;
using JpoPatent.State;

namespace JpoPatent.Files;

/// <summary>
/// Bytes in a temporary file that only this process can reach, and that vanishes with it: on Windows the system deletes
/// it when the last handle closes, elsewhere its name is taken away as soon as it is open. So a crash leaves nothing
/// behind, and neither does a caller who never disposes.
/// </summary>
internal sealed class TempFileContent : FileContent
{
    private readonly FileStream _file;
    private readonly object _gate = new();

    private TempFileContent(FileStream file) => _file = file;

    internal override long Length
    {
        get
        {
            lock (_gate)
            {
                return _file.Length;
            }
        }
    }

    /// <summary>Makes an empty one.</summary>
    /// <exception cref="IOException">The temporary folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The temporary folder cannot be written.</exception>
    internal static TempFileContent Create()
    {
        string path = Path.Combine(Path.GetTempPath(), "JpoPatent-" + Guid.NewGuid().ToString("N") + ".tmp");
        if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
        {
            return new TempFileContent(new FileStream(
                path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose));
        }

        FileStream file = StateFolder.CreateFile(path);
        File.Delete(path);
        return new TempFileContent(file);
    }

    /// <summary>Adds bytes at the end.</summary>
    internal void Append(byte[] bytes, int count)
    {
        lock (_gate)
        {
            _file.Position = _file.Length;
            _file.Write(bytes, 0, count);
        }
    }

    /// <summary>Forgets what was written so far.</summary>
    internal void Clear()
    {
        lock (_gate)
        {
            _file.SetLength(0);
        }
    }

    internal int Read(long position, byte[] buffer, int offset, int count)
    {
        lock (_gate)
        {
            _file.Position = position;
            return _file.Read(buffer, offset, count);
        }
    }

    internal override Stream OpenRead() => new TempFileView(this, Length);

    internal override byte[] ToArray()
    {
        byte[] bytes = new byte[checked((int)Length)];
        using Stream stream = OpenRead();
        return stream.Fill(bytes) == bytes.Length ? bytes : throw new EndOfStreamException();
    }

    /// <summary>Closes the file, and with that it is gone.</summary>
    public override void Dispose()
    {
        lock (_gate)
        {
            _file.Dispose();
        }

        base.Dispose();
    }
}
