using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace JpoPatent.Tests.Fuzzing;

/// <summary>Random JSON and XML that is well formed and speaks of what the models know, in places where they do not expect it.</summary>
internal static class FuzzTree
{
    private static readonly string[] Values =
    [
        "", " ", "1", "0", "2", "005", "20240227", "20240230", "00000000", "2020123456", "503090037", "JPA 414233033", "A63", "架空", "𠮷", "\ud83d", "true", "9999999999999999999", "-3", "1.5", "JP.2019000123.A", "US.9459406.B2",
        "JP..A", ".", "1,2 3、4", "07 090 01", "\t", "\u0000", "a\nb",
    ];

    private static readonly string[] Elements =
    [
        "family-data", "families", "family", "family-items", "family-item", "family-list-data", "family-lists", "family-list", "country", "application-number", "publication-numbers", "publication-number", "registration-numbers",
        "registration-number", "document-number", "date", "document-list-data", "bibliographic", "original", "translated", "invention-title", "applicant", "last-name", "document-lists", "document-list", "legal-date",
        "document-description", "citation-and-classification-data", "reference", "classification", "ipcs", "ipc", "originals", "citation", "patent-literatures", "patent-literature", "non-patent-literatures",
        "non-patent-literature", "draft-date", "cited-in", "text", "statusCode", "remainAccessCount", "errorMessage", "novelty",
    ];

    private static readonly IReadOnlyList<string> Names = KnownNames();

    internal static string Json(Fuzzer fuzzer)
    {
        var text = new StringBuilder();
        Object(fuzzer, text, 6);
        return text.ToString();
    }

    internal static string Xml(Fuzzer fuzzer)
    {
        var text = new StringBuilder();
        for (int count = fuzzer.Random.Next(1, 5); count > 0; count--)
        {
            Element(fuzzer, text, 9);
        }

        return text.ToString();
    }

    private static void Value(Fuzzer fuzzer, StringBuilder text, int depth)
    {
        switch (fuzzer.Random.Next(depth > 0 ? 9 : 6))
        {
            case 0:
                text.Append(fuzzer.Pick(["null", "true", "false", "0", "-1", "1e5", "100", "20240227", "123456789012345678901234567890"]));
                break;
            case < 6:
                text.Append('"').Append(JsonEncodedText.Encode(fuzzer.Pick(Values).Replace("\ud83d", "?", StringComparison.Ordinal))).Append(fuzzer.Random.Next(40) == 0 ? "\\ud83d" : string.Empty).Append('"');
                break;
            case 6:
                text.Append('[');
                for (int count = fuzzer.Random.Next(4), i = 0; i < count; i++)
                {
                    text.Append(i > 0 ? "," : string.Empty);
                    Value(fuzzer, text, depth - 1);
                }

                text.Append(']');
                break;
            default:
                Object(fuzzer, text, depth - 1);
                break;
        }
    }

    private static void Object(Fuzzer fuzzer, StringBuilder text, int depth)
    {
        bool isList = fuzzer.Random.Next(5) == 0;
        text.Append('{');
        for (int count = fuzzer.Random.Next(12), i = 0; i < count; i++)
        {
            text.Append(i > 0 ? "," : string.Empty).Append('"').Append(isList ? i.ToString(System.Globalization.CultureInfo.InvariantCulture) : fuzzer.Pick(Names)).Append("\":");
            Value(fuzzer, text, depth);
        }

        text.Append('}');
    }

    private static void Element(Fuzzer fuzzer, StringBuilder text, int depth)
    {
        string name = fuzzer.Pick(Elements);
        text.Append('<').Append(name);
        if (fuzzer.Random.Next(4) == 0)
        {
            text.Append(fuzzer.Pick([" id=\"Doc_1\"", " group=\"a\"", " format=\"docdb\"", " scheme=\"FI\"", " xmlns=\"urn:other\"", " id=\"\"", " xmlns:x=\"urn:x\" x:id=\"1\""]));
        }

        text.Append('>');
        for (int count = fuzzer.Random.Next(depth > 0 ? 5 : 1); count > 0; count--)
        {
            if (fuzzer.Random.Next(3) == 0)
            {
                text.Append(System.Security.SecurityElement.Escape(new string(fuzzer.Pick(Values).Where(static c => c >= ' ' && !char.IsSurrogate(c)).ToArray())));
            }
            else
            {
                Element(fuzzer, text, depth - 1);
            }
        }

        text.Append("</").Append(name).Append('>');
    }

    /// <summary>Every member that any model reads.</summary>
    private static IReadOnlyList<string> KnownNames()
    {
        IEnumerable<string> names =
            from property in typeof(JpoJsonContext).GetProperties()
            where typeof(JsonTypeInfo).IsAssignableFrom(property.PropertyType)
            let info = (JsonTypeInfo)property.GetValue(JpoJsonContext.Default)!
            where info.Kind == JsonTypeInfoKind.Object
            from member in info.Properties
            select member.Name;
        return names.Append("novelty").Distinct().Order(StringComparer.Ordinal).ToArray();
    }
}
