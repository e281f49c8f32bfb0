using System;
using System.Globalization;
using System.IO;
using System.Threading;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Sheets;

/// <summary>
/// A file of rows, whole or not at all: written beside and then put in its place. Whether that place can be had is
/// found before the rows are fetched; where it is taken meanwhile, as by Excel, the rows are kept in a file beside it.
/// </summary>
internal sealed class SheetOutput
{
    private readonly string _path;
    private readonly bool _replaces;

    /// <summary>Looks whether the file can be written.</summary>
    /// <param name="path">The file; its ending tells the form.</param>
    /// <param name="replaces">Whether a file that exists is replaced.</param>
    /// <exception cref="ArgumentException">The ending is neither .csv nor .xlsx.</exception>
    /// <exception cref="JpoFileException">The file exists and is not to be replaced, or cannot be written.</exception>
    internal SheetOutput(string path, bool replaces)
    {
        _path = path;
        _replaces = replaces;
        string ending = Path.GetExtension(path).ToLowerInvariant();
        IsWorkbook = ending == ".xlsx";
        if (!IsWorkbook && ending != ".csv")
        {
            throw new ArgumentException(Format(Client.SheetMessages.UnknownEnding, ending));
        }

        if (File.Exists(path) && !replaces)
        {
            throw new JpoFileException(
                Format(Client.DocumentMessages.FileExists, path),
                path,
                isConflict: true);
        }

        Try(() =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (File.Exists(path))
            {
                Hold(path);
            }
        });
    }

    /// <summary>Whether a workbook is written; else separated values.</summary>
    internal bool IsWorkbook { get; }

    /// <summary>Writes the rows.</summary>
    /// <param name="content">Header and rows.</param>
    /// <param name="isRaw">Leave text that Excel would run as a formula as it is; in a workbook it never runs.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>The file, which is another one where the wanted one was taken meanwhile.</returns>
    /// <exception cref="JpoFileException">The folder cannot be written.</exception>
    internal string Write(SheetContent content, bool isRaw, CancellationToken cancellationToken)
    {
        string fresh = _path + "." + Guid.NewGuid().ToString("N").Substring(0, 8) + ".tmp";
        string written = _path;
        Try(() =>
        {
            try
            {
                using (var stream = new FileStream(fresh, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None))
                {
                    if (IsWorkbook)
                    {
                        XlsxWriter.Write(stream, content, cancellationToken);
                    }
                    else
                    {
                        CsvWriter.Write(stream, content, isRaw, cancellationToken);
                    }

                    stream.Flush(flushToDisk: true);
                }

                written = Place(fresh);
            }
            catch
            {
                File.Delete(fresh);
                throw;
            }
        });
        return written;
    }

    // The system's words for it come in the system's language.
    private static void Hold(string path)
    {
        try
        {
            using var held = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (error is not (FileNotFoundException or DirectoryNotFoundException))
        {
            throw new JpoFileException(
                Format(Client.SheetMessages.InUse, path),
                path,
                isConflict: false,
                error);
        }
    }

    private string Place(string fresh)
    {
        try
        {
            if (_replaces && File.Exists(_path))
            {
#if NET8_0_OR_GREATER
                File.Move(fresh, _path, overwrite: true);
#else
                File.Replace(fresh, _path, destinationBackupFileName: null);
#endif
            }
            else
            {
                File.Move(fresh, _path);
            }

            return _path;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException && File.Exists(_path))
        {
            string stem = Path.Combine(Path.GetDirectoryName(_path)!, Path.GetFileNameWithoutExtension(_path));
            for (int count = 2; ; count++)
            {
                string beside = stem + " (" + count.ToString(CultureInfo.InvariantCulture) + ")"
                    + Path.GetExtension(_path);
                if (!File.Exists(beside))
                {
                    File.Move(fresh, beside);
                    return beside;
                }
            }
        }
    }

    private void Try(Action work)
    {
        try
        {
            work();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new JpoFileException(error.Message, _path, isConflict: false, error);
        }
    }
}
