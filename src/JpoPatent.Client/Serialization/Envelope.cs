using System;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using JpoPatent.Answers;

namespace JpoPatent.Serialization;

/// <summary>
/// The head of an answer: what <c>statusCode</c>, <c>errorMessage</c> and <c>remainAccessCount</c> say, and where in
/// the body <c>data</c> stands. Read once, just above the wire; retry, quota and token decide by it, and the model is
/// read from <see cref="Data"/> later.
/// </summary>
internal readonly struct Envelope
{
    /// <summary>No limit is anywhere near: a counter beyond this is not valid.</summary>
    private const int MaxCount = 10_000_000;

    private Envelope(
        AnswerForm form, string? statusCode, string? errorMessage, int? remaining, int dataStart, int dataLength,
        XElement? xml = null, AnswerCheck check = default)
    {
        Form = form;
        StatusCode = statusCode;
        ErrorMessage = errorMessage;
        Remaining = remaining;
        DataStart = dataStart;
        DataLength = dataLength;
        Xml = xml;
        DataCheck = check;
    }

    internal AnswerForm Form { get; }

    /// <summary>Three digits, or null where the body has none.</summary>
    internal string? StatusCode { get; }

    internal string? ErrorMessage { get; }

    /// <summary>What is left today of the API that answered; null where the service did not say.</summary>
    internal int? Remaining { get; }

    internal int DataStart { get; }

    internal int DataLength { get; }

    /// <summary>The whole answer where it is XML.</summary>
    internal XElement? Xml { get; }

    /// <summary>What is wrong with the data of a JSON answer, where it was read for a question.</summary>
    internal AnswerCheck DataCheck { get; }

    internal ReadOnlyMemory<byte> Data(ReadOnlyMemory<byte> body) => body.Slice(DataStart, DataLength);

    /// <param name="bytes">The whole body.</param>
    /// <param name="api">What was asked, so that the data are checked on the way over them;
    /// null where they need no check.</param>
    /// <param name="parameters">What stood behind the API's path, as it was sent.</param>
    internal static Envelope Read(ReadOnlyMemory<byte> bytes, ApiDescriptor? api = null, string parameters = "")
    {
        ReadOnlySpan<byte> body = bytes.Span;
        int start = SkipBlank(body);
        ReadOnlySpan<byte> rest = body.Slice(start);
        if (rest.IsEmpty)
        {
            return Bare(AnswerForm.Empty);
        }

        if (rest[0] == (byte)'{')
        {
            return ReadJson(body, start, api, parameters);
        }

        AnswerForm file = FileFormOf(rest);
        if (file != AnswerForm.Unknown)
        {
            return Bare(file);
        }

        return rest[0] == (byte)'<' ? ReadMarkup(bytes, rest) : Bare(AnswerForm.Unknown);
    }

    /// <summary>The same of an answer that was read before and had what was asked for.</summary>
    internal static Envelope OfJson(int dataStart, int dataLength) =>
        new(AnswerForm.Json, StatusCodes.Done, null, null, dataStart, dataLength);

    private static Envelope Bare(AnswerForm form) => new(form, null, null, null, 0, 0);

    /// <summary>A byte-order mark and blanks before the body do no harm.</summary>
    private static int SkipBlank(ReadOnlySpan<byte> body)
    {
        int start = body.StartsWith("\uFEFF"u8) ? 3 : 0;
        while (start < body.Length && body[start] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            start++;
        }

        return start;
    }

    /// <summary>What kind of file begins so; whether it is whole shows when it is opened.</summary>
    internal static AnswerForm FileFormOf(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8))
        {
            return AnswerForm.Zip;
        }

        return head.StartsWith("%PDF"u8) ? AnswerForm.Pdf : AnswerForm.Unknown;
    }

    private static Envelope ReadMarkup(ReadOnlyMemory<byte> body, ReadOnlySpan<byte> rest)
    {
        string head = Encoding.ASCII.GetString(rest.Slice(0, Math.Min(rest.Length, 512)).ToArray());
        if (head.IndexOf("<html", StringComparison.OrdinalIgnoreCase) >= 0
            || head.IndexOf("<!doctype html", StringComparison.OrdinalIgnoreCase) >= 0)
        {
            return Bare(AnswerForm.Html);
        }

        return OpdEnvelope.Read(body) is { } answer && OpdEnvelope.Head(answer, "statusCode") is { } statusCode
            ? new Envelope(
                AnswerForm.Xml, statusCode, OpdEnvelope.Head(answer, "errorMessage"),
                Count(OpdEnvelope.Head(answer, "remainAccessCount")), 0, body.Length, answer)
            : Bare(AnswerForm.Unknown);
    }

    private static Envelope ReadJson(ReadOnlySpan<byte> body, int start, ApiDescriptor? api, string parameters)
    {
        string? statusCode = null;
        string? errorMessage = null;
        int? remaining = null;
        int dataStart = 0;
        int dataLength = 0;
        bool found = false;
        AnswerCheck check = default;
        try
        {
            var reader = new Utf8JsonReader(body.Slice(start), isFinalBlock: true, state: default);
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                bool isResult = reader.ValueTextEquals("result"u8);
                reader.Read();
                if (!isResult || reader.TokenType != JsonTokenType.StartObject)
                {
                    reader.Skip();
                    continue;
                }

                found = true;
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    if (reader.ValueTextEquals("data"u8))
                    {
                        reader.Read();
                        dataStart = start + checked((int)reader.TokenStartIndex);
                        if (api == null)
                        {
                            reader.Skip();
                        }
                        else
                        {
                            check = AnswerCheck.OfJson(api, parameters, ref reader);
                        }

                        dataLength = start + checked((int)reader.BytesConsumed) - dataStart;
                    }
                    else if (reader.ValueTextEquals("statusCode"u8))
                    {
                        reader.Read();
                        statusCode = Scalar(ref reader);
                    }
                    else if (reader.ValueTextEquals("errorMessage"u8))
                    {
                        reader.Read();
                        errorMessage = Scalar(ref reader);
                    }
                    else if (reader.ValueTextEquals("remainAccessCount"u8))
                    {
                        reader.Read();
                        remaining = Count(Scalar(ref reader));
                    }
                    else
                    {
                        reader.Read();
                        reader.Skip();
                    }
                }
            }

            // Reading on to the end is what tells a whole answer from one that was cut off.
            while (reader.Read())
            {
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The second comes from a text with half a surrogate pair in it.
            return Bare(AnswerForm.Unknown);
        }

        return found && statusCode != null
            ? new Envelope(AnswerForm.Json, statusCode, errorMessage, remaining, dataStart, dataLength, check: check)
            : Bare(AnswerForm.Unknown);
    }

    /// <summary>The service sends strings; a number or null in their place is taken for what it means.</summary>
    private static string? Scalar(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                // Almost every answer is a 100: no new string for it.
                if (reader.ValueTextEquals("100"u8))
                {
                    return StatusCodes.Done;
                }

                return JpoTextConverter.Text(ref reader);
            case JsonTokenType.Number:
                return Encoding.ASCII.GetString(reader.ValueSpan.ToArray());
            default:
                reader.Skip();
                return null;
        }
    }

    internal static int? Count(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count <= MaxCount
            ? count
            : null;
}
