using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using JpoPatent.Cases;
using JpoPatent.Planning;
using JpoPatent.Time;
using JpoPatent.Watch;

namespace JpoPatent.Benchmarks;

/// <summary><c>watch --book FILE --cases 10000</c>: the file of a watch of so many known cases, which watch.ps1 measures with.</summary>
internal static class BookRun
{
    // The first night of the made-up lives.
    private static readonly DateTime Start = new(2024, 1, 1);

    internal static void Run(string path, int count)
    {
        File.Delete(path);
        int night = WatchDay.Of(DateTimeOffset.UtcNow) - 1;
        using WatchBook book = WatchBook.Open(path);
        foreach (WorldCase one in WorldMaker.Make(count, seed: 1).Cases.Where(one => one.Added == 0).Take(count))
        {
            book.Add(Case(one, night));
        }

        book.Compact(night);
        double first = Read(path), again = Read(path);
        Console.WriteLine(FormattableString.Invariant(
            $"{book.Cases.Count} cases, {new FileInfo(path).Length / book.Cases.Count} bytes a case, read in {first:0} ms, again {again:0} ms, planned in {Plan(book):0} ms"));
    }

    private static double Read(string path)
    {
        var clock = Stopwatch.StartNew();
        GC.KeepAlive(WatchBook.Read(path));
        return clock.Elapsed.TotalMilliseconds;
    }

    private static double Plan(WatchBook book)
    {
        var clock = Stopwatch.StartNew();
        GC.KeepAlive(WatchPlan.Make(book.Cases, WatchDay.Of(DateTimeOffset.UtcNow), static _ => new NightBudget(1600, 400), null));
        return clock.Elapsed.TotalMilliseconds;
    }

    private static WatchCase Case(WorldCase life, int night)
    {
        DateTime filed = Start.AddDays(life.Filed);
        JpoNumber number = JpoNumber.Parse(FormattableString.Invariant($"{Math.Max(filed.Year, 2004)}{1 + (life.Id % 999_999):000000}"), JpoNumberKind.Application, JpoLaw.Patent);
        var one = new WatchCase(CaseKey.Of(number), number)
        {
            Application = number,
            Added = night - 100,
            LastLook = night - (life.Id % 14),
            LastProgress = night - (life.Id % 14),
            Filed = WatchDay.Of(filed),
            Attorneys = "特許業務法人見本; 見本 太郎",
            Life = [.. life.Events.Take(life.ShownBy(0)).Select(happened => WatchLife.OwnEntry(Start.AddDays(happened.Day), happened.Kind).Replace("-", Code(happened.Kind), StringComparison.Ordinal))],
            Rows = [[new("整理番号", "P-" + life.Id), new("法域", "特許"), new("出願番号", number.Display), new("担当", "見本")]],
        };
        one.Values[CaseField.Number] = number.Display;
        one.Values[CaseField.Law] = JpoLaw.Patent.ToString();
        one.Values[CaseField.Title] = "見本装置及びその製造方法";
        one.Values[CaseField.State] = CaseState.Registered.ToString();
        one.Values[CaseField.StateSince] = filed.AddYears(3);
        one.Values[CaseField.Applicants] = "見本製作所株式会社";
        one.Values[CaseField.LatestDate] = filed.AddYears(3);
        one.Values[CaseField.LatestDocument] = "特許証";
        one.Values[CaseField.LatestMailed] = "特許証";
        one.Values[CaseField.LatestMailedDate] = filed.AddYears(3);
        one.Values[CaseField.RegistrationNumber] = (7_000_000 + life.Id).ToString(CultureInfo.InvariantCulture);
        one.Values[CaseField.ExpireDate] = filed.AddYears(20);
        one.Values[CaseField.RetrievedAt] = new DateTimeOffset(WatchDay.Date(night), JapanTime.Offset);
        one.Values[CaseField.IsSandbox] = false;
        return one;
    }

    private static string Code(WatchEventKind kind) => kind switch
    {
        WatchEventKind.ExaminationRequest => "A621",
        WatchEventKind.Notice => "A131",
        WatchEventKind.Response => "A53",
        WatchEventKind.Refusal => "A02",
        WatchEventKind.Appeal => "C60",
        WatchEventKind.Grant => "A01",
        WatchEventKind.Payment => "A61",
        WatchEventKind.Annuity => "R20",
        WatchEventKind.Other => "A63",
        _ => "-",
    };
}
