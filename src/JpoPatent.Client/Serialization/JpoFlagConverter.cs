using System;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace JpoPatent.Serialization;

/// <summary>A flag: <c>"1"</c> is true, everything else false.</summary>
internal sealed class JpoFlagConverter : JsonConverter<bool>
{
    public override bool HandleNull => true;

    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        bool isSet = reader.TokenType switch
        {
            JsonTokenType.String => reader.ValueTextEquals("1"u8),
            JsonTokenType.Number => reader.ValueSpan.SequenceEqual("1"u8),
            JsonTokenType.True => true,
            _ => false,
        };
        reader.Skip();
        return isSet;
    }

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) =>
        writer.WriteBooleanValue(value);
}
