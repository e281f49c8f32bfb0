using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using JpoPatent.Abstractions;
using JpoPatent.Deadlines;
using JpoPatent.Errors;
using JpoPatent.Periods;
using JpoPatent.Session;
using JpoPatent.Sheets;
using JpoPatent.Time;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Commands;

/// <summary>
/// Says what is due, from answers that are at hand: cases, progress, registrations, documents, fresh or from a file.
/// Asks nothing and spends no access; where there is a connection, today is the service's, and what today's cache knows
/// of a document's case tells whether it was answered.
/// </summary>
[Cmdlet(VerbsCommon.Get, "JpoDueDate", HelpUri = HelpPages.Folder + "Get-JpoDueDate.md")]
[OutputType(typeof(JpoDueDate))]
public sealed class GetJpoDueDateCommand : PSCmdlet
{
    private readonly Dictionary<string, CaseProgress> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _shown = new(StringComparer.Ordinal);
    private readonly List<(JpoDueDate Due, IReadOnlyList<KeyValuePair<string, object?>> Own)> _unknown = [];
    private DateTime _today;
    private int _unreadable;
    private bool _isBeyondHolidays;

    /// <summary>Cases, progress answers, registrations or documents.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    public PSObject[] InputObject { get; set; } = [];

    /// <summary>
    /// Only what is due, or can last be done with a surcharge, within so many days from today, and is not answered.
    /// </summary>
    [Parameter]
    [ValidateRange(0, 36500)]
    public int? Within { get; set; }

    /// <summary>Only what was due before today and is not answered; with -Within, that too.</summary>
    [Parameter]
    public SwitchParameter Overdue { get; set; }

    /// <summary>What has no day that is known, too, after all others.</summary>
    [Parameter]
    public SwitchParameter IncludeUnknown { get; set; }

    /// <summary>
    /// The connection whose clock and cache to use; without it the one that Connect-JpoApi made
    /// in this runspace, if there is one.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public JpoConnection? Connection { get; set; }

    /// <inheritdoc />
    protected override void BeginProcessing()
    {
        Connection ??= RunspaceSession.Default;
        _today = JapanTime.ToJapan(Connection?.Client.Clock.Now ?? RunspaceSession.Now).Date;
    }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        foreach (PSObject input in InputObject)
        {
            Read(input, input.BaseObject is JpoDueDate ? OwnColumns.Carried(input) : []);
        }
    }

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        _unknown.RemoveAll(one => _given.Contains(KeyOf(one.Due)));
        if (IncludeUnknown)
        {
            WriteObject(_unknown.Select(static one => OwnColumns.Beside(one.Due, one.Own)), enumerateCollection: true);
        }

        int count = _unknown.Count + _unreadable;
        if (count > 0)
        {
            WriteWarning(Format(IncludeUnknown ? Messages.DueUnknownShown : Messages.DueUnknown, count));
        }

        if (_isBeyondHolidays)
        {
            WriteWarning(Format(Messages.DueBeyondHolidays, JapaneseHolidays.LastYear));
        }
    }

    private void Read(PSObject input, IReadOnlyList<KeyValuePair<string, object?>> own)
    {
        if (input.BaseObject is JpoDueDate known)
        {
            Give(known, own);
            return;
        }

        if (input.BaseObject is JpoCase { CaseAnswer: { } answers })
        {
            if (answers.Registration is { } asked)
            {
                KnowRegister(asked);
            }

            Give(DueDates.Of(answers, _today), OwnColumns.Of(input));
            return;
        }

        bool isRow = input.BaseObject is not JpoAnswer && DueRow.IsOne(input);
        JpoAnswer? answer = input.BaseObject as JpoAnswer ?? (isRow ? null : ReadBack.Answer(input));
        switch (answer)
        {
            case CaseProgress progress:
                _files[progress.Law + progress.ApplicationNumber] = progress;
                Give(DueDates.Of(progress, _today), own);
                break;
            case CaseRegistration registration:
                KnowRegister(registration);
                Give(DueDates.Of(registration, _today), own);
                break;
            case JpoDocument document:
                Give(DueDates.Of(document, FileOf(document), _today), own);
                break;
            default:
                ReadRow(input, isRow);
                break;
        }
    }

    private void ReadRow(PSObject input, bool isRow)
    {
        if (!isRow)
        {
            WriteError(ErrorRecords.From(
                new ArgumentException(Format(
                    Messages.DueInput,
                    input.BaseObject is PSCustomObject ? input.TypeNames[0] : input.BaseObject.GetType().Name)),
                input));
        }
        else if (DueRow.Read(input, _today) is { } due)
        {
            // The whole answer, where the row carries it, knows more than its columns.
            IReadOnlyList<KeyValuePair<string, object?>> own = OwnColumns.Of(input);
            if (ReadBack.Value(input, "Answer") is { } whole
                && PSObject.AsPSObject(whole) is var answer
                && (answer.BaseObject is CaseProgress || ReadBack.Answer(answer) is CaseProgress))
            {
                Read(answer, own);
            }

            Give(due, own);
        }
        else
        {
            _unreadable++;
        }
    }

    private CaseProgress? FileOf(JpoDocument document)
    {
        if (_files.TryGetValue(document.Law + document.ApplicationNumber, out CaseProgress? known))
        {
            return known;
        }

        JpoClient? client = Connection?.Client;
        return client is { IsDisconnected: false }
            && JpoNumber.TryParse(
                document.ApplicationNumber, JpoNumberKind.Application, document.Law, out JpoNumber? number, out _)
            ? client.Of(document.Law).FindCachedProgress(number)
            : null;
    }

    private void Give(IEnumerable<JpoDueDate> all, IReadOnlyList<KeyValuePair<string, object?>> own)
    {
        foreach (JpoDueDate due in all)
        {
            Give(due, own);
        }
    }

    private void Give(JpoDueDate due, IReadOnlyList<KeyValuePair<string, object?>> own)
    {
        if (due.DueDate == null)
        {
            if (due.IsOpen && IsFirst(KeyOf(due), own))
            {
                _unknown.Add((due, own));
            }

            return;
        }

        // The same thing can come from two answers on one case.
        _given.Add(KeyOf(due));
        if (!IsFirst(KeyOf(due) + due.DueDate.Value.ToString("yyyyMMdd", CultureInfo.InvariantCulture), own)
            || !IsWanted(due))
        {
            return;
        }

        _isBeyondHolidays |= due.IsBeyondHolidays;
        WriteObject(OwnColumns.Beside(due, own));
    }

    // Two rows with columns of their own are two dockets of one case, and both are told. What comes without columns
    // adds nothing, nor does a row to what came without.
    private bool IsFirst(string key, IReadOnlyList<KeyValuePair<string, object?>> own)
    {
        string columns = string.Join(
            "\u001f", own.Select(static cell => cell.Key + "\u001f" + CellText.Of(cell.Value)));
        if (!_shown.TryGetValue(key, out HashSet<string>? rows))
        {
            _shown.Add(key, [columns]);
            return true;
        }

        return columns.Length > 0 && !rows.Contains(string.Empty) && rows.Add(columns);
    }

    private bool IsWanted(JpoDueDate due)
    {
        if (Within == null && !Overdue)
        {
            return true;
        }

        bool isNear = Within is { } days
            && DueDates.Effective(due, _today) is { } day
            && day >= _today
            && day <= _today.AddDays(days);
        return due.IsOpen && (isNear || (Overdue && due.DueDate < _today));
    }

    /// <summary>
    /// What the register says of its fees is all: that a progress answer did not tell is no gap any more.
    /// </summary>
    private void KnowRegister(CaseRegistration registration) =>
        _given.Add(KeyOf(registration.Law, registration.ApplicationNumber, DueKind.Annuity, null));

    private static string KeyOf(JpoDueDate due) =>
        KeyOf(due.Law, due.ApplicationNumber ?? due.Number, due.Kind, due.Source);

    private static string KeyOf(JpoLaw law, string? number, DueKind kind, string? source) =>
        string.Join(" ", law.ToString(), number, kind.ToString(), source);
}
