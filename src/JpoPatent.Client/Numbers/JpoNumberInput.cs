using System.Collections.Generic;
using JpoPatent.Numbers;

namespace JpoPatent;

/// <summary>
/// What a user gave for a number: a text, or a row or object that holds one, with the law and the country that came
/// along. Ten digits are the same in all laws, so what came along must not get lost on the way.
/// </summary>
public sealed class JpoNumberInput
{
    /// <summary>Takes a number as it is written.</summary>
    /// <param name="text">The text, in any of the spellings that people use.</param>
    public JpoNumberInput(string? text)
        : this(text, default)
    {
    }

    internal JpoNumberInput(string? text, NumberTold told)
    {
        Text = text;
        Told = told;
    }

    internal JpoNumberInput(NumberRow row) => Row = row;

    /// <summary>The text; null where a row was given, or nothing.</summary>
    public string? Text { get; }

    /// <summary>An input that is absent.</summary>
    internal static JpoNumberInput Nothing { get; } = new((string?)null);

    /// <summary>What stands beside the text.</summary>
    internal NumberTold Told { get; }

    /// <summary>The row; null where a text was given.</summary>
    internal NumberRow? Row { get; }

    /// <summary>
    /// Whether there is nothing to ask for, as of a case without divisionals.
    /// Its law is held against the command's all the same.
    /// </summary>
    internal bool HasNothingToAsk { get; init; }

    /// <summary>
    /// Of a citation, what it cites: its kind is told where that is a publication that can be asked for.
    /// </summary>
    internal JpoNumberInput? Cited { get; init; }

    /// <summary>The text.</summary>
    /// <returns><see cref="Text"/>, or nothing.</returns>
    public override string ToString() => Text ?? string.Empty;

    /// <summary>The numbers as texts, each with what stands beside it.</summary>
    /// <param name="wanted">The columns of a row in which numbers are looked for, the preferred one first.</param>
    /// <returns>The numbers; one without a text where the columns are empty,
    /// null where a row has none of them.</returns>
    internal IReadOnlyList<JpoNumberInput>? In(IReadOnlyList<NumberColumn> wanted)
    {
        if (Row == null)
        {
            return [this];
        }

        IReadOnlyList<string>? texts = Row.Find(wanted, out JpoNumberKind? kind);
        if (texts == null)
        {
            return null;
        }

        if (texts.Count == 0)
        {
            // A number of another kind is no answer, but its error says more than that a cell is empty.
            texts = Row.Find(NumberColumns.WithNumbers, out kind) ?? texts;
        }

        var told = new NumberTold { Law = Row.Law, Country = Row.Country, Kind = kind };
        return texts.Count == 0 ? [new JpoNumberInput(null, told)] : [.. Each(texts, told)];

        static IEnumerable<JpoNumberInput> Each(IReadOnlyList<string> texts, NumberTold told)
        {
            foreach (string text in texts)
            {
                yield return new JpoNumberInput(text, told);
            }
        }
    }
}
