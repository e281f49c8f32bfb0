using System;
using System.Globalization;
using JpoPatent.Pacing;
using JpoPatent.Time;

namespace JpoPatent.Quota;

/// <summary>
/// One line of the quota book: what is known of one API today. All rules of booking and settling are here,
/// without files, clocks or HTTP.
/// </summary>
internal sealed record QuotaRow
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
    private const string CopyKey = " copy=";
    private const string TurnKey = " turn=";
    private const string CountKey = " count=";
    private const string ClaimKey = " claim=";
    private const string ApartKey = " apart=";
    private const string MoreKey = " more=";

    // Longer than any call is out, its timeout included.
    private const int LongestCall = 15 * 60;

    // What a row cannot rightly hold; beyond it sums would overflow.
    private const int MaxCount = 100_000_000;
    private const int MaxDay = 99991231;

    // On request JPO raises the limit of an ID's API to five times the usual one at most (handbook):
    // a counter of more is not valid.
    private const int MostTimes = 5;

    // Calls that others can have made within the same minute as ours, and answers that overtook each other.
    private const int Slack = 10;

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

    /// <summary>
    /// The day from which the row was turned to <see cref="Day"/>, for as long as no answer of the service has
    /// confirmed that day; 0 afterwards.
    /// </summary>
    internal int DayBefore;

    /// <summary>What <see cref="Used"/> was on <see cref="DayBefore"/>, where it was not carried over.</summary>
    internal int UsedBefore;

    /// <summary>When calls that were out were last given up for lost, in seconds since 1970 UTC.</summary>
    internal long ForcedAt;

    /// <summary>
    /// Which copy of the row this is, a number by chance; 0 where it was written by the first version. A row that
    /// begins anew has another one, and a process that knew the old row sees that.
    /// </summary>
    internal int Copy;

    /// <summary>How often the row was written. One that is behind what somebody has seen is an old copy.</summary>
    internal long Turn;

    /// <summary>
    /// What the service counted today when it was last believed; 0 if never. Its count never falls within a day.
    /// </summary>
    internal int Counted;

    /// <summary>
    /// What a counter said that cannot be so by what is known; 0 if none. Nothing is spent beyond it,
    /// and the next counter decides.
    /// </summary>
    internal int Claim;

    /// <summary>The limit that a single counter reported, which is more than the known one; 0 if none.</summary>
    internal int More;

    /// <summary>
    /// Accesses booked on this machine since the store that all machines share was lost; 0 in that store itself.
    /// </summary>
    internal int Apart;

    internal int Remaining => Math.Max(0, Limit - Math.Max(Used, Claim));

    /// <summary>The most that an API's limit can be for anybody.</summary>
    internal static int MostOf(ApiDescriptor api) => api.DailyLimit * MostTimes;

    /// <summary>Whether a record holds a row at all.</summary>
    internal static bool IsRow(string record) =>
        TryNumber(" " + record, DayKey, out _) && TryNumber(record, UsedKey, out _);

    /// <summary>
    /// Whether a record leaves so few accesses, or one part in so many of its limit, without reading the whole row:
    /// this is asked with every booking.
    /// </summary>
    internal static bool LeavesFew(string record, int few, int oneIn) =>
        TryNumber(record, LimitKey, out long limit)
        && TryNumber(record, UsedKey, out long used)
        && limit - used <= Math.Max(few, limit / oneIn);

    internal static QuotaRow Parse(ApiDescriptor api, string record)
    {
        record = " " + record;
        if (TryNumber(record, DayKey, out long day)
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
            bool isDefault = source == (long)QuotaSource.Default
                || (source == (long)QuotaSource.Service && limit > MostOf(api));
            return new QuotaRow
            {
                Day = (int)day,
                Limit = isDefault ? api.DailyLimit : (int)limit,
                Source = isDefault ? QuotaSource.Default : (QuotaSource)source,
                Used = (int)used,
                Open = (int)open,
                SeenAt = seen,
                DayBefore = (int)dayBefore,
                UsedBefore = (int)usedBefore,
                ForcedAt = forced,
                Copy = (int)Optional(record, CopyKey),
                Turn = Optional(record, TurnKey),
                Counted = (int)Optional(record, CountKey),
                Claim = (int)Optional(record, ClaimKey),
                More = (int)Optional(record, MoreKey),
                Apart = (int)Optional(record, ApartKey),
            };
        }

        return new QuotaRow { Limit = api.DailyLimit };
    }

    /// <summary>
    /// The row as a record. What came later than the first version stands behind what that version reads,
    /// as far as there is room.
    /// </summary>
    internal string Format(ApiDescriptor api)
    {
        string text = string.Concat(
            string.Concat(DayKey.Substring(1), Text(Day)),
            string.Concat(LimitKey, Text(Limit), SourceKey, Text((int)Source)),
            string.Concat(UsedKey, Text(Used), OpenKey, Text(Open)),
            string.Concat(
                string.Concat(SeenKey, Text(SeenAt)),
                string.Concat(DayBeforeKey, Text(DayBefore), UsedBeforeKey, Text(UsedBefore)),
                string.Concat(ForcedKey, Text(ForcedAt), CopyKey, Text(Copy)),
                string.Concat(TurnKey, Text(Turn), CountKey, Text(Counted))));
        if (Apart > 0)
        {
            text = string.Concat(text, ApartKey, Text(Apart));
        }

        if (Claim > 0 || More > 0)
        {
            text = string.Concat(text, string.Concat(ClaimKey, Text(Claim), MoreKey, Text(More)));
        }

        int room = QuotaBook.RecordLength - api.Id.Length - 1;
        while (text.Length > room)
        {
            text = text.Substring(0, text.LastIndexOf(' '));
        }

        return text;
    }

    /// <summary>The row as a record that is one write further.</summary>
    internal string Write(ApiDescriptor api)
    {
        if (Copy == 0)
        {
            Begin();
        }

        Turn++;
        return Format(api);
    }

    /// <summary>From here on it is another row to all who knew it: they compare what they know with it once.</summary>
    internal void Begin()
    {
        Copy = 1 + (Guid.NewGuid().GetHashCode() & 0xFFFF);

        // How many calls are out is not known any more, so that for a while no single count of
        // the service is taken for all.
        ForcedAt = Math.Max(ForcedAt, SeenAt);
    }

    /// <summary>
    /// What two rows of one API that went on apart know together: of one day the larger counts, else the later day; a
    /// limit that somebody set or learned outlives one that was neither.
    /// </summary>
    internal static QuotaRow Larger(QuotaRow one, QuotaRow other)
    {
        QuotaRow later = one.Day >= other.Day ? one : other;
        QuotaRow merged = later with { };
        if (one.Day == other.Day)
        {
            merged = one with { };
            merged.Used = Math.Max(one.Used, other.Used);
            merged.Open = Math.Max(one.Open, other.Open);
            merged.Counted = Math.Max(one.Counted, other.Counted);
            merged.Claim = Math.Max(one.Claim, other.Claim);
            merged.Apart = Math.Max(one.Apart, other.Apart);
            merged.SeenAt = Math.Max(one.SeenAt, other.SeenAt);
            merged.ForcedAt = Math.Max(Math.Max(one.ForcedAt, other.ForcedAt), merged.SeenAt);
        }

        if (Rank(other.Source) > Rank(one.Source))
        {
            (merged.Limit, merged.Source) = (other.Limit, other.Source);
        }
        else
        {
            (merged.Limit, merged.Source) = (one.Limit, one.Source);
        }

        merged.Copy = one.Copy;
        merged.Turn = Math.Max(one.Turn, other.Turn);
        return merged;

        static int Rank(QuotaSource source) => source switch
        {
            QuotaSource.User => 2,
            QuotaSource.Service => 1,
            _ => 0,
        };
    }

    /// <summary>Turns the row over where a new day has begun. The limit outlives the day.</summary>
    /// <param name="today">The day in Japan by the service's clock.</param>
    /// <param name="isNearMidnight">Whether another process, whose clock is a moment ahead,
    /// may rightly be in tomorrow already.</param>
    internal void TurnTo(int today, bool isNearMidnight)
    {
        if (Day == today || (Day > today && isNearMidnight))
        {
            return;
        }

        // Where the row comes back to a day that it was on a moment ago, the turn in between was a wrong clock's,
        // and everything was spent on the one day.
        bool isReturn = DayBefore == today;
        int kept = isReturn ? Used + UsedBefore : Used;
        if (Day < today && !isReturn)
        {
            (DayBefore, UsedBefore) = (Day, Used);
            Used = 0;
            Open = 0;
            (Counted, Claim, More, Apart) = (0, 0, 0, 0);
        }
        else
        {
            // A row of a later day, too, was written under a wrong clock, or is read under one:
            // what it counts stays counted.
            (DayBefore, UsedBefore) = isReturn ? (0, 0) : (Day, 0);
            Used = kept;
        }

        Day = today;
    }

    /// <summary>Books one access, if one may be spent.</summary>
    /// <param name="reserve">Accesses per day that this connection leaves to others.</param>
    /// <param name="force">Book although calls under way elsewhere have not been answered for long.</param>
    /// <param name="now">Seconds since 1970 UTC.</param>
    internal QuotaVerdict Book(int reserve, bool force, long now)
    {
        int room = Limit - Math.Max(Used, Claim) - reserve;
        if (room <= 0)
        {
            if (Limit - Used - reserve <= 0)
            {
                return QuotaVerdict.Exhausted;
            }

            // The only evidence against it is one counter that cannot be so. One call finds out.
            room = 1;
        }

        // The last counter that arrived may be older than calls that are still out, and somebody else's accesses may
        // hide behind that. While there is plenty left it does not matter; for the last accesses of the day one call at
        // a time is let through.
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
        Claim += Claim > 0 ? 1 : 0;
        return QuotaVerdict.Booked;
    }

    /// <summary>
    /// Takes back a booking whose call was never sent. Only where the service has said nothing since: otherwise its
    /// counter may already stand in for it.
    /// </summary>
    internal void Cancel(QuotaBooking booking)
    {
        if (Day != booking.Day)
        {
            return;
        }

        bool isLast = Used == booking.Used && Open == booking.Open;
        bool isUncounted = Used < Limit && (SeenAt, Counted, Copy) == (booking.SeenAt, booking.Counted, booking.Copy);
        if (isLast || isUncounted)
        {
            Used--;
            Claim -= Claim > 0 ? 1 : 0;
        }

        Open = Math.Max(0, Open - 1);
    }

    /// <summary>Ends a booking with what the answer said.</summary>
    /// <param name="booking">What <see cref="Book"/> left behind.</param>
    /// <param name="remaining">The service's counter, or null where the answer had none.</param>
    /// <param name="isOverLimit">Whether the service said that the limit is used up (203).</param>
    /// <param name="answerDay">The day in Japan on which the service answered; null where it did not say,
    /// or did not answer.</param>
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

        // Not soon after calls were given up for lost: one of them may still be on its way,
        // and no count of the service knows of it.
        bool isAlone = Day == booking.Day
            && Open == 1
            && booking.Open == 1
            && Used == booking.Used
            && now - ForcedAt > LongestCall;
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
            // Asked before midnight, answered after it: the day on which the service counted it is not known, so it
            // counts on the new one as well. What the answer says of limits may be yesterday's and is not believed.
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

        if (left >= Math.Max(Limit, MostOf(booking.Api)))
        {
            // No limit is that high: the answer has no counter that could be believed.
            return;
        }

        bool wasSeenToday = Counted > 0;
        long quiet = Math.Max(0, now - SeenAt);
        SeenAt = now;
        if (left >= Limit && Source != QuotaSource.User)
        {
            Learn(left);
            return;
        }

        More = 0;
        int counted = Limit - left;
        if (counted <= 0)
        {
            return;
        }

        // Within a day the service's count never falls, and rises no faster than all who use the ID can call. What
        // contradicts that is believed when a second answer says the same.
        int most = Used + MostByOthers(booking.Api, wasSeenToday ? quiet : SinceMidnight(now));
        bool isPlausible = counted <= most && (counted >= Counted || !isAlone);
        if (isPlausible)
        {
            Claim = Claim > 0 && !isAlone && booking.Open > 1 && counted < Claim ? Claim : 0;
        }
        else if (Claim == 0 || !Agrees(counted, quiet, booking.Api))
        {
            Claim = counted;
            return;
        }
        else
        {
            // Said twice: so it is, also where it is less than what was believed on one answer.
            Claim = 0;
            Counted = 0;
        }

        if (isAlone)
        {
            // Nothing else was under way, so the service's count is exact:
            // accesses that never reached it are given back.
            Used = counted;
        }
        else if (counted > Used)
        {
            Used = counted;
        }

        Counted = Math.Max(Counted, counted);
    }

    /// <summary>
    /// A counter reports a limit above the known one. Two that agree are believed; one can be a slip.
    /// </summary>
    private void Learn(int left)
    {
        int limit = left + 1;
        if (More == 0 || Math.Abs(limit - More) > Slack + Open)
        {
            More = limit;
            return;
        }

        int least = Math.Min(left, More - 1);
        Limit = Math.Max(limit, More);
        Source = QuotaSource.Service;
        Used = Math.Max(Used, Limit - least);
        Counted = Limit - least;
        (More, Claim) = (0, 0);
    }

    private bool Agrees(int counted, long quiet, ApiDescriptor api) =>
        counted >= Claim - Slack - Open && counted <= Claim + Slack + MostByOthers(api, quiet);

    private static int MostByOthers(ApiDescriptor api, long seconds)
    {
        int perMinute = api.Group == ApiGroup.Opd ? Pacer.OpdPerMinute : Pacer.DomesticPerMinute;
        return (int)Math.Min(MaxCount, (seconds / 60 + 2) * perMinute);
    }

    private static long SinceMidnight(long now)
    {
        DateTimeOffset at = DateTimeOffset.FromUnixTimeSeconds(now);
        return (long)(at - JapanTime.NextMidnight(at).AddDays(-1)).TotalSeconds;
    }

    private static long Optional(string record, string key) =>
        TryNumber(record, key, out long number) && number <= MaxCount ? number : 0;

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
