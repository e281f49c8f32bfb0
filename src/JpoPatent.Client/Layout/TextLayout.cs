using System;
using System.Collections.Generic;
using System.Text;

namespace JpoPatent.Layout;

/// <summary>
/// A page as plain text, as a person would print it. Subscripts are <c>_{2}</c>, superscripts <c>^{2}</c>,
/// pictures <c>［画像: name］</c>.
/// </summary>
internal static class TextLayout
{
    /// <summary>Full-width characters of a line of JPO's notices.</summary>
    private const int LineWidth = 36;

    /// <summary>Columns times lines of one row.</summary>
    private const int MaxCells = 10_000;

    private const int FiledLabelWidth = 11;
    private const int MailedLabelWidth = 14;

    /// <summary>The text, lines ended by <c>\n</c>.</summary>
    internal static string Write(IReadOnlyList<PageBlock> page)
    {
        var text = new StringBuilder();
        foreach (PageBlock block in page)
        {
            switch (block.Kind)
            {
                case PageBlockKind.Title:
                    string title = Inlines(block.Inlines);
                    text.Append('　', Math.Max(0, (LineWidth - title.Length) / 2)).Append(title).Append('\n');
                    break;
                case PageBlockKind.Heading:
                    text.Append('　', block.Indent).Append(Inlines(block.Inlines)).Append('\n');
                    break;
                case PageBlockKind.Row:
                    Row(text, block);
                    break;
                case PageBlockKind.Table:
                    Table(text, block.Rows);
                    break;
                case PageBlockKind.Gap:
                    Gap(text);
                    break;
                default:
                    text.Append(Inlines(block.Inlines)).Append('\n');
                    break;
            }
        }

        return Trim(text.ToString());
    }

    /// <summary>Running text.</summary>
    internal static string Inlines(IReadOnlyList<PageInline> inlines)
    {
        var text = new StringBuilder();
        foreach (PageInline inline in inlines)
        {
            if (inline.Picture != null)
            {
                text.Append("［画像: ").Append(inline.Picture).Append('］');
            }
            else if (inline.Text == null)
            {
                text.Append('\n');
            }
            else if ((inline.Style & (PageStyle.Sub | PageStyle.Sup)) != 0 && inline.Text.Trim().Length > 0)
            {
                text.Append((inline.Style & PageStyle.Sub) != 0 ? "_{" : "^{").Append(inline.Text).Append('}');
            }
            else
            {
                text.Append(inline.Text);
            }
        }

        return text.ToString();
    }

    /// <summary>Columns that a character takes in a terminal or a typewriter font.</summary>
    internal static int WidthOf(string text)
    {
        int width = 0;
        foreach (char c in text)
        {
            width += char.IsLowSurrogate(c) ? 0 : c is < '\u1100' or (>= '\uFF61' and <= '\uFFDC') ? 1 : 2;
        }

        return width;
    }

    private static void Row(StringBuilder text, PageBlock block)
    {
        string value = Inlines(block.Inlines);
        bool isFiled = block.Label.StartsWith("【", StringComparison.Ordinal);
        string label = new string('　', isFiled && block.Indent > 0 ? block.Indent * 2 : block.Indent) + block.Label;
        if (value.Length == 0)
        {
            text.Append(label).Append('\n');
            return;
        }

        text.Append(
            isFiled || block.Label.Length > 0
                ? label.PadRight(isFiled ? FiledLabelWidth : MailedLabelWidth, '　')
                : label.PadRight(block.Indent == 1 ? MailedLabelWidth : 0, '　'))
            .Append(value).Append('\n');
    }

    private static void Gap(StringBuilder text)
    {
        if (text.Length > 0 && !(text.Length > 1 && text[text.Length - 1] == '\n' && text[text.Length - 2] == '\n'))
        {
            text.Append('\n');
        }
    }

    private static void Table(StringBuilder text, IReadOnlyList<IReadOnlyList<IReadOnlyList<PageInline>>> rows)
    {
        var cells = new List<List<string[]>>(rows.Count);
        var widths = new List<int>();
        foreach (IReadOnlyList<IReadOnlyList<PageInline>> row in rows)
        {
            var line = new List<string[]>(row.Count);
            for (int column = 0; column < row.Count; column++)
            {
                string[] parts = Inlines(row[column]).Trim('\n').Split('\n');
                line.Add(parts);
                if (column == widths.Count)
                {
                    widths.Add(0);
                }

                foreach (string part in parts)
                {
                    widths[column] = Math.Max(widths[column], Math.Min(WidthOf(part), 80));
                }
            }

            cells.Add(line);
        }

        foreach (List<string[]> row in cells)
        {
            int height = 0;
            foreach (string[] cell in row)
            {
                height = Math.Max(height, cell.Length);
            }

            if ((long)height * row.Count > MaxCells)
            {
                // No table that anybody could read as one.
                foreach (string[] cell in row)
                {
                    text.Append(string.Join("\n", cell)).Append('\n');
                }

                continue;
            }

            for (int i = 0; i < height; i++)
            {
                var line = new StringBuilder();
                for (int column = 0; column < row.Count; column++)
                {
                    string part = i < row[column].Length ? row[column][i] : string.Empty;
                    line.Append(column == 0 ? "| " : " | ").Append(part)
                        .Append(' ', Math.Max(0, widths[column] - WidthOf(part)));
                }

                text.Append(line).Append(" |\n");
            }
        }
    }

    /// <summary>No blanks at the ends of lines, no empty lines at the beginning and the end.</summary>
    private static string Trim(string text)
    {
        var trimmed = new StringBuilder(text.Length);
        int end = 0;
        foreach (string line in text.Split('\n'))
        {
            string shown = line.TrimEnd(' ', '　', '\t', '\u00A0', '\r');
            if (shown.Length > 0 || trimmed.Length > 0)
            {
                trimmed.Append(shown).Append('\n');
            }

            if (shown.Length > 0)
            {
                end = trimmed.Length - 1;
            }
        }

        return trimmed.ToString(0, end);
    }
}
