using System.Linq;
using System.Management.Automation;
using JpoPatent.Abstractions;
using JpoPatent.Watch;

namespace JpoPatent.Commands;

/// <summary>Gives what a watch knows of its cases, flat as Get-JpoCase gives it. Spends no access.</summary>
[Cmdlet(VerbsCommon.Get, "JpoWatchCase", HelpUri = HelpPages.Folder + "Get-JpoWatchCase.md")]
[OutputType(typeof(JpoCase))]
public sealed class GetJpoWatchCaseCommand : JpoWatchCommand
{
    /// <summary>The numbers of the wanted cases, with wildcards; without it all.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Number { get; set; }

    /// <summary>Give cases that the list no longer has instead.</summary>
    [Parameter]
    public SwitchParameter Retired { get; set; }

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        WatchBook book = ReadBook();
        WriteObject(
            Rows(book.Cases.Where(one => one.Retired != null == Retired && IsWanted(one)), Night),
            enumerateCollection: true);
    }

    private bool IsWanted(WatchCase one) =>
        Number == null
        || Number.Any(
            pattern => Like(pattern, one.Number.Display)
                || Like(pattern, one.Application?.Display)
                || Like(pattern, one.Application?.Value ?? one.Number.Value));

    private static bool Like(string pattern, string? text) =>
        text != null && WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase).IsMatch(text);
}
