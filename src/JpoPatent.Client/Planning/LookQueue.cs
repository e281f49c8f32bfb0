namespace JpoPatent.Planning;

/// <summary>Why a look is in tonight's plan.</summary>
internal enum LookQueue : byte
{
    /// <summary>Its risk is among the highest.</summary>
    Risk,

    /// <summary>An open term ends soon, and the case was not seen for some nights.</summary>
    Urgent,

    /// <summary>It waits as long as its stage may.</summary>
    Overdue,
}
