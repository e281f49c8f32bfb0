using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Threading;

namespace JpoPatent.Sheets;

/// <summary>
/// Comma-separated values as Excel in Japan opens them right: UTF-8 with its mark, days in ISO form,
/// nothing that runs as a formula.
/// </summary>
internal static class CsvWriter
{
    /// <summary>Writes a file.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="content">Header and rows.</param>
    /// <param name="isRaw">Leave text that Excel would run as a formula as it is.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    internal static void Write(Stream stream, SheetContent content, bool isRaw, CancellationToken cancellationToken)
    {
        using var writer = new StreamWriter(
            stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 64 * 1024, leaveOpen: true);
        WriteRow(writer, content.Headings, isRaw);
        foreach (IReadOnlyList<object?> row in content.Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            WriteRow(writer, row, isRaw);
        }
    }

    private static void WriteRow(StreamWriter writer, IReadOnlyList<object?> row, bool isRaw)
    {
        for (int i = 0; i < row.Count; i++)
        {
            if (i > 0)
            {
                writer.Write(',');
            }

            string text = XlsxText.Shorten(CellText.Lines(CellText.Of(row[i])));
            if (!isRaw && row[i] is string or SheetLink)
            {
                text = FormulaGuard.Protect(text);
            }

            bool isQuoted = text.IndexOfAny([',', '"', '\n', '\t']) >= 0
                || (text.Length > 0 && (text[0] == ' ' || text[text.Length - 1] == ' '));
            writer.Write(isQuoted ? "\"" + text.Replace("\"", "\"\"") + "\"" : text);
        }

        writer.Write("\r\n");
    }
}
