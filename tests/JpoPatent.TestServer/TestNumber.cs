using System.Globalization;

namespace JpoPatent.TestServer;

/// <summary>Fictional application numbers.</summary>
internal static class TestNumber
{
    /// <summary>The patent application with this serial number, of the year 2020.</summary>
    internal static JpoNumber Patent(int serial)
    {
        // Not through the parser, which rightly refuses the serial number 0 that tests may count from.
        string digits = serial.ToString("000000", CultureInfo.InvariantCulture);
        return new JpoNumber(JpoNumberKind.Application, JpoLaw.Patent, NumberSeries.None, "2020" + digits, "特願2020-" + digits, null);
    }
}
