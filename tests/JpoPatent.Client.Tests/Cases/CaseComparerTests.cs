using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using JpoPatent.Cases;
using Xunit;

namespace JpoPatent.Tests.Cases;

/// <summary>Yesterday and today.</summary>
public sealed class CaseComparerTests
{
    private static readonly CaseEntry Old = Entry(("Number", "特願2020-123456"), ("State", "ExaminationRequested"), ("LatestDate", "2024-01-05"), ("LatestDocument", "出願審査請求書"), ("NextAnnuity", null));

    [Fact]
    public void What_differs_is_told_once_and_in_order()
    {
        CaseEntry now = Entry(
            ("Number", "特願2020-123456"), ("State", "RefusalNotified"), ("LatestDate", "2024-02-20"), ("LatestDocument", "拒絶理由通知書"), ("NextAnnuity", null), ("整理番号", "P-1"));
        CaseEntry added = Entry(("Number", "意願2020-000001"), ("State", "Filed"));
        CaseEntry gone = Entry(("Number", "商願2020-000001"), ("State", "Filed"));

        JpoCaseChange[] changes = [.. CaseComparer.Compare([gone, Old], [now, added, added]).Select(item => item.Change)];

        Assert.Equal(
        [
            ("特願2020-123456", JpoCaseChangeKind.Document, "LatestDocument", "2024-01-05 出願審査請求書", "2024-02-20 拒絶理由通知書"),
            ("特願2020-123456", JpoCaseChangeKind.Changed, "State", "ExaminationRequested", "RefusalNotified"),
            ("意願2020-000001", JpoCaseChangeKind.New, null, null, null),
            ("商願2020-000001", JpoCaseChangeKind.Gone, null, null, null),
        ],
            changes.Select(change => (change.Number!, change.Kind, change.Property, change.Before, change.After)));
        Assert.Equal(JpoLaw.Design, changes[2].Law);
    }

    [Fact]
    public void Ten_digits_of_two_laws_are_two_cases() =>
        Assert.Equal(
            [JpoCaseChangeKind.New, JpoCaseChangeKind.Gone],
            CaseComparer.Compare([Entry(("Number", "特願2020-000001"))], [Entry(("Number", "意願2020-000001"))]).Select(item => item.Change.Kind));

    [Fact]
    public void What_failed_is_no_change_and_keeps_what_was_known()
    {
        CaseEntry failed = Entry(("Number", "特願2020-123456"), ("State", null), ("ProblemId", "JpoQuotaExhausted"));

        Assert.Empty(CaseComparer.Compare([Old], [failed]));
        Assert.Same(Old, Assert.Single(CaseComparer.Remember([Old], [failed])));

        // New and failed: told on the day on which it is answered.
        CaseEntry other = Entry(("Number", "特願2020-000001"), ("ProblemId", "JpoServiceBusy"));
        Assert.Empty(CaseComparer.Compare([Old], [Old, other]));
        Assert.Single(CaseComparer.Remember([Old], [Old, other]));

        // Failed when the state was first kept: it was there already.
        IReadOnlyList<CaseEntry> first = CaseComparer.Remember(null, [other]);
        Assert.Empty(CaseComparer.Compare(first, [Entry(("Number", "特願2020-000001"), ("State", "Filed"))]));
    }

    [Fact]
    public void A_case_is_the_same_under_any_of_its_numbers()
    {
        CaseEntry before = Entry(("登録番号", "特許第7533889号"), ("Number", "特願2020-123456"), ("RegistrationNumber", "7533889"), ("State", "Registered"));
        CaseEntry failed = Entry(("登録番号", "7533889"), ("Number", "特許第7533889号"), ("Law", "Patent"), ("ProblemId", "JpoQuotaExhausted"));

        Assert.Empty(CaseComparer.Compare([before], [failed]));
    }

    [Fact]
    public void What_was_not_asked_for_is_no_change_and_is_not_forgotten()
    {
        CaseEntry known = Entry(("Number", "特願2020-123456"), ("State", "Registered"), ("NextAnnuity", "2025-03-01"), ("Title", "甲"));
        CaseEntry without = Entry(("Number", "特願2020-123456"), ("State", "Registered"), ("NextAnnuity", null));
        CaseEntry later = Entry(("Number", "特願2020-123456"), ("State", "Registered"), ("NextAnnuity", "2026-03-01"), ("Title", "甲"));

        Assert.Empty(CaseComparer.Compare([known], [without]));
        IReadOnlyList<CaseEntry> kept = CaseComparer.Remember([known], [without]);
        JpoCaseChange change = Assert.Single(CaseComparer.Compare(kept, [later])).Change;
        Assert.Equal(("NextAnnuity", "2025-03-01", "2026-03-01"), (change.Property, change.Before, change.After));
    }

    [Fact]
    public void A_snapshot_gives_back_what_it_was_given()
    {
        using var folder = new TempFolder();
        string path = Path.Combine(folder.Path, "new", "snapshot.json");
        CaseEntry failed = Entry(("Number", "特願2020-000001"), ("ProblemId", "JpoServiceBusy"));
        Assert.Null(CaseSnapshot.Read(path));
        CaseSnapshot.Write(path, [failed]);
        CaseSnapshot.Write(path, [Old, failed]);

        IReadOnlyList<CaseEntry> read = CaseSnapshot.Read(path)!;
        Assert.Equal(2, read.Count);
        Assert.Empty(CaseComparer.Compare(read, [Old, failed]));
        Assert.True(read[1].HasFailed);
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!));
        File.WriteAllText(path, "{\"format\":1,\"cases\":[{}]}");
        Assert.Throws<JpoSheetException>(() => CaseSnapshot.Read(path));
    }

    private static CaseEntry Entry(params (string Name, object? Value)[] cells)
    {
        List<(string Name, object? Value)> all = [.. cells];
        if (!cells.Any(cell => cell.Name == "ProblemId"))
        {
            all.Add(("ProblemId", null));
        }

        return CaseEntry.Of(new CaseRow(CaseRowTests.Cells([.. all])))!;
    }
}
