using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using System.Threading;

namespace JpoPatent.Sheets;

/// <summary>Reads a list from a file: a workbook by what it is, whatever it is called, else separated values.</summary>
internal static class SheetFile
{
    /// <summary>Reads a list.</summary>
    /// <param name="path">The file.</param>
    /// <param name="encoding">The encoding of text; null to find it.</param>
    /// <param name="worksheet">The worksheet of a workbook; null for the first.</param>
    /// <param name="isKnown">Whether a heading is one that such a list must have:
    /// it tells the header from a title above it.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="JpoSheetException">The file cannot be opened or read.</exception>
    internal static SheetTable Read(
        string path,
        Encoding? encoding,
        string? worksheet,
        Func<string, bool> isKnown,
        CancellationToken cancellationToken)
    {
        string name = Path.GetFileName(path);
        try
        {
            // Excel keeps its files open for itself; reading beside it is allowed to those who allow it to write.
            using var stream = new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            byte[] head = new byte[8];
            int length = stream.Read(head, 0, head.Length);
            stream.Position = 0;
            if (length >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] < 9)
            {
                List<RawRow> cells = XlsxReader.Read(stream, worksheet, out string sheet, cancellationToken);
                return HeaderFinder.Build(
                    cells,
                    isKnown,
                    (headings, columns, rows) => new SheetTable(name, sheet, null, headings, columns, rows));
            }

            if (length == 8 && head[0] == 0xD0 && head[1] == 0xCF && head[2] == 0x11 && head[3] == 0xE0)
            {
                throw new JpoSheetException(Client.SheetMessages.OldOrLocked);
            }

            if (worksheet != null)
            {
                throw new JpoSheetException(Client.SheetMessages.TextHasNoWorksheet);
            }

            string text = TextDecoder.Decode(TextDecoder.ReadAll(stream), encoding, out string encodingName);
            return HeaderFinder.Build(
                CsvReader.Read(text, cancellationToken),
                isKnown,
                (headings, columns, rows) => new SheetTable(name, null, encodingName, headings, columns, rows));
        }
        catch (JpoSheetException error)
        {
            throw new JpoSheetException(Named(name, error.Message), error.InnerException);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new JpoSheetException(
                string.Format(CultureInfo.InvariantCulture, Client.SheetMessages.NoFile, path), error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException
            or ArgumentException)
        {
            throw new JpoSheetException(Named(name, error.Message), error);
        }
    }

    private static string Named(string name, string words) =>
        string.Format(CultureInfo.InvariantCulture, Client.SheetMessages.Named, name, words);
}
