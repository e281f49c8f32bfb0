using System;
using System.Globalization;

namespace JpoPatent.Tests.Models;

internal static class Day
{
    /// <summary>A day as the models have it, of <c>yyyy-MM-dd</c>.</summary>
    public static DateTime Of(string text) => DateTime.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
