using System;
using System.Collections.Generic;
using System.Management.Automation;
using JpoPatent.Numbers;
using JpoPatent.Words;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Errors;

/// <summary>
/// The only place that builds error records: a fixed id, a true category, the user's own input as target,
/// and what to do about it.
/// </summary>
internal static class ErrorRecords
{
    /// <summary>The id of a list without a column for numbers.</summary>
    internal const string ColumnMissingId = "JpoColumnMissing";

    private const int MaxHeadings = 20;
    private const int MaxHeading = 30;

    /// <summary>
    /// Whether the prompt shows what to do beneath an error: it does since PowerShell 7.5.
    /// Before, the message has to say it.
    /// </summary>
    private static readonly bool ShowsAction = typeof(ErrorRecord).Assembly.GetName().Version >= new Version(7, 5);

    /// <summary>Whether an error concerns all inputs alike, so that going on has no sense.</summary>
    internal static bool EndsPipeline(JpoException error) =>
        error is JpoNotConnectedException or JpoAuthenticationException or JpoStateStoreException;

    internal static ErrorRecord From(JpoException error, object? target)
    {
        (string id, ErrorCategory category, string action) = Describe(error);
        return Record(error, id, category, target, error.Message, action);
    }

    /// <summary>An argument that cannot be used, found before anything was asked.</summary>
    internal static ErrorRecord From(ArgumentException error, object? target) =>
        Record(
            error,
            "JpoInvalidParameter",
            ErrorCategory.InvalidArgument,
            target,
            OwnWords(error),
            Messages.ActionCheckParameter);

    /// <summary>A file that cannot be written.</summary>
    internal static ErrorRecord CannotWrite(Exception error, string path) =>
        Record(
            error,
            "JpoFileNotWritten",
            ErrorCategory.WriteError,
            path,
            Format(Client.DocumentMessages.FileNotWritten, path, error.Message),
            Messages.ActionCheckFolder);

    /// <summary>A name that is no API's.</summary>
    internal static ErrorRecord NoSuchApi(string name) =>
        From(
            new ArgumentException(Format(Messages.NoSuchApi, name, ApiCatalog.All.Count)),
            name);

    /// <summary>
    /// Rows without a column in which numbers stand. The usual cause is a file that was read with another encoding,
    /// which spoils the headings.
    /// </summary>
    internal static ErrorRecord ColumnMissing(IEnumerable<NumberColumn> wanted, IReadOnlyList<string> headings)
    {
        var names = new List<string>();
        foreach (NumberColumn column in wanted)
        {
            if (NumberColumns.ShownFor(column) is { } shown)
            {
                names.Add(shown);
            }
        }

        var there = new List<string>();
        for (int i = 0; i < headings.Count && i < MaxHeadings; i++)
        {
            there.Add(OneLine(headings[i]));
        }

        string list = string.Join(", ", there) + (headings.Count > MaxHeadings ? ", …" : string.Empty);
        string message = Format(Messages.ColumnMissing, string.Join(", ", names), list);
        return Record(
            new ArgumentException(message),
            ColumnMissingId,
            ErrorCategory.InvalidArgument,
            list,
            message,
            Messages.ActionColumnMissing);
    }

    internal static ErrorRecord Unprocessed(JpoQuotaExhaustedException error, List<string> inputs)
    {
        var target = new JpoUnprocessed(error.Api!.Id, error.ResetsAt, inputs.AsReadOnly());
        string message = Join(error.Message, CountLeft(inputs));
        return Record(
            error, "JpoQuotaExhausted", ErrorCategory.LimitsExceeded, target, message, Messages.ActionPipeInTomorrow);
    }

    /// <summary>An error that concerns all inputs alike, with those that were not asked for because of it.</summary>
    internal static ErrorRecord Ended(JpoException error, List<string> inputs)
    {
        (string id, ErrorCategory category, string action) = Describe(error);
        var target = new JpoUnprocessed(error.Api?.Id, null, inputs.AsReadOnly());
        string message = Join(error.Message, CountLeft(inputs));
        return Record(error, id, category, target, message, action);
    }

    private static string CountLeft(List<string> inputs) =>
        Format(inputs.Count == 1 ? Messages.UnprocessedOne : Messages.UnprocessedMany, inputs.Count);

    /// <summary>
    /// The message without the name of a C# parameter that the framework adds in a language of its own.
    /// </summary>
    private static string OwnWords(ArgumentException error)
    {
        string added = error.ParamName == null
            ? string.Empty
            : new ArgumentException("-", error.ParamName).Message.Substring(1);
        return added.Length > 0 && error.Message.EndsWith(added, StringComparison.Ordinal)
            ? error.Message.Substring(0, error.Message.Length - added.Length)
            : error.Message;
    }

    private static string OneLine(string heading)
    {
        var line = new System.Text.StringBuilder(heading.Length);
        foreach (char c in heading)
        {
            line.Append(char.IsControl(c) ? ' ' : c);
        }

        return line.Length > MaxHeading ? line.ToString(0, MaxHeading) + "…" : line.ToString();
    }

    private static ErrorRecord Record(
        Exception error, string id, ErrorCategory category, object? target, string message, string action) =>
        new(error, id, category, target)
        {
            ErrorDetails = new ErrorDetails(ShowsAction ? message : Join(message, action))
            {
                RecommendedAction = action,
            },
        };

    /// <summary>Both as one line. Japanese sentences stand together without a blank.</summary>
    private static string Join(string message, string action) =>
        WordBook.IsJapanese ? message + action : message + " " + action;

    /// <summary>
    /// What to do where an API has no data: its usual cause first, which is another for each kind of data.
    /// </summary>
    private static string WhereNothingIs(ApiDescriptor? api) => api?.Id.Substring(api.Id.IndexOf('/') + 1) switch
    {
        "applicant_attorney" or "applicant_attorney_cd" => Client.Messages.ActionApplicantCode,
        "registration_info" => Messages.ActionNoRegistration,
        "cite_doc_info" => Messages.ActionNoCitation,
        "pct_national_phase_application_number" => Messages.ActionNoNationalPhase,
        _ => Messages.ActionNothingThere,
    };

    private static (string Id, ErrorCategory Category, string Action) Describe(JpoException error) => error switch
    {
        JpoNotConnectedException => ("JpoNotConnected", ErrorCategory.ConnectionError, Messages.ActionConnect),
        JpoAuthenticationException =>
            ("JpoAuthenticationFailed", ErrorCategory.AuthenticationError, Messages.ActionCheckCredential),
        JpoInvalidNumberException invalid => (
            "JpoInvalidNumber", ErrorCategory.InvalidArgument, invalid.RecommendedAction ?? Messages.ActionWriteNumber),
        JpoNotCoveredException => ("JpoNotCovered", ErrorCategory.ObjectNotFound, Messages.ActionNotCovered),
        JpoEmptyAnswerException { StatusCode: "108" } =>
            ("JpoNoDocument", ErrorCategory.ObjectNotFound, Messages.ActionNoDocument),
        JpoEmptyAnswerException { StatusCode: "111" } =>
            ("JpoNotCovered", ErrorCategory.ObjectNotFound, Messages.ActionNotCovered),
        JpoEmptyAnswerException => ("JpoNoData", ErrorCategory.ObjectNotFound, WhereNothingIs(error.Api)),
        JpoQuotaExhaustedException =>
            ("JpoQuotaExhausted", ErrorCategory.LimitsExceeded, Messages.ActionPipeInTomorrow),
        JpoInvalidParameterException =>
            ("JpoInvalidParameter", ErrorCategory.InvalidArgument, Messages.ActionCheckParameter),
        JpoServiceException { Problem: JpoServiceProblem.Busy } =>
            ("JpoServiceBusy", ErrorCategory.ResourceUnavailable, Messages.ActionTryInAMinute),
        JpoServiceException { Problem: JpoServiceProblem.Timeout } =>
            ("JpoServiceTimeout", ErrorCategory.ResourceUnavailable, Messages.ActionTryLater),
        JpoServiceException => ("JpoServiceError", ErrorCategory.ResourceUnavailable, Messages.ActionTryLater),
        JpoUnsafeArchiveException => ("JpoUnsafeArchive", ErrorCategory.SecurityError, Messages.ActionReportArchive),
        JpoSheetException => ("JpoFileNotRead", ErrorCategory.ReadError, Messages.ActionCheckList),
        JpoFileException { IsConflict: true } => ("JpoFileExists", ErrorCategory.ResourceExists, Messages.ActionForce),
        JpoFileException => ("JpoFileNotWritten", ErrorCategory.WriteError, Messages.ActionCheckFolder),
        JpoStateStoreException =>
            ("JpoStateStoreFailed", ErrorCategory.ConnectionError, Messages.ActionCheckStateStore),
        JpoWatchBusyException => ("JpoWatchBusy", ErrorCategory.ResourceBusy, Messages.ActionWatchBusy),
        JpoWatchListShrunkException =>
            ("JpoWatchListShrunk", ErrorCategory.InvalidOperation, Messages.ActionWatchShrunk),
        JpoConnectionException => ("JpoConnectionFailed", ErrorCategory.ConnectionError, Messages.ActionCheckNetwork),
        _ => ("JpoInvalidAnswer", ErrorCategory.InvalidData, Messages.ActionTryLater),
    };
}
