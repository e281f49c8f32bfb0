using System;
using System.Collections.Generic;

namespace JpoPatent.Periods;

/// <summary>What kind of document sets a period, by which is known what the period can be for.</summary>
internal sealed class PeriodSetter
{
    private static readonly PeriodSetter Refusal = new(PeriodPurpose.Appeal, PeriodPurpose.Court);
    private static readonly PeriodSetter Grant = new(PeriodPurpose.Payment);
    private static readonly PeriodSetter Trial = new(PeriodPurpose.Court, PeriodPurpose.Appeal);
    private static readonly PeriodSetter AmendmentDeclined = new(
        PeriodPurpose.Appeal, PeriodPurpose.Court, PeriodPurpose.Response);
    private static readonly PeriodSetter Disposition = new(PeriodPurpose.Appeal, PeriodPurpose.Court);
    private static readonly PeriodSetter Notice = new(PeriodPurpose.Response, PeriodPurpose.Payment)
    {
        IsNotice = true,
    };

    /// <summary>
    /// The first day on which a decision of refusal could be appealed within three months instead
    /// of 30 days (Act No. 16 of 2008).
    /// </summary>
    private static readonly DateTime ThreeMonths = new(2009, 4, 1);

    private readonly PeriodPurpose[] _allowed;

    private PeriodSetter(params PeriodPurpose[] allowed) => _allowed = allowed;

    /// <summary>What a period of such a document is for, where its words do not say it.</summary>
    internal PeriodPurpose Usual => _allowed[0];

    /// <summary>Whether it asks for something, and decides nothing.</summary>
    internal bool IsNotice { get; private init; }

    /// <summary>By code and name; without either, a notice.</summary>
    internal static PeriodSetter Of(string? code, string? name) => code switch
    {
        "A02" => Refusal,
        "A01" => Grant,
        { Length: >= 3 } when code.StartsWith("A19", StringComparison.Ordinal) || code == "A15" => AmendmentDeclined,
        { Length: >= 3 }
            when code.StartsWith("A13", StringComparison.Ordinal) || code.StartsWith("A25", StringComparison.Ordinal) =>
                Notice,
        _ => ByName(name ?? string.Empty),
    };

    /// <summary>Whether a period for a purpose can be of such a document.</summary>
    /// <param name="purpose">What it is for.</param>
    /// <param name="isOwn">Whether its words say outright that it is counted from this very document.</param>
    internal bool Allows(PeriodPurpose purpose, bool isOwn) =>
        Array.IndexOf(_allowed, purpose) >= 0
        && (isOwn || !(this == AmendmentDeclined && purpose == PeriodPurpose.Response));

    /// <summary>
    /// What the law sets for a decision whose text says nothing of it: 30 days for the first fees (Patent Act 108,
    /// Design Act 43, Trademark Act 41), three months for the appeal against a refusal (Patent Act 121, Design Act 46,
    /// Trademark Act 44).
    /// </summary>
    /// <param name="stated">What the text states.</param>
    /// <param name="drafted">When it was drafted, if that is known.</param>
    internal JpoPeriod? ByLaw(IReadOnlyList<JpoPeriod> stated, DateTime? drafted)
    {
        foreach (JpoPeriod period in stated)
        {
            if (period.Purpose == Usual && !period.IsForResidentsAbroad)
            {
                return null;
            }
        }

        return this == Grant
                ? new JpoPeriod(30, PeriodUnit.Days, PeriodStart.Service, PeriodPurpose.Payment) { IsStated = false }
            : this == Refusal && drafted >= ThreeMonths
                ? new JpoPeriod(3, PeriodUnit.Months, PeriodStart.Service, PeriodPurpose.Appeal) { IsStated = false }
            : null;
    }

    private static PeriodSetter ByName(string name)
    {
        return Has("通知") || Has("指令") || Has("審尋") || Has("命令") || Has("照会")
                ? (Has("却下") && Has("処分") ? Disposition : Notice)
            : Has("拒絶査定") || Has("拒絶をすべき") ? Refusal
            : Has("特許査定") || Has("登録査定") || Has("登録審決") ? Grant
            : Has("補正") && Has("却下") ? AmendmentDeclined
            : Has("審決") || Has("決定") || Has("判定") ? Trial
            : Has("却下") || Has("処分") ? Disposition
            : Notice;

        bool Has(string part) => name.IndexOf(part, StringComparison.Ordinal) >= 0;
    }
}
