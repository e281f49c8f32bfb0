using System;
using System.Globalization;
using Xunit;

namespace JpoPatent.Tests.Documents;

/// <summary>Last days of periods, counted as the Patent Act counts.</summary>
public sealed class DueDayTests
{
    [Theory]
    [InlineData("2024-02-27", 60, PeriodUnit.Days, "2024-04-30")] // 27 April is a Saturday, 29 April a holiday
    [InlineData("2024-02-20", 60, PeriodUnit.Days, "2024-04-22")] // a Saturday
    [InlineData("2023-06-01", 60, PeriodUnit.Days, "2023-07-31")]
    [InlineData("2023-06-01", 40, PeriodUnit.Days, "2023-07-11")]
    [InlineData("2023-10-30", 60, PeriodUnit.Days, "2024-01-04")] // 29 December
    [InlineData("2023-11-04", 60, PeriodUnit.Days, "2024-01-04")] // 3 January
    [InlineData("2025-11-05", 60, PeriodUnit.Days, "2026-01-05")] // 4 January is a Sunday
    [InlineData("2024-01-01", 59, PeriodUnit.Days, "2024-02-29")]
    [InlineData("2023-03-24", 40, PeriodUnit.Days, "2023-05-08")] // 3 May: the whole Golden Week, then a weekend
    [InlineData("2026-07-23", 60, PeriodUnit.Days, "2026-09-24")] // 21 September: a Monday, a day between, an equinox
    [InlineData("2021-06-09", 60, PeriodUnit.Days, "2021-08-10")] // moved for the Olympics: 8 August, substitute on the 9th
    [InlineData("2023-01-10", 3, PeriodUnit.Months, "2023-04-10")]
    [InlineData("2023-11-30", 3, PeriodUnit.Months, "2024-02-29")] // counted from 1 December to the day before 1 March
    [InlineData("2022-11-30", 3, PeriodUnit.Months, "2023-02-28")]
    [InlineData("2022-11-29", 3, PeriodUnit.Months, "2023-02-28")] // no 30 February
    [InlineData("2022-11-28", 3, PeriodUnit.Months, "2023-02-28")] // no 29 February
    [InlineData("2022-11-27", 3, PeriodUnit.Months, "2023-02-27")]
    [InlineData("2023-01-31", 1, PeriodUnit.Months, "2023-02-28")]
    [InlineData("2023-08-31", 3, PeriodUnit.Months, "2023-11-30")]
    [InlineData("2023-08-30", 3, PeriodUnit.Months, "2023-11-30")] // counted from the 31st; November has none
    [InlineData("2023-03-31", 3, PeriodUnit.Months, "2023-06-30")]
    [InlineData("2024-02-27", 2, PeriodUnit.Weeks, "2024-03-12")]
    [InlineData("2023-12-15", 2, PeriodUnit.Weeks, "2024-01-04")] // 29 December
    [InlineData("2019-01-30", 3, PeriodUnit.Months, "2019-05-07")] // the ten days of the enthronement
    public void Last_days(string dispatched, int number, PeriodUnit unit, string due) =>
        Assert.Equal(Day(due), DueDay.Of(Day(dispatched), number, unit));

    [Fact]
    public void Years_without_known_holidays_have_no_last_day()
    {
        Assert.Null(DueDay.Of(new DateTime(1993, 12, 31), 60, PeriodUnit.Days));
        Assert.Null(DueDay.Of(new DateTime(2099, 12, 1), 60, PeriodUnit.Days));
        Assert.Null(DueDay.Of(DateTime.MaxValue, 60, PeriodUnit.Days));
        Assert.Null(DueDay.Of(DateTime.MinValue, 60, PeriodUnit.Days));
    }

    private static DateTime Day(string text) => DateTime.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
