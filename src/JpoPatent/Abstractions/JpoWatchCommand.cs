using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using JpoPatent.Cases;
using JpoPatent.Errors;
using JpoPatent.Session;
using JpoPatent.State;
using JpoPatent.Watch;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Abstractions;

/// <summary>
/// A cmdlet on a watch: the file that -Path names, else the one of the connection's ID in the state folder.
/// </summary>
public abstract class JpoWatchCommand : JpoConnectedCommand
{
    /// <summary>
    /// The file of the watch; without it the one of the connection's ID in the state folder.
    /// Required where there is no connection.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>The connection, where there is one: reading a watch needs none.</summary>
    private protected JpoConnection? AtHand =>
        (Connection ?? RunspaceSession.Default) is { Client.IsDisconnected: false } connection ? connection : null;

    /// <summary>Tonight, by the service's clock where it is known.</summary>
    private protected int Night => WatchDay.Of(AtHand?.Client.Clock.Now ?? RunspaceSession.Now);

    private protected string FilePath()
    {
        if (Path != null)
        {
            return SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path);
        }

        if (AtHand == null)
        {
            ThrowTerminatingError(ErrorRecords.From(new ArgumentException(Messages.WatchPathNeeded), null));
        }

        // A watch is never kept in a container: it has one writer, and the machine's folder is where it stands.
        JpoClient client = AtHand!.Client;
        string folder = client.IsStateShared ? StateFolder.Default : client.StatePath;
        return System.IO.Path.Combine(
            StateFolder.At(folder, client.Options.Credential.UserName, client.Options.BaseUri).Path,
            WatchBook.FileName);
    }

    /// <summary>Opens the watch for reading. Without one, it says so.</summary>
    private protected WatchBook ReadBook()
    {
        string path = FilePath();
        WatchBook book = Guard(() => WatchBook.Read(path));
        if (!book.Exists)
        {
            WriteWarning(Format(Messages.WatchEmpty, path));
        }

        TellDamage(book);
        return book;
    }

    private protected void TellDamage(WatchBook book)
    {
        if (book.Damaged > 0)
        {
            WriteWarning(Format(Messages.WatchDamaged, book.Damaged, book.Path));
        }
    }

    /// <summary>Runs what can fail at the file; its errors end the cmdlet.</summary>
    private protected T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (JpoException error)
        {
            ThrowTerminatingError(ErrorRecords.From(error, Path));
            throw;
        }
    }

    /// <summary>
    /// The cases as rows, flat, with the user's columns first, then the module's, then those of the watch.
    /// </summary>
    private protected static IEnumerable<PSObject> Rows(IEnumerable<WatchCase> cases, int night)
    {
        var layout = new CaseLayout();
        var all = new List<(WatchCase Case, CaseRequest Request)>();
        foreach (WatchCase one in cases)
        {
            foreach (IReadOnlyList<KeyValuePair<string, object?>> row in one.Rows.Count == 0 ? [[]] : one.Rows)
            {
                var request = new CaseRequest
                {
                    Row = new CaseRow([]),
                    Own = row,
                    Known = new CaseValues(),
                    Written = one.Number.Display,
                    Number = one.Number,
                };
                layout.Add(request);
                all.Add((one, request));
            }
        }

        foreach ((WatchCase one, CaseRequest request) in all)
        {
            PSObject shown = CaseObject.Make(layout, request, one.Values, null);
            OwnColumns.Add(shown, nameof(WatchColumn.LastLook), one.LastLook is { } look ? Day(look) : null);
            OwnColumns.Add(
                shown, nameof(WatchColumn.NightsUnseen), one.LastLook is { } seen ? Math.Max(0, night - seen) : null);
            OwnColumns.Add(
                shown,
                nameof(WatchColumn.LookBy),
                one.Retired != null
                    ? null
                    : Day((one.LastLook ?? one.Added) + Planning.LongestWaits.Set(one.Planned().Stage)));
            yield return shown;
        }
    }

    /// <summary>A change with the user's columns of its case.</summary>
    private protected static PSObject Row(JpoWatchChange change, WatchCase? one)
    {
        IEnumerable<KeyValuePair<string, object?>> own = one is { Rows.Count: > 0 } ? one.Rows[0] : [];
        return OwnColumns.Beside(change, own.Where(static cell => cell.Key.Length > 0));
    }

    private protected static string Day(int day) => WatchDay.Text(day);
}
