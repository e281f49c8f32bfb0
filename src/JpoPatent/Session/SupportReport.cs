using System;
using System.Collections.Generic;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using JpoPatent.Failures;
using JpoPatent.Time;
using JpoPatent.Words;

namespace JpoPatent.Session;

/// <summary>
/// The text of a report to JPO's support centre. User name and state folder are left out: they are not needed, and a
/// report is mailed around.
/// </summary>
internal static class SupportReport
{
    /// <summary>The report on a connection, on a connect that failed, or on both.</summary>
    internal static string Write(
        JpoConnection? connection, FailedConnect? failed, string shellVersion, DateTimeOffset now)
    {
        var text = new StringBuilder();
        Line(text, Messages.ReportTitle);
        Line(text, string.Empty);
        Line(text, Messages.ReportMadeAt, JapanTime.ToJapan(now));
        Line(
            text,
            Messages.ReportVersions,
            typeof(SupportReport).Assembly.GetName().Version!.ToString(3),
            shellVersion,
            RuntimeInformation.FrameworkDescription,
            RuntimeInformation.OSDescription);
        if (failed != null)
        {
            Line(text, Messages.ReportHost, failed.Host);
            Line(text, string.Empty);
            Line(text, Messages.ReportConnectFailed);
            WriteFailures(text, failed.Failures, failed.UserName);
        }

        if (connection != null)
        {
            Line(text, Messages.ReportHost, connection.IsSandbox ? Messages.SandboxName : connection.BaseUri.Authority);
            Line(
                text,
                connection.IsStateShared ? Messages.ReportStateContainer : Messages.ReportStateFolder,
                connection.IsStateShared ? connection.StatePath : string.Empty);
            if (connection.IsStateAlone)
            {
                Line(text, Messages.ReportStateAlone);
            }

            Line(text, string.Empty);
            IReadOnlyList<FailedCall> failures = connection.Client.RecentFailures;
            Line(text, failures.Count == 0 ? Messages.ReportNoFailures : Messages.ReportFailures, failures.Count);
            WriteFailures(text, failures, connection.IsSandbox ? string.Empty : connection.UserName);
            WriteQuota(text, connection.Client);
        }

        return text.ToString();
    }

    private static void WriteFailures(StringBuilder text, IReadOnlyList<FailedCall> failures, string userName)
    {
        for (int i = failures.Count - 1; i >= 0; i--)
        {
            FailedCall call = failures[i];
            Line(text, string.Empty);
            Line(text, Messages.ReportCall, call.At, call.Api == null ? "POST" : "GET", call.Address);
            Line(
                text, Messages.ReportOutcome, call.Attempts, call.Duration.TotalSeconds,
                call.HttpStatus?.ToString(CultureInfo.InvariantCulture) ?? "-", call.StatusCode ?? "-",
                call.RequestId ?? "-");
            Line(text, "  {0}: {1}", call.ErrorType, WithoutName(call.Message, userName));
            if (call.AnswerHead != null)
            {
                Line(text, Messages.ReportAnswer);
                foreach (string line in call.AnswerHead.Split('\n'))
                {
                    Line(text, "    {0}", WithoutName(line.TrimEnd('\r'), userName));
                }
            }
        }

        Line(text, string.Empty);
    }

    private static void WriteQuota(StringBuilder text, JpoClient client)
    {
        Line(text, Messages.ReportQuota);
        foreach (ApiDescriptor api in ApiCatalog.All)
        {
            JpoQuota quota = client.GetQuota(api);
            if (quota.Used > 0)
            {
                Line(
                    text, Messages.ReportQuotaLine, quota.Number, quota.Api, quota.Used, quota.Limit,
                    ValueWords.Of(quota.Source), quota.ObservedAt);
            }
        }
    }

    private static string WithoutName(string words, string userName) =>
        userName.Length == 0 ? words : words.Replace(userName, "***");

    private static void Line(StringBuilder text, string words, params object?[] values) =>
        text.Append(values.Length == 0 ? words : string.Format(CultureInfo.InvariantCulture, words, values))
            .Append("\r\n");
}
