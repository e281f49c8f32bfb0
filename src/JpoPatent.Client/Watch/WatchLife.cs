using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using JpoPatent.Domestic;
using JpoPatent.Planning;

namespace JpoPatent.Watch;

/// <summary>
/// The documents of an answer in short, as the file keeps them: day, kind and code.
/// A filing that JPO lists in parts counts once.
/// </summary>
internal static class WatchLife
{
    private const string Kinds = "PQNRXAGYZUOE";
    private const string Form = "yyyyMMdd";
    private const string NoDay = "00000000";
    private const char Own = '-';

    /// <summary>
    /// The entries of an answer, by day, each with the document behind it; days without a document have none.
    /// </summary>
    internal static List<KeyValuePair<string, DocumentEntry?>> Of(CaseProgress progress)
    {
        var entries = new List<KeyValuePair<string, DocumentEntry?>>();
        var counts = new Dictionary<(string? Number, string Entry), int>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (DocumentEntry document in Filings(progress.Documents))
        {
            // A decision stands under the application and again under the registration:
            // one document. Two under one number are two.
            string entry = Entry(
                document.LegalDate,
                KindOf(document),
                document.DocumentCode ?? document.DocumentDescription ?? string.Empty);
            int count = counts[(document.Number, entry)] = counts.TryGetValue((document.Number, entry), out int before)
                ? before + 1
                : 1;
            string own = count == 1 ? entry : entry + "*" + count.ToString(CultureInfo.InvariantCulture);
            if (known.Add(own))
            {
                entries.Add(new(own, document));
            }
        }

        Add(progress.PublicationDate, WatchEventKind.Publication);
        Add(progress.RegistrationDate, WatchEventKind.Registration);
        if (progress.IsOver)
        {
            Add(progress.StateSince ?? progress.DisappearanceDate ?? progress.LatestDocumentDate, WatchEventKind.End);
        }

        return [.. entries.OrderBy(static entry => entry.Key, StringComparer.Ordinal)];

        void Add(DateTime? day, WatchEventKind kind)
        {
            if (day is { } happened)
            {
                entries.Add(new(OwnEntry(happened, kind), null));
            }
        }
    }

    /// <summary>The entry of a day that has no document.</summary>
    internal static string OwnEntry(DateTime day, WatchEventKind kind) => Entry(day, kind, Own.ToString());

    /// <summary>Whether an entry says that the case is over.</summary>
    internal static bool IsEnd(string entry) => !IsDocument(entry) && Read(entry) is { Kind: WatchEventKind.End };

    /// <summary>Whether an entry stands for a document.</summary>
    internal static bool IsDocument(string entry) => entry.Length > Form.Length + 2 && entry[Form.Length + 2] != Own;

    /// <summary>The day and the code of an entry, for people.</summary>
    internal static string Shown(string entry) =>
        entry.StartsWith(NoDay, StringComparison.Ordinal) && entry.Length > Form.Length + 2
            ? entry.Substring(Form.Length + 2)
        : entry.Length > Form.Length + 2
            ? entry.Substring(0, 4) + "-" + entry.Substring(4, 2) + "-" + entry.Substring(6, 2) + " "
                + entry.Substring(Form.Length + 2)
        : entry;

    /// <summary>What an entry is for the planner; null where a newer version wrote something else.</summary>
    internal static WatchEvent? Read(string entry)
    {
        int kind = entry.Length > Form.Length ? Kinds.IndexOf(entry[Form.Length]) : -1;
        return kind >= 0 && WatchDay.ReadCompact(entry) is { } day ? new WatchEvent(day, (WatchEventKind)kind) : null;
    }

    internal static WatchEventKind KindOf(DocumentEntry document) => DocumentRoles.Of(document) switch
    {
        DocumentRole.Request => WatchEventKind.ExaminationRequest,
        DocumentRole.Notice => WatchEventKind.Notice,
        DocumentRole.Answer => WatchEventKind.Response,
        DocumentRole.Refusal => WatchEventKind.Refusal,
        DocumentRole.Appeal => WatchEventKind.Appeal,
        DocumentRole.Grant or DocumentRole.AppealAllowed => WatchEventKind.Grant,
        DocumentRole.Payment => WatchEventKind.Payment,
        DocumentRole.Withdrawal or DocumentRole.Abandonment or DocumentRole.ApplicationDismissed => WatchEventKind.End,
        _ => document.DocumentCode is { } code
            && (code.StartsWith("R20", StringComparison.Ordinal) || code.StartsWith("R25", StringComparison.Ordinal))
            ? WatchEventKind.Annuity
            : WatchEventKind.Other,
    };

    private static string Entry(DateTime? day, WatchEventKind kind, string code) =>
        (day?.ToString(Form, CultureInfo.InvariantCulture) ?? NoDay) + Kinds[(int)kind] + ":" + code.Replace(' ', '_');

    // One document for each filing: the form itself goes before its parts.
    private static IEnumerable<DocumentEntry> Filings(IReadOnlyList<DocumentEntry> documents)
    {
        var filings = new Dictionary<(string? Number, DateTime? Day, string Filing), int>();
        var chosen = new List<DocumentEntry>(documents.Count);
        foreach (DocumentEntry document in documents)
        {
            if (!filings.TryGetValue((document.Number, document.LegalDate, FilingOf(document)), out int at))
            {
                filings.Add((document.Number, document.LegalDate, FilingOf(document)), chosen.Count);
                chosen.Add(document);
            }
            else if (RankOf(document) > RankOf(chosen[at]))
            {
                chosen[at] = document;
            }
        }

        return chosen;
    }

    // Parts of one filing share its number. Where they have none, those of an application and
    // of its amendments are known by their codes.
    private static string FilingOf(DocumentEntry document)
    {
        string code = document.DocumentCode ?? document.DocumentDescription ?? string.Empty;
        bool isPart = code.StartsWith("A163", StringComparison.Ordinal)
            || code.StartsWith("A63", StringComparison.Ordinal);
        return document.DocumentNumber ?? (isPart ? "A63" : code);
    }

    // What does something to the case goes first; S and K mark what is no part: the request itself,
    // the cover of an amendment, the office's own letter.
    private static int RankOf(DocumentEntry document) =>
        (DocumentRoles.Of(document) != DocumentRole.None ? 2 : 0) + (document.DocumentSeparator is "S" or "K" ? 1 : 0);
}
