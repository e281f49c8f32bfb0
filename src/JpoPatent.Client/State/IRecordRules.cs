namespace JpoPatent.State;

/// <summary>
/// How two versions of one record become one: what the store holds, and what somebody knows beyond it.
/// </summary>
internal interface IRecordRules
{
    /// <summary>
    /// The record as it must have been where the store has lost something: it was deleted, damaged, or replaced by an
    /// older copy. Otherwise what is stored, the same instance.
    /// </summary>
    /// <param name="key">Which record.</param>
    /// <param name="stored">What the store holds.</param>
    /// <param name="known">What this process last saw there or wrote.</param>
    string Restore(string key, string stored, string known);

    /// <summary>
    /// Whether a record is one of which a loss would cost something at once, so that a second copy is kept:
    /// the last accesses of a day.
    /// </summary>
    bool IsPrecious(string key, string record);

    /// <summary>What the store must hold after somebody counted apart from it for a while.</summary>
    /// <param name="key">Which record.</param>
    /// <param name="stored">What the store holds.</param>
    /// <param name="began">What it held when they parted.</param>
    /// <param name="counted">What was counted on from there.</param>
    string Join(string key, string stored, string began, string counted);

    /// <summary>The larger of two counts that went on apart from each other.</summary>
    string Larger(string key, string one, string other);
}
