using System;
using System.Globalization;

namespace JpoPatent.Sandbox.World;

/// <summary>
/// Publication numbers in the era form: era digit, two digits for the year of the era, six for the serial.
/// </summary>
internal static class Era
{
    private static readonly DateTime Reiwa = new(2019, 5, 1);

    /// <param name="day">The day of publication, which tells the era in 2019.</param>
    /// <param name="serial">The serial of the publication.</param>
    public static string Publication(DateTime day, int serial)
    {
        (int era, int year) = day >= Reiwa ? (5, day.Year - 2018) : (4, day.Year - 1988);
        return era.ToString(CultureInfo.InvariantCulture) + year.ToString("D2", CultureInfo.InvariantCulture)
            + serial.ToString("D6", CultureInfo.InvariantCulture);
    }
}
