using System;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace JpoPatent;

/// <summary>An object that may be absent: <c>{}</c>, <c>""</c>, <c>[]</c> and null all mean that there is none; a list in its place gives its first.</summary>
internal sealed class JpoObjectConverter<T> : JsonConverter<T?>
    where T : class
{
    public override bool HandleNull => true;

    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Utf8JsonReader ahead = reader;
        if (reader.TokenType == JsonTokenType.StartObject && ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            return JsonSerializer.Deserialize(ref reader, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));
        }

        if (reader.TokenType == JsonTokenType.StartArray)
        {
            T? first = null;
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                T? item = Read(ref reader, typeToConvert, options);
                first ??= item;
            }

            return first;
        }

        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, T? value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Answers are read, never written.");
}
