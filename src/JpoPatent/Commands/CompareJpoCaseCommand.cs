using System;
using System.Collections.Generic;
using System.Management.Automation;
using JpoPatent.Abstractions;
using JpoPatent.Cases;
using JpoPatent.Errors;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Commands;

/// <summary>
/// Says what is different between two states of a list, matched by law and number, whatever files they went through.
/// </summary>
[Cmdlet(
    VerbsData.Compare, "JpoCase", DefaultParameterSetName = ReferenceSet,
    HelpUri = HelpPages.Folder + "Compare-JpoCase.md")]
[OutputType(typeof(JpoCaseChange))]
public sealed class CompareJpoCaseCommand : JpoCommand
{
    private const string ReferenceSet = "Reference";
    private const string SnapshotSet = "Snapshot";
    private static readonly string[] OwnNames =
        [
            nameof(JpoCaseChange.Number), nameof(JpoCaseChange.Law), nameof(JpoCaseChange.Kind),
            nameof(JpoCaseChange.Property), nameof(JpoCaseChange.Before), nameof(JpoCaseChange.After),
        ];

    private readonly List<PSObject> _difference = [];
    private int _unreadable;

    /// <summary>
    /// The state before: rows of Get-JpoCase, also from Import-Csv, Import-Clixml, ConvertFrom-Json or Import-Excel.
    /// </summary>
    [Parameter(ParameterSetName = ReferenceSet, Mandatory = true, Position = 0)]
    [AllowNull]
    [AllowEmptyCollection]
    public PSObject?[]? Reference { get; set; }

    /// <summary>A file that keeps the state between runs. The first run writes it and gives nothing.</summary>
    [Parameter(ParameterSetName = SnapshotSet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string SnapshotPath { get; set; } = string.Empty;

    /// <summary>The state now.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyCollection]
    public PSObject?[]? Difference { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => Collect(_difference, Difference);

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        List<CaseEntry> now = Read(_difference);
        string? path = ParameterSetName == SnapshotSet
            ? SessionState.Path.GetUnresolvedProviderPathFromPSPath(SnapshotPath)
            : null;
        IReadOnlyList<CaseEntry>? before = path == null ? ReadReference() : ReadSnapshot(path);
        RefuseMixture(before, now);
        if (before != null)
        {
            foreach ((JpoCaseChange change, CaseEntry entry) in CaseComparer.Compare(before, now))
            {
                WriteObject(WithColumns(change, entry));
            }
        }

        if (_unreadable > 0)
        {
            WriteWarning(Format(Messages.RowsNotCompared, _unreadable));
        }

        // Only now: where the pipeline ended before, the same changes are told again next time.
        if (path != null)
        {
            WriteSnapshot(path, before, now);
        }
    }

    private static void Collect(List<PSObject> rows, PSObject?[]? more)
    {
        foreach (PSObject? row in more ?? [])
        {
            if (row != null)
            {
                rows.Add(row);
            }
        }
    }

    /// <summary>The user's own columns go with the change, so that a mail can say whose case it is.</summary>
    private static PSObject WithColumns(JpoCaseChange change, CaseEntry entry)
    {
        var row = new PSObject(change);
        foreach (KeyValuePair<string, object?> cell in entry.Own)
        {
            if (Array.FindIndex(OwnNames, name => name.Equals(cell.Key, StringComparison.OrdinalIgnoreCase)) < 0)
            {
                row.Properties.Add(new PSNoteProperty(cell.Key, cell.Value));
            }
        }

        return row;
    }

    private List<CaseEntry> ReadReference()
    {
        var rows = new List<PSObject>();
        Collect(rows, Reference);
        return Read(rows);
    }

    private IReadOnlyList<CaseEntry>? ReadSnapshot(string path)
    {
        try
        {
            IReadOnlyList<CaseEntry>? before = CaseSnapshot.Read(path);
            if (before == null)
            {
                WriteVerbose(Format(Messages.FirstSnapshot, path));
            }

            return before;
        }
        catch (JpoSheetException error)
        {
            ThrowTerminatingError(ErrorRecords.From(error, SnapshotPath));
            throw;
        }
    }

    private void WriteSnapshot(string path, IReadOnlyList<CaseEntry>? before, List<CaseEntry> now)
    {
        try
        {
            CaseSnapshot.Write(path, CaseComparer.Remember(before, now));
        }
        catch (JpoFileException error)
        {
            ThrowTerminatingError(ErrorRecords.From(error, SnapshotPath));
        }
    }

    private List<CaseEntry> Read(List<PSObject> rows)
    {
        var entries = new List<CaseEntry>(rows.Count);
        foreach (PSObject row in rows)
        {
            if (CaseEntry.Of(RowInput.AsColumns(row)) is { } entry)
            {
                entries.Add(entry);
            }
            else if (rows == _difference)
            {
                _unreadable++;
            }
        }

        return entries;
    }

    /// <summary>Made-up cases of the sandbox held against true ones would be changes that never were.</summary>
    private void RefuseMixture(IReadOnlyList<CaseEntry>? before, List<CaseEntry> now)
    {
        bool? then = IsSandbox(before ?? []);
        bool? today = IsSandbox(now);
        if (then != null && today != null && then != today)
        {
            ThrowTerminatingError(ErrorRecords.From(new ArgumentException(Messages.SandboxMixed), null));
        }
    }

    private static bool? IsSandbox(IReadOnlyList<CaseEntry> entries)
    {
        foreach (CaseEntry entry in entries)
        {
            if (entry.Values[CaseField.IsSandbox] is bool isSandbox)
            {
                return isSandbox;
            }
        }

        return null;
    }
}
