using System.Globalization;
using JpoPatent.Words;

namespace JpoPatent.Periods;

/// <summary>Periods for readers: in Japanese as the field says them, in English as number and unit.</summary>
internal static class PeriodWords
{
    internal static string Of(ResponsePeriod? period) =>
        period == null ? string.Empty : ValueWords.Length(period.Number, period.Unit) ?? period.ToString();

    internal static string Of(JpoPeriod? period) => period == null
        ? string.Empty
        : ValueWords.Length(period.Number, period.Unit)
            ?? period.Number.ToString(CultureInfo.InvariantCulture) + " " + period.Unit;
}
