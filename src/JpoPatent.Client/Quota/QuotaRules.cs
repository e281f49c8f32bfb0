using System;
using JpoPatent.State;

namespace JpoPatent.Quota;

/// <summary>What the quota book must hold, by what is known beside it.</summary>
internal sealed class QuotaRules : IRecordRules
{
    // With so many left, those who know the row may each lack the last bookings of the others, and that is too much.
    private const int Few = 16;
    private const int OneIn = 20;

    public string Restore(string key, string stored, string known)
    {
        if (stored == known || known.Length == 0 || ApiCatalog.Find(key) is not { } api || !QuotaRow.IsRow(known))
        {
            return stored;
        }

        if (!QuotaRow.IsRow(stored))
        {
            QuotaRow lost = QuotaRow.Parse(api, known);
            lost.Begin();
            return lost.Format(api);
        }

        QuotaRow there = QuotaRow.Parse(api, stored);
        QuotaRow here = QuotaRow.Parse(api, known);
        bool isAnother = there.Copy != here.Copy || there.Turn < here.Turn;
        return there.Copy != 0 && here.Copy != 0 && isAnother ? QuotaRow.Larger(there, here).Format(api) : stored;
    }

    public bool IsPrecious(string key, string record) => QuotaRow.LeavesFew(record, Few, OneIn);

    public string Join(string key, string stored, string began, string counted)
    {
        if (ApiCatalog.Find(key) is not { } api || !QuotaRow.IsRow(counted) || !QuotaRow.IsRow(stored))
        {
            return Larger(key, stored, counted);
        }

        QuotaRow there = QuotaRow.Parse(api, stored);
        QuotaRow here = QuotaRow.Parse(api, counted);
        QuotaRow before = QuotaRow.Parse(api, began);
        bool isSameDay = before.Day == here.Day;
        QuotaRow merged = QuotaRow.Larger(there, here);
        if (there.Day == here.Day && here.Counted <= (isSameDay ? before.Counted : 0))
        {
            // No counter of the service came meanwhile, which would have told of the others too:
            // what was booked here comes on top of what they did.
            merged.Used = Math.Max(merged.Used, there.Used + Math.Max(0, here.Used - (isSameDay ? before.Used : 0)));
        }

        if (isSameDay && there.Day == here.Day && here.Open < before.Open)
        {
            // Calls that ended here were out when the rows parted.
            merged.Open = Math.Max(0, there.Open - (before.Open - here.Open));
        }

        merged.Apart = 0;
        return merged.Format(api);
    }

    public string Larger(string key, string one, string other)
    {
        if (one == other || ApiCatalog.Find(key) is not { } api || !QuotaRow.IsRow(other))
        {
            return one;
        }

        return QuotaRow.IsRow(one)
            ? QuotaRow.Larger(QuotaRow.Parse(api, one), QuotaRow.Parse(api, other)).Format(api)
            : other;
    }
}
