using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using JpoPatent.Cases;
using JpoPatent.Watch;
using Xunit;

namespace JpoPatent.Tests;

/// <summary>The file of a watch: nothing is lost or told twice, whatever happens to the process that writes it.</summary>
public sealed class WatchBookTests : IDisposable
{
    private const int Night = 9800;

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "jpo-watch-" + Guid.NewGuid().ToString("N"));

    private string File => Path.Combine(_folder, "watch.jsonl");

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public void Cases_changes_and_nights_come_back_as_they_were()
    {
        Fill(cases: 3);

        WatchBook read = WatchBook.Read(File);

        Assert.Equal(["2020000001", "2020000002", "2020000003"], read.Cases.Select(one => one.Key.Value));
        Assert.Equal([("整理番号", (object)"P-1"), ("件数", 3L), ("優先日", new DateTime(2020, 5, 1)), ("空", null!)], read.Cases[0].Rows[0].Select(cell => (cell.Key, cell.Value!)));
        Assert.Equal([1, 2, 3], read.Changes.Select(change => change.Sequence));
        Assert.Equal(("Filed", "Granted", new DateTime(2026, 10, 1)), (read.Changes[0].Before, read.Changes[0].After, read.Changes[0].LegalDate));
        Assert.Equal((3, JpoWatchEndReason.Limit), (read.Nights[0].LookedAt, read.Nights[0].EndedBecause));
        Assert.Equal(3, read.LastSequence);
        Assert.Equal(0, read.Damaged);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_file_cut_off_anywhere_keeps_every_whole_line_and_goes_on(bool compacts)
    {
        Fill(cases: 4);
        byte[] whole = System.IO.File.ReadAllBytes(File);
        int[] ends = [.. whole.Select((b, i) => (b, i)).Where(pair => pair.b == '\n').Select(pair => pair.i)];
        for (int cut = 1; cut < whole.Length; cut += 37)
        {
            System.IO.File.WriteAllBytes(File, whole[..cut]);
            int lines = ends.Count(end => end < cut);
            using (WatchBook book = WatchBook.Open(File))
            {
                int known = book.Cases.Count + book.Changes.Count;
                if (compacts)
                {
                    book.Compact(Night);
                }

                book.Append(Case(9), [Change(9)]);
                Assert.InRange(known, 0, 8);
            }

            WatchBook read = WatchBook.Read(File);
            Assert.Contains(read.Cases, one => one.Key.Value == "2020000009");
            Assert.Equal(read.Changes.Count, read.Changes.Select(change => change.Sequence).Distinct().Count());
            Assert.InRange(read.Cases.Count, Math.Min(lines, 1), 5);
        }
    }

    [Fact]
    public void A_damaged_line_is_counted_and_the_others_are_read()
    {
        Fill(cases: 3);
        string[] lines = System.IO.File.ReadAllLines(File);
        lines[1] = lines[1].Replace("P-1", "P-7", StringComparison.Ordinal);
        System.IO.File.WriteAllLines(File, lines);

        WatchBook read = WatchBook.Read(File);

        Assert.Equal(1, read.Damaged);
        Assert.Equal(2, read.Cases.Count);
    }

    [Fact]
    public void What_another_version_wrote_is_kept()
    {
        Fill(cases: 1);
        string file = System.IO.File.ReadAllText(File);
        string line = file.Split('\n')[1];
        string newer = line[..line.LastIndexOf(",\"sum\"", StringComparison.Ordinal)] + ",\"later\":{\"a\":[1,2]}";
        System.IO.File.WriteAllText(File, Summed(newer) + Summed("{\"kind\":\"note\",\"words\":\"x\""));
        using (WatchBook book = WatchBook.Open(File))
        {
            book.Compact(Night);
        }

        string kept = System.IO.File.ReadAllText(File);
        Assert.Contains("\"later\":{\"a\":[1,2]}", kept, StringComparison.Ordinal);
        Assert.Contains("\"kind\":\"note\"", kept, StringComparison.Ordinal);
    }

    [Fact]
    public void Fields_of_another_version_are_kept_wherever_they_stand()
    {
        Fill(cases: 1);
        using (WatchBook book = WatchBook.Open(File))
        {
            book.Compact(Night);
        }

        string[] lines = System.IO.File.ReadAllLines(File);
        System.IO.File.WriteAllText(File, string.Concat(lines.Select(line => Summed(line[..line.LastIndexOf(",\"sum\"", StringComparison.Ordinal)]
            .Replace("\"change\":\"State\"", "\"change\":\"Dream\"", StringComparison.Ordinal)
            .Replace("\"ended\":\"Limit\"", "\"ended\":\"Dawn\"", StringComparison.Ordinal)
            .Replace("\"values\":{}", "\"values\":{\"Smell\":\"rose\"}", StringComparison.Ordinal) + (line.Contains("\"kind\":\"watch\"", StringComparison.Ordinal) ? string.Empty : ",\"later\":[1,2]")))));
        int count = System.IO.File.ReadAllLines(File).Length;
        using (WatchBook book = WatchBook.Open(File))
        {
            Assert.Equal(0, book.Damaged);
            book.Compact(Night);
        }

        string kept = System.IO.File.ReadAllText(File);
        Assert.Equal(3, kept.Split("\"later\":[1,2]").Length - 1);
        Assert.Contains("\"change\":\"Dream\"", kept, StringComparison.Ordinal);
        Assert.Contains("\"ended\":\"Dawn\"", kept, StringComparison.Ordinal);
        Assert.Contains("\"Smell\":\"rose\"", kept, StringComparison.Ordinal);
        Assert.Equal(count, kept.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void One_writes_and_many_read()
    {
        Fill(cases: 1);
        using WatchBook writing = WatchBook.Open(File);

        Assert.Throws<JpoWatchBusyException>(() => WatchBook.Open(File));
        writing.Append(Case(2), [Change(2)]);
        Assert.Equal(2, WatchBook.Read(File).Cases.Count);
    }

    [Fact]
    public void A_list_that_was_cut_off_is_refused_and_one_that_lost_a_few_is_taken()
    {
        var book = WatchBook.Read(File);
        CaseRequest[] list = [.. Enumerable.Range(1, 100).Select(Request)];
        Assert.True(WatchIntake.Take(book, list, Night, force: false));
        Assert.False(WatchIntake.Take(book, list, Night, force: false));

        Assert.Throws<JpoWatchListShrunkException>(() => WatchIntake.Take(book, list[..80], Night + 1, force: false));
        Assert.True(WatchIntake.Take(book, list[..95], Night + 1, force: false));
        Assert.Equal(5, book.Cases.Count(one => one.Retired == Night + 1));
        WatchIntake.Take(book, list[..20], Night + 2, force: true);
        Assert.Equal(80, book.Cases.Count(one => one.Retired != null));
    }

    [Theory]
    [InlineData("05:00", "2026-11-26T05:00:00+09:00")]
    [InlineData("23:59", "2026-11-25T23:59:00+09:00")]
    [InlineData("2026-11-01 05:00", "2026-11-01T05:00:00+09:00")]
    [InlineData("2026-11-27T05:00:00Z", "2026-11-27T05:00:00Z")]
    [InlineData("tomorrow", null)]
    [InlineData("25:00", null)]
    public void Until_is_a_time_in_japan(string written, string? expected)
    {
        DateTimeOffset? read = WatchUntil.Read(written, new DateTimeOffset(2026, 11, 25, 22, 0, 0, TimeSpan.FromHours(9)));

        Assert.Equal(expected == null ? null : DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime, read?.UtcDateTime);
    }

    private void Fill(int cases)
    {
        Directory.CreateDirectory(_folder);
        using WatchBook book = WatchBook.Open(File);
        book.Compact(Night);
        for (int i = 1; i <= cases; i++)
        {
            book.Append(Case(i), [Change(i)]);
        }

        book.Append(new JpoWatchNight { Night = WatchDay.Date(Night), Cases = cases, LookedAt = cases, EndedBecause = JpoWatchEndReason.Limit, LastSequence = cases });
    }

    private static WatchCase Case(int serial)
    {
        CaseRequest request = Request(serial);
        return new WatchCase(request.Key!.Value, request.Number!)
        {
            Application = request.Number,
            Added = Night,
            LastLook = Night,
            LastProgress = Night,
            Life = ["20200401O:A63", "20261001X:A01"],
            Rows = [[new("整理番号", "P-" + serial), new("件数", 3), new("優先日", new DateTime(2020, 5, 1)), new("空", null)]],
        };
    }

    private static JpoWatchChange Change(int serial) => new()
    {
        Key = "Patent/Application/" + (2020000000 + serial),
        Law = JpoLaw.Patent,
        Kind = JpoWatchChangeKind.State,
        Importance = JpoWatchImportance.Critical,
        Property = "State",
        Before = "Filed",
        After = "Granted",
        LegalDate = new DateTime(2026, 10, 1),
        DetectedAt = new DateTimeOffset(WatchDay.Date(Night), TimeSpan.FromHours(9)),
    };

    private static CaseRequest Request(int serial) => new()
    {
        Row = new CaseRow([]),
        Own = [new("整理番号", "P-" + serial)],
        Known = new CaseValues(),
        Number = JpoNumber.Parse((2020000000 + serial).ToString(System.Globalization.CultureInfo.InvariantCulture), JpoNumberKind.Application, JpoLaw.Patent),
    };

    private static string Summed(string line)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(line);
        uint sum = Crc32.End(Crc32.Add(Crc32.Start, bytes, 0, bytes.Length));
        return line + ",\"sum\":\"" + sum.ToString("x8", System.Globalization.CultureInfo.InvariantCulture) + "\"}\n";
    }
}
