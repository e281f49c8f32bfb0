using System;
using Xunit;

namespace JpoPatent.Tests;

public sealed class JapanTimeTests
{
    [Theory]
    [InlineData("2026-11-20T14:59:59.999Z", 20261120, "2026-11-21T00:00:00+09:00")]
    [InlineData("2026-11-20T15:00:00.000Z", 20261121, "2026-11-22T00:00:00+09:00")]
    [InlineData("2026-12-31T23:00:00-05:00", 20270101, "2027-01-02T00:00:00+09:00")]
    [InlineData("2028-02-28T23:59:59+09:00", 20280228, "2028-02-29T00:00:00+09:00")]
    public void Days_begin_at_midnight_in_japan_wherever_the_machine_stands(string instant, int day, string nextMidnight)
    {
        DateTimeOffset moment = DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(day, JapanTime.DayOf(moment));
        Assert.Equal(DateTimeOffset.Parse(nextMidnight, System.Globalization.CultureInfo.InvariantCulture), JapanTime.NextMidnight(moment));
        Assert.Equal(TimeSpan.FromHours(9), JapanTime.NextMidnight(moment).Offset);
    }
}
