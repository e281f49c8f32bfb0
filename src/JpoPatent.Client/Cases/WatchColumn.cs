namespace JpoPatent.Cases;

/// <summary>The columns that <c>Get-JpoWatchCase</c> adds behind those of a case.</summary>
internal enum WatchColumn
{
    /// <summary>The day of the last look.</summary>
    LastLook,

    /// <summary>Nights since then.</summary>
    NightsUnseen,

    /// <summary>The day by which the next look is to be made.</summary>
    LookBy,
}
