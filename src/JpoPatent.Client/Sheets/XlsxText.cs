using System;
using System.Globalization;
using System.Text;
using System.Xml;

namespace JpoPatent.Sheets;

/// <summary>Text within the XML of a workbook: what XML cannot hold stands there as <c>_x000D_</c>.</summary>
internal static class XlsxText
{
    private const int Length = 7;

    /// <summary>The text as the cell shows it.</summary>
    internal static string Decode(string text)
    {
        int at = text.IndexOf("_x", StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        int from = 0;
        while (at >= 0)
        {
            if (TryReadCode(text, at, out char code))
            {
                plain.Append(text, from, at - from).Append(code);
                from = at + Length;
                at = text.IndexOf("_x", from, StringComparison.Ordinal);
            }
            else
            {
                at = text.IndexOf("_x", at + 2, StringComparison.Ordinal);
            }
        }

        return plain.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>The text as the XML holds it, within the length of a cell.</summary>
    internal static string Encode(string text)
    {
        text = Shorten(text);
        StringBuilder? safe = null;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                safe?.Append(c).Append(text[i + 1]);
                i++;
            }
            else if (!XmlConvert.IsXmlChar(c) || c == '\r' || (c == '_' && TryReadCode(text, i, out _)))
            {
                safe ??= new StringBuilder(text, 0, i, text.Length + 16);
                safe.AppendFormat(CultureInfo.InvariantCulture, "_x{0:X4}_", (int)c);
            }
            else
            {
                safe?.Append(c);
            }
        }

        return safe?.ToString() ?? text;
    }

    /// <summary>No more characters than a cell takes; what is cut off shows as an ellipsis.</summary>
    internal static string Shorten(string text)
    {
        if (text.Length <= SheetLimits.MaxCellLength)
        {
            return text;
        }

        int length = SheetLimits.MaxCellLength - 1;
        return text.Substring(0, char.IsHighSurrogate(text[length - 1]) ? length - 1 : length) + "…";
    }

    private static bool TryReadCode(string text, int at, out char code)
    {
        code = default;
        if (at + Length > text.Length || text[at + 1] != 'x' || text[at + 6] != '_')
        {
            return false;
        }

        bool isCode = ushort.TryParse(
            text.Substring(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort number);
        code = (char)number;
        return isCode;
    }
}
