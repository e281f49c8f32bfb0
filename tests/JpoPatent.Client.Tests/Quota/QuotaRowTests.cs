using System.Collections.Generic;
using Xunit;

namespace JpoPatent.Tests;

/// <summary>The rules of booking and settling, without clocks, files and HTTP.</summary>
public sealed class QuotaRowTests
{
    private const int Friday = 20261120;
    private const int Saturday = 20261121;
    private const long Now = 1_800_000_000;
    private static readonly long Noon = FakeTime.Noon.ToUnixTimeSeconds();

    private static readonly ApiDescriptor Api = ApiCatalog.PatentProgress;

    private QuotaRow _row = NewRow();

    [Fact]
    public void Every_row_of_the_catalogue_fits_its_line_with_the_longest_numbers()
    {
        foreach (ApiDescriptor api in ApiCatalog.All)
        {
            var row = new QuotaRow
            {
                Day = 20261231,
                Limit = 99999,
                Source = QuotaSource.User,
                Used = 99999,
                Open = 9999,
                SeenAt = 9_999_999_999,
                DayBefore = 20261230,
                UsedBefore = 99999,
                ForcedAt = 9_999_999_999,
            };
            string record = row.Format(api);

            Assert.True(api.Id.Length + 1 + record.Length <= QuotaBook.RecordLength, record);
            Assert.Equal(row, QuotaRow.Parse(api, record));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("something else")]
    [InlineData("yesterday=20261120 limit=800 from=0 used=1 open=0 seen=0 daybefore=0 usedbefore=0 forced=0")]
    [InlineData("day=20261120 limit=800 from=0 used= open=0 seen=0 daybefore=0 usedbefore=0 forced=0")]
    public void A_record_of_something_else_is_an_empty_row(string record)
    {
        Assert.Equal(new QuotaRow { Limit = 800 }, QuotaRow.Parse(Api, record));
    }

    [Fact]
    public void Answers_that_arrive_out_of_order_never_raise_what_is_left()
    {
        var bookings = new List<QuotaBooking>();
        for (int i = 0; i < 5; i++)
        {
            bookings.Add(Book());
        }

        Settle(bookings[4], remaining: 795);
        Assert.Equal(795, _row.Remaining);
        Settle(bookings[0], remaining: 799);
        Settle(bookings[2], remaining: 797);
        Settle(bookings[1], remaining: 798);
        Settle(bookings[3], remaining: 796);

        Assert.Equal(795, _row.Remaining);
        Assert.Equal(0, _row.Open);
    }

    [Fact]
    public void A_counter_older_than_calls_under_way_does_not_give_their_accesses_away()
    {
        QuotaBooking first = Book();
        Book();
        Book();

        Settle(first, remaining: 799);

        Assert.Equal(797, _row.Remaining);
        Assert.Equal(2, _row.Open);
    }

    [Fact]
    public void The_first_answer_after_somebody_else_spent_much_leaves_room_for_what_is_still_out()
    {
        var bookings = new List<QuotaBooking>();
        for (int i = 0; i < 8; i++)
        {
            bookings.Add(Book());
        }

        // Somebody spent 782 meanwhile; the first of ours to be counted is told of 17 left, and seven more are to be counted.
        Settle(bookings[0], remaining: 17);
        int sent = 0;
        while (_row.Book(0, force: false, Now) == QuotaVerdict.Booked)
        {
            sent++;
        }

        Assert.True(sent <= 10, $"{sent} more were let out, of 10 that are left");
        Assert.Equal(QuotaVerdict.Wait, _row.Book(0, force: false, Now));
    }

    [Fact]
    public void The_last_accesses_go_out_one_at_a_time()
    {
        _row.Used = 798;
        QuotaBooking first = Book();

        Assert.Equal(QuotaVerdict.Wait, _row.Book(0, force: false, Now));
        Settle(first, remaining: 1);
        Book();

        Assert.Equal(QuotaVerdict.Exhausted, _row.Book(0, force: false, Now));
    }

    [Fact]
    public void Calls_given_up_for_lost_that_come_back_after_all_are_not_forgotten()
    {
        _row.Used = 798;
        QuotaBooking slow = Book();
        Assert.Equal(QuotaVerdict.Wait, _row.Book(0, force: false, Now));
        Assert.Equal(QuotaVerdict.Booked, _row.Book(0, force: true, Now));
        QuotaBooking forced = Last();

        // The service has counted the forced one only: the slow one is still on its way to it.
        Settle(forced, remaining: 1);

        Assert.Equal(QuotaVerdict.Exhausted, _row.Book(0, force: false, Now));
        Settle(slow, remaining: 0);
        Assert.Equal(0, _row.Remaining);
    }

    [Fact]
    public void Long_after_calls_were_given_up_a_single_answer_is_believed_again()
    {
        _row.Used = 700;
        _row.Open = 100;
        Assert.Equal(QuotaVerdict.Wait, _row.Book(0, force: false, Now));
        Assert.Equal(QuotaVerdict.Booked, _row.Book(0, force: true, Now));
        _row.Settle(Last(), 150, false, Friday, Friday, Now + 1);
        Assert.Equal(99, _row.Remaining);

        Assert.Equal(QuotaVerdict.Booked, _row.Book(0, force: false, Now + 1000));
        _row.Settle(Last(), 149, false, Friday, Friday, Now + 1001);

        Assert.Equal(149, _row.Remaining);
    }

    [Fact]
    public void A_booking_taken_back_is_as_if_it_had_never_been()
    {
        QuotaBooking first = Book();
        QuotaBooking second = Book();

        _row.Cancel(second);
        _row.Cancel(first);

        Assert.Equal(800, _row.Remaining);
        Assert.Equal(0, _row.Open);
    }

    [Fact]
    public void Bookings_of_several_who_never_got_through_are_all_taken_back()
    {
        QuotaBooking[] unsent = [Book(), Book(), Book(), Book()];

        // In no order, and one of them was booked again meanwhile.
        _row.Cancel(unsent[1]);
        _row.Cancel(unsent[3]);
        QuotaBooking again = Book();
        _row.Cancel(unsent[0]);
        _row.Cancel(again);
        _row.Cancel(unsent[2]);

        Assert.Equal((800, 0), (_row.Remaining, _row.Open));
    }

    [Fact]
    public void A_booking_taken_back_after_the_service_said_that_the_day_is_spent_is_kept()
    {
        QuotaBooking unsent = Book();
        QuotaBooking other = Book();
        _row.Settle(other, null, isOverLimit: true, Friday, Friday, Now);

        _row.Cancel(unsent);

        Assert.Equal(0, _row.Remaining);
    }

    [Fact]
    public void A_booking_taken_back_after_a_counter_came_is_kept()
    {
        QuotaBooking unsent = Book();
        Settle(Book(), remaining: 600);

        _row.Cancel(unsent);

        Assert.Equal(600, _row.Remaining);
        Assert.Equal(0, _row.Open);
    }

    [Fact]
    public void An_answer_from_the_other_side_of_midnight_counts_on_the_new_day_and_its_counter_is_not_believed()
    {
        _row.Used = 700;
        QuotaBooking booking = Book();

        Settle(booking, remaining: 99, answerDay: Saturday);

        Assert.Equal(Saturday, _row.Day);
        Assert.Equal(1, _row.Used);
    }

    [Fact]
    public void A_refusal_from_the_other_side_of_midnight_does_not_close_the_new_day()
    {
        QuotaBooking booking = Book();

        Settle(booking, remaining: null, answerDay: Saturday, isOverLimit: true);

        Assert.Equal(800, _row.Remaining);
    }

    [Fact]
    public void An_answer_of_yesterday_says_nothing_of_today()
    {
        QuotaBooking yesterdays = Book();
        _row.TurnTo(Saturday, isNearMidnight: false);
        Book();

        _row.Settle(yesterdays, 0, isOverLimit: true, Friday, Saturday, Now);

        Assert.Equal(799, _row.Remaining);
        Assert.Equal(1, _row.Open);
    }

    [Fact]
    public void Another_process_that_is_in_tomorrow_already_is_right_around_midnight()
    {
        Book();
        _row.TurnTo(Saturday, isNearMidnight: false);
        Book();

        _row.TurnTo(Friday, isNearMidnight: true);

        Assert.Equal(Saturday, _row.Day);
        Assert.Equal(1, _row.Used);
    }

    [Fact]
    public void A_clock_that_was_set_forward_for_a_while_loses_nothing_of_the_day()
    {
        _row.Used = 500;
        _row.TurnTo(Saturday, isNearMidnight: false);
        QuotaBooking booking = Book();

        _row.Settle(booking, 298, false, Friday, Friday, Now);

        Assert.Equal(Friday, _row.Day);
        Assert.Equal(502, _row.Used);
        Assert.Equal(0, _row.Open);
    }

    [Fact]
    public void A_refusal_under_a_clock_that_was_set_forward_closes_the_day_that_it_is()
    {
        _row.Used = 500;
        _row.TurnTo(Saturday, isNearMidnight: false);
        QuotaBooking booking = Book();

        _row.Settle(booking, null, isOverLimit: true, Friday, Friday, Now);

        Assert.Equal(Friday, _row.Day);
        Assert.Equal(0, _row.Remaining);
    }

    [Fact]
    public void A_clock_that_was_set_back_for_a_while_loses_nothing_of_the_day()
    {
        _row.TurnTo(Saturday, isNearMidnight: false);
        _row.Used = 500;
        Settle(Book(), remaining: 299, answerDay: Saturday);
        _row.TurnTo(Friday, isNearMidnight: false);
        QuotaBooking booking = Book();

        Settle(booking, remaining: 298, answerDay: Saturday);

        Assert.Equal(Saturday, _row.Day);
        Assert.Equal(298, _row.Remaining);
        Assert.Equal(0, _row.Open);
    }

    [Fact]
    public void A_clock_that_was_set_back_does_not_count_yesterdays_accesses_again()
    {
        _row.Used = 800;
        _row.TurnTo(Saturday, isNearMidnight: false);
        Settle(Book(), remaining: 799, answerDay: Saturday, today: Saturday);

        _row.TurnTo(Friday, isNearMidnight: false);

        Assert.Equal(799, _row.Remaining);
    }

    [Fact]
    public void A_limit_below_what_the_service_counts_stays_the_users()
    {
        _row.Limit = 50;
        _row.Source = QuotaSource.User;

        Settle(Book(), remaining: 700);

        Assert.Equal(50, _row.Limit);
        Assert.Equal(49, _row.Remaining);
    }

    [Fact]
    public void A_learned_limit_is_corrected_upwards_by_earlier_counters()
    {
        QuotaBooking first = Book();
        QuotaBooking second = Book();

        Settle(second, remaining: 3998);
        Settle(first, remaining: 3999);

        Assert.Equal(4000, _row.Limit);
        Assert.Equal(3998, _row.Remaining);
    }

    [Theory]
    [InlineData(9_999_999)]
    [InlineData(4_000)]
    public void A_counter_that_speaks_of_more_than_anybody_has_is_none(int remaining)
    {
        _row.Used = 100;

        for (int i = 0; i < 3; i++)
        {
            Settle(Book(), remaining);
        }

        Assert.Equal((800, 697, QuotaSource.Default), (_row.Limit, _row.Remaining, _row.Source));
    }

    [Fact]
    public void A_limit_that_a_single_counter_speaks_of_is_not_learned()
    {
        Settle(Book(), remaining: 3500);
        Settle(Book(), remaining: 798);
        Settle(Book(), remaining: 3500);
        Settle(Book(), remaining: 1200);

        Assert.Equal((800, QuotaSource.Default), (_row.Limit, _row.Source));
    }

    [Fact]
    public void A_book_that_believed_an_absurd_limit_once_does_so_no_more()
    {
        QuotaRow row = QuotaRow.Parse(Api, "day=20261120 limit=10000000 from=2 used=5 open=0 seen=1764000000 daybefore=0 usedbefore=0 forced=0");

        Assert.Equal((800, 795, QuotaSource.Default), (row.Limit, row.Remaining, row.Source));
    }

    [Fact]
    public void A_single_counter_that_fell_faster_than_calls_can_does_not_spend_the_day()
    {
        Settle(Book(), remaining: 700);

        Settle(Book(), remaining: 5);
        Assert.Equal(5, _row.Remaining);
        Settle(Book(), remaining: 698);

        Assert.Equal(698, _row.Remaining);
    }

    [Fact]
    public void A_single_counter_of_nothing_left_is_tried_by_one_call_and_then_forgotten()
    {
        Settle(Book(), remaining: 700);
        Settle(Book(), remaining: 0);

        QuotaBooking only = Book();
        Assert.Equal(QuotaVerdict.Wait, _row.Book(0, force: false, Now));
        Settle(only, remaining: 698);

        Assert.Equal(698, _row.Remaining);
    }

    [Fact]
    public void A_counter_that_fell_far_is_believed_when_the_next_one_agrees()
    {
        Settle(Book(), remaining: 700);
        Settle(Book(), remaining: 5);
        Settle(Book(), remaining: 4);
        Settle(Book(), remaining: 3);

        Assert.Equal(3, _row.Remaining);
        Assert.Equal(797, _row.Used);
    }

    [Fact]
    public void A_counter_that_fell_as_fast_as_others_can_call_is_believed_at_once()
    {
        Settle(Book(), remaining: 700);
        QuotaBooking later = Book();

        _row.Settle(later, 410, isOverLimit: false, Friday, Friday, Now + (30 * 60));

        Assert.Equal((410, 0), (_row.Remaining, _row.Claim));
    }

    [Fact]
    public void A_count_that_goes_back_within_the_day_gives_nothing_back_until_a_second_answer_says_so()
    {
        Settle(Book(), remaining: 300, now: Noon);
        Settle(Book(), remaining: 790, now: Noon);
        Assert.Equal(299, _row.Remaining);

        Settle(Book(), remaining: 789, now: Noon);

        Assert.Equal(789, _row.Remaining);
    }

    [Fact]
    public void Of_two_rows_of_one_day_the_larger_count_wins_and_a_limit_that_somebody_set_is_kept()
    {
        var one = new QuotaRow { Day = Friday, Limit = 800, Used = 500, Copy = 1, Turn = 7 };
        var other = new QuotaRow { Day = Friday, Limit = 50, Source = QuotaSource.User, Used = 20, Copy = 2, Turn = 9 };

        QuotaRow merged = QuotaRow.Larger(one, other);

        Assert.Equal((500, 50, QuotaSource.User, 1, 9L), (merged.Used, merged.Limit, merged.Source, merged.Copy, merged.Turn));
        Assert.Equal(3, QuotaRow.Larger(new QuotaRow { Day = Saturday, Limit = 800, Used = 3 }, one).Used);
        Assert.Equal(3, QuotaRow.Larger(one, new QuotaRow { Day = Saturday, Limit = 800, Used = 3 }).Used);
    }

    [Fact]
    public void A_reserve_counts_as_used()
    {
        _row.Used = 699;

        Assert.Equal(QuotaVerdict.Booked, _row.Book(100, force: false, Now));
        Settle(Last(), remaining: 100);
        Assert.Equal(QuotaVerdict.Exhausted, _row.Book(100, force: false, Now));
        Assert.Equal(QuotaVerdict.Exhausted, _row.Book(100, force: true, Now));
    }

    private static QuotaRow NewRow() => new() { Day = Friday, Limit = 800 };

    private QuotaBooking Book()
    {
        Assert.Equal(QuotaVerdict.Booked, _row.Book(0, force: false, Now));
        return Last();
    }

    private QuotaBooking Last() => new(Api, _row.Day, _row.Used, _row.Open);

    private void Settle(QuotaBooking booking, int? remaining, int answerDay = Friday, int? today = null, bool isOverLimit = false, long now = Now) =>
        _row.Settle(booking, remaining, isOverLimit, answerDay, today ?? answerDay, now);
}
