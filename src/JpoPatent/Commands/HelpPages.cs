namespace JpoPatent.Commands;

/// <summary>Where Get-Help -Online goes.</summary>
internal static class HelpPages
{
    /// <summary>
    /// The folder of the pages; a page is named after its cmdlet. Japanese help names the Japanese page first,
    /// which then has precedence.
    /// </summary>
    internal const string Folder = "https://github.com/JpoPatent/JpoPatent/blob/main/docs/en-US/";
}
