using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using JpoPatent.Answers;
using JpoPatent.Archives;
using JpoPatent.Catalog;
using JpoPatent.Files;
using JpoPatent.Numbers;

namespace JpoPatent.Serialization;

/// <summary>
/// Whether an answer that calls itself a success has something in it, and is about what was asked for: a gateway that
/// mixes answers up sends good answers too. Where an answer does not say what it is about, it is believed.
/// </summary>
internal readonly struct AnswerCheck(AnswerFault fault, string? other = null)
{
    // A number that is shown is no longer than any number.
    private const int MaxShown = 40;

    internal AnswerFault Fault => fault;

    /// <summary>What the answer is about, where that is something else.</summary>
    internal string? Other => other;

    /// <param name="parameters">What stood behind the API's path, as it was sent.</param>
    /// <param name="envelope">The head of the answer.</param>
    /// <param name="body">The whole answer.</param>
    /// <param name="fileName">The name that the service gave to a file.</param>
    internal static AnswerCheck Of(string parameters, Envelope envelope, ReadOnlyMemory<byte> body, string? fileName) =>
        envelope.Form switch
        {
            AnswerForm.Json when envelope.StatusCode == StatusCodes.Done => envelope.DataCheck,
            AnswerForm.Xml when envelope.StatusCode == StatusCodes.Done => OfXml(parameters, envelope.Xml!),
            AnswerForm.Zip => OfZip(parameters, fileName, new MemoryContent(body)),
            _ => default,
        };

    /// <summary>The same for a zip wherever it lies.</summary>
    internal static AnswerCheck OfZip(string parameters, string? fileName, FileContent content)
    {
        if (SafeArchive.CountFiles(content) is not { } files)
        {
            return new AnswerCheck(AnswerFault.Damaged);
        }

        if (files == 0)
        {
            return new AnswerCheck(AnswerFault.NoFiles);
        }

        // docContRefusalReason_2020123456.zip
        return NumberInName(fileName) is { } number && CaseNumbers.IsTenDigits(parameters) && number != parameters
            ? new AnswerCheck(AnswerFault.OtherCase, number)
            : default;
    }

    /// <summary>Reads over the data of a JSON answer, from their first token to their last.</summary>
    /// <param name="api">What was asked.</param>
    /// <param name="parameters">What stood behind the API's path, as it was sent.</param>
    /// <param name="reader">Stands on the first token of the data.</param>
    internal static AnswerCheck OfJson(ApiDescriptor api, string parameters, ref Utf8JsonReader reader)
    {
        int depth = reader.CurrentDepth;
        try
        {
            return reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray
                ? OfJson(api, parameters, ref reader, depth)
                : new AnswerCheck(AnswerFault.NoData);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair: the reader of the model says so.
            return default;
        }
        finally
        {
            while (reader.CurrentDepth > depth && reader.Read())
            {
            }
        }
    }

    private static AnswerCheck OfJson(ApiDescriptor api, string parameters, ref Utf8JsonReader reader, int depth)
    {
        int slash = parameters.IndexOf('/');
        string kind = slash < 0 ? string.Empty : parameters.Substring(0, slash);
        string asked = parameters.Substring(slash + 1);
        bool isName = api.Parameter == ApiParameter.ApplicantName;
        bool hasContent = false;
        bool isOther = false;
        string? other = null;
        while (reader.Read() && reader.CurrentDepth > depth)
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                bool isEcho = isName
                    ? IsName(ref reader)
                    : reader.CurrentDepth == depth + 1 && IsEcho(ref reader, kind);
                reader.Read();
                if (isEcho && Scalar(ref reader) is { } told)
                {
                    if (isName ? IsSameName(told, Uri.UnescapeDataString(asked)) : IsSameNumber(told, asked))
                    {
                        return default;
                    }

                    isOther = true;
                    other ??= told;
                }
            }

            hasContent |= Scalar(ref reader) != null;
        }

        return isOther
            ? new AnswerCheck(AnswerFault.OtherCase, Shown(other!))
            : new AnswerCheck(hasContent ? AnswerFault.None : AnswerFault.NoData);
    }

    /// <summary>
    /// Which field repeats the number that was asked for. Of a PCT application only the Japanese one comes back.
    /// </summary>
    private static bool IsEcho(ref Utf8JsonReader reader, string kind) => kind switch
    {
        "" => reader.ValueTextEquals("applicationNumber"u8) || reader.ValueTextEquals("applicantAttorneyCd"u8),
        "application" => reader.ValueTextEquals("applicationNumber"u8),
        "publication" =>
            reader.ValueTextEquals("publicationNumber"u8) || reader.ValueTextEquals("nationalPublicationNumber"u8),
        "registration" => reader.ValueTextEquals("registrationNumber"u8),
        _ => false,
    };

    private static bool IsName(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("name"u8) || reader.ValueTextEquals("applicantAttorneyName"u8);

    private static string? Scalar(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String when reader.ValueSpan.Length > 0 =>
            JpoTextConverter.Text(ref reader)!.Trim() is { Length: > 0 } text ? text : null,
        JsonTokenType.Number => Encoding.ASCII.GetString(reader.ValueSpan.ToArray()),
        _ => null,
    };

    private static bool IsSameNumber(string told, string asked) =>
        told == asked || (told.TrimStart('0') is { Length: > 0 } digits && digits == asked.TrimStart('0'));

    /// <summary>
    /// By its letters and digits: whether JPO keeps a name with the one dash or the other,
    /// in full width or half, does not make it another.
    /// </summary>
    private static bool IsSameName(string told, string asked) => told == asked || Letters(told) == Letters(asked);

    private static string Letters(string name)
    {
        var letters = new StringBuilder(name.Length);
        foreach (char c in name.Normalize(NormalizationForm.FormKC))
        {
            if ((char.IsLetterOrDigit(c) && c != 'ー') || char.IsSurrogate(c))
            {
                letters.Append(char.ToUpperInvariant(c));
            }
        }

        return letters.ToString();
    }

    private static AnswerCheck OfXml(string parameters, XElement answer)
    {
        string[] parts = parameters.Split('/');
        bool isPublication = parts[0] == "publication";
        string askedFor = parts.Length > 1 && parts[0] is "application" or "publication" ? parts[1] : parts[0];
        string[] asked = askedFor.Split('.');
        bool hasContent = false;
        string? other = null;
        foreach (XElement element in answer.Elements())
        {
            if (element.Name.LocalName is "statusCode" or "errorMessage" or "remainAccessCount")
            {
                continue;
            }

            foreach (XNode node in element.DescendantNodesAndSelf())
            {
                hasContent |= node is XText text
                    ? text.Value.Trim().Length > 0
                    : node is XElement { HasAttributes: true };
            }

            foreach (string number in NumbersAsAsked(element, isPublication))
            {
                string[] told = number.Split('.');
                if (told.Length != 3 || asked.Length != 3 || told[0] != asked[0])
                {
                    continue;
                }

                if (IsSameAbroad(told[1], asked[1]))
                {
                    return default;
                }

                other ??= number;
            }
        }

        return other != null
            ? new AnswerCheck(AnswerFault.OtherCase, Shown(other))
            : new AnswerCheck(hasContent ? AnswerFault.None : AnswerFault.NoData);
    }

    /// <summary>
    /// The numbers among which the one asked for must be, if any of its office is there. Cited documents are others'.
    /// </summary>
    private static IEnumerable<string> NumbersAsAsked(XElement data, bool isPublication)
    {
        foreach (XElement element in data.Descendants())
        {
            bool isOfCase = element.Parent?.Name.LocalName is "reference" or "family-item" or "family-list"
                or "publication-numbers" or "registration-numbers";
            bool isKind = isPublication
                ? element.Name.LocalName is "publication-number" or "registration-number"
                : element.Name.LocalName == "application-number";
            if (isOfCase && isKind && element.Value.Trim() is { Length: > 0 } value)
            {
                string? number = null;
                foreach (XElement inner in element.Descendants())
                {
                    number ??= inner.Name.LocalName == "document-number" ? inner.Value.Trim() : null;
                }

                yield return number ?? value;
            }
        }
    }

    /// <summary>Offices write the year before the serial number of an application or leave it out.</summary>
    private static bool IsSameAbroad(string told, string asked)
    {
        string one = told.TrimStart('0');
        string two = asked.TrimStart('0');
        return one == two
            || (Math.Min(one.Length, two.Length) >= 6
                && (one.EndsWith(two, StringComparison.Ordinal) || two.EndsWith(one, StringComparison.Ordinal)));
    }

    private static string? NumberInName(string? fileName)
    {
        string name = fileName ?? string.Empty;
        int dot = name.LastIndexOf('.');
        string stem = dot < 0 ? name : name.Substring(0, dot);
        string last = stem.Substring(stem.LastIndexOf('_') + 1);
        return last.Length < stem.Length && CaseNumbers.IsTenDigits(last) ? last : null;
    }

    private static string Shown(string number) =>
        number.Length > MaxShown ? number.Substring(0, MaxShown) + "…" : number;
}
