using System;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using JpoPatent.Text;

namespace JpoPatent.Serialization;

/// <summary>
/// Text as the service sends it: <c>""</c> is an absent value. Where a number or a truth value
/// stands in its place, its text is taken.
/// </summary>
internal sealed class JpoTextConverter : JsonConverter<string?>
{
    public override bool HandleNull => true;

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Read(ref reader);

    internal static string? Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return Text(ref reader);
            case JsonTokenType.Number:
                return Encoding.ASCII.GetString(reader.ValueSpan.ToArray());
            case JsonTokenType.True:
                return "true";
            case JsonTokenType.False:
                return "false";
            default:
                // An object or a list where a text is due holds no text; null holds none either.
                reader.Skip();
                return null;
        }
    }

    /// <summary>
    /// A text without control characters. Unescaped JSON can hold only those beyond ASCII,
    /// whose first byte is C2, and DEL.
    /// </summary>
    internal static string? Text(ref Utf8JsonReader reader)
    {
        if (!reader.HasValueSequence && reader.ValueSpan.IsEmpty)
        {
            return null;
        }

        string text = reader.GetString()!;
        return reader.HasValueSequence
            || reader.ValueIsEscaped
            || reader.ValueSpan.IndexOfAny((byte)0xC2, (byte)0x7F) >= 0
            ? ServiceText.Clean(text)
            : text;
    }

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);
}
