using System;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace JpoPatent.Serialization;

/// <summary>
/// An object that may be absent: <c>{}</c>, <c>""</c>, <c>[]</c> and null all mean that it is absent;
/// a list in its place gives its first.
/// </summary>
internal sealed class JpoObjectConverter<T> : JsonConverter<T?>
    where T : class
{
    private JsonConverter<T>? _value;

    public override bool HandleNull => true;

    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Utf8JsonReader ahead = reader;
        if (reader.TokenType == JsonTokenType.StartObject
            && ahead.Read()
            && ahead.TokenType == JsonTokenType.PropertyName)
        {
            // As in the list's converter: the serializer itself would read everything twice.
            _value ??= (JsonConverter<T>)options.GetTypeInfo(typeof(T)).Converter;
            return _value.Read(ref reader, typeof(T), options);
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
