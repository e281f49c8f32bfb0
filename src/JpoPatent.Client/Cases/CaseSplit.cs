using System.Collections.Generic;

namespace JpoPatent.Cases;

/// <summary>
/// Tells the user's columns from the module's in a row that went out before: what goes in again is replaced, not
/// doubled. Without a column for the module's errors a row is the user's alone, whatever its columns are called.
/// </summary>
internal static class CaseSplit
{
    /// <summary>The user's columns, as their indices in the row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="known">Takes what the module said.</param>
    /// <param name="has">Marks the fields that the row has a column for; null if not needed.</param>
    internal static IReadOnlyList<int> Of(CaseRow row, CaseValues known, bool[]? has = null)
    {
        var ours = new CaseColumn?[row.Cells.Count];
        bool isOurs = row.IsCase;

        // A file has its headings in one language: 出願番号 beside Number is the user's.
        bool isJapanese = false;
        for (int i = 0; i < ours.Length; i++)
        {
            ours[i] = CaseFields.Find(row.Cells[i].Key);
            if (ours[i] is { Field: CaseField.ProblemId } column)
            {
                isOurs = true;
                isJapanese = column.IsJapanese;
            }
        }

        bool[] isPrefixed = new bool[CaseFields.All.Count];
        for (int i = 0; i < ours.Length; i++)
        {
            ours[i] = isOurs && ours[i]?.IsJapanese == isJapanese ? ours[i] : null;
            if (ours[i] is { IsPrefixed: true } column)
            {
                isPrefixed[(int)column.Field] = true;
            }
        }

        var own = new List<int>(ours.Length);
        for (int i = 0; i < ours.Length; i++)
        {
            if (ours[i] is { } column && column.IsPrefixed == isPrefixed[(int)column.Field])
            {
                known[column.Field] = row.Cells[i].Value;
                if (has != null)
                {
                    has[(int)column.Field] = true;
                }
            }
            else if (!isOurs || !CaseFields.IsAnswer(row.Cells[i]))
            {
                own.Add(i);
            }
        }

        return own;
    }
}
