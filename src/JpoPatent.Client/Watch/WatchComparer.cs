using System;
using System.Collections.Generic;
using System.Linq;
using JpoPatent.Cases;
using JpoPatent.Domestic;
using JpoPatent.Planning;

namespace JpoPatent.Watch;

/// <summary>
/// Holds an answer against what was known, and takes it into the case. What is missing keeps its old value until a second look misses it as well: the service sometimes leaves a
/// field or a document out for a day.
/// </summary>
internal sealed class WatchComparer
{
    private const string WholeCase = "Case", WholeCaseTold = "Case told";

    private static readonly (CaseField Field, JpoWatchChangeKind Kind)[] Watched =
    [
        (CaseField.State, JpoWatchChangeKind.State),
        (CaseField.RegistrationNumber, JpoWatchChangeKind.Number),
        (CaseField.NextAnnuity, JpoWatchChangeKind.Registration),
        (CaseField.ExpireDate, JpoWatchChangeKind.Registration),
        (CaseField.Applicants, JpoWatchChangeKind.Person),
    ];

    // Of an application that no answer was had for yet, the values are those of the list alone.
    private static readonly CaseField[] OfRegister = [CaseField.NextAnnuity, CaseField.ExpireDate, CaseField.RegistrationNumber];

    private readonly WatchCase _one;
    private readonly DateTimeOffset _now;
    private readonly int? _previous;
    private readonly bool _isBaseline;
    private readonly List<string> _missed = [];
    private readonly List<JpoWatchChange> _changes = [];

    private WatchComparer(WatchCase one, DateTimeOffset now)
    {
        _one = one;
        _now = now;
        _previous = one.LastLook;
        _isBaseline = one.LastLook == null;
    }

    /// <summary>Takes a look at the documents in.</summary>
    internal static List<JpoWatchChange> Take(WatchCase one, CaseProgress progress, CaseValues values, DateTimeOffset now)
    {
        var comparer = new WatchComparer(one, now);
        comparer.TakeDocuments(progress, values);
        comparer.TakeValues(values, progress.StateSince, progress);
        one.Missing = comparer._missed;
        return comparer.Done();
    }

    /// <summary>Takes a look at the register in.</summary>
    internal static List<JpoWatchChange> Take(WatchCase one, CaseRegistration registration, CaseValues values, DateTimeOffset now)
    {
        var comparer = new WatchComparer(one, now);
        List<string> before = one.Missing;
        foreach (CaseField field in OfRegister)
        {
            comparer.TakeValue(field, Array.Find(Watched, watched => watched.Field == field).Kind, values.Text(field), null, registration);
        }

        one.Missing = [.. before.Where(static name => !Array.Exists(OfRegister, field => name == field.ToString())), .. comparer._missed];
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

    private List<JpoWatchChange> Done() => _isBaseline ? [] : _changes;

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
                JpoWatchImportance importance = kind is WatchEventKind.Notice or WatchEventKind.Refusal or WatchEventKind.Grant ? JpoWatchImportance.Critical
                    : DocumentRoles.IsMailed(document.DocumentCode) ? JpoWatchImportance.Important : JpoWatchImportance.Normal;
                Add(JpoWatchChangeKind.Document, importance, document.DocumentCode, null, document.DocumentDescription ?? document.DocumentCode, document.LegalDate,
                    importance == JpoWatchImportance.Critical ? values.Day(CaseField.DueDate) : null);
            }
        }

        var life = new List<string>(now.Select(static entry => entry.Key));
        foreach (string entry in _one.Life.Where(entry => !shown.Contains(entry) && WatchLife.IsDocument(entry)))
        {
            bool isKept = true;
            Miss(entry, WatchLife.Shown(entry), () => isKept = false);
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

    private void TakeValues(CaseValues values, DateTime? since, CaseProgress progress)
    {
        foreach ((CaseField field, JpoWatchChangeKind kind) in Watched)
        {
            // The documents' answer does not have the next annuity; what the register told stays.
            if (field != CaseField.NextAnnuity || values[field] != null)
            {
                TakeValue(field, kind, values.Text(field), field == CaseField.State ? since : null, progress);
            }
        }

        foreach (CaseField field in CaseFields.All)
        {
            if (!Array.Exists(Watched, watched => watched.Field == field))
            {
                _one.Values[field] = values[field] ?? (field == CaseField.Title ? _one.Values[field] : null);
            }
        }
    }

    private void TakeValue(CaseField field, JpoWatchChangeKind kind, string? after, DateTime? since, JpoAnswer answer)
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
        JpoWatchImportance importance = kind switch
        {
            JpoWatchChangeKind.State when answer is CaseProgress { State: CaseState.RefusalNotified or CaseState.Refused or CaseState.Granted or CaseState.Lapsed or CaseState.Ceased
                or CaseState.Invalidated or CaseState.DeemedWithdrawn or CaseState.Dismissed } => JpoWatchImportance.Critical,
            _ => JpoWatchImportance.Important,
        };
        Add(kind, importance, field.ToString(), before, after, since, null);
    }

    private void Miss(string what, string? before, Action forget)
    {
        if (!_one.Missing.Contains(what))
        {
            _missed.Add(what);
            return;
        }

        forget();
        Add(JpoWatchChangeKind.Vanished, JpoWatchImportance.Important, WatchLife.IsDocument(what) ? JpoWatchChangeKind.Document.ToString() : what, before, null, null, null);
    }

    private void Add(JpoWatchChangeKind kind, JpoWatchImportance importance, string? property, string? before, string? after, DateTime? day, DateTime? due) =>
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
