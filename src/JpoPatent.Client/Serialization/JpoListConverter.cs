using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization;
using JpoPatent.Answers;

namespace JpoPatent.Serialization;

/// <summary>
/// A list in any of the forms in which the service sends lists: a list, an object with number keys, a single object, or
/// nothing (<c>[]</c>, <c>{}</c>, <c>""</c>, null). Never null.
/// </summary>
internal sealed class JpoListConverter<T> : JsonConverter<IReadOnlyList<T>>
    where T : class
{
    private JsonConverter<T>? _item;

    public override bool HandleNull => true;

    public override IReadOnlyList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartArray:
                return ReadArray(ref reader, options);
            case JsonTokenType.StartObject:
                return ReadObject(ref reader, options);
            case JsonTokenType.String or JsonTokenType.Number when typeof(T) == typeof(string):
                return ReadItem(ref reader, options) is { } text ? JpoList<T>.Of([text]) : JpoList<T>.None;
            default:
                reader.Skip();
                return JpoList<T>.None;
        }
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Answers are read, never written.");

    private IReadOnlyList<T> ReadArray(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        List<T>? items = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            Add(ref items, ReadItem(ref reader, options));
        }

        return items == null ? JpoList<T>.None : JpoList<T>.Of(items);
    }

    private IReadOnlyList<T> ReadObject(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        // A single text is never an object, so an object of texts is a list whatever its keys are.
        Utf8JsonReader ahead = reader;
        if (typeof(T) != typeof(string)
            && ahead.Read()
            && ahead.TokenType == JsonTokenType.PropertyName
            && !IsNumber(ahead.ValueSpan))
        {
            return ReadItem(ref reader, options) is { } single ? JpoList<T>.Of([single]) : JpoList<T>.None;
        }

        List<T>? items = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            reader.Read();
            Add(ref items, ReadItem(ref reader, options));
        }

        return items == null ? JpoList<T>.None : JpoList<T>.Of(items);
    }

    private T? ReadItem(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        if (typeof(T) == typeof(string))
        {
            return (T?)(object?)JpoTextConverter.Read(ref reader);
        }

        Utf8JsonReader ahead = reader;
        if (reader.TokenType != JsonTokenType.StartObject
            || !ahead.Read()
            || ahead.TokenType == JsonTokenType.EndObject)
        {
            reader.Skip();
            return null;
        }

        // The serializer itself would run over the whole item first, to find its end, and then over it again; lists
        // stand in lists, and that made half of the parsing.
        _item ??= (JsonConverter<T>)options.GetTypeInfo(typeof(T)).Converter;
        return _item.Read(ref reader, typeof(T), options);
    }

    private static void Add(ref List<T>? items, T? item)
    {
        if (item != null)
        {
            (items ??= []).Add(item);
        }
    }

    private static bool IsNumber(ReadOnlySpan<byte> key)
    {
        foreach (byte b in key)
        {
            if (b is < (byte)'0' or > (byte)'9')
            {
                return false;
            }
        }

        return key.Length > 0;
    }
}
