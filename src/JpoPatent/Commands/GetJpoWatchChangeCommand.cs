using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using JpoPatent.Abstractions;
using JpoPatent.Watch;

namespace JpoPatent.Commands;

/// <summary>
/// Gives the changes that a watch found, in their order. Spends no access; the same call gives the same changes again.
/// </summary>
[Cmdlet(
    VerbsCommon.Get, "JpoWatchChange", DefaultParameterSetName = SinceSet,
    HelpUri = HelpPages.Folder + "Get-JpoWatchChange.md")]
[OutputType(typeof(JpoWatchChange))]
public sealed class GetJpoWatchChangeCommand : JpoWatchCommand
{
    private const string SinceSet = "Since";
    private const string AfterSet = "After";

    /// <summary>Only those that were detected on this day in Japan or later.</summary>
    [Parameter(ParameterSetName = SinceSet, Position = 0)]
    public DateTime? Since { get; set; }

    /// <summary>Only those after this number: the last one that was told.</summary>
    [Parameter(ParameterSetName = AfterSet, Mandatory = true)]
    public long After { get; set; }

    /// <summary>Only those of at least this importance.</summary>
    [Parameter]
    public JpoWatchImportance Importance { get; set; }

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        WatchBook book = ReadBook();
        Dictionary<string, WatchCase> cases = book.Cases.ToDictionary(static one => WatchCase.KeyText(one.Key));
        DateTimeOffset? from = Since is { } since ? WatchUntil.Read(since, default) : null;
        foreach (JpoWatchChange change in book.Changes)
        {
            if (change.Sequence > After
                && change.Importance >= Importance
                && (from == null || change.DetectedAt >= from))
            {
                WriteObject(Row(change, cases.TryGetValue(change.Key, out WatchCase? one) ? one : null));
            }
        }
    }
}
