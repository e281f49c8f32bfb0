using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;
using JpoPatent.Abstractions;
using JpoPatent.Cases;
using JpoPatent.Completers;
using JpoPatent.Deadlines;
using JpoPatent.Errors;
using JpoPatent.Sheets;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Commands;

/// <summary>
/// Takes a list, any law mixed, and gives it back row by row with what JPO says of each case. A row that cannot be
/// answered comes out too, with the reason, so that what goes out has as many rows as what came in, in the same order.
/// </summary>
[Cmdlet(
    VerbsCommon.Get, "JpoCase", SupportsShouldProcess = true, DefaultParameterSetName = RowsSet,
    HelpUri = HelpPages.Folder + "Get-JpoCase.md")]
[OutputType(typeof(JpoCase))]
public sealed class GetJpoCaseCommand : JpoConnectedCommand
{
    private const string RowsSet = "Rows";
    private const string PathSet = "Path";

    private readonly List<CaseRow> _rows = [];
    private readonly SortedDictionary<string, int> _problems = new(StringComparer.Ordinal);
    private readonly RunProgress _progress = new(TimeSpan.FromSeconds(2));
    private bool _hasToldColumn;
    private string? _waitingFor;
    private int _done;
    private int _count;

    /// <summary>
    /// Rows of Import-Csv, Import-Excel or ConvertFrom-Json, hashtables, numbers, or objects of this module. The
    /// number is found by the names that people give to its column.
    /// </summary>
    [Parameter(ParameterSetName = RowsSet, Position = 0, ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public PSObject?[]? InputObject { get; set; }

    /// <summary>A list in a file: CSV in any of the usual encodings, or an Excel workbook.</summary>
    [Parameter(ParameterSetName = PathSet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>The encoding of a CSV file; without it the encoding is found by looking.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [EncodingTransformation]
    [ArgumentCompleter(typeof(EncodingCompleter))]
    [ValidateNotNull]
    public Encoding? Encoding { get; set; }

    /// <summary>The worksheet of a workbook; without it the first.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [ValidateNotNullOrEmpty]
    public string? WorksheetName { get; set; }

    /// <summary>The law of rows that do not say it: neither in a column nor in the number.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(LawCompleter))]
    [LawTransformation]
    public string? Law { get; set; }

    /// <summary>Ask the simple progress API, which has a daily limit of its own.</summary>
    [Parameter]
    public SwitchParameter Simple { get; set; }

    /// <summary>Ask for the registration of registered cases, too: next annuity and end of the term.</summary>
    [Parameter]
    public SwitchParameter Registration { get; set; }

    /// <summary>
    /// Fetch the notice or decision whose term runs, too, so that the due day is the one that it states.
    /// </summary>
    [Parameter]
    public SwitchParameter Document { get; set; }

    /// <summary>
    /// What an earlier run wrote, CSV or XLSX: only rows that it could not answer are asked for.
    /// Without other input the file is the list.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Resume { get; set; }

    /// <summary>Fetch anew although today's answer is in the cache. The new answer replaces the old.</summary>
    [Parameter]
    public SwitchParameter NoCache { get; set; }

    /// <summary>Add the full answer as the property Answer.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc />
    protected override void BeginProcessing()
    {
        _ = Connected;
        if (ParameterSetName == RowsSet
            && Resume == null
            && !MyInvocation.ExpectingInput
            && !MyInvocation.BoundParameters.ContainsKey(nameof(InputObject)))
        {
            ThrowTerminatingError(ErrorRecords.From(new ArgumentException(Messages.NoRows), null));
        }
    }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        foreach (PSObject? input in InputObject ?? [])
        {
            if (input?.BaseObject is FileInfo file)
            {
                _rows.AddRange(ReadFile(file.FullName, null, null));
            }
            else
            {
                _rows.AddRange(RowInput.Of(input));
            }
        }
    }

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        // All rows first: the columns that go out are those of all of them, and the plan says what they cost.
        var resume = new CaseResume(Connected.IsSandbox);
        bool isResumedAlone = Resume != null
            && ParameterSetName == RowsSet
            && !MyInvocation.ExpectingInput
            && InputObject == null;
        List<CaseRequest> earlier = Resume == null ? [] : Read(ReadEarlier(Resume, isResumedAlone));
        earlier.ForEach(resume.Add);
        List<CaseRequest> requests = isResumedAlone
            ? earlier
            : Read(ParameterSetName == PathSet ? ReadFile(Path, Encoding, WorksheetName) : _rows);

        var scope = new CaseScope
        {
            IsSimple = Simple,
            WithRegistration = Registration,
            WithDocuments = Document,
            NoCache = NoCache,
        };
        if (requests.Count > 0 && MayAsk(requests, resume, scope))
        {
            Run(requests, resume, scope);
        }
    }

    private protected override void OnTold(JpoActivity activity)
    {
        if (activity.Kind is JpoActivityKind.Waiting or JpoActivityKind.Retrying or JpoActivityKind.Downloading)
        {
            _waitingFor = activity.Message;
            ShowProgress();
        }
    }

    private protected override void OnTick() => ShowProgress();

    /// <summary>
    /// What an earlier run wrote. A script that names the file of the run before has none on its first night.
    /// </summary>
    private IEnumerable<CaseRow> ReadEarlier(string path, bool isList)
    {
        if (isList || File.Exists(SessionState.Path.GetUnresolvedProviderPathFromPSPath(path)))
        {
            return ReadFile(path, null, null);
        }

        WriteWarning(Format(Messages.NothingToResume, path));
        return [];
    }

    private IEnumerable<CaseRow> ReadFile(string path, Encoding? encoding, string? worksheet)
    {
        SheetTable table = this.ReadList(path, encoding, worksheet);
        if (table.Rows.Count == 0)
        {
            TellEmpty(table);
        }

        return CaseRowReader.Rows(table);
    }

    /// <summary>
    /// A list without a row may be one that was cut off, or read in another encoding:
    /// silence would pass for "nothing to do".
    /// </summary>
    private void TellEmpty(SheetTable table)
    {
        if (table.Headings.Any(CaseRowReader.IsNumberHeading))
        {
            WriteWarning(Format(Messages.EmptyList, table.FileName));
        }
        else
        {
            _hasToldColumn = true;
            WriteError(ErrorRecords.ColumnMissing(CaseRowReader.Wanted, table.Headings));
        }
    }

    private List<CaseRequest> Read(IEnumerable<CaseRow> rows)
    {
        CaseRowReader reader = this.ReaderOfRows(Law);
        return [.. rows.Select(reader.Read).OfType<CaseRequest>()];
    }

    /// <summary>Says what the run will cost, and asks where the user wants to be asked.</summary>
    private bool MayAsk(List<CaseRequest> requests, CaseResume resume, CaseScope scope)
    {
        var plan = new CasePlan(Connected.Client, scope);
        foreach (CaseRequest request in requests)
        {
            if (request.Number != null && resume.Find(request) == null)
            {
                plan.Add(request.Number);
            }
        }

        string costs = string.Join("; ", plan.Calls.Select(call => Format(
            Messages.PlanPart,
            call.Api.Id,
            call.Count,
            Connected.Client.GetQuota(call.Api).Remaining)));
        string target = Format(
            Messages.PlanRows,
            requests.Count,
            requests.Count(static request => request.Number == null));
        return ShouldProcess(
            target,
            costs.Length == 0
                ? Messages.PlanNothing
                : Format(Messages.PlanAction, costs));
    }

    private void Run(List<CaseRequest> requests, CaseResume resume, CaseScope scope)
    {
        var layout = new CaseLayout();
        requests.ForEach(layout.Add);
        var fetcher = new CaseFetcher(Connected.Client, scope);
        var options = new JpoCallOptions { NoCache = NoCache, Activity = this };
        JpoException? ended = null;
        _count = requests.Count;
        foreach (CaseRequest request in requests)
        {
            if (request.LacksColumn && !_hasToldColumn)
            {
                _hasToldColumn = true;
                WriteError(ListInput.ColumnMissing(request));
            }

            CaseAnswer? answer = null;
            CaseValues? values = resume.Find(request);
            if (values == null && request.Number != null && ended == null)
            {
                answer = Ask(fetcher, request.Number, options, out ended);
            }

            values ??= Facts(request, answer, ended);
            _done++;
            _waitingFor = null;
            PSObject row = CaseObject.Make(layout, request, values, answer);
            if (PassThru)
            {
                row.Properties.Add(new PSNoteProperty(layout.AnswerName, answer?.Progress));
            }

            WriteObject(row);
            ShowProgress();
        }

        Summarize(ended);
    }

    /// <summary>
    /// Asks for a case. What ends a run after rows have gone out ends no pipeline:
    /// the rows that follow say why they were not asked for.
    /// </summary>
    private CaseAnswer? Ask(CaseFetcher fetcher, JpoNumber number, JpoCallOptions options, out JpoException? ended)
    {
        ended = null;
        try
        {
            return Wait(stop => fetcher.FetchAsync(number, options, stop));
        }
        catch (JpoException error) when (ErrorRecords.EndsPipeline(error))
        {
            if (_done == 0)
            {
                ThrowTerminatingError(ErrorRecords.From(error, number.Display));
            }

            ended = error;
            return null;
        }
    }

    private CaseValues Facts(CaseRequest request, CaseAnswer? answer, JpoException? ended)
    {
        CaseValues values = answer == null ? CaseFacts.Identity(request) : CaseFacts.Of(request, answer);
        values[CaseField.IsSandbox] ??= Connected.IsSandbox;
        if (request.LacksColumn)
        {
            values[CaseField.Problem] = Placed(request, Messages.RowLacksColumn);
            values[CaseField.ProblemId] = ErrorRecords.ColumnMissingId;
        }
        else if ((request.Error ?? answer?.Error ?? ended) is { } error)
        {
            values[CaseField.Problem] = Placed(request, error.Message);
            values[CaseField.ProblemId] = ErrorRecords.From(error, null).FullyQualifiedErrorId;
        }

        if (values.Text(CaseField.ProblemId) is { } id)
        {
            _problems[id] = _problems.TryGetValue(id, out int count) ? count + 1 : 1;
        }

        return values;
    }

    private static string Placed(CaseRequest request, string words) =>
        request.Place == null ? words : request.Place + ": " + words;

    /// <summary>
    /// One warning for all rows that have no answer: an error each would end scripts that stop at errors, and the
    /// rows that went out would be lost.
    /// </summary>
    private void Summarize(JpoException? ended)
    {
        _progress.End(this);
        if (_problems.Count > 0)
        {
            string counts = string.Join(
                ", ",
                _problems.Select(
                    static problem => problem.Key + " " + problem.Value.ToString(CultureInfo.CurrentCulture)));
            WriteWarning(Format(Messages.RowsWithProblem, _problems.Values.Sum(), _count, counts));
        }

        if (ended != null)
        {
            WriteWarning(ended.Message);
        }
    }

    private void ShowProgress()
    {
        if (_progress.IsDue && _count > 0)
        {
            _progress.Show(
                this,
                Format(Messages.RowsDone, _done, _count),
                (int)(100L * _done / _count),
                _waitingFor);
        }
    }
}
