using System;
using System.Globalization;

namespace JpoPatent.Sandbox.World;

/// <summary>
/// Application numbers of other offices. Each is made from a place in one of Japan's two number spaces, moved by some
/// months, so that it leads back to the Japanese case of its family.
/// </summary>
internal static class ForeignNumbers
{
    // Serials of national phases start at 500001 in Japan; every office keeps the two apart in its own way.
    private const int NationalStart = 500_000;

    /// <summary>The DOCDB number, e.g. <c>US.201314768239.A</c>.</summary>
    /// <param name="country">US, EP, CN or KR.</param>
    /// <param name="space">The space of the index.</param>
    /// <param name="index">The place.</param>
    public static string Docdb(string country, NumberSpace space, long index)
    {
        int year = space.Year(index);
        int serial = space.Serial(index);
        bool national = serial > NationalStart;
        int rest = national ? serial - NationalStart : serial;
        string number = country switch
        {
            "US" => Digits(year, 4) + UnitedStatesSeries(year) + Digits(serial, 6),
            "EP" => Digits(year % 100, 2) + Digits(serial, 6),
            "CN" => Digits(year, 4) + (national ? "8" : "1") + Digits(rest, 7),
            "KR" => Digits(year, 4) + (national ? "7" : "0") + Digits(rest, 6),
            _ => throw new ArgumentOutOfRangeException(nameof(country), country, null),
        };
        return country + "." + number + ".A";
    }

    /// <summary>The number as it is written where its priority is claimed: digits, dots and dashes only.</summary>
    public static string Claimed(string country, NumberSpace space, long index)
    {
        if (country == "DE")
        {
            return "10" + Digits(space.Year(index), 4) + Digits(space.Serial(index), 6) + "." + CheckDigit(index);
        }

        string number = Docdb(country, space, index).Substring(3);
        number = number.Substring(0, number.Length - 2);
        return country switch
        {
            "US" => number.Substring(4),
            "KR" => "10-" + number.Substring(0, 4) + "-" + number.Substring(4),
            _ => number + "." + CheckDigit(index),
        };
    }

    /// <summary>Reads the middle part of a DOCDB application number; null if it is not one of this world's.</summary>
    public static (int Year, int Serial)? Read(string country, string number)
    {
        int year;
        int serial;
        switch (country)
        {
            case "US" when number.Length == 12:
                year = Value(number, 0, 4);
                serial = Value(number, 6, 6);
                return UnitedStatesSeries(year) == number.Substring(4, 2) ? (year, serial) : null;
            case "EP" when number.Length == 8:
                return (2000 + Value(number, 0, 2), Value(number, 2, 6));
            case "CN" when number.Length == 12 && number[4] is '1' or '8':
                serial = Value(number, 5, 7);
                return serial < NationalStart
                    ? (Value(number, 0, 4), number[4] == '8' ? serial + NationalStart : serial)
                    : null;
            case "KR" when number.Length == 11 && number[4] is '0' or '7':
                serial = Value(number, 5, 6);
                return serial < NationalStart
                    ? (Value(number, 0, 4), number[4] == '7' ? serial + NationalStart : serial)
                    : null;
            default:
                return null;
        }
    }

    private static string UnitedStatesSeries(int year) =>
        Digits(Math.Max(9, Math.Min(19, 10 + ((year - 2003) * 10 / 23))), 2);

    private static string CheckDigit(long index) => (index % 10).ToString(CultureInfo.InvariantCulture);

    private static int Value(string digits, int start, int length) =>
        int.Parse(digits.Substring(start, length), CultureInfo.InvariantCulture);

    private static string Digits(int value, int width) =>
        value.ToString("D" + width.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
