using System;
using System.Globalization;

namespace JpoPatent;

/// <summary>Values for readers: in Japanese as the field says them, in English under the names that scripts use.</summary>
internal static class ValueWords
{
    private static readonly WordBook Words = new("JpoPatent.Client.Values", typeof(ValueWords).Assembly);

    internal static string Of(Enum value) => Words.InJapanese(value.GetType().Name + "_" + value) ?? value.ToString();

    internal static string Of(bool value) => Words.InJapanese(value ? "Yes" : "No") ?? value.ToString();

    internal static string Of(ResponsePeriod? period) => period == null ? string.Empty : Length(period.Number, period.Unit) ?? period.ToString();

    internal static string Of(JpoPeriod? period) => period == null ? string.Empty : Length(period.Number, period.Unit) ?? period.Number.ToString(CultureInfo.InvariantCulture) + " " + period.Unit;

    private static string? Length(int number, PeriodUnit unit) =>
        Words.InJapanese(nameof(PeriodUnit) + "_" + unit) is { } words ? string.Format(CultureInfo.InvariantCulture, words, number) : null;
}
