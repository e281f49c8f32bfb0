using System;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace JpoPatent;

/// <summary>Text as the service sends it: <c>""</c> is an absent value. Where a number or a truth value stands in its place, its text is taken.</summary>
internal sealed class JpoTextConverter : JsonConverter<string?>
{
    public override bool HandleNull => true;

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    internal static string? Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return !reader.HasValueSequence && reader.ValueSpan.IsEmpty ? null : reader.GetString();
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

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
