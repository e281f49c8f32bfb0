using System;
using System.Globalization;

namespace JpoPatent.Sandbox.World;

/// <summary>
/// Document numbers of eleven digits: where a document came from, two digits of the year,
/// and a serial that grows through the year.
/// </summary>
internal static class DocumentNumbers
{
    /// <summary>Received online: <c>5</c>, year, eight digits.</summary>
    public static string Filed(DateTime day, ref Dice dice) =>
        "5" + Year(day) + Serial((day.DayOfYear - 1) * 7_000 + dice.Below(6_980), 8);

    /// <summary>The next but one of a document filed in the same session.</summary>
    public static string After(string number, int distance) =>
        (long.Parse(number, CultureInfo.InvariantCulture) + distance).ToString("D11", CultureInfo.InvariantCulture);

    /// <summary>Mailed by an examiner: <c>06</c>, the law, year, six digits, which are the dispatch number.</summary>
    public static string Mailed(JpoLaw law, DateTime day, ref Dice dice) =>
        "06" + Law(law) + Year(day) + Serial((day.DayOfYear - 1) * 1_700 + dice.Below(1_700), 6);

    /// <summary>Mailed in an appeal or an opposition.</summary>
    public static string MailedInAppeal(JpoLaw law, DateTime day, ref Dice dice) =>
        "07" + Law(law) + Year(day) + Serial((day.DayOfYear - 1) * 260 + dice.Below(260), 6);

    /// <summary>Made inside the office, e.g. a search report.</summary>
    public static string Internal(string prefix, DateTime day, ref Dice dice) =>
        prefix + Year(day) + Serial((day.DayOfYear - 1) * 400 + dice.Below(400), 6);

    /// <summary>A request to inspect the file.</summary>
    public static string Inspection(DateTime day, ref Dice dice) =>
        "005" + Year(day) + Serial((day.DayOfYear - 1) * 30 + dice.Below(30), 6);

    private static string Year(DateTime day) => (day.Year % 100).ToString("D2", CultureInfo.InvariantCulture);

    private static string Law(JpoLaw law) => ((int)law).ToString(CultureInfo.InvariantCulture);

    private static string Serial(int value, int digits) =>
        value.ToString("D" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
