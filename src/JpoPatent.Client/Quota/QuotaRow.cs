using System;
using System.Globalization;

namespace JpoPatent;

/// <summary>
/// One line of the quota book: what is known of one API today. All rules of booking and settling are here, without files, clocks or HTTP.
/// </summary>
internal struct QuotaRow
{
    private const string DayKey = " day=";
    private const string LimitKey = " limit=";
    private const string SourceKey = " from=";
    private const string UsedKey = " used=";
    private const string OpenKey = " open=";
    private const string SeenKey = " seen=";
    private const string DayBeforeKey = " daybefore=";
    private const string UsedBeforeKey = " usedbefore=";
    private const string ForcedKey = " forced=";

    // Longer than any call is out, its timeout included.
    private const int LongestCall = 15 * 60;

    // What a row cannot rightly hold; beyond it sums would overflow.
    private const int MaxCount = 100_000_000;
    private const int MaxDay = 99991231;

    /// <summary>The day in Japan that <see cref="Used"/> and <see cref="Open"/> count, as yyyyMMdd.</summary>
    internal int Day;

    internal int Limit;

    internal QuotaSource Source;

    /// <summary>Accesses booked today or counted by the service, whichever is more.</summary>
    internal int Used;

    /// <summary>Accesses booked today whose answer is still out.</summary>
    internal int Open;

    /// <summary>When the service last sent a counter, in seconds since 1970 UTC; 0 if never.</summary>
    internal long SeenAt;

    /// <summary>The day from which the row was turned to <see cref="Day"/>, for as long as no answer of the service has confirmed that day; 0 afterwards.</summary>
    internal int DayBefore;

    /// <summary>What <see cref="Used"/> was on <see cref="DayBefore"/>, where it was not carried over.</summary>
    internal int UsedBefore;

    /// <summary>When calls that were out were last given up for lost, in seconds since 1970 UTC.</summary>
    internal long ForcedAt;

    internal readonly int Remaining => Math.Max(0, Limit - Used);

    internal static QuotaRow Parse(ApiDescriptor api, string record)
    {
        if (record.StartsWith(api.Id + DayKey, StringComparison.Ordinal)
            && TryNumber(record, DayKey, out long day)
            && TryNumber(record, LimitKey, out long limit)
            && TryNumber(record, SourceKey, out long source)
            && TryNumber(record, UsedKey, out long used)
            && TryNumber(record, OpenKey, out long open)
            && TryNumber(record, SeenKey, out long seen)
            && TryNumber(record, DayBeforeKey, out long dayBefore)
            && TryNumber(record, UsedBeforeKey, out long usedBefore)
            && TryNumber(record, ForcedKey, out long forced)
            && limit <= int.MaxValue
            && source <= (long)QuotaSource.Service
            && Math.Max(Math.Max(used, open), usedBefore) <= MaxCount
            && Math.Max(day, dayBefore) <= MaxDay)
        {
            return new QuotaRow
            {
                Day = (int)day,
                Limit = source == (long)QuotaSource.Default ? api.DailyLimit : (int)limit,
                Source = (QuotaSource)source,
                Used = (int)used,
                Open = (int)open,
                SeenAt = seen,
                DayBefore = (int)dayBefore,
                UsedBefore = (int)usedBefore,
                ForcedAt = forced,
            };
        }

        return new QuotaRow { Limit = api.DailyLimit };
    }

    internal readonly string Format(ApiDescriptor api) => string.Concat(
        string.Concat(api.Id, DayKey, Text(Day)),
        string.Concat(LimitKey, Text(Limit), SourceKey, Text((int)Source)),
        string.Concat(UsedKey, Text(Used), OpenKey, Text(Open)),
        string.Concat(
            string.Concat(SeenKey, Text(SeenAt)),
            string.Concat(DayBeforeKey, Text(DayBefore), UsedBeforeKey, Text(UsedBefore)),
            string.Concat(ForcedKey, Text(ForcedAt))));

    /// <summary>Turns the row over where a new day has begun. The limit outlives the day.</summary>
    /// <param name="today">The day in Japan by the service's clock.</param>
    /// <param name="isNearMidnight">Whether another process, whose clock is a moment ahead, may rightly be in tomorrow already.</param>
    internal void TurnTo(int today, bool isNearMidnight)
    {
        if (Day == today || (Day > today && isNearMidnight))
        {
            return;
        }

        // Where the row comes back to a day that it was on a moment ago, the turn in between was a wrong clock's, and everything was spent on the one day.
        bool isReturn = DayBefore == today;
        int kept = isReturn ? Used + UsedBefore : Used;
        if (Day < today && !isReturn)
        {
            (DayBefore, UsedBefore) = (Day, Used);
            Used = 0;
            Open = 0;
        }
        else
        {
            // A row of a later day, too, was written under a wrong clock, or is read under one: what it counts stays counted.
            (DayBefore, UsedBefore) = isReturn ? (0, 0) : (Day, 0);
            Used = kept;
        }

        Day = today;
    }

    /// <summary>Books one access, if one may be spent.</summary>
    /// <param name="reserve">Accesses a day that this connection leaves to others.</param>
    /// <param name="force">Book although calls under way elsewhere have not been answered for long.</param>
    /// <param name="now">Seconds since 1970 UTC.</param>
    internal QuotaVerdict Book(int reserve, bool force, long now)
    {
        int room = Limit - Used - reserve;
        if (room <= 0)
        {
            return QuotaVerdict.Exhausted;
        }

        // The last counter that arrived may be older than calls that are still out, and somebody else's accesses may hide behind that. While there is
        // plenty left it does not matter; for the last accesses of the day one call at a time is let through.
        if (room <= Open)
        {
            if (!force)
            {
                return QuotaVerdict.Wait;
            }

            Open = 0;
            ForcedAt = now;
        }

        Used++;
        Open++;
        return QuotaVerdict.Booked;
    }

    /// <summary>Takes back a booking whose call was never sent. Only where nothing happened since: otherwise a counter may already stand in for it.</summary>
    internal void Cancel(QuotaBooking booking)
    {
        if (Day != booking.Day)
        {
            return;
        }

        if (Used == booking.Used && Open == booking.Open)
        {
            Used--;
        }

        Open = Math.Max(0, Open - 1);
    }

    /// <summary>Ends a booking with what the answer said.</summary>
    /// <param name="booking">What <see cref="Book"/> left behind.</param>
    /// <param name="remaining">The service's counter, or null where the answer had none.</param>
    /// <param name="isOverLimit">Whether the service said that the limit is used up (203).</param>
    /// <param name="answerDay">The day in Japan on which the service answered; null where it did not say, or did not answer.</param>
    /// <param name="today">The day in Japan by the service's clock, as corrected by this answer.</param>
    /// <param name="now">Seconds since 1970 UTC.</param>
    internal void Settle(QuotaBooking booking, int? remaining, bool isOverLimit, int? answerDay, int today, long now)
    {
        int answeredOn = answerDay ?? booking.Day;
        if (answeredOn != booking.Day && answeredOn == today && (answeredOn < booking.Day || answeredOn == DayBefore))
        {
            // Booked under a clock that somebody had set wrong.
            TurnTo(today, isNearMidnight: false);
            booking = booking with { Day = today, Used = 0 };
        }

        // Not soon after calls were given up for lost: one of them may still be on its way, and no count of the service knows of it.
        bool isAlone = Day == booking.Day && Open == 1 && booking.Open == 1 && Used == booking.Used && now - ForcedAt > LongestCall;
        if (Day == booking.Day)
        {
            Open = Math.Max(0, Open - 1);
        }

        if (answerDay == Day)
        {
            (DayBefore, UsedBefore) = (0, 0);
        }

        if (answeredOn > booking.Day)
        {
            // Asked before midnight, answered after it: on which day the service counted it nobody can tell, so it counts on the new one as well.
            // What the answer says of limits may be yesterday's and is not believed.
            TurnTo(Math.Max(Day, answeredOn), isNearMidnight: false);
            if (Day == answeredOn)
            {
                Used += isOverLimit ? 0 : 1;
                (DayBefore, UsedBefore) = (0, 0);
            }

            return;
        }

        if (Day != booking.Day || answeredOn != booking.Day)
        {
            return;
        }

        if (isOverLimit)
        {
            Used = Math.Max(Used, Limit);
            return;
        }

        if (remaining is not { } left)
        {
            return;
        }

        SeenAt = now;
        if (left >= Limit && Source != QuotaSource.User)
        {
            Limit = left + 1;
            Source = QuotaSource.Service;
        }

        int counted = Limit - left;
        if (isAlone && counted > 0)
        {
            // Nothing else was under way, so the service's count is exact: accesses that never reached it are given back.
            Used = counted;
        }
        else if (counted > Used)
        {
            Used = counted;
        }
    }

    private static bool TryNumber(string record, string key, out long number)
    {
        number = 0;
        int start = record.IndexOf(key, StringComparison.Ordinal);
        if (start < 0)
        {
            return false;
        }

        start += key.Length;
        int end = start;
        while (end < record.Length && record[end] is >= '0' and <= '9' && end - start < 12)
        {
            number = (number * 10) + (record[end] - '0');
            end++;
        }

        return end > start;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
