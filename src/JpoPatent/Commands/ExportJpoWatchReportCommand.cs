using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;
using JpoPatent.Abstractions;
using JpoPatent.Errors;
using JpoPatent.Watch;
using JpoPatent.Words;

namespace JpoPatent.Commands;

/// <summary>Writes the report on a watch: one HTML page that needs nothing beside it. Spends no access.</summary>
[Cmdlet(
    VerbsData.Export, "JpoWatchReport", SupportsShouldProcess = true,
    HelpUri = HelpPages.Folder + "Export-JpoWatchReport.md")]
[OutputType(typeof(FileInfo))]
public sealed class ExportJpoWatchReportCommand : JpoWatchCommand
{
    /// <summary>The page to write.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string OutputPath { get; set; } = string.Empty;

    /// <summary>
    /// Tell the changes that were detected on this day in Japan or later; without it those of the last run.
    /// </summary>
    [Parameter]
    public DateTime? Since { get; set; }

    /// <summary>Tell the changes after this number instead.</summary>
    [Parameter]
    public long? After { get; set; }

    /// <summary>The language of the page; without it the one of this shell.</summary>
    [Parameter]
    [ValidateSet("ja", "en")]
    public string? Language { get; set; }

    /// <summary>Give the file out.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        WatchBook book = ReadBook();
        string path = SessionState.Path.GetUnresolvedProviderPathFromPSPath(OutputPath);
        (int from, int last) = LastRun(book);
        int today = AtHand == null && book.Nights.Count > 0 ? last : Math.Max(Night, last);
        string page = MakeIn(Language, () => WatchReport.Make(book, today, from, Changes(book, from)));
        if (!ShouldProcess(path, Messages.ExportAction))
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            File.WriteAllText(path, page, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            ThrowTerminatingError(ErrorRecords.CannotWrite(error, OutputPath));
        }

        if (PassThru)
        {
            WriteObject(new FileInfo(path));
        }
    }

    private static string MakeIn(string? language, Func<string> make)
    {
        CultureInfo? before = WordBook.Reader;
        WordBook.Reader = language == null
            ? CultureInfo.CurrentUICulture
            : CultureInfo.GetCultureInfo(language == "ja" ? "ja-JP" : "en-US");
        try
        {
            return make();
        }
        finally
        {
            WordBook.Reader = before;
        }
    }

    // The nights of the last run: two where it went across midnight.
    private (int From, int Last) LastRun(WatchBook book)
    {
        if (book.Nights.Count == 0)
        {
            return (Night, Night);
        }

        int at = book.Nights.Count - 1;
        int last = WatchDay.Of(book.Nights[at].Night);
        int from = last;
        for (; at > 0
            && book.Nights[at - 1] is { EndedBecause: JpoWatchEndReason.Midnight } before
            && WatchDay.Of(before.Night) == from - 1; at--)
        {
            from--;
        }

        return (from, last);
    }

    private List<JpoWatchChange> Changes(WatchBook book, int night)
    {
        DateTimeOffset from = WatchUntil.Read(Since ?? WatchDay.Date(night), default)!.Value;
        return [.. book.Changes.Where(
            change => After is { } last ? change.Sequence > last : change.DetectedAt >= from)];
    }
}
