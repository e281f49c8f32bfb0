using System.Collections.Generic;
using System.Linq;

namespace JpoPatent.Cases;

/// <summary>
/// Holds two states of a list against each other. Values are compared in one form, whatever file they went through; a
/// row that failed is no change, and neither is a column that one side does not have.
/// </summary>
internal static class CaseComparer
{
    private static readonly CaseField[] Plain =
    [
        CaseField.Title, CaseField.State, CaseField.Applicants, CaseField.RegistrationNumber, CaseField.DueDate,
        CaseField.NextAnnuity, CaseField.ExpireDate,
    ];

    /// <summary>The differences, in the order of the list, then what is gone.</summary>
    internal static IEnumerable<(JpoCaseChange Change, CaseEntry Entry)> Compare(
        IReadOnlyList<CaseEntry> before, IReadOnlyList<CaseEntry> now)
    {
        Dictionary<CaseKey, CaseEntry> known = Index(before);
        var seen = new HashSet<CaseEntry>();
        var told = new HashSet<CaseKey>();
        foreach (CaseEntry entry in now)
        {
            CaseEntry? old = Find(known, entry);
            bool isAgain = entry.Keys.Any(told.Contains);
            told.UnionWith(entry.Keys);
            if (old != null)
            {
                seen.Add(old);
            }

            if (entry.HasFailed || isAgain || old is { HasFailed: true })
            {
                continue;
            }

            if (old == null)
            {
                yield return (Change(entry, JpoCaseChangeKind.New, null, null, null), entry);
                continue;
            }

            foreach (JpoCaseChange change in Differences(old, entry))
            {
                yield return (change, entry);
            }
        }

        foreach (CaseEntry old in before)
        {
            if (seen.Add(old) && known[old.Keys[0]] == old)
            {
                yield return (Change(old, JpoCaseChangeKind.Gone, null, null, null), old);
            }
        }
    }

    /// <summary>What is to be remembered: what is known now, and what was known of cases that failed.</summary>
    internal static IReadOnlyList<CaseEntry> Remember(IReadOnlyList<CaseEntry>? before, IReadOnlyList<CaseEntry> now)
    {
        Dictionary<CaseKey, CaseEntry> known = Index(before ?? []);
        var kept = new List<CaseEntry>(now.Count);
        foreach (CaseEntry entry in now)
        {
            CaseEntry? old = Find(known, entry);
            if (!entry.HasFailed)
            {
                kept.Add(old == null || old.HasFailed ? entry : Merge(old, entry));
            }
            else if (old != null || before == null)
            {
                // A new case that failed at once is new on the day on which it is answered.
                kept.Add(old ?? entry);
            }
        }

        return kept;
    }

    /// <summary>Columns that this run did not have, and days that it did not ask for, stay as they were.</summary>
    private static CaseEntry Merge(CaseEntry old, CaseEntry entry)
    {
        CaseValues values = entry.Values.Copy();
        foreach (CaseField field in old.Fields)
        {
            if (!entry.Fields.Contains(field) || (IsAskedApart(field) && values[field] == null))
            {
                values[field] = old.Values[field];
            }
        }

        return new CaseEntry(
            [.. entry.Keys.Union(old.Keys)], values, [.. entry.Fields.Union(old.Fields)], hasFailed: false)
        {
            Own = entry.Own,
        };
    }

    private static IEnumerable<JpoCaseChange> Differences(CaseEntry old, CaseEntry entry)
    {
        string? latest = Document(old, entry, CaseField.LatestDocument, CaseField.LatestDate, out string? latestNow);
        if (latest != latestNow)
        {
            yield return Change(entry, JpoCaseChangeKind.Document, CaseField.LatestDocument, latest, latestNow);
        }

        // What the office mailed is told apart only where something later hides it.
        string? mailed = Document(
            old, entry, CaseField.LatestMailed, CaseField.LatestMailedDate, out string? mailedNow);
        if (mailed != mailedNow && !(latest != latestNow && mailedNow == latestNow))
        {
            yield return Change(entry, JpoCaseChangeKind.Document, CaseField.LatestMailed, mailed, mailedNow);
        }

        foreach (CaseField field in Plain)
        {
            string? was = old.Values.Text(field);
            string? now = entry.Values.Text(field);
            if (was != now
                && old.Fields.Contains(field)
                && entry.Fields.Contains(field)
                && !(now == null && IsAskedApart(field)))
            {
                yield return Change(entry, JpoCaseChangeKind.Changed, field, was, now);
            }
        }
    }

    /// <summary>Whether a run gets the value only where it is asked for: its absence says nothing.</summary>
    private static bool IsAskedApart(CaseField field) =>
        field is CaseField.DueDate or CaseField.DueKind or CaseField.NextAnnuity;

    private static string? Document(CaseEntry old, CaseEntry entry, CaseField name, CaseField day, out string? now)
    {
        bool isComparable = old.Fields.Contains(name) && entry.Fields.Contains(name);
        bool hasDays = isComparable && old.Fields.Contains(day) && entry.Fields.Contains(day);
        now = isComparable ? Join(entry.Values) : null;
        return isComparable ? Join(old.Values) : null;

        string? Join(CaseValues values)
        {
            string text = ((hasDays ? values.Text(day) : null) + " " + values.Text(name)).Trim();
            return text.Length == 0 ? null : text;
        }
    }

    private static JpoCaseChange Change(
        CaseEntry entry, JpoCaseChangeKind kind, CaseField? field, string? before, string? after) => new(
        entry.Values.Text(CaseField.Number), entry.Keys[0].Law, kind, field?.ToString(), before, after);

    private static Dictionary<CaseKey, CaseEntry> Index(IReadOnlyList<CaseEntry> entries)
    {
        var index = new Dictionary<CaseKey, CaseEntry>();
        foreach (CaseEntry entry in entries)
        {
            foreach (CaseKey key in entry.Keys)
            {
                // Of a case that stands twice, the row that was answered counts.
                if (!index.TryGetValue(key, out CaseEntry? known) || (known.HasFailed && !entry.HasFailed))
                {
                    index[key] = entry;
                }
            }
        }

        return index;
    }

    private static CaseEntry? Find(Dictionary<CaseKey, CaseEntry> index, CaseEntry entry)
    {
        foreach (CaseKey key in entry.Keys)
        {
            if (index.TryGetValue(key, out CaseEntry? found))
            {
                return found;
            }
        }

        return null;
    }
}
