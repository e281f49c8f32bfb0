namespace JpoPatent.Quota;

/// <summary>What came of asking the book for an access.</summary>
/// <param name="Verdict">Whether there is one.</param>
/// <param name="Booking">To be settled where the verdict is <see cref="QuotaVerdict.Booked"/>; otherwise it stands for
/// nothing.</param>
/// <param name="Row">The row as it was then.</param>
internal sealed record BookedAccess(QuotaVerdict Verdict, QuotaBooking Booking, QuotaRow Row);
