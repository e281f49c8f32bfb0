using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using JpoPatent.Cases;
using JpoPatent.Domestic;
using JpoPatent.Planning;
using JpoPatent.Time;
using JpoPatent.Watch;
using Xunit;

namespace JpoPatent.Tests;

/// <summary>What two looks at a case tell: every change once, and nothing else.</summary>
public sealed class WatchComparerTests
{
    private const string Number = "2020123456";

    private readonly WatchCase _one = New();

    // A case of every kind of field, which the tests change one by one.
    private readonly File _file = new();

    private int _night = 9800;

    [Fact]
    public void The_first_look_is_no_change_and_the_same_again_is_none()
    {
        Register();
        Assert.Empty(Look());
        Assert.Empty(Look());
        Assert.Empty(LookAtRegister());
        Assert.Empty(LookAtRegister());
        Assert.Empty(Look());
    }

    [Fact]
    public void A_grant_that_is_listed_under_two_numbers_is_one_change()
    {
        Look();
        _file.Documents.Add(new("A01", "特許査定", "2026-10-02", "06126000009", "K"));
        _file.Documents.Add(new("A01", "特許査定", "2026-10-02", null, " ", Group: "06"));

        Assert.Equal(["Document A01  > 特許査定", "State State ExaminationRequested > Granted"], Told(Look()));
        Assert.Empty(Look());
    }

    [Fact]
    public void The_second_number_of_a_grant_may_come_later()
    {
        Look();
        _file.Documents.Add(new("A01", "特許査定", "2026-10-02", "06126000009", "K"));
        Look();
        _file.Documents.Add(new("A01", "特許査定", "2026-10-02", null, " ", Group: "06"));

        Assert.Empty(Look());
    }

    [Theory]
    [InlineData("A63,要約書,Y;A63,特許願,S;A63,明細書,M", "A63", "特許願")]
    [InlineData("A16330,明細書,M;A1523,手続補正書,S;A16333,請求の範囲,L", "A1523", "手続補正書")]
    [InlineData("A131,拒絶理由通知書,K;A131,添付,T", "A131", "拒絶理由通知書")]
    public void A_filing_in_parts_is_one_change_under_the_name_of_the_form(string parts, string code, string name)
    {
        Look();
        foreach (string[] part in parts.Split(';').Select(part => part.Split(',')))
        {
            _file.Documents.Add(new(part[0], part[1], "2026-10-02", "52600000077", part[2]));
        }

        JpoWatchChange change = Assert.Single(Look(), one => one.Kind == JpoWatchChangeKind.Document);
        Assert.Equal((code, name), (change.Property, change.After));
    }

    [Fact]
    public void Parts_that_have_no_number_are_one_change_and_two_filings_of_one_day_are_two()
    {
        Look();
        _file.Documents.Add(new("A16330", "明細書", "2026-10-02", null, " "));
        _file.Documents.Add(new("A16333", "請求の範囲", "2026-10-02", null, " "));
        Assert.Single(Look());

        _file.Documents.Add(new("A523", "手続補正書", "2026-10-05", "52600000001", "S"));
        _file.Documents.Add(new("A523", "手続補正書", "2026-10-05", "52600000002", "S"));
        Assert.Equal(2, Look().Count);
    }

    [Fact]
    public void A_document_without_a_day_is_told_too()
    {
        Look();
        _file.Documents.Add(new("A24219", "通知書", null, "06126000010", "K"));

        Assert.Equal(["Document A24219  > 通知書"], Told(Look().Where(one => one.Kind == JpoWatchChangeKind.Document)));
        Assert.DoesNotContain(Look(), one => one.Kind == JpoWatchChangeKind.Document);
    }

    public static TheoryData<string> Everything => [.. File.Names];

    [Theory]
    [MemberData(nameof(Everything))]
    public void What_is_left_out_once_is_no_change_and_what_is_left_out_twice_is_one(string what)
    {
        Register();
        Look();
        LookAtRegister();
        CaseValues before = _one.Values.Copy();

        _file.Without = what;
        Assert.Empty(LookAtBoth());
        _file.Without = null;
        Assert.Empty(LookAtBoth());
        Assert.All(CaseFields.All.Where(field => field != CaseField.RetrievedAt), field => Assert.Equal(before.Text(field), _one.Values.Text(field)));

        _file.Without = what;
        Assert.Empty(LookAtBoth());
        List<JpoWatchChange> told = LookAtBoth();
        Assert.Single(told, one => one.Kind == JpoWatchChangeKind.Vanished);
        Assert.Empty(LookAtBoth());
    }

    [Theory]
    [InlineData("Title", "Title Title 発明 > 新しい発明")]
    [InlineData("Applicants", "Person Applicants 出願人 > 新しい出願人")]
    [InlineData("Attorneys", "Person Attorneys 代理人 > 新しい代理人")]
    [InlineData("RightPersons", "Person RightPersons 権利者 > 新しい権利者")]
    [InlineData("RegistrationNumber", "Number RegistrationNumber 7533889 > 7533890")]
    [InlineData("ExpireDate", "Registration ExpireDate 2040-07-20 > 2041-07-20")]
    [InlineData("NextAnnuity", "Registration NextAnnuity 2027-08-05 > 2028-08-05")]
    public void Every_other_value_is_told_with_what_it_was(string what, string expected)
    {
        Register();
        Look();
        LookAtRegister();
        _file.Change(what);

        Assert.Equal([expected], Told(LookAtBoth()));
        Assert.Empty(LookAtBoth());
    }

    [Fact]
    public void The_first_look_at_the_register_is_no_change_and_neither_are_attorneys_that_an_older_file_did_not_keep()
    {
        Register();
        Look();
        _one.Attorneys = null;
        Assert.Empty(Look());
        Assert.Empty(LookAtRegister());
        Assert.Equal("2027-08-05", _one.Values.Text(CaseField.NextAnnuity));
        Assert.Equal(WatchStage.Registered, _one.Planned().Stage);
    }

    [Fact]
    public void The_register_tells_that_a_right_has_ended_and_the_documents_do_not_tell_it_again()
    {
        Register();
        Look();
        LookAtRegister();
        _file.Erasure = "01";
        _file.Gone = "2026-08-05";

        JpoWatchChange change = Assert.Single(LookAtRegister());
        Assert.Equal(("Registered", "Ceased", JpoWatchImportance.Critical), (change.Before, change.After, change.Importance));
        Assert.Equal(WatchStage.Over, _one.Planned().Stage);
        Assert.True(_one.Planned().LastProgress < _one.Planned().Since, "the documents are to be read");
        Assert.Empty(LookAtRegister());
        Assert.Empty(Look());
    }

    [Fact]
    public void A_payment_that_only_the_register_tells_moves_the_case_on()
    {
        Register();
        Look();
        LookAtRegister();
        _file.Change("NextAnnuity");
        LookAtRegister();

        WatchedCase planned = _one.Planned();
        Assert.Equal((WatchStage.Kept, WatchDay.Of(new DateTime(2027, 8, 5))), (planned.Stage, planned.Since));
    }

    [Fact]
    public void A_case_that_shows_for_the_first_time_tells_its_documents_and_no_persons()
    {
        WatchComparer.TakeNothing(_one, Now());
        _one.LastLook = _night++;

        List<JpoWatchChange> told = Look();
        Assert.Contains(told, one => one.Kind == JpoWatchChangeKind.State && one.Before == null);
        Assert.All(told, one => Assert.True(one.Kind is JpoWatchChangeKind.State or JpoWatchChangeKind.Document, one.ToString()));
    }

    [Fact]
    public void A_case_that_is_gone_is_told_after_two_looks_and_once()
    {
        Look();
        Assert.Empty(LookAtNothing());
        Assert.Equal(["Vanished Case ExaminationRequested > "], Told(LookAtNothing()));
        Assert.Empty(LookAtNothing());
    }

    private static WatchCase New()
    {
        JpoNumber number = JpoNumber.Parse(Number, JpoNumberKind.Application, JpoLaw.Patent);
        return new WatchCase(CaseKey.Of(number), number) { Application = number, Added = 9800 };
    }

    private static IEnumerable<string> Told(IEnumerable<JpoWatchChange> changes) => changes.Select(one => $"{one.Kind} {one.Property} {one.Before} > {one.After}");

    private DateTimeOffset Now() => new(WatchDay.Date(_night).AddHours(1), JapanTime.Offset);

    private void Register()
    {
        _file.Documents.Add(new("A01", "特許査定", "2024-07-09", "06126000009", "K"));
        _file.Documents.Add(new("R150", "特許証", "2024-08-20", null, " ", Group: "06"));
        _file.IsRegistered = true;
    }

    private List<JpoWatchChange> LookAtBoth() => [.. Look(), .. LookAtRegister()];

    private List<JpoWatchChange> Look()
    {
        PatentProgress progress = JsonSerializer.Deserialize(_file.Progress().ToJsonString(), JpoJsonContext.Default.PatentProgress)!;
        progress.Stamp(Now(), fromCache: false, isSandbox: false);
        List<JpoWatchChange> changes = WatchComparer.Take(_one, progress, CaseFacts.Of(Request(), new CaseAnswer { Progress = progress }), Now());
        _one.LastLook = _one.LastProgress = _night++;
        return changes;
    }

    private List<JpoWatchChange> LookAtRegister()
    {
        PatentRegistration registration = JsonSerializer.Deserialize(_file.Register().ToJsonString(), JpoJsonContext.Default.PatentRegistration)!;
        registration.Stamp(Now(), fromCache: false, isSandbox: false);
        List<JpoWatchChange> changes = WatchComparer.Take(_one, registration, CaseFacts.Of(Request(), new CaseAnswer { Registration = registration }), Now());
        _one.LastLook = _one.LastRegister = _night++;
        return changes;
    }

    private List<JpoWatchChange> LookAtNothing()
    {
        List<JpoWatchChange> changes = WatchComparer.TakeNothing(_one, Now());
        _one.LastLook = _one.LastProgress = _night++;
        return changes;
    }

    private CaseRequest Request() => new() { Row = new CaseRow([]), Own = [], Known = new CaseValues(), Number = _one.Number };

    private sealed record Paper(string Code, string Name, string? Day, string? Number, string Separator, string Group = "01");

    private sealed class File
    {
        public static readonly string[] Names = ["Title", "Applicants", "Attorneys", "RightPersons", "RegistrationNumber", "NextAnnuity", "A621", "A01"];

        private readonly Dictionary<string, string> _values = new()
        {
            ["Title"] = "発明", ["Applicants"] = "出願人", ["Attorneys"] = "代理人", ["RightPersons"] = "権利者",
            ["RegistrationNumber"] = "7533889", ["ExpireDate"] = "20400720", ["NextAnnuity"] = "20270805",
        };

        public List<Paper> Documents { get; } =
        [
            new("A63", "特許願", "2020-07-20", "52000000001", "S"), new("A621", "出願審査請求書", "2023-04-19", "52300000001", "S"),
        ];

        public bool IsRegistered { get; set; }

        public string Erasure { get; set; } = "00";

        public string? Gone { get; set; }

        /// <summary>What the service leaves out: a value, or a document by its code.</summary>
        public string? Without { get; set; }

        public void Change(string what) => _values[what] = what switch
        {
            "RegistrationNumber" => "7533890",
            "ExpireDate" => "20410720",
            "NextAnnuity" => "20280805",
            _ => "新しい" + _values[what],
        };

        public JsonObject Progress() => new()
        {
            ["applicationNumber"] = Number,
            ["inventionTitle"] = Value("Title"),
            ["applicantAttorney"] = new JsonArray([.. new[] { ("Applicants", "1"), ("Attorneys", "2") }.Where(pair => Without != pair.Item1)
                .Select(pair => new JsonObject { ["applicantAttorneyCd"] = "000000001", ["name"] = Value(pair.Item1), ["applicantAttorneyClass"] = pair.Item2 })]),
            ["filingDate"] = "20200720",
            ["publicationDate"] = "20210610",
            ["registrationNumber"] = IsRegistered ? Value("RegistrationNumber") : string.Empty,
            ["registrationDate"] = IsRegistered ? "20240805" : string.Empty,
            ["erasureIdentifier"] = IsRegistered ? Erasure : string.Empty,
            ["disappearanceDate"] = Compact(Gone),
            ["expireDate"] = IsRegistered ? Value("ExpireDate") : string.Empty,
            ["bibliographyInformation"] = new JsonArray([.. Documents.Where(paper => paper.Code != Without).GroupBy(paper => paper.Group).Select(group => new JsonObject
            {
                ["numberType"] = group.Key, ["number"] = group.Key == "01" ? Number : "7533889", ["documentList"] = new JsonArray([.. group.Select(Entry)]),
            })]),
        };

        public JsonObject Register() => new()
        {
            ["applicationNumber"] = Number,
            ["registrationNumber"] = _values["RegistrationNumber"],
            ["registrationDate"] = "20240805",
            ["rightPersonInformation"] = new JsonArray([.. Without == "RightPersons" ? Array.Empty<JsonNode>() : [new JsonObject { ["rightPersonCd"] = "000000001", ["rightPersonName"] = Value("RightPersons") }]]),
            ["expireDate"] = Value("ExpireDate"),
            ["nextPensionPaymentDate"] = Value("NextAnnuity"),
            ["erasureIdentifier"] = Erasure,
            ["disappearanceDate"] = Compact(Gone),
        };

        private static string Compact(string? day) => day?.Replace("-", string.Empty, StringComparison.Ordinal) ?? string.Empty;

        private static JsonObject Entry(Paper paper) => new()
        {
            ["legalDate"] = Compact(paper.Day), ["documentCode"] = paper.Code, ["documentDescription"] = paper.Name, ["documentNumber"] = paper.Number ?? "99999999999",
            ["documentSeparator"] = paper.Separator, ["availabilityFlag"] = "0",
        };

        private string Value(string name) => Without == name ? string.Empty : _values[name];
    }
}
