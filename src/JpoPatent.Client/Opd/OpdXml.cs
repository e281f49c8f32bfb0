using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace JpoPatent.Opd;

/// <summary>
/// OPD's XML by local names: any element can be missing or come several times, and unknown ones are passed over.
/// </summary>
internal static class OpdXml
{
    private static readonly string[] DayFormats = ["yyyyMMdd", "yyyy-MM-dd", "yyyy/MM/dd"];

    /// <summary>Every element of that name at any depth, in the order of the document.</summary>
    internal static IEnumerable<XElement> All(this XElement element, string name)
    {
        foreach (XElement descendant in element.Descendants())
        {
            if (descendant.Name.LocalName == name)
            {
                yield return descendant;
            }
        }
    }

    /// <summary>The first element of that name at any depth, or null.</summary>
    internal static XElement? First(this XElement element, string name)
    {
        foreach (XElement found in element.All(name))
        {
            return found;
        }

        return null;
    }

    /// <summary>The text of the first element of that name, or null.</summary>
    internal static string? TextOf(this XElement element, string name) => element.First(name)?.Text();

    /// <summary>The text in an element, without blanks around it; null if absent.</summary>
    internal static string? Text(this XElement element)
    {
        var text = new StringBuilder();
        foreach (XNode node in element.DescendantNodes())
        {
            if (node is XText part)
            {
                text.Append(part.Value);
            }
        }

        string trimmed = text.ToString().Trim();
        return trimmed.Length == 0 ? null : trimmed;
    }

    /// <summary>The texts of every element of that name.</summary>
    internal static IReadOnlyList<string> Texts(this XElement element, string name)
    {
        var texts = new List<string>();
        foreach (XElement found in element.All(name))
        {
            if (found.Text() is { } text)
            {
                texts.Add(text);
            }
        }

        return texts;
    }

    /// <summary>The first element of that name as a day; null if it is not one.</summary>
    internal static DateTime? DayOf(this XElement element, string name) => element.First(name)?.Day();

    /// <summary>The element's text as a day; null if it is not one.</summary>
    internal static DateTime? Day(this XElement element) =>
        DateTime.TryParseExact(
            element.Text(), DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day)
            ? day
            : null;

    internal static string? AttributeOf(this XElement element, string name)
    {
        foreach (XAttribute attribute in element.Attributes())
        {
            if (attribute.Name.LocalName == name && attribute.Value.Trim() is { Length: > 0 } value)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>
    /// The number in an <c>application-number</c> and the like: its <c>document-number</c>,
    /// or its own text where it has no elements.
    /// </summary>
    internal static string? NumberIn(this XElement element) =>
        element.HasElements ? element.TextOf("document-number") : element.Text();
}
