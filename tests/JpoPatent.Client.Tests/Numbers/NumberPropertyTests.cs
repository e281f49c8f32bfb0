using System;
using System.Globalization;
using System.Linq;
using System.Text;
using Xunit;

namespace JpoPatent.Tests;

/// <summary>Spellings put together at random from what people vary, with the number that they must give. The seed is fixed, so a failure repeats.</summary>
public sealed class NumberPropertyTests
{
    private const int Seed = 20200423;
    private const string Dashes = "-－−‐‑–—ーｰ/／";

    [Fact]
    public void EverySpellingOfAnApplicationOrPublicationGivesItsNumber()
    {
        (string Word, string Long, JpoNumberKind Kind, JpoLaw Law)[] words =
        [
            ("特願", "特許願", JpoNumberKind.Application, JpoLaw.Patent),
            ("意願", "意匠登録願", JpoNumberKind.Application, JpoLaw.Design),
            ("商願", "商標登録願", JpoNumberKind.Application, JpoLaw.Trademark),
            ("特開", "特許出願公開", JpoNumberKind.Publication, JpoLaw.Patent),
            ("特表", "特許出願公表", JpoNumberKind.Publication, JpoLaw.Patent),
        ];
        var random = new Random(Seed);
        for (int i = 0; i < 20000; i++)
        {
            (string word, string @long, JpoNumberKind kind, JpoLaw law) = words[random.Next(words.Length)];
            int year = random.Next(1960, 2040);
            int serial = random.Next(1, 1000000);
            string serialText = serial.ToString(random.Next(2) == 0 ? "D6" : "D1", CultureInfo.InvariantCulture);
            string text = random.Next(5) switch
            {
                0 => word + year + Dash(random) + serialText,
                1 => word + Era(random, year) + Dash(random) + serialText,
                2 => Era(random, year) + "年" + @long + "第" + serialText + "号",
                3 => word + year + serial.ToString("D6", CultureInfo.InvariantCulture),
                _ => @long + "第" + year + Dash(random) + serialText,
            };
            Holds(Dress(random, text), kind, law, year.ToString("D4", CultureInfo.InvariantCulture) + serial.ToString("D6", CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void EverySpellingOfARegistrationGivesItsNumber()
    {
        (string Word, JpoLaw Law)[] words = [("特許", JpoLaw.Patent), ("意匠登録", JpoLaw.Design), ("商標登録", JpoLaw.Trademark), ("特許番号", JpoLaw.Patent)];
        var random = new Random(Seed);
        for (int i = 0; i < 5000; i++)
        {
            (string word, JpoLaw law) = words[random.Next(words.Length)];
            int registration = random.Next(1, 10000000);
            string digits = registration.ToString(random.Next(3) switch { 0 => "N0", 1 => "D7", _ => "D1" }, CultureInfo.InvariantCulture);
            Holds(Dress(random, word + (random.Next(2) == 0 ? "第" : string.Empty) + digits), JpoNumberKind.Registration, law, registration.ToString("D7", CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void EverySpellingOfAPctNumberGivesItsNumber()
    {
        var random = new Random(Seed);
        for (int i = 0; i < 5000; i++)
        {
            int year = random.Next(1978, 2040);
            int serial = random.Next(1, 1000000);
            string tail = year.ToString(CultureInfo.InvariantCulture) + (random.Next(3) == 0 ? string.Empty : "/") + serial.ToString("D6", CultureInfo.InvariantCulture);
            string digits = year.ToString(CultureInfo.InvariantCulture) + serial.ToString("D6", CultureInfo.InvariantCulture);
            Holds(Dress(random, "WO" + tail), JpoNumberKind.InternationalPublication, JpoLaw.Patent, "WO" + digits);
            Holds(Dress(random, "PCT/KR" + tail), JpoNumberKind.InternationalApplication, JpoLaw.Patent, "KR" + digits);
        }
    }

    [Fact]
    public void EveryTenDigitsOfAYearThatCanBeAreAnApplicationWhereOneIsExpected()
    {
        var random = new Random(Seed);
        foreach (JpoLaw law in new[] { JpoLaw.Patent, JpoLaw.Design, JpoLaw.Trademark })
        {
            for (int i = 0; i < 3000; i++)
            {
                string digits = random.Next(1885, 2100).ToString("D4", CultureInfo.InvariantCulture) + random.Next(1, 1000000).ToString("D6", CultureInfo.InvariantCulture);
                JpoNumber number = JpoNumber.Parse(digits, JpoNumberKind.Application, law);
                Assert.Equal(digits, number.Value);
                NumberAssert.RoundTrips(number);
            }
        }

        for (int year = 0; year < 10000; year++)
        {
            bool isOfOffice = year is >= 1885 and <= 2099;
            bool isOfPct = year is >= 1978 and <= 2099;
            string digits = year.ToString("D4", CultureInfo.InvariantCulture) + "123456";
            ReadsOrNot(digits, JpoNumberKind.Application, JpoLaw.Patent, isOfOffice);
            ReadsOrNot(digits, JpoNumberKind.Publication, null, isOfOffice);
            ReadsOrNot(digits, JpoNumberKind.InternationalPublication, null, isOfPct);
            ReadsOrNot("JP" + digits, JpoNumberKind.InternationalApplication, null, isOfPct);
            ReadsOrNot("再表" + digits, null, null, isOfOffice);
            ReadsOrNot("特公" + digits, null, null, isOfOffice);
        }

        static void ReadsOrNot(string text, JpoNumberKind? kind, JpoLaw? law, bool isDue)
        {
            Assert.Equal((text, isDue), (text, JpoNumber.TryParse(text, kind, law, out JpoNumber? number, out _)));
            if (number != null)
            {
                NumberAssert.RoundTrips(number);
            }
        }
    }

    /// <summary>Whatever is read out of a damaged text, its digits are those that stand there: nothing is put together that nobody wrote.</summary>
    [Fact]
    public void WhatIsReadOutOfNoiseStandsInIt()
    {
        string[] seeds =
        [
            "特願2023-22940(P2023-22940)", "(21)【出願番号】特願2020-123456", "特許第7533889号(P7533889)", "JP-7533889-B2", "JP-B2 533889", "JP-A-10-123456", "JP 05 040418 A",
            "Japanese Patent Application No. 2009-091161", "2020123456.0", "2.020123456E+09", "=\"2020123456\"", "0007533889", "JP002011251389A", "JP20200123456", "WO2019JP11858",
            "特開2020-123456(JP,A)", "「特願2020-123456」", "商標登録第6942756号(T6942756)", "2,020,123,456", "JP01153210A", "特公大15-1234",
        ];
        const string Pool = "0123456789０９-－/.,()（） 　特願開表公許意商登第年平昭令大SHRJPWOABTDN「」【】\"':=";
        var random = new Random(Seed);
        int read = 0;
        for (int i = 0; i < 60000; i++)
        {
            var text = new StringBuilder(seeds[random.Next(seeds.Length)]);
            for (int change = random.Next(0, 4); change > 0; change--)
            {
                char c = Pool[random.Next(Pool.Length)];
                int at = random.Next(text.Length + 1);
                _ = random.Next(3) switch
                {
                    0 when at < text.Length => text.Remove(at, 1),
                    1 when at < text.Length => text.Remove(at, 1).Insert(at, c),
                    _ => text.Insert(at, c),
                };
            }

            JpoNumberKind?[] kinds = [null, JpoNumberKind.Application, JpoNumberKind.Publication, JpoNumberKind.Registration];
            if (JpoNumber.TryParse(text.ToString(), kinds[random.Next(kinds.Length)], random.Next(2) == 0 ? null : JpoLaw.Patent, out JpoNumber? number, out _))
            {
                string written = new([.. text.ToString().Where(char.IsDigit).Select(digit => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(digit)))]);
                string serial = (number.Kind == JpoNumberKind.Registration ? number.Value : number.Value.Substring(number.Value.Length - 6)).TrimStart('0');
                Assert.True(written.Contains(serial, StringComparison.Ordinal), $"{text} gave {number.Kind} {number.Value}");
                Assert.True(number.Year is not { } year || HasYear(text.ToString(), written, year), $"{text} gave {number.Kind} {number.Value}");
                read++;
            }
        }

        Assert.True(read > 5000, $"{read} were read");

        static bool HasYear(string text, string written, int year) =>
            written.Contains(year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            || written.Contains((year % 100).ToString("D2", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            || new[] { 1867, 1911, 1925, 1988, 2018 }.Any(start => year > start && written.Contains((year - start).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))
            || text.Contains('元');
    }

    [Fact]
    public void NoiseNeverGivesAnythingButANumberOrItsError()
    {
        string[] seeds =
        [
            "特願2020-123456", "平成10年特許願第123456号", "特開2021-090037号公報", "特許第7,533,889号", "WO2020/123456A1", "PCT/JP2019/011858",
            "JP7533889B2", "JP.2020123456.A", "JPH10-123456A", "意匠登録第1680736号", "2020123456", "再表2019/123456", "US2015/0378098A1", "KR10-2008-7017015",
        ];
        const string Pool = "0123456789０１２３９-－/.,*: ;|#?%\\\t\r\n\0 　特願開表公許意商標実登録再国際出第号年元平昭令成和SHRJPWOCTABU番報\uFEFF\u200B\u202E\uD83D\uDE00①²٣";
        var random = new Random(Seed);
        for (int i = 0; i < 60000; i++)
        {
            var text = new StringBuilder(random.Next(10) == 0 ? string.Empty : seeds[random.Next(seeds.Length)]);
            for (int change = random.Next(1, 6); change > 0; change--)
            {
                char c = random.Next(4) == 0 ? (char)random.Next(char.MaxValue + 1) : Pool[random.Next(Pool.Length)];
                int at = random.Next(text.Length + 1);
                switch (random.Next(4))
                {
                    case 0 when at < text.Length:
                        text.Remove(at, 1);
                        break;
                    case 1 when at < text.Length:
                        text[at] = c;
                        break;
                    case 2 when at < text.Length:
                        text.Append(text.ToString(at, random.Next(text.Length - at)));
                        break;
                    default:
                        text.Insert(at, c);
                        break;
                }
            }

            JpoNumberKind? kind = random.Next(6) is var k && k == 5 ? null : (JpoNumberKind)k;
            JpoLaw? law = random.Next(4) switch { 0 => JpoLaw.Patent, 1 => JpoLaw.Design, 2 => JpoLaw.Trademark, _ => null };
            string input = text.ToString();
            if (JpoNumber.TryParse(input, kind, law, out JpoNumber? number, out JpoInvalidNumberException? error))
            {
                Assert.Null(error);
                NumberAssert.IsSafe(number!);
                NumberAssert.RoundTrips(number!);
                Assert.True((kind ?? number!.Kind) == number!.Kind && (law ?? number.Law) == number.Law, input);
            }
            else
            {
                NumberAssert.IsFitToPrint(error!);
            }

            if (JpoDocdbNumber.TryParse(input, kind, out JpoDocdbNumber? docdb, out error))
            {
                Assert.Matches("\\A[A-Z]{2}\\.[0-9]{1,94}\\.[A-Z0-9*]{1,2}\\z", docdb!.Value);
                Assert.Equal(docdb, JpoDocdbNumber.Parse(docdb.Value, docdb.Kind));
            }
            else
            {
                NumberAssert.IsFitToPrint(error!);
            }
        }
    }

    private static void Holds(string text, JpoNumberKind kind, JpoLaw law, string value)
    {
        Assert.True(JpoNumber.TryParse(text, null, null, out JpoNumber? number, out JpoInvalidNumberException? error), error?.Message);
        Assert.Equal((kind, law, value), (number!.Kind, number.Law, number.Value));
        NumberAssert.IsSafe(number);
        NumberAssert.RoundTrips(number);
        Assert.Equal(number, JpoNumber.Parse(text, kind, law));
    }

    private static char Dash(Random random) => Dashes[random.Next(Dashes.Length)];

    private static string Era(Random random, int year)
    {
        (string @long, string @short, string letter, int before) = year switch
        {
            < 1989 => ("昭和", "昭", "S", 1925),
            < 2019 => ("平成", "平", "H", 1988),
            _ => ("令和", "令", "R", 2018),
        };
        string name = random.Next(3) switch { 0 => @long, 1 => @short, _ => letter };
        return name + (year - before == 1 && random.Next(2) == 0 ? "元" : (year - before).ToString(CultureInfo.InvariantCulture));
    }

    private static string Dress(Random random, string text)
    {
        var dressed = new StringBuilder();
        bool wide = random.Next(3) == 0;
        bool blanks = random.Next(3) == 0;
        bool lower = random.Next(3) == 0;
        dressed.Append(random.Next(4) == 0 ? "　 \t" : string.Empty);
        char previous = '\0';
        foreach (char original in text)
        {
            char c = lower ? char.ToLowerInvariant(original) : original;
            if (blanks && random.Next(3) == 0 && !(char.IsAsciiDigit(previous) && char.IsAsciiDigit(original)))
            {
                dressed.Append(" 　\u00A0"[random.Next(3)]);
            }

            bool letterOrDigit = char.IsAsciiLetterOrDigit(c) || c is ',' or '/';
            dressed.Append(wide && letterOrDigit && random.Next(2) == 0 ? (char)(c - '!' + '！') : c);
            previous = original;
        }

        return dressed.Append(random.Next(4) switch { 0 => text.EndsWith('号') ? "公報" : "号公報", 1 => text.EndsWith('号') ? string.Empty : "号", _ => string.Empty })
            .Append(random.Next(4) == 0 ? "\u00A0\r\n" : string.Empty)
            .ToString();
    }
}
