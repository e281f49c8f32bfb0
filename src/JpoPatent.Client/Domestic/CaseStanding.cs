using System;
using JpoPatent.Time;

namespace JpoPatent.Domestic;

/// <summary>Where a case stands, since when, and what says so.</summary>
internal sealed class CaseStanding
{
    internal required CaseState State { get; init; }

    internal DateTime? Since { get; init; }

    /// <summary>The code of what the state rests on: of a document, or of the register.</summary>
    internal string? Code { get; init; }

    /// <summary>The same in words, in the reader's language where it is no name of a document.</summary>
    internal Func<string>? Words { get; init; }

    internal string? Reason => Code == null ? null : (Code + " " + Words?.Invoke()).TrimEnd();

    internal bool IsPending { get; init; }

    internal bool IsOver { get; init; }

    internal bool IsAnswered { get; init; }

    /// <summary>Reads the file and the register as they were on the day of the answer.</summary>
    internal static CaseStanding Of(CaseProgress progress)
    {
        DateTime today = JapanTime.ToJapan(progress.RetrievedAt).Date;
        return progress.RegistrationNumber != null
            ? RightHistory.Read(progress, today)
            : new CaseHistory(progress, today).Read();
    }
}
