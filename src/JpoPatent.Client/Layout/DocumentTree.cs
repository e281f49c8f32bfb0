using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Xml.Linq;
using JpoPatent.Text;

namespace JpoPatent.Layout;

/// <summary>
/// The tree of a document by local names. Notices drafted since 2021 have the same parts under names that end in
/// <c>-rn</c>: the ending is taken off, and both structures are one.
/// </summary>
internal static class DocumentTree
{
    private const string RenewedEnding = "-rn";

    /// <summary>The local name without the ending of the renewed structure.</summary>
    internal static string Part(this XElement element)
    {
        string name = element.Name.LocalName;
        return name.EndsWith(RenewedEnding, StringComparison.Ordinal)
            ? name.Substring(0, name.Length - RenewedEnding.Length)
            : name;
    }

    /// <summary>Whether a document has the renewed structure: its root says so, or the element below.</summary>
    internal static bool IsRenewed(this XElement root)
    {
        if (root.Name.LocalName.EndsWith(RenewedEnding, StringComparison.Ordinal))
        {
            return true;
        }

        foreach (XElement child in root.Elements())
        {
            if (child.Name.LocalName.EndsWith(RenewedEnding, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first part of that name at any depth; null if absent.</summary>
    internal static XElement? FirstPart(this XElement? element, string name)
    {
        if (element != null)
        {
            foreach (XElement found in element.Descendants())
            {
                if (found.Part() == name)
                {
                    return found;
                }
            }
        }

        return null;
    }

    /// <summary>Every part of that name at any depth.</summary>
    internal static IEnumerable<XElement> Parts(this XElement element, string name)
    {
        foreach (XElement found in element.Descendants())
        {
            if (found.Part() == name)
            {
                yield return found;
            }
        }
    }

    /// <summary>An attribute by its local name; null where it is missing or blank.</summary>
    internal static string? Mark(this XElement element, string name)
    {
        string? value = element.Attribute(name)?.Value.Trim();
        return string.IsNullOrEmpty(value) ? null : value;
    }

    /// <summary>The text in an element on one line, without blanks around it; null if absent.</summary>
    internal static string? Line(this XElement? element)
    {
        if (element == null)
        {
            return null;
        }

        var line = new StringBuilder();
        foreach (XNode node in element.DescendantNodes())
        {
            if (node is XText text)
            {
                line.Append(text.Value);
            }
        }

        string trimmed = Unwrap(line.ToString()).Trim();
        return trimmed.Length == 0 ? null : trimmed;
    }

    /// <summary>A day of eight digits, or in the era's words; null if it is not one.</summary>
    internal static DateTime? DayIn(this XElement? element) =>
        element.Line() is not { } text ? null
        : DateTime.TryParseExact(
            PeriodText.Plain(text), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day)
            ? day
        : EraDate.Find(text);

    /// <summary>Whether an element has no elements in it.</summary>
    internal static bool IsLeaf(this XElement element) => !element.HasElements;

    /// <summary>
    /// Takes out the ends of lines that only the file has. Japanese goes on without a blank;
    /// between two words in Latin letters one stands in their place.
    /// </summary>
    internal static string Unwrap(string text)
    {
        if (text.IndexOfAny(['\r', '\n']) < 0)
        {
            return text;
        }

        var line = new StringBuilder(text.Length);
        int at = 0;
        while (at < text.Length)
        {
            if (text[at] is not ('\r' or '\n'))
            {
                line.Append(text[at++]);
                continue;
            }

            while (line.Length > 0 && line[line.Length - 1] is ' ' or '\t')
            {
                line.Length--;
            }

            while (at < text.Length && text[at] is '\r' or '\n' or ' ' or '\t')
            {
                at++;
            }

            if (line.Length > 0 && at < text.Length && IsLatin(line[line.Length - 1]) && IsLatin(text[at]))
            {
                line.Append(' ');
            }
        }

        return line.ToString();
    }

    private static bool IsLatin(char c) => c is > ' ' and < '\u0250' and not '\u00A0';
}
