namespace JpoPatent.Cases;

/// <summary>The columns that <c>Get-JpoWatchCase</c> adds behind those of a case.</summary>
internal static class WatchColumns
{
    internal const string LastLook = "LastLook", NightsUnseen = "NightsUnseen", LookBy = "LookBy";

    /// <summary>Whether a column of a case is one of them.</summary>
    internal static bool Has(string name) => name is LastLook or NightsUnseen or LookBy;
}
