using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using JpoPatent.Tests.Models;
using Xunit;

namespace JpoPatent.Tests.States;

/// <summary>Where a case stands: file histories written down with their state by hand, and what has to hold for any.</summary>
public sealed class FileHistoryTests
{
    private static readonly IReadOnlyList<FileHistory> All = FileHistory.ReadAll(Path.Combine(AppContext.BaseDirectory, "States", "histories.txt"));

    public static TheoryData<int, string> Histories
    {
        get
        {
            var rows = new TheoryData<int, string>();
            foreach (FileHistory history in All)
            {
                rows.Add(history.Line, history.Due);
            }

            return rows;
        }
    }

    [Fact]
    public void There_are_enough_of_them_for_every_state_and_every_law()
    {
        Assert.True(All.Count >= 150, $"{All.Count} histories");
        Assert.Equal(Enum.GetNames<CaseState>().Order(), All.Select(history => history.Due.Split(' ')[0]).Distinct().Order());
        Assert.Equal(["design", "patent", "trademark"], All.Select(history => history.Law).Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Histories))]
    public void A_file_history_has_the_state_that_was_written_down(int line, string due)
    {
        FileHistory history = All.Single(known => known.Line == line);
        CaseProgress progress = history.ToProgress();

        Assert.Equal(due, FileHistory.Describe(progress, due));
    }

    [Fact]
    public void The_reason_begins_with_the_code_and_goes_on_in_words()
    {
        foreach (FileHistory history in All)
        {
            CaseProgress progress = history.ToProgress();
            Assert.NotNull(progress.StateReason);
            Assert.Matches("^[A-Za-z0-9]+( \\S.*)?$", progress.StateReason);
            Assert.False(progress.IsPending && progress.IsOver, history.Due);
            Assert.False(progress.State == CaseState.Unknown && (progress.IsPending || progress.IsOver), history.Due);
        }
    }

    [Fact]
    public void Documents_that_decide_nothing_change_nothing()
    {
        string[] harmless = ["A861 ファイル記録事項の閲覧（縦覧）請求書", "A781 上申書", "A971007 検索報告書", "X123 知らない書類", "A7421 代理人変更届", "R250 年金領収書、年金領収書（分納）", "C28 再送", "A242 通知書（その他の通知）（期間無）"];
        foreach (FileHistory history in All)
        {
            CaseProgress with = history.With(harmless.Select(text => ("2019-01-01", text)).Concat(harmless.Select(text => (history.Day, text)))).ToProgress();
            Assert.Equal(FileHistory.Describe(history.ToProgress(), history.Due), FileHistory.Describe(with, history.Due));
        }
    }

    [Fact]
    public void The_order_of_the_list_does_not_matter_where_every_document_has_a_day()
    {
        foreach (FileHistory history in All.Where(history => history.Documents.All(document => document.Day != "-")))
        {
            // Of two answers of one day the list's first is named.
            string due = Regex.Replace(history.Due, "(?<=^\\S+ \\S+) \\S+", " -");
            Assert.Equal(FileHistory.Describe(history.ToProgress(), due), FileHistory.Describe(history.Backwards().ToProgress(), due));
        }
    }

    [SharedTheory]
    [InlineData("patent_app_progress_2020123456.json", "patent", "Registered 2024-08-05 00 answered")]
    [InlineData("design_app_progress_2020015234.json", "design", "Registered 2021-02-19 00")]
    public void The_recordings_too(string file, string law, string due)
    {
        using JsonDocument recording = JsonDocument.Parse(File.ReadAllText(Path.Combine(Shared.Folder!, "recordings", file)));
        string data = recording.RootElement.GetProperty("result").GetProperty("data").GetRawText();
        CaseProgress progress = FileHistory.Read(law, data, new DateTime(2026, 5, 7));

        Assert.Equal(due, FileHistory.Describe(progress, due));
        Assert.Equal("00 in force", progress.StateReason);
        Assert.Equal(law == "patent" ? ("特許証", new DateTime(2024, 8, 20)) : ("登録証", new DateTime(2021, 3, 2)), (progress.LatestMailed, progress.LatestMailedDate));
    }

    [Theory]
    [InlineData("A131", true)]
    [InlineData("A01", true)]
    [InlineData("A231", true)]
    [InlineData("C03", true)]
    [InlineData("C13", true)]
    [InlineData("R150", true)]
    [InlineData("R155", true)]
    [InlineData("R260", true)]
    [InlineData("R250", false)]
    [InlineData("R2501", false)]
    [InlineData("R20", false)]
    [InlineData("R100", false)]
    [InlineData("A63", false)]
    [InlineData("A971007", false)]
    [InlineData("A861", false)]
    [InlineData("C60", false)]
    [InlineData("C3012", false)]
    [InlineData("A163", false)]
    [InlineData("IB304", false)]
    [InlineData("A", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void What_the_office_mailed_is_known_by_its_code(string? code, bool isMailed) => Assert.Equal(isMailed, DocumentRoles.IsMailed(code));

    /// <summary>One history, as the file has it.</summary>
    private sealed record FileHistory(int Line, string Law, string Day, IReadOnlyDictionary<string, string> Facts, IReadOnlyList<(string Day, string Text)> Documents, string Due)
    {
        public static IReadOnlyList<FileHistory> ReadAll(string path)
        {
            var all = new List<FileHistory>();
            string[]? head = null;
            int at = 0;
            var documents = new List<(string Day, string Text)>();
            string[] lines = File.ReadAllLines(path);
            for (int i = 0; i < lines.Length; i++)
            {
                string line = lines[i].Trim();
                if (line.Length == 0 || line[0] == '#')
                {
                    continue;
                }

                if (head == null)
                {
                    head = line.Split(' ');
                    at = i + 1;
                    documents = [];
                }
                else if (line.StartsWith("= ", StringComparison.Ordinal))
                {
                    all.Add(new FileHistory(at, head[0], head[1], head.Skip(2).Select(fact => fact.Split(':')).ToDictionary(pair => pair[0], pair => pair[1]), documents, line.Substring(2)));
                    head = null;
                }
                else
                {
                    string[] parts = line.Split(' ', 2);
                    documents.Add((parts[0], parts[1]));
                }
            }

            return all;
        }

        public static CaseProgress Read(string law, string data, DateTime day)
        {
            CaseProgress progress = law switch
            {
                "patent" => JsonSerializer.Deserialize(data, JpoJsonContext.Default.PatentProgress)!,
                "design" => JsonSerializer.Deserialize(data, JpoJsonContext.Default.DesignProgress)!,
                _ => JsonSerializer.Deserialize(data, JpoJsonContext.Default.TrademarkProgress)!,
            };
            progress.Stamp(new DateTimeOffset(day.AddHours(3), JapanTime.Offset), fromCache: false, isSandbox: false);
            return progress;
        }

        /// <summary>What is so, in the words of the file; the reason as long as the file gives it.</summary>
        public static string Describe(CaseProgress progress, string due)
        {
            string reason = due.Split(' ')[2];
            string shown = reason == "-" ? "-" : progress.StateReason?.Split(' ')[0] ?? "none";
            string flags = (progress.IsPending ? " pending" : string.Empty) + (progress.IsOver ? " over" : string.Empty) + (progress.IsAnswered ? " answered" : string.Empty);
            return $"{progress.State} {progress.StateSince?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-"} {shown}{flags}";
        }

        public FileHistory With(IEnumerable<(string Day, string Text)> more) => this with { Documents = [.. Documents, .. more] };

        public FileHistory Backwards() => this with { Documents = [.. Documents.Reverse()] };

        public CaseProgress ToProgress() => Read(Law, Data().ToJsonString(), DateTime.ParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture));

        private JsonObject Data()
        {
            var groups = new JsonObject { ["numberType"] = "01", ["number"] = "2020123456", ["documentList"] = new JsonArray([.. Documents.Select(ToEntry)]) };
            var data = new JsonObject
            {
                ["applicationNumber"] = "2020123456",
                ["filingDate"] = Fact("filed"),
                ["publicationDate"] = Fact("published"),
                ["internationalApplicationNumber"] = Facts.GetValueOrDefault("pct", string.Empty),
                ["internationalPublicationDate"] = Fact("wo"),
                ["registrationNumber"] = Facts.ContainsKey("registered") ? "7533889" : string.Empty,
                ["registrationDate"] = Fact("registered"),
                ["erasureIdentifier"] = Facts.GetValueOrDefault("erased", string.Empty),
                ["expireDate"] = Fact("expires"),
                ["disappearanceDate"] = Fact("gone"),
                ["bibliographyInformation"] = new JsonArray(groups),
            };
            data["parentApplicationInformation"] = Facts.ContainsKey("parent")
                ? new JsonObject { ["parentApplicationNumber"] = "2019004321", ["filingDate"] = Fact("parent") }
                : new JsonObject();
            return data;
        }

        private string Fact(string name) => Facts.GetValueOrDefault(name, string.Empty).Replace("-", string.Empty, StringComparison.Ordinal);

        private static JsonNode ToEntry((string Day, string Text) document)
        {
            string[] parts = document.Text.Split(' ', 2);
            return new JsonObject
            {
                ["legalDate"] = document.Day.Replace("-", string.Empty, StringComparison.Ordinal),
                ["documentCode"] = parts[0],
                ["documentDescription"] = parts.Length > 1 ? parts[1] : string.Empty,
                ["documentNumber"] = "52000000001",
                ["documentSeparator"] = "S",
            };
        }
    }
}
