namespace JpoPatent;

/// <summary>How much hangs on a change.</summary>
public enum JpoWatchImportance : long
{
    /// <summary>For the file.</summary>
    Normal,

    /// <summary>Worth reading: what the office mailed, a new state, new numbers.</summary>
    Important,

    /// <summary>A right hangs on it: notices of reasons for refusal, decisions, the end of a right.</summary>
    Critical,
}
