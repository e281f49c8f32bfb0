using System;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace JpoPatent.Serialization;

/// <summary>
/// A small count such as a number of pages or claims: as <see cref="JpoCountConverter"/>, within an <see cref="int"/>.
/// </summary>
internal sealed class JpoNumberOfConverter : JsonConverter<int?>
{
    public override bool HandleNull => true;

    public override int? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JpoCountConverter.Read(ref reader) is { } count and <= int.MaxValue ? (int)count : null;

    public override void Write(Utf8JsonWriter writer, int? value, JsonSerializerOptions options)
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
