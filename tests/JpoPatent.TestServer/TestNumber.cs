using System.Globalization;

namespace JpoPatent.TestServer;

/// <summary>Fictional application numbers.</summary>
internal static class TestNumber
{
    /// <summary>The patent application with this serial number, of the year 2020.</summary>
    internal static JpoNumber Patent(int serial) =>
        JpoNumber.Parse("2020" + serial.ToString("000000", CultureInfo.InvariantCulture), JpoNumberKind.Application, JpoLaw.Patent);
}
