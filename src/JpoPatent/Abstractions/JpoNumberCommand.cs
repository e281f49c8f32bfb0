using System;
using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.Completers;
using JpoPatent.Errors;

namespace JpoPatent.Abstractions;

/// <summary>
/// A cmdlet that takes numbers. What came along with a number is held against what the cmdlet is for, before an access is spent: ten digits are the same in all laws.
/// </summary>
public abstract class JpoNumberCommand : JpoFetchCommand
{
    private bool _hasToldMissingColumn;
    private int _blankRows;

    /// <summary>The law of the numbers, as it stands beside them: Patent, Design, Trademark, 特許, 意匠, 商標, or JPO's law code. A number of another law is refused.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("法域", "四法")]
    [ArgumentCompleter(typeof(LawCompleter))]
    [LawTransformation]
    public string? Law { get; set; }

    /// <summary>The law whose cases the cmdlet takes.</summary>
    private protected abstract JpoLaw CaseLaw { get; }

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        if (_blankRows > 0)
        {
            WriteVerbose(string.Format(CultureInfo.CurrentCulture, Messages.BlankRows, _blankRows));
        }

        base.EndProcessing();
    }

    /// <summary>Reads each input as a number and fetches its answer. What is no number is an error of its own and costs no access.</summary>
    /// <param name="api">The API that will be asked.</param>
    /// <param name="given">The numbers as the user gave them.</param>
    /// <param name="columns">Where in a row they stand.</param>
    /// <param name="kind">What they count; null where they say so themselves.</param>
    /// <param name="ask">Asks the client.</param>
    /// <typeparam name="T">What the answer is.</typeparam>
    internal void FetchEach<T>(
        ApiDescriptor api,
        JpoNumberInput[]? given,
        NumberColumn[] columns,
        JpoNumberKind? kind,
        Func<JpoClient, JpoNumber, JpoCallOptions, CancellationToken, Task<T>> ask) => FetchEach([(api, ask)], given, columns, kind);

    /// <summary>The same of several APIs, one after the other for each number.</summary>
    internal void FetchEach<T>(
        IReadOnlyList<(ApiDescriptor Api, Func<JpoClient, JpoNumber, JpoCallOptions, CancellationToken, Task<T>> Ask)> questions,
        JpoNumberInput[]? given,
        NumberColumn[] columns,
        JpoNumberKind? kind)
    {
        foreach (JpoNumberInput input in NumbersIn(given, columns))
        {
            if (!NumberReader.TryRead(input.Text, ToldOf(input), kind, CaseLaw, out JpoNumber? number, out JpoException? error))
            {
                WriteError(ErrorRecords.From(error, input.Text));
            }
            else if (!input.HasNothingToAsk)
            {
                foreach ((ApiDescriptor api, Func<JpoClient, JpoNumber, JpoCallOptions, CancellationToken, Task<T>> ask) in questions)
                {
                    Fetch(api, input.Text, (client, options, stop) => ask(client, number, options, stop));
                }
            }
        }
    }

    /// <summary>The same for the OPD, whose numbers are DOCDB's.</summary>
    internal void FetchEach<T>(
        Func<JpoDocdbNumber, ApiDescriptor> apiFor,
        JpoNumberInput[]? given,
        NumberColumn[] columns,
        JpoNumberKind? kind,
        Func<JpoClient, JpoDocdbNumber, JpoCallOptions, CancellationToken, Task<T>> ask)
    {
        foreach (JpoNumberInput input in NumbersIn(given, columns))
        {
            if (!NumberReader.TryReadDocdb(input.Text, ToldOf(input), kind, out JpoDocdbNumber? number, out JpoException? error))
            {
                WriteError(ErrorRecords.From(error, input.Text));
            }
            else if (!input.HasNothingToAsk)
            {
                Fetch(apiFor(number), input.Text, (client, options, stop) => ask(client, number, options, stop));
            }
        }
    }

    /// <summary>What stands beside a number: in its own row, else what was said for all.</summary>
    private protected NumberTold ToldOf(JpoNumberInput input) => input.Told with { Law = input.Told.Law ?? Law };

    /// <summary>The numbers in what was given. Rows without a column for them are one error for the whole run, for a thousand rows lack it alike.</summary>
    private protected IEnumerable<JpoNumberInput> NumbersIn(JpoNumberInput[]? given, NumberColumn[] columns)
    {
        // An absent value is an input too: a row of a portfolio without its number must not vanish in silence.
        foreach (JpoNumberInput input in given ?? [JpoNumberInput.Nothing])
        {
            if (input.Row is { IsBlank: true })
            {
                _blankRows++;
            }
            else if (Select(input, columns) is { } numbers)
            {
                foreach (JpoNumberInput number in numbers)
                {
                    yield return number;
                }
            }
            else if (IsOfAnotherLaw(input.Row!))
            {
                yield return new JpoNumberInput(null, new NumberTold { Law = input.Row!.Law });
            }
            else if (!_hasToldMissingColumn)
            {
                _hasToldMissingColumn = true;
                WriteError(ErrorRecords.ColumnMissing(columns, input.Row!.Headings));
            }
        }
    }

    /// <summary>The numbers in one input; null where it is a row without a column for them.</summary>
    private protected virtual IReadOnlyList<JpoNumberInput>? Select(JpoNumberInput input, NumberColumn[] columns) => input.In(columns);

    private bool IsOfAnotherLaw(NumberRow row) => LawWords.Read(row.Law) is not (ToldLaw.NotTold or ToldLaw.Unknown) and { } told && told != (ToldLaw)CaseLaw;
}
