using System;
using System.Collections.Generic;
using JpoPatent.Words;

namespace JpoPatent.Cases;

/// <summary>
/// The names of the module's columns: those of properties, and JPO's words for a Japanese reader's files. A user's
/// column of that name keeps it, and the module's gets a prefix.
/// </summary>
internal static class CaseFields
{
    /// <summary>The property that holds the whole answer.</summary>
    internal const string Answer = "Answer";

    private const string NamePrefix = "Jpo";
    private const string HeadingPrefix = "JPO";

    private static readonly Dictionary<string, CaseColumn> Known = Build();

    internal static IReadOnlyList<CaseField> All { get; } = (CaseField[])Enum.GetValues(typeof(CaseField));

    /// <summary>Whether a field holds a day.</summary>
    internal static bool IsDay(CaseField field) => field
        is CaseField.StateSince or CaseField.LatestDate or CaseField.LatestMailedDate or CaseField.DueDate
            or CaseField.NextAnnuity or CaseField.ExpireDate;

    /// <summary>The name of a property that no column of the user's has.</summary>
    internal static string NameOf(CaseField field, ICollection<string> taken) =>
        Free(field.ToString(), NamePrefix, taken);

    /// <summary>The name of <see cref="Answer"/> that no column of the user's has.</summary>
    internal static string AnswerName(ICollection<string> taken) => Free(Answer, NamePrefix, taken);

    /// <summary>The heading of a column in the reader's language that no column of the user's has.</summary>
    internal static string HeadingOf(CaseField field, ICollection<string> taken) =>
        WordBook.IsJapanese ? Free(ValueWords.Of(field), HeadingPrefix, taken) : NameOf(field, taken);

    /// <summary>Whether a cell of a row that went out holds the whole answer, or what a file made of it.</summary>
    internal static bool IsAnswer(KeyValuePair<string, object?> cell) =>
        cell.Value is JpoAnswer
        || cell.Key.Equals(Answer, StringComparison.OrdinalIgnoreCase)
        || cell.Key.Equals(NamePrefix + Answer, StringComparison.OrdinalIgnoreCase);

    /// <summary>What a column can hold, in either language; null if its name is not one of the module's.</summary>
    internal static CaseColumn? Find(string column) =>
        Known.TryGetValue(column.Trim(), out CaseColumn found) ? found : null;

    private static string Free(string name, string prefix, ICollection<string> taken)
    {
        while (taken.Contains(name))
        {
            name = prefix + name;
        }

        return name;
    }

    private static Dictionary<string, CaseColumn> Build()
    {
        var known = new Dictionary<string, CaseColumn>(StringComparer.OrdinalIgnoreCase);
        foreach (CaseField field in (CaseField[])Enum.GetValues(typeof(CaseField)))
        {
            string heading = ValueWords.Japanese(field)!;
            known.Add(field.ToString(), new CaseColumn(field, false, false));
            known.Add(NamePrefix + field, new CaseColumn(field, true, false));
            known.Add(heading, new CaseColumn(field, false, true));
            known.Add(HeadingPrefix + heading, new CaseColumn(field, true, true));
        }

        return known;
    }
}
