using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Xunit;

namespace JpoPatent.Tests.Deadlines;

/// <summary>What is due, read from answers. Days were counted by hand on a calendar.</summary>
public sealed class DueDateTests
{
    private static readonly DateTime Today = Day("2024-06-03");

    [Fact]
    public void A_request_for_examination_is_due_three_years_after_filing()
    {
        // 1 April 2028 is a Saturday.
        JpoDueDate due = Assert.Single(DueDates.Of(Patent("2025-04-01", ("2025-04-01", "A63", "特許願")), Today));

        Assert.Equal((DueKind.ExaminationRequest, Day("2028-04-03"), false, (bool?)false), (due.Kind, due.DueDate, due.IsEarliest, due.IsAnswered));
        Assert.Equal((Day("2028-04-03") - Today).Days, due.DaysLeft);
        Assert.Equal("特願2020-123456", due.Number);
        Assert.Null(due.LastDay);
    }

    [Fact]
    public void That_of_a_divisional_thirty_days_after_its_own_filing_where_that_is_later()
    {
        JpoDueDate late = Assert.Single(DueDates.Of(Patent("2019-02-01", ("2024-05-20", "A63", "特許願")), Today));
        JpoDueDate early = Assert.Single(DueDates.Of(Patent("2022-02-01", ("2024-05-20", "A63", "特許願")), Today));

        Assert.Equal(Day("2024-06-19"), late.DueDate);
        Assert.Equal(Day("2025-02-03"), early.DueDate);
    }

    [Fact]
    public void Where_nobody_knows_when_it_was_filed_the_day_is_not_known()
    {
        JpoDueDate due = Assert.Single(DueDates.Of(Patent("2023-02-01"), Today));

        Assert.Equal((DueKind.ExaminationRequest, (DateTime?)null, (int?)null), (due.Kind, due.DueDate, due.DaysLeft));
    }

    [Fact]
    public void An_answer_is_due_and_only_the_notice_says_until_when()
    {
        JpoDueDate due = Assert.Single(DueDates.Of(Patent("2020-02-01", ("2022-02-01", "A621", "出願審査請求書"), ("2024-05-01", "A131", "拒絶理由通知書")), Today));

        Assert.Equal((DueKind.Response, (DateTime?)null, "A131 拒絶理由通知書 2024-05-01"), (due.Kind, due.DueDate, due.Basis));
    }

    [Fact]
    public void An_appeal_against_a_refusal_takes_three_months_and_cannot_end_earlier()
    {
        JpoDueDate due = Assert.Single(DueDates.Of(Patent("2020-02-01", ("2022-02-01", "A621", "出願審査請求書"), ("2024-04-09", "A02", "拒絶査定")), Today));

        Assert.Equal((DueKind.Appeal, Day("2024-07-09"), true, "A02 拒絶査定 2024-04-09"), (due.Kind, due.DueDate, due.IsEarliest, due.Basis));
    }

    [Fact]
    public void The_first_fees_take_thirty_days_and_are_done_once_paid()
    {
        JpoDueDate open = Assert.Single(DueDates.Of(Patent("2020-02-01", ("2024-05-09", "A01", "特許査定")), Today));
        JpoDueDate paid = Assert.Single(DueDates.Of(Patent("2020-02-01", ("2024-05-09", "A01", "特許査定"), ("2024-05-20", "A61", "登録料納付")), Today));

        // 8 June 2024 is a Saturday.
        Assert.Equal((DueKind.Payment, Day("2024-06-10"), true, (bool?)false), (open.Kind, open.DueDate, open.IsEarliest, open.IsAnswered));
        Assert.True(open.IsOpen);
        Assert.True(paid.IsAnswered);
        Assert.False(paid.IsOpen);
    }

    [Fact]
    public void After_a_decision_of_the_board_whose_outcome_is_not_known_both_ways_on_are_shown()
    {
        IReadOnlyList<JpoDueDate> due = DueDates.Of(Patent("2020-02-01", ("2022-04-09", "A02", "拒絶査定"), ("2022-07-05", "C60", "審判請求書"), ("2024-05-21", "C03", "審決")), Today);

        Assert.Equal([DueKind.Court, DueKind.Payment], due.Select(one => one.Kind));
        Assert.All(due, one => Assert.Equal((Day("2024-06-20"), true), (one.DueDate, one.IsEarliest)));
    }

    [Fact]
    public void After_one_against_the_applicant_a_suit_takes_thirty_days()
    {
        JpoDueDate due = Assert.Single(DueDates.Of(Patent("2020-02-01", ("2022-04-09", "A02", "拒絶査定"), ("2022-07-05", "C60", "審判請求書"), ("2024-05-21", "C03", "審決（請求不成立）")), Today));

        Assert.Equal((DueKind.Court, Day("2024-06-20"), true), (due.Kind, due.DueDate, due.IsEarliest));
    }

    [Fact]
    public void A_case_that_is_over_or_waits_for_the_office_has_nothing_due()
    {
        Assert.Empty(DueDates.Of(Patent("2020-02-01", ("2020-02-01", "A63", "特許願"), ("2022-02-01", "A621", "出願審査請求書")), Today));
        Assert.Empty(DueDates.Of(Patent("2020-02-01", ("2020-02-01", "A63", "特許願")), Today));
        Assert.Empty(DueDates.Of(Patent("2020-02-01", ("2022-02-01", "A621", "出願審査請求書"), ("2024-05-01", "A131", "拒絶理由通知書"), ("2024-05-20", "A761", "出願取下書")), Today));
    }

    [Fact]
    public void An_annuity_has_six_months_of_grace_and_both_days_are_days_on_which_the_office_is_open()
    {
        // 15 June and 15 December 2024 are a Saturday and a Sunday.
        JpoDueDate due = Assert.Single(DueDates.Of(Right<PatentRegistration>("2015-06-15", "2024-06-15", 9, "2034-02-01"), Today));

        Assert.Equal((DueKind.Annuity, Day("2024-06-17"), Day("2024-12-16")), (due.Kind, due.DueDate, due.LastDay));
        Assert.Equal(14, due.DaysLeft);
        Assert.Contains("10", due.Basis, StringComparison.Ordinal);
    }

    [Fact]
    public void A_right_that_is_paid_to_its_end_or_has_ended_has_nothing_due()
    {
        Assert.Empty(DueDates.Of(Right<DesignRegistration>("2005-06-15", null, 20, "2025-06-15"), Today));
        Assert.Empty(DueDates.Of(Right<PatentRegistration>("2015-06-15", "2034-02-01", 19, "2034-02-01"), Today));
        PatentRegistration ended = Right<PatentRegistration>("2015-06-15", "2024-06-15", 9, "2034-02-01");
        ended.ErasureIdentifier = "01";
        Assert.Empty(DueDates.Of(ended, Today));
    }

    [Fact]
    public void A_right_whose_next_fee_is_not_told_has_one_whose_day_is_not_known()
    {
        JpoDueDate due = Assert.Single(DueDates.Of(Right<PatentRegistration>("2015-06-15", null, null, "2034-02-01"), Today));

        Assert.Equal((DueKind.Annuity, (DateTime?)null), (due.Kind, due.DueDate));
    }

    [Fact]
    public void A_trademark_has_the_second_half_of_its_fee_and_its_renewal()
    {
        IReadOnlyList<JpoDueDate> halves = DueDates.Of(Right<TrademarkRegistration>("2020-03-13", "2025-03-13", 5, "2030-03-13"), Today);
        JpoDueDate renewal = Assert.Single(DueDates.Of(Right<TrademarkRegistration>("2014-08-08", "2024-08-08", 10, "2024-08-08"), Today));

        Assert.Equal([(DueKind.Annuity, Day("2025-03-13"), Day("2025-09-16")), (DueKind.Renewal, Day("2030-03-13"), Day("2030-09-13"))], halves.Select(due => (due.Kind, due.DueDate!.Value, due.LastDay!.Value)));
        Assert.Equal((DueKind.Renewal, Day("2024-08-08"), Day("2025-02-10")), (renewal.Kind, renewal.DueDate, renewal.LastDay));
    }

    [Fact]
    public void Beyond_the_years_whose_holidays_are_known_days_stay_and_say_so()
    {
        JpoDueDate due = Assert.Single(DueDates.Of(Right<PatentRegistration>("2095-06-15", "2099-12-26", 4, "2110-02-01"), Today));

        Assert.Equal((Day("2099-12-26"), Day("2100-06-26"), true), (due.DueDate!.Value, due.LastDay!.Value, due.IsBeyondHolidays));
    }

    [Fact]
    public void A_document_has_its_periods_and_its_file_tells_what_was_done()
    {
        JpoDocument notice = Document("A131", "2024-03-01", new JpoPeriod(60, PeriodUnit.Days, PeriodStart.Dispatch, PeriodPurpose.Response), new JpoPeriod(3, PeriodUnit.Months, PeriodStart.Dispatch, PeriodPurpose.Response) { IsForResidentsAbroad = true });
        PatentProgress answered = Patent("2020-02-01", ("2024-03-01", "A131", "拒絶理由通知書"), ("2024-04-20", "A53", "意見書"));
        PatentProgress refused = Patent("2020-02-01", ("2024-03-01", "A131", "拒絶理由通知書"), ("2024-05-20", "A02", "拒絶査定"));

        Assert.Equal((Day("2024-04-30"), (bool?)null), One(DueDates.Of(notice, null, Today)));
        Assert.Equal((Day("2024-04-30"), (bool?)true), One(DueDates.Of(notice, answered, Today)));
        JpoDueDate missed = Assert.Single(DueDates.Of(notice, refused, Today));
        Assert.Equal(((bool?)false, true, false), (missed.IsAnswered, missed.IsOvertaken, missed.IsOpen));
    }

    [Fact]
    public void The_one_to_show_is_the_next_then_what_can_be_made_good_then_what_was_missed_last()
    {
        JpoDueDate Make(string due, string? last = null, bool? isAnswered = false) => new() { DueDate = Day(due), LastDay = last == null ? null : Day(last), IsAnswered = isAnswered, Kind = DueKind.Annuity };
        JpoDueDate past = Make("2024-01-10");
        JpoDueDate missed = Make("2024-05-10");
        JpoDueDate grace = Make("2024-03-10", "2024-09-10");
        JpoDueDate next = Make("2024-07-10");
        JpoDueDate done = Make("2024-06-10", isAnswered: true);

        Assert.Same(next, DueDates.Next([past, done, grace, next, missed], Today));
        Assert.Same(grace, DueDates.Next([past, done, grace, missed], Today));
        Assert.Same(missed, DueDates.Next([past, done, missed], Today));
        Assert.Null(DueDates.Next([done], Today));
        Assert.Null(DueDates.Next([], Today));
    }

    private static (DateTime, bool?) One(IReadOnlyList<JpoDueDate> all) => (Assert.Single(all).DueDate!.Value, all[0].IsAnswered);

    private static DateTime Day(string text) => DateTime.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static PatentProgress Patent(string filed, params (string Day, string Code, string Name)[] documents)
    {
        var progress = new PatentProgress { ApplicationNumber = "2020123456", FilingDate = Day(filed) };
        progress.TakeDocuments([.. documents.Select(document => new DocumentEntry { LegalDate = Day(document.Day), DocumentCode = document.Code, DocumentDescription = document.Name, DocumentNumber = "06124000001" })]);
        progress.Stamp(new DateTimeOffset(Today.AddHours(9), JapanTime.Offset), fromCache: false, isSandbox: false);
        return progress;
    }

    private static T Right<T>(string registered, string? next, int? paid, string expires)
        where T : CaseRegistration, new() => new()
        {
            ApplicationNumber = "2014123456",
            RegistrationDate = Day(registered),
            NextPensionPaymentDate = next == null ? null : Day(next),
            LastPaymentYearly = paid,
            ExpireDate = Day(expires),
            ErasureIdentifier = "00",
        };

    private static JpoDocument Document(string code, string day, params JpoPeriod[] periods)
    {
        var document = new JpoDocument { ApplicationNumber = "2020123456", Law = JpoLaw.Patent, DocumentCode = code, DocumentName = "拒絶理由通知書", DocumentNumber = "06124000009", LegalDate = Day(day) };
        document.Take(periods, periods[0]);
        return document;
    }
}
