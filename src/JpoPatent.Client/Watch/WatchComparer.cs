using System;
using System.Collections.Generic;
using System.Linq;
using JpoPatent.Cases;
using JpoPatent.Domestic;
using JpoPatent.Planning;
using JpoPatent.Time;

namespace JpoPatent.Watch;

/// <summary>
/// Holds an answer against what was known, and takes it into the case. What is missing keeps its old value until a
/// second look misses it as well: the service sometimes leaves a field or a document out for a day.
/// </summary>
internal sealed class WatchComparer
{
    private const string WholeCase = "Case", WholeCaseTold = "Case told", End = "End";

    private static readonly CaseField[] OfState =
    [
        CaseField.State, CaseField.StateSince, CaseField.LatestDate, CaseField.LatestDocument, CaseField.LatestMailed,
        CaseField.LatestMailedDate, CaseField.DueDate, CaseField.DueKind,
    ];

    private static readonly CaseField[] Taken =
    [
        CaseField.Number, CaseField.Law, CaseField.StateSince, CaseField.LatestDate, CaseField.LatestDocument,
        CaseField.LatestMailed, CaseField.LatestMailedDate, CaseField.DueDate,
        CaseField.DueKind, CaseField.RetrievedAt, CaseField.IsSandbox, CaseField.Problem, CaseField.ProblemId,
    ];

    private readonly WatchCase _one;
    private readonly DateTimeOffset _now;
    private readonly int? _previous;
    private readonly HashSet<string> _before;
    private readonly List<string> _missed = [];
    private readonly List<JpoWatchChange> _changes = [];

    // Whether the first answer about the case is being taken in: there is nothing that it could be held against.
    private readonly bool _isFirstAnswer;

    private WatchComparer(WatchCase one, DateTimeOffset now)
    {
        _one = one;
        _now = now;
        _previous = one.LastLook;
        _before = [.. one.Missing];
        _isFirstAnswer = !one.IsKnown;
    }

    /// <summary>Takes a look at the documents in.</summary>
    internal static List<JpoWatchChange> Take(
        WatchCase one, CaseProgress progress, CaseValues values, DateTimeOffset now)
    {
        var comparer = new WatchComparer(one, now);
        comparer.TakeDocuments(progress, values);
        comparer.TakeValues(progress, values);
        one.Missing = [.. one.Missing.Where(IsOfRegister), .. comparer._missed];
        return comparer.Done();
    }

    /// <summary>Takes a look at the register in.</summary>
    internal static List<JpoWatchChange> Take(
        WatchCase one, CaseRegistration registration, CaseValues values, DateTimeOffset now)
    {
        var comparer = new WatchComparer(one, now);
        comparer.TakeRegister(registration, values);

        // What the documents missed is for the next look at them to say.
        one.Missing = [.. one.Missing.Where(static name => !IsOfRegister(name)), .. comparer._missed];
        return comparer.Done();
    }

    /// <summary>Takes in that the service shows nothing of the case.</summary>
    internal static List<JpoWatchChange> TakeNothing(WatchCase one, DateTimeOffset now)
    {
        var comparer = new WatchComparer(one, now);
        if (one.IsKnown)
        {
            // Told once, however long the service goes on showing nothing.
            bool isTold = one.Missing.Contains(WholeCaseTold);
            if (!isTold)
            {
                comparer.Miss(WholeCase, one.Values.Text(CaseField.State), static () => { });
            }

            one.Missing = isTold || comparer._missed.Count == 0 ? [WholeCaseTold] : comparer._missed;
        }

        return comparer._changes;
    }

    private static bool IsOfRegister(string name) =>
        name is nameof(CaseField.NextAnnuity) or nameof(CaseRegistration.RightPersons);

    private List<JpoWatchChange> Done() => _previous == null ? [] : _changes;

    private void TakeDocuments(CaseProgress progress, CaseValues values)
    {
        List<KeyValuePair<string, DocumentEntry?>> now = WatchLife.Of(progress);
        var known = new HashSet<string>(_one.Life, StringComparer.Ordinal);
        var shown = new HashSet<string>(now.Select(static entry => entry.Key), StringComparer.Ordinal);
        foreach (KeyValuePair<string, DocumentEntry?> entry in now)
        {
            if (entry.Value is { } document && !known.Contains(entry.Key))
            {
                WatchEventKind kind = WatchLife.KindOf(document);
                JpoWatchImportance importance = kind is WatchEventKind.Notice or WatchEventKind.Refusal
                    or WatchEventKind.Grant
                        ? JpoWatchImportance.Critical
                    : DocumentRoles.IsMailed(document.DocumentCode) ? JpoWatchImportance.Important
                    : JpoWatchImportance.Normal;

                // What is due next is due because of the document that the state rests on, and of no older one.
                bool isDue = importance == JpoWatchImportance.Critical
                    && document.LegalDate != null
                    && document.LegalDate == progress.StateSince;
                Add(
                    JpoWatchChangeKind.Document, importance, document.DocumentCode, null,
                    document.DocumentDescription ?? document.DocumentCode, document.LegalDate,
                    isDue ? values.Day(CaseField.DueDate) : null);
            }
        }

        var life = new List<string>(now.Select(static entry => entry.Key));
        foreach (string entry in _one.Life.Where(entry => !shown.Contains(entry)))
        {
            bool isKept = WatchLife.IsDocument(entry) || WatchLife.IsEnd(entry);
            if (WatchLife.IsDocument(entry))
            {
                Miss(entry, WatchLife.Shown(entry), () => isKept = false);
            }
            else if (WatchLife.IsEnd(entry))
            {
                // An end that was moved to another day is no end that is gone; the state tells of both.
                isKept = !progress.IsOver && !_before.Contains(End);
                if (isKept)
                {
                    _missed.Add(End);
                }
            }

            if (isKept)
            {
                life.Add(entry);
            }
        }

        life.Sort(StringComparer.Ordinal);
        _one.Life = life;
        if (progress.FilingDate is { } filed)
        {
            _one.Filed = WatchDay.Of(filed);
        }
    }

    private void TakeValues(CaseProgress progress, CaseValues values)
    {
        // Where a document or the registration is missing for the first time,
        // the state that the rest tells is not believed.
        bool isUnregistered = values[CaseField.RegistrationNumber] == null
            && _one.Values[CaseField.RegistrationNumber] != null
            && !_before.Contains(nameof(CaseField.RegistrationNumber));
        bool isBelieved = !isUnregistered && !_missed.Exists(static what => what == End || WatchLife.IsDocument(what));
        if (isBelieved)
        {
            TakeState(values.Text(CaseField.State), progress.State, progress.StateSince, values.Day(CaseField.DueDate));
        }

        TakeValue(CaseField.RegistrationNumber, JpoWatchChangeKind.Number, values.Text(CaseField.RegistrationNumber));

        // The register tells the end of the term as well, and it alone the next annuity.
        if (values[CaseField.ExpireDate] != null || _one.LastRegister == null)
        {
            TakeValue(CaseField.ExpireDate, JpoWatchChangeKind.Registration, values.Text(CaseField.ExpireDate));
        }

        TakeValue(CaseField.Applicants, JpoWatchChangeKind.Person, values.Text(CaseField.Applicants));
        _one.Attorneys = TakePersons(
            nameof(CaseProgress.Attorneys),
            _one.Attorneys,
            CaseFacts.Names(progress.Attorneys.Select(static person => person.Name)));
        TakeValue(CaseField.Title, JpoWatchChangeKind.Title, values.Text(CaseField.Title));
        foreach (CaseField field in Taken)
        {
            if (isBelieved || Array.IndexOf(OfState, field) < 0)
            {
                _one.Values[field] = values[field];
            }
        }
    }

    private void TakeRegister(CaseRegistration registration, CaseValues values)
    {
        bool isFirst = _one.LastRegister == null;
        bool hasEnded = RightHistory.Ended(registration, JapanTime.ToJapan(registration.RetrievedAt).Date) is { } end
            && TakeEnd(end);
        if (hasEnded)
        {
            _one.Values[CaseField.NextAnnuity] = null;
        }
        else
        {
            TakeValue(
                CaseField.NextAnnuity,
                JpoWatchChangeKind.Registration,
                values.Text(CaseField.NextAnnuity),
                isFirst,
                values.Day(CaseField.NextAnnuity));
        }

        if (values[CaseField.ExpireDate] != null)
        {
            TakeValue(
                CaseField.ExpireDate,
                JpoWatchChangeKind.Registration,
                values.Text(CaseField.ExpireDate),
                isFirst && _one.Values[CaseField.ExpireDate] == null);
        }

        if (values[CaseField.RegistrationNumber] != null)
        {
            TakeValue(
                CaseField.RegistrationNumber, JpoWatchChangeKind.Number, values.Text(CaseField.RegistrationNumber));
        }

        _one.Holders = TakePersons(
            nameof(CaseRegistration.RightPersons),
            _one.Holders,
            CaseFacts.Names(registration.RightPersons.Select(static person => person.Name)));
    }

    // The register tells that the right is over before the documents are read again.
    private bool TakeEnd(CaseStanding end)
    {
        bool isTold = _one.Life.Exists(WatchLife.IsEnd);
        if (!isTold)
        {
            TakeState(end.State.ToString(), end.State, end.Since, null);
            _one.Values[CaseField.StateSince] = end.Since;
            _one.Values[CaseField.DueDate] = null;
            _one.Values[CaseField.DueKind] = null;
            _one.Life = [.. _one.Life.Append(WatchLife.OwnEntry(
                end.Since ?? JapanTime.ToJapan(_now).Date, WatchEventKind.End))
                .OrderBy(static entry => entry, StringComparer.Ordinal)];
        }

        return true;
    }

    private void TakeState(string? after, CaseState state, DateTime? since, DateTime? due)
    {
        string? before = _one.Values.Text(CaseField.State);
        _one.Values[CaseField.State] = after;
        if (before == after)
        {
            return;
        }

        bool isCritical = state is CaseState.RefusalNotified or CaseState.Refused or CaseState.Granted
            or CaseState.Lapsed or CaseState.Ceased or CaseState.Invalidated
            or CaseState.DeemedWithdrawn or CaseState.Dismissed;
        Add(
            JpoWatchChangeKind.State, isCritical ? JpoWatchImportance.Critical : JpoWatchImportance.Important,
            nameof(CaseField.State), before, after, since, isCritical ? due : null);
    }

    private void TakeValue(
        CaseField field, JpoWatchChangeKind kind, string? after, bool isFirst = false, DateTime? due = null)
    {
        string? before = _one.Values.Text(field);
        if (before == after)
        {
            return;
        }

        if (after == null)
        {
            Miss(field.ToString(), before, () => _one.Values[field] = null);
            return;
        }

        _one.Values[field] = after;
        if (!isFirst && !(_isFirstAnswer && kind is JpoWatchChangeKind.Title or JpoWatchChangeKind.Person))
        {
            Add(kind, JpoWatchImportance.Important, field.ToString(), before, after, null, due);
        }
    }

    // Gives what is known of them now: null where no look has told yet, empty where the answer had no names.
    private string TakePersons(string property, string? before, string? after)
    {
        string kept = after ?? string.Empty;
        if (before == null || before == kept)
        {
            return kept;
        }

        if (kept.Length == 0)
        {
            string known = before;
            Miss(property, before, () => known = string.Empty);
            return known;
        }

        Add(
            JpoWatchChangeKind.Person, JpoWatchImportance.Important, property, before.Length == 0 ? null : before,
            after, null, null);
        return kept;
    }

    private void Miss(string what, string? before, Action forget)
    {
        if (!_before.Contains(what))
        {
            _missed.Add(what);
            return;
        }

        forget();
        Add(
            JpoWatchChangeKind.Vanished, JpoWatchImportance.Important,
            WatchLife.IsDocument(what) ? JpoWatchChangeKind.Document.ToString() : what, before, null, null, null);
    }

    private void Add(
        JpoWatchChangeKind kind,
        JpoWatchImportance importance,
        string? property,
        string? before,
        string? after,
        DateTime? day,
        DateTime? due) =>
        _changes.Add(new JpoWatchChange
        {
            Key = WatchCase.KeyText(_one.Key),
            Number = _one.Values.Text(CaseField.Number) ?? _one.Number.Display,
            Law = _one.Law,
            Kind = kind,
            Importance = importance,
            Property = property,
            Before = before,
            After = after,
            LegalDate = day,
            DetectedAt = _now,
            PreviousLook = _previous is { } previous ? WatchDay.Date(previous) : null,
            DueDate = due,
        });
}
