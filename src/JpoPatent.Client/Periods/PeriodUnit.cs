namespace JpoPatent;

/// <summary>What a period is counted in.</summary>
public enum PeriodUnit : long
{
    /// <summary>Days of the calendar.</summary>
    Days,

    /// <summary>Months of the calendar.</summary>
    Months,

    /// <summary>Weeks of seven days.</summary>
    Weeks,
}
