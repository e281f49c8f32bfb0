using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization;
using JpoPatent.Answers;

namespace JpoPatent.Serialization;

/// <summary>Codes that stand in one text with blanks or commas between them, or in a list.</summary>
internal sealed class JpoWordsConverter : JsonConverter<IReadOnlyList<string>>
{
    private static readonly char[] Separators = [' ', '\u3000', '\t', ',', '，', '、'];
    private static readonly JpoListConverter<string> Texts = new();

    public override bool HandleNull => true;

    public override IReadOnlyList<string> Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        List<string>? words = null;
        foreach (string text in Texts.Read(ref reader, typeToConvert, options))
        {
            (words ??= []).AddRange(text.Split(Separators, StringSplitOptions.RemoveEmptyEntries));
        }

        return words == null ? JpoList<string>.None : JpoList<string>.Of(words);
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<string> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Answers are read, never written.");
}
