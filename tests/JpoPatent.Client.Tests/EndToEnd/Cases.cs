using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using JpoPatent.Sandbox;
using JpoPatent.Sandbox.World;
using JpoPatent.Tests.Sandbox;

namespace JpoPatent.Tests.EndToEnd;

/// <summary>Finds cases of the sandbox's world that suit a test, and makes numbers of digits.</summary>
internal static class Cases
{
    /// <summary>The last day that the world knows at <see cref="FakeTime.Noon"/>.</summary>
    internal static readonly DateTime Horizon = SandboxCalendar.Today(FakeTime.Noon).AddDays(-1);

    /// <summary>The first patent that is so.</summary>
    internal static PatentCase Patent(Func<PatentCase, bool> isWanted) => Patents(20_000).First(isWanted);

    /// <summary>The first design that is so.</summary>
    internal static DesignCase Design(Func<DesignCase, bool> isWanted) => Rights(JpoLaw.Design, 20_000).Cast<DesignCase>().First(isWanted);

    /// <summary>The first trademark that is so.</summary>
    internal static TrademarkCase Trademark(Func<TrademarkCase, bool> isWanted) => Rights(JpoLaw.Trademark, 20_000).Cast<TrademarkCase>().First(isWanted);

    /// <summary>Whether the case has a document of such a code whose body can be had.</summary>
    internal static bool Has(this CaseRecord found, params string[] codes) => found.Groups[0].Documents.Any(document => document.Available && codes.Contains(document.Code));

    /// <summary>Application numbers spread over the years in which there are cases; a few have none.</summary>
    internal static IEnumerable<JpoNumber> Numbers(JpoLaw law, int count) => Digits(law, count).Select(digits => Application(law, digits));

    internal static JpoNumber Application(JpoLaw law, string? digits) => JpoNumber.Parse(digits, JpoNumberKind.Application, law);

    internal static JpoNumber Publication(string? digits) => JpoNumber.Parse(digits, JpoNumberKind.Publication, JpoLaw.Patent);

    internal static JpoNumber Registration(JpoLaw law, string? digits) => JpoNumber.Parse(digits, JpoNumberKind.Registration, law);

    internal static JpoDocdbNumber Dossier(string? docdb) => JpoDocdbNumber.Parse(docdb, JpoNumberKind.Application);

    private static IEnumerable<PatentCase> Patents(int count)
    {
        foreach (string digits in Digits(JpoLaw.Patent, count))
        {
            if (PatentWorld.Find(digits, Horizon, out PatentCase? found) == Lookup.Found)
            {
                yield return found!;
            }
        }
    }

    private static IEnumerable<CaseRecord> Rights(JpoLaw law, int count)
    {
        foreach (string digits in Digits(law, count))
        {
            if (RightWorld.Find(law, digits, Horizon, out CaseRecord? found) == Lookup.Found)
            {
                yield return found!;
            }
        }
    }

    private static IEnumerable<string> Digits(JpoLaw law, int count)
    {
        if (law == JpoLaw.Patent)
        {
            return SandboxSession.PatentNumbers(count);
        }

        // Every ninth design is of the Hague series.
        int serials = law == JpoLaw.Design ? 31_000 : 150_000;
        return Enumerable.Range(0, count).Select(i => law == JpoLaw.Design && i % 9 == 8
            ? string.Create(CultureInfo.InvariantCulture, $"{2016 + (i % 9):D4}{500_001 + (i * 7 % 1_400):D6}")
            : string.Create(CultureInfo.InvariantCulture, $"{2003 + (i * 7 % 23):D4}{1 + (i * 7_919L % serials):D6}"));
    }
}
