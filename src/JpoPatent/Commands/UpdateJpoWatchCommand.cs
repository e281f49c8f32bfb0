using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Text;
using JpoPatent.Abstractions;
using JpoPatent.Cases;
using JpoPatent.Completers;
using JpoPatent.Errors;
using JpoPatent.Planning;
using JpoPatent.Time;
using JpoPatent.Watch;
using JpoPatent.Words;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Commands;

/// <summary>
/// One night's work on a portfolio: takes the list in, plans, looks and writes after each look, inside the limits. It
/// always ends with what the night came to.
/// </summary>
[Cmdlet(VerbsData.Update, "JpoWatch", SupportsShouldProcess = true, HelpUri = HelpPages.Folder + "Update-JpoWatch.md")]
[OutputType(typeof(JpoWatchNight), typeof(JpoCase))]
public sealed class UpdateJpoWatchCommand : JpoWatchCommand
{
    // So many failures of the service in a row are no accident.
    private const int FailuresAtMost = 3;

    private readonly List<CaseRow> _rows = [];
    private readonly RunProgress _progress = new(TimeSpan.FromSeconds(1));
    private readonly HashSet<WatchCase> _looked = [];
    private string? _waitingFor;
    private string _now = string.Empty;
    private int _made;
    private int _done;
    private int _planned;
    private int _changes;
    private int _critical;

    /// <summary>
    /// The list of cases: CSV in any of the usual encodings, or an Excel workbook. The list is the truth: what it no
    /// longer has is not looked at any more.
    /// </summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Portfolio { get; set; }

    /// <summary>The list as rows: of Import-Csv and its kin, hashtables, numbers, or objects of this module.</summary>
    [Parameter(ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public PSObject?[]? InputObject { get; set; }

    /// <summary>The encoding of a CSV file; without it the encoding is found by looking.</summary>
    [Parameter]
    [EncodingTransformation]
    [ArgumentCompleter(typeof(EncodingCompleter))]
    [ValidateNotNull]
    public Encoding? Encoding { get; set; }

    /// <summary>The worksheet of a workbook; without it the first.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? WorksheetName { get; set; }

    /// <summary>The law of rows that do not say it.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(LawCompleter))]
    [LawTransformation]
    public string? Law { get; set; }

    /// <summary>
    /// When to end: a time such as 05:00, the next one in Japan, or a day with its time.
    /// One in the past spends nothing.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public object? Until { get; set; }

    /// <summary>How long to work, such as 02:45.</summary>
    [Parameter]
    [ValidateNotNull]
    public TimeSpan? For { get; set; }

    /// <summary>The most looks of this run.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int? MaxLooks { get; set; }

    /// <summary>Believe a list that has lost more than a tenth of its cases at once.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Give the cases that were not looked at out as well.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private JpoClient Client => Connected.Client;

    /// <inheritdoc />
    protected override void BeginProcessing() => _ = Connected;

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        foreach (PSObject? input in InputObject ?? [])
        {
            _rows.AddRange(RowInput.Of(input));
        }
    }

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        ReadClock();
        DateTimeOffset? end = ReadEnd();
        bool hasList = Portfolio != null || MyInvocation.ExpectingInput || InputObject != null;
        List<CaseRequest> requests = hasList ? ReadList() : [];
        string path = FilePath();
        using WatchBook book = Guard(() => WatchBook.Open(path));
        TellDamage(book);
        bool isChanged = hasList && Guard(() => WatchIntake.Take(book, requests, Night, Force));
        var looker = new WatchLooker(Client, book);
        WatchPlan plan = MakePlan(book, looker, end);
        if (!ShouldProcess(
            Format(Messages.WatchTarget, Active(book).Count, path),
            Format(Messages.WatchAction, plan.Looks.Count, Costs(plan))))
        {
            return;
        }

        if (isChanged || !book.Exists || book.Damaged > 0)
        {
            Guard(() => Compact(book));
        }

        try
        {
            Work(book, looker, plan, end);
        }
        finally
        {
            Guard(() => Compact(book));
        }
    }

    private protected override void OnTold(JpoActivity activity)
    {
        if (activity.Kind is JpoActivityKind.Waiting or JpoActivityKind.Retrying)
        {
            _waitingFor = activity.Message;
            ShowProgress();
        }
    }

    private protected override void OnTick() => ShowProgress();

    private static List<WatchCase> Active(WatchBook book) => [.. book.Cases.Where(static one => one.Retired == null)];

    private static string Costs(WatchPlan plan)
    {
        IEnumerable<string> parts = plan.Looks
            .GroupBy(static look => (look.Case.Law, look.Look.Api))
            .Select(static group => Format(
                Messages.WatchCost, ValueWords.Of(group.Key.Law),
                group.Key.Api == LookApi.Progress ? "app_progress_simple" : "registration_info", group.Count()));
        return string.Join("; ", parts);
    }

    private bool Compact(WatchBook book)
    {
        book.Compact(Night);
        return true;
    }

    private List<CaseRequest> ReadList()
    {
        IEnumerable<CaseRow> rows = _rows;
        if (Portfolio != null)
        {
            rows = CaseRowReader.Rows(this.ReadList(Portfolio, Encoding, WorksheetName)).Concat(_rows);
        }

        CaseRowReader reader = this.ReaderOfRows(Law);
        var requests = new List<CaseRequest>();
        var unreadable = new List<CaseRequest>();
        foreach (CaseRequest request in rows.Select(reader.Read).OfType<CaseRequest>())
        {
            if (request.LacksColumn)
            {
                ThrowTerminatingError(ListInput.ColumnMissing(request));
            }

            (request.Number == null ? unreadable : requests).Add(request);
        }

        if (unreadable.Count > 0)
        {
            CaseRequest first = unreadable[0];
            WriteWarning(Format(
                Messages.WatchUnreadable,
                unreadable.Count,
                (first.Place == null ? string.Empty : first.Place + ": ")
                    + (first.Error?.Message ?? first.Written ?? string.Empty)));
        }

        return requests;
    }

    private WatchPlan MakePlan(WatchBook book, WatchLooker looker, DateTimeOffset? end)
    {
        int? most = MaxLooks - _made;
        if (end is { } at && Client.Options.RequestsPerMinute > 0)
        {
            double minutes = Math.Max(0, (at - Client.Clock.Now).TotalMinutes);
            most = (int)Math.Min(most ?? int.MaxValue, Math.Ceiling(minutes * Client.Options.RequestsPerMinute));
        }

        return WatchPlan.Make(Active(book), Night, looker.BudgetOf, most);
    }

    private void Work(WatchBook book, WatchLooker looker, WatchPlan plan, DateTimeOffset? end)
    {
        while (true)
        {
            int night = Night;
            JpoWatchEndReason reason;
            try
            {
                reason = LookAtAll(book, looker, ref plan, end, night);
            }
            catch (PipelineStoppedException)
            {
                // Nothing can be said any more, but the watch knows of the night.
                Guard(() => Append(book, Summary(book, night, JpoWatchEndReason.Stopped)));
                throw;
            }

            EndNight(book, night, reason);
            if (reason != JpoWatchEndReason.Midnight)
            {
                return;
            }

            // The limits begin anew, and so does the night.
            looker = new WatchLooker(Client, book);
            plan = MakePlan(book, looker, end);
        }
    }

    // What the looks showed can call for more of them: cases that turned out to be registered are looked at in the
    // register, and answers from the cache leave time over.
    private JpoWatchEndReason LookAtAll(
        WatchBook book, WatchLooker looker, ref WatchPlan plan, DateTimeOffset? end, int night)
    {
        while (true)
        {
            int before = _made;
            JpoWatchEndReason reason = LookAt(book, looker, plan, end, night);
            if (reason != JpoWatchEndReason.Done || _made == before)
            {
                return Ended(looker, plan, reason);
            }

            plan = MakePlan(book, looker, end);
        }
    }

    private JpoWatchEndReason Ended(WatchLooker looker, WatchPlan plan, JpoWatchEndReason reason) =>
        reason != JpoWatchEndReason.Done ? reason
        : looker.HasHitLimit ? JpoWatchEndReason.Limit
        : plan.IsCut ? MaxLooks is { } most && _made >= most ? JpoWatchEndReason.MaxLooks : JpoWatchEndReason.Until
        : plan.IsCutByLimit ? JpoWatchEndReason.Limit
        : JpoWatchEndReason.Done;

    private JpoWatchEndReason LookAt(WatchBook book, WatchLooker looker, WatchPlan plan, DateTimeOffset? end, int night)
    {
        var options = new JpoCallOptions { Activity = this };
        int failures = 0;
        (_done, _planned) = (0, plan.Looks.Count);
        if (end is { } past && Client.Clock.Now >= past)
        {
            WriteWarning(Format(Messages.WatchUntilPast, JapanTime.Text(past)));
            return JpoWatchEndReason.Until;
        }

        foreach (WatchPlannedLook look in plan.Looks)
        {
            if (end is { } at && Client.Clock.Now >= at)
            {
                return JpoWatchEndReason.Until;
            }

            if (WatchDay.Of(Client.Clock.Now) != night)
            {
                return JpoWatchEndReason.Midnight;
            }

            _now = look.Case.Number.Display;
            try
            {
                if (Wait(stop => looker.LookAsync(look, options, stop)) is { } changes)
                {
                    _looked.Add(look.Case);
                    _made++;
                    _changes += changes.Count;
                    _critical += changes.Count(static change => change.Importance == JpoWatchImportance.Critical);
                }

                failures = 0;
            }
            catch (JpoException error) when (ErrorRecords.EndsPipeline(error) || error is JpoFileException)
            {
                EndNight(book, night, JpoWatchEndReason.Stopped);
                ThrowTerminatingError(ErrorRecords.From(error, look.Case.Number.Display));
            }
            catch (JpoException error)
            {
                WriteWarning(look.Case.Number.Display + ": " + error.Message);
                if (++failures == FailuresAtMost)
                {
                    return JpoWatchEndReason.ServiceDown;
                }
            }

            _done++;
            _waitingFor = null;
            ShowProgress();
        }

        return JpoWatchEndReason.Done;
    }

    private void EndNight(WatchBook book, int night, JpoWatchEndReason reason)
    {
        JpoWatchNight summary = Summary(book, night, reason);
        if (reason != JpoWatchEndReason.Stopped || _looked.Count > 0)
        {
            Guard(() => Append(book, summary));
        }

        _progress.End(this);
        WriteObject(summary);
        if (PassThru)
        {
            WriteObject(Rows(Unseen(book, night), night), enumerateCollection: true);
        }

        _looked.Clear();
        (_changes, _critical) = (0, 0);
    }

    private static IEnumerable<WatchCase> Unseen(WatchBook book, int night) =>
        Active(book).Where(one => one.LastLook is not { } last || last < night);

    private JpoWatchNight Summary(WatchBook book, int night, JpoWatchEndReason reason)
    {
        List<WatchCase> active = Active(book);
        return new JpoWatchNight
        {
            Night = WatchDay.Date(night),
            Cases = active.Count,
            LookedAt = _looked.Count,
            Changes = _changes,
            Critical = _critical,
            NotLookedAt = Unseen(book, night).Count(),
            NeverLookedAt = active.Count(static one => one.LastLook == null),
            LongestWait = active.Where(static one => one.Planned().Stage != WatchStage.Over)
                .Select(one => night - (one.LastLook ?? one.Added))
                .DefaultIfEmpty(0)
                .Max(),
            EndedBecause = reason,
            LastSequence = book.LastSequence,
            IsSandbox = Connected.IsSandbox,
        };
    }

    private void ReadClock()
    {
        try
        {
            Wait(async stop =>
            {
                await Client.ReadClockAsync(this, stop).ConfigureAwait(false);
                return true;
            });
        }
        catch (JpoException error)
        {
            ThrowTerminatingError(ErrorRecords.From(error, null));
        }
    }

    private static bool Append(WatchBook book, JpoWatchNight night)
    {
        book.Append(night);
        return true;
    }

    private DateTimeOffset? ReadEnd()
    {
        DateTimeOffset now = Client.Clock.Now;
        DateTimeOffset? end = For is { } time ? now + time : null;
        if (Until is { } until)
        {
            if (WatchUntil.Read(until is PSObject wrapped ? wrapped.BaseObject : until, now) is not { } at)
            {
                ThrowTerminatingError(ErrorRecords.From(
                    new ArgumentException(Format(Messages.WatchUntilUnread, until)), until));
                throw new ArgumentException(null, nameof(Until));
            }

            end = end < at ? end : at;
        }

        return end;
    }

    private void ShowProgress()
    {
        if (_progress.IsDue && _planned > 0)
        {
            _progress.Show(
                this,
                Format(Messages.WatchDone, _done, _planned, _changes),
                (int)(100L * _done / _planned),
                _waitingFor ?? _now);
        }
    }
}
