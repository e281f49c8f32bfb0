using System;
using JpoPatent.Periods;

namespace JpoPatent.Domestic;

/// <summary>
/// The time for a request for examination: three years from the filing day (seven for one before October 2001), and for
/// an application that was divided, converted, or made from a utility model, thirty days from the day on which it was
/// itself filed, where that is later (Patent Act, article 48-3).
/// </summary>
internal static class ExaminationPeriod
{
    private const int Months = 36;
    private const int MonthsBefore = 84;
    private const int OwnDays = 30;

    private static readonly DateTime ThreeYearsSince = new(2001, 10, 1);

    /// <summary>
    /// The last day, on which the office is open; null where the filing day, or that on which the application itself
    /// was filed, is not known, or the holidays of the year are not.
    /// </summary>
    internal static DateTime? LastDay(PatentProgress progress)
    {
        if (progress.FilingDate is not { } filed || OwnDay(progress) is not { } own)
        {
            return null;
        }

        DateTime? last = DueDay.Of(filed, MonthsFrom(filed), PeriodUnit.Months);
        return own <= filed ? last : Later(last, DueDay.Of(own, OwnDays, PeriodUnit.Days));
    }

    /// <summary>The end of the period by the calendar alone; null as above.</summary>
    internal static DateTime? End(PatentProgress progress)
    {
        if (progress.FilingDate is not { } filed || OwnDay(progress) is not { } own)
        {
            return null;
        }

        DateTime end = filed.AddMonths(MonthsFrom(filed));
        return own <= filed ? end : Later(end, own.AddDays(OwnDays));
    }

    /// <summary>
    /// The day on which the application itself was filed. <c>filingDate</c> reaches back to the parent's; the request
    /// for the grant (A63) has the day on which it came. For a national phase of a PCT application the international
    /// filing date counts.
    /// </summary>
    private static DateTime? OwnDay(PatentProgress progress)
    {
        if (progress.InternationalApplicationNumber != null || progress.InternationalPublicationNumber != null)
        {
            return progress.FilingDate;
        }

        DateTime? own = null;
        foreach (DocumentEntry document in progress.Documents)
        {
            if (document.DocumentCode == "A63" && (own == null || document.LegalDate < own))
            {
                own = document.LegalDate;
            }
        }

        return own;
    }

    private static int MonthsFrom(DateTime filed) => filed < ThreeYearsSince ? MonthsBefore : Months;

    private static DateTime? Later(DateTime? one, DateTime? other) =>
        one == null || other == null ? null : one > other ? one : other;
}
