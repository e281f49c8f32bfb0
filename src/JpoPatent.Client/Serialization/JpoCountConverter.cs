using System;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace JpoPatent.Serialization;

/// <summary>A count or a size, <c>"005"</c>. What is no number is null.</summary>
internal sealed class JpoCountConverter : JsonConverter<long?>
{
    public override bool HandleNull => true;

    public override long? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Read(ref reader);

    internal static long? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.String or JsonTokenType.Number && !reader.HasValueSequence)
        {
            ReadOnlySpan<byte> digits = reader.ValueSpan;
            long number = 0;
            foreach (byte digit in digits)
            {
                if (digit is < (byte)'0' or > (byte)'9')
                {
                    return null;
                }

                number = (number * 10) + (digit - '0');
            }

            return digits.Length is > 0 and <= 18 ? number : null;
        }

        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, long? value, JsonSerializerOptions options)
    {
        if (value is { } number)
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
