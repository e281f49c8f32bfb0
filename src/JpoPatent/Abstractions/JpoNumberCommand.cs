using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.Apis;
using JpoPatent.Completers;
using JpoPatent.Errors;
using JpoPatent.Numbers;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Abstractions;

/// <summary>
/// A cmdlet that takes numbers. What came along with a number is held against what the cmdlet is for, before an
/// access is spent: ten digits are the same in all laws.
/// </summary>
public abstract class JpoNumberCommand : JpoFetchCommand
{
    private bool _hasToldMissingColumn;
    private int _blankRows;

    /// <summary>
    /// The law of the numbers, as it stands beside them: Patent, Design, Trademark, 特許, 意匠, 商標, or JPO's law code. A
    /// number of another law is refused.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("法域", "四法")]
    [ArgumentCompleter(typeof(LawCompleter))]
    [LawTransformation]
    public string? Law { get; set; }

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        if (_blankRows > 0)
        {
            WriteVerbose(Format(Messages.BlankRows, _blankRows));
        }

        base.EndProcessing();
    }

    /// <summary>
    /// Reads each input as a number and fetches its answer. What is no number is an error of
    /// its own and costs no access.
    /// </summary>
    /// <param name="api">The API that will be asked.</param>
    /// <param name="given">The numbers as the user gave them.</param>
    /// <param name="kind">What they count; null where they say so themselves.</param>
    /// <param name="ask">Asks the client.</param>
    /// <typeparam name="T">What the answer is.</typeparam>
    internal void FetchEach<T>(
        ApiDescriptor api,
        JpoNumberInput[]? given,
        JpoNumberKind? kind,
        Func<JpoClient, JpoNumber, JpoCallOptions, CancellationToken, Task<T>> ask) =>
        FetchEach([(api, ask)], given, kind);

    /// <summary>The same of several APIs, one after the other for each number.</summary>
    internal void FetchEach<T>(
        IReadOnlyList<(
            ApiDescriptor Api,
            Func<JpoClient, JpoNumber, JpoCallOptions, CancellationToken, Task<T>> Ask)> questions,
        JpoNumberInput[]? given,
        JpoNumberKind? kind)
    {
        ApiDescriptor first = questions[0].Api;
        foreach (JpoNumberInput input in NumbersIn(first, given, kind))
        {
            if (!ApiParameters.TryRead(
                first, input.Text, ToldOf(input), kind, out JpoNumber? number, out JpoException? error))
            {
                WriteError(ErrorRecords.From(error, input.Text));
            }
            else if (!input.HasNothingToAsk)
            {
                if (NumberErrors.Doubt(input.Text, number) is { } doubt)
                {
                    WriteWarning(doubt);
                }

                foreach ((ApiDescriptor api, Func<JpoClient, JpoNumber, JpoCallOptions, CancellationToken, Task<T>> ask)
                    in questions)
                {
                    Fetch(api, input.Text, (client, options, stop) => ask(client, number, options, stop));
                }
            }
        }
    }

    /// <summary>The same for the OPD, whose numbers are DOCDB's.</summary>
    internal void FetchEach<T>(
        ApiDescriptor api,
        JpoNumberInput[]? given,
        JpoNumberKind? kind,
        Func<JpoClient, JpoDocdbNumber, JpoCallOptions, CancellationToken, Task<T>> ask) =>
        FetchEach(api, _ => api, given, kind, ask);

    /// <summary>The same where the number decides which of two APIs has the answer.</summary>
    internal void FetchEach<T>(
        ApiDescriptor api,
        Func<JpoDocdbNumber, ApiDescriptor> apiFor,
        JpoNumberInput[]? given,
        JpoNumberKind? kind,
        Func<JpoClient, JpoDocdbNumber, JpoCallOptions, CancellationToken, Task<T>> ask)
    {
        foreach (JpoNumberInput input in NumbersIn(api, given, kind))
        {
            if (!ApiParameters.TryReadDocdb(
                api, input.Text, ToldOf(input), kind, out JpoDocdbNumber? number, out JpoException? error))
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

    /// <summary>
    /// The numbers in what was given. Rows without a column for them are one error for the whole run,
    /// for a thousand rows lack it alike.
    /// </summary>
    /// <param name="api">The API that will be asked.</param>
    /// <param name="given">What the user gave.</param>
    /// <param name="kind">The kind that is wanted; null where the API takes several.</param>
    private IEnumerable<JpoNumberInput> NumbersIn(ApiDescriptor api, JpoNumberInput[]? given, JpoNumberKind? kind)
    {
        IReadOnlyList<NumberColumn> columns = ApiParameters.Columns(api, kind);

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
            else if (IsOfAnotherLaw(input.Row!, api.Law))
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
    private protected virtual IReadOnlyList<JpoNumberInput>? Select(
        JpoNumberInput input, IReadOnlyList<NumberColumn> columns) => input.In(columns);

    private static bool IsOfAnotherLaw(NumberRow row, JpoLaw law) =>
        LawWords.Read(row.Law) is not (ToldLaw.NotTold or ToldLaw.Unknown) and { } told && told != (ToldLaw)law;
}
