using System;
using System.Collections.Generic;
using System.Globalization;
using System.Xml.Linq;
using JpoPatent.Text;

namespace JpoPatent.Layout;

/// <summary>Small texts of a page.</summary>
internal static class PageText
{
    /// <summary>A day as JPO prints it; what is no day as it is written.</summary>
    internal static string Day(XElement element) =>
        element.DayIn() is { } day ? EraDate.Write(day) : element.Line() ?? string.Empty;

    /// <summary>A day of eight digits as JPO prints it; other text as it is written.</summary>
    internal static string Day(string text) =>
        DateTime.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day)
            ? EraDate.Write(day)
            : text;

    /// <summary>A number in an attribute, without zeros before it, at full width.</summary>
    internal static string Count(XElement element, string mark) =>
        element.Mark(mark) is { } number
            ? EraDate.Wide(number.TrimStart('0') is { Length: > 0 } trimmed ? trimmed : number)
            : string.Empty;

    /// <summary>The texts of elements in one line.</summary>
    internal static string Join(string separator, IEnumerable<XElement> elements)
    {
        var lines = new List<string>();
        foreach (XElement element in elements)
        {
            if (element.Line() is { } line)
            {
                lines.Add(line);
            }
        }

        return string.Join(separator, lines);
    }

    /// <summary>Whether an element lies in one of a name.</summary>
    internal static bool IsWithin(this XElement element, string part)
    {
        for (XElement? above = element.Parent; above != null; above = above.Parent)
        {
            if (above.Part() == part)
            {
                return true;
            }
        }

        return false;
    }
}
