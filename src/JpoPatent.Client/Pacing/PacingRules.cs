using JpoPatent.State;

namespace JpoPatent.Pacing;

/// <summary>What the minute's record must hold, by what is known beside it.</summary>
internal sealed class PacingRules : IRecordRules
{
    public string Restore(string key, string stored, string known) =>
        PacingRow.IsRow(stored) || !PacingRow.IsRow(known) ? stored : known;

    public bool IsPrecious(string key, string record) => false;

    public string Join(string key, string stored, string began, string counted) => Larger(key, stored, counted);

    public string Larger(string key, string one, string other)
    {
        if (one == other || !PacingRow.IsRow(other))
        {
            return one;
        }

        return PacingRow.IsRow(one) ? PacingRow.Larger(PacingRow.Parse(one), PacingRow.Parse(other)).Format() : other;
    }
}
