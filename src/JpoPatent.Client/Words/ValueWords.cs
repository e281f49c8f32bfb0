using System;
using System.Globalization;

namespace JpoPatent;

/// <summary>Values for readers: in Japanese as the field says them, in English under the names that scripts use.</summary>
internal static class ValueWords
{
    private static readonly WordBook Words = new("JpoPatent.Client.Values", typeof(ValueWords).Assembly);

    internal static string Of(Enum value) => Words.InJapanese(value.GetType().Name + "_" + value) ?? value.ToString();

    internal static string Of(bool value) => Words.InJapanese(value ? "Yes" : "No") ?? value.ToString();

    internal static string Of(ResponsePeriod? period) => period == null
        ? string.Empty
        : Words.InJapanese(nameof(PeriodUnit) + "_" + period.Unit) is { } words ? string.Format(CultureInfo.InvariantCulture, words, period.Number) : period.ToString();
}
