using System;
using System.Globalization;

namespace JpoPatent.Numbers;

/// <summary>
/// Writes numbers: the API's form, people's form, the DOCDB form. Each works in one buffer,
/// for scripts convert numbers by the thousand.
/// </summary>
internal static class NumberFormat
{
    private const int BufferLength = 32;

    // Patents are published under their registration number from this one on;
    // the B documents of older ones have numbers of their own.
    private const int FirstPublishedRegistration = 2500001;

    /// <summary>Whether there can be a number of that year; the patent system began in 1885.</summary>
    public static bool IsPlausibleYear(int year) => year is >= 1885 and <= 2099;

    /// <summary>Whether the PCT can have numbers of that year; it began in 1978.</summary>
    public static bool IsPctYear(int year) => year is >= 1978 and <= 2099;

    /// <summary>Fills <paramref name="target"/> with the value, zeros before it.</summary>
    public static void Digits(Span<char> target, int value)
    {
        for (int i = target.Length - 1; i >= 0; i--)
        {
            target[i] = (char)('0' + (value % 10));
            value /= 10;
        }
    }

    public static string Value(in NumberReading reading, JpoNumberKind kind)
    {
        Span<char> buffer = stackalloc char[BufferLength];
        int at = 0;
        switch (kind)
        {
            case JpoNumberKind.Registration:
                // JPO's API takes registration numbers in seven digits.
                Append(buffer, ref at, reading.Serial, 7);
                return Text(buffer, at);
            case JpoNumberKind.InternationalApplication:
                buffer[at++] = reading.Country0;
                buffer[at++] = reading.Country1;
                break;
            case JpoNumberKind.InternationalPublication:
                Append(buffer, ref at, "WO");
                break;
        }

        Append(buffer, ref at, reading.Year, 4);
        Append(buffer, ref at, reading.Serial, 6);
        return Text(buffer, at);
    }

    public static string Display(in NumberReading reading, JpoNumberKind kind, JpoLaw law, NumberSeries series)
    {
        Span<char> buffer = stackalloc char[BufferLength];
        int at = 0;
        switch (kind)
        {
            case JpoNumberKind.Registration:
                return DisplayRegistration(reading, law);
            case JpoNumberKind.InternationalApplication:
                Append(buffer, ref at, "PCT/");
                buffer[at++] = reading.Country0;
                buffer[at++] = reading.Country1;
                AppendPct(buffer, ref at, reading);
                return Text(buffer, at);
            case JpoNumberKind.InternationalPublication:
                Append(buffer, ref at, "WO");
                AppendPct(buffer, ref at, reading);
                AppendCode(buffer, ref at, reading);
                return Text(buffer, at);
            case JpoNumberKind.Publication:
                Append(buffer, ref at, series switch
                {
                    NumberSeries.National => "特表",
                    NumberSeries.Republication => "再表",
                    NumberSeries.Examined => "特公",
                    _ => "特開",
                });
                break;
            default:
                Append(buffer, ref at, law switch
                {
                    JpoLaw.Design => "意願",
                    JpoLaw.Trademark => "商願",
                    _ => "特願",
                });
                break;
        }

        if (series == NumberSeries.Republication)
        {
            AppendPct(buffer, ref at, reading);
        }
        else
        {
            AppendYearAndSerial(buffer, ref at, reading);
        }

        return Text(buffer, at);
    }

    /// <summary>The DOCDB form, or null where it is not certain.</summary>
    public static string? Docdb(in NumberReading reading, JpoNumberKind kind, JpoLaw law, NumberSeries series)
    {
        if (law != JpoLaw.Patent)
        {
            return null;
        }

        Span<char> buffer = stackalloc char[BufferLength];
        int at = 0;
        switch (kind)
        {
            // DOCDB writes older numbers with the year of the era, as letters and digits that the OPD does not take.
            case JpoNumberKind.Application when reading.Year is >= 2000 and <= 2099:
            case JpoNumberKind.Publication
                when reading.Year is >= 2000 and <= 2099 && series is NumberSeries.LaidOpen or NumberSeries.National:
                Append(buffer, ref at, "JP.");
                Append(buffer, ref at, reading.Year, 4);
                Append(buffer, ref at, reading.Serial, 6);
                Append(buffer, ref at, ".A");
                return Text(buffer, at);
            case JpoNumberKind.Registration when reading.Serial >= FirstPublishedRegistration:
                Append(buffer, ref at, "JP.");
                Append(buffer, ref at, reading.Serial, 7);
                Append(buffer, ref at, IsFirstPublication(reading) ? ".B1" : ".B2");
                return Text(buffer, at);
            case JpoNumberKind.InternationalPublication when reading.CodeDigit != '\0':
                Append(buffer, ref at, "WO.");
                Append(buffer, ref at, reading.Year, 4);
                Append(buffer, ref at, reading.Serial, 6);
                buffer[at++] = '.';
                AppendCode(buffer, ref at, reading);
                return Text(buffer, at);
            default:
                return null;
        }
    }

    private static string DisplayRegistration(in NumberReading reading, JpoLaw law)
    {
        string number = reading.Serial.ToString(CultureInfo.InvariantCulture);
        return law switch
        {
            JpoLaw.Design => "意匠登録第" + number + "号",
            JpoLaw.Trademark => "商標登録第" + number + "号",

            // Only the kind code tells this document from the usual B2, so it stays.
            _ when IsFirstPublication(reading) => "JP" + number + "B1",
            _ => "特許第" + number + "号",
        };
    }

    private static bool IsFirstPublication(in NumberReading reading) => reading.Code == 'B' && reading.CodeDigit == '1';

    private static void AppendYearAndSerial(Span<char> buffer, ref int at, in NumberReading reading)
    {
        int year = reading.Year;

        // JPO counted by eras until 1999. The years in which an era began have two names, so they keep the western one.
        if (year is > 1926 and < 1989)
        {
            buffer[at++] = '昭';
            Append(buffer, ref at, year - 1925, year > 1934 ? 2 : 1);
        }
        else if (year is > 1989 and < 2000)
        {
            buffer[at++] = '平';
            Append(buffer, ref at, year - 1988, year > 1997 ? 2 : 1);
        }
        else
        {
            Append(buffer, ref at, year, 4);
        }

        buffer[at++] = '-';
        Append(buffer, ref at, reading.Serial, 6);
    }

    private static void AppendPct(Span<char> buffer, ref int at, in NumberReading reading)
    {
        Append(buffer, ref at, reading.Year, 4);
        buffer[at++] = '/';
        Append(buffer, ref at, reading.Serial, 6);
    }

    private static void AppendCode(Span<char> buffer, ref int at, in NumberReading reading)
    {
        if (reading.CodeDigit != '\0')
        {
            buffer[at++] = reading.Code;
            buffer[at++] = reading.CodeDigit;
        }
    }

    private static void Append(Span<char> buffer, ref int at, int value, int digits)
    {
        Digits(buffer.Slice(at, digits), value);
        at += digits;
    }

    private static void Append(Span<char> buffer, ref int at, string text)
    {
        text.AsSpan().CopyTo(buffer.Slice(at));
        at += text.Length;
    }

    private static string Text(Span<char> buffer, int length) => buffer.Slice(0, length).ToString();
}
