using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using JpoPatent.Abstractions;
using JpoPatent.Cases;
using JpoPatent.Errors;
using JpoPatent.Watch;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Commands;

/// <summary>Forgets cases that the list no longer has, with their history.</summary>
[Cmdlet(
    VerbsCommon.Remove, "JpoWatchCase", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = HelpPages.Folder + "Remove-JpoWatchCase.md")]
public sealed class RemoveJpoWatchCaseCommand : JpoWatchCommand
{
    private readonly List<CaseRow> _rows = [];

    /// <summary>The cases: numbers, or rows of Get-JpoWatchCase -Retired.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowNull]
    public PSObject?[]? Number { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        foreach (PSObject? input in Number ?? [])
        {
            _rows.AddRange(RowInput.Of(input));
        }
    }

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        string path = FilePath();
        using WatchBook book = Guard(() => WatchBook.Open(path));
        var reader = new CaseRowReader(law: null);
        bool isChanged = false;
        foreach (CaseRequest request in _rows.Select(reader.Read).OfType<CaseRequest>())
        {
            WatchCase? one = request.Key is { } key
                ? book.Find(key)
                    ?? book.Cases.FirstOrDefault(
                        other => other.Application != null && CaseKey.Of(other.Application) == key)
                : null;
            if (one == null)
            {
                WriteError(request.Error != null
                    ? ErrorRecords.From(request.Error, request.Written)
                    : ErrorRecords.From(
                        new ArgumentException(Format(Messages.WatchNotThere, request.Written ?? string.Empty)),
                        request.Written));
            }
            else if (one.Retired == null)
            {
                WriteError(ErrorRecords.From(
                    new ArgumentException(Format(Messages.WatchStillListed, one.Number.Display)), request.Written));
            }
            else if (ShouldProcess(one.Number.Display, Messages.WatchForget))
            {
                book.Remove(one);
                isChanged = true;
            }
        }

        if (isChanged)
        {
            Guard(() =>
            {
                book.Compact(Night);
                return true;
            });
        }
    }
}
