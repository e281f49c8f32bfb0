namespace JpoPatent;

/// <summary>What the quota book must hold, by what is known beside it.</summary>
internal sealed class QuotaRules : IRecordRules
{
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

    public string Larger(string key, string one, string other)
    {
        if (one == other || ApiCatalog.Find(key) is not { } api || !QuotaRow.IsRow(other))
        {
            return one;
        }

        return QuotaRow.IsRow(one) ? QuotaRow.Larger(QuotaRow.Parse(api, one), QuotaRow.Parse(api, other)).Format(api) : other;
    }
}
