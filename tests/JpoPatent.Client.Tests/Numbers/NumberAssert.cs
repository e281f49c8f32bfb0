using System.Text.RegularExpressions;
using Xunit;

namespace JpoPatent.Tests;

internal static class NumberAssert
{
    public static void RoundTrips(JpoNumber number)
    {
        Assert.True(JpoNumber.TryParse(number.Display, null, null, out JpoNumber? again, out JpoInvalidNumberException? error), error?.Message);
        Assert.Equal(number, again);
        Assert.Equal((number.Display, number.Docdb), (again!.Display, again.Docdb));
    }

    public static void IsSafe(JpoNumber number)
    {
        Assert.Matches(new Regex("\\A([0-9]{10}|[0-9]{7}|[A-Z]{2}[0-9]{10})\\z"), number.Value);
        if (number.Docdb is not null)
        {
            Assert.Matches(new Regex("\\A[A-Z]{2}\\.[0-9]{1,94}\\.[A-Z0-9*]{1,2}\\z"), number.Docdb);
        }
    }

    public static void IsFitToPrint(JpoInvalidNumberException error)
    {
        Assert.NotEqual(string.Empty, error.Message);
        Assert.InRange(error.Message.Length, 10, 700);
        Assert.DoesNotMatch(new Regex("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]|\\{[0-9]\\}"), error.Message + error.RecommendedAction);
        for (int i = 0; i < error.Message.Length; i++)
        {
            if (char.IsSurrogate(error.Message[i]))
            {
                Assert.True(char.IsSurrogatePair(error.Message, i), "half a surrogate pair in a message");
                i++;
            }
        }
    }
}
