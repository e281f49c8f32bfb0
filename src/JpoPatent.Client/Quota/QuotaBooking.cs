namespace JpoPatent.Quota;

/// <summary>One booked access, to be settled once.</summary>
/// <param name="Api">What is asked.</param>
/// <param name="Day">The day in Japan that it was booked on, as yyyyMMdd.</param>
/// <param name="Used">The row's count just after booking.</param>
/// <param name="Open">Accesses under way just after booking, this one among them.</param>
internal sealed record QuotaBooking(ApiDescriptor Api, int Day, int Used, int Open)
{
    /// <summary>When the service had last sent a counter, in seconds since 1970 UTC.</summary>
    internal long SeenAt { get; init; }

    /// <summary>What that counter said.</summary>
    internal int Counted { get; init; }

    /// <summary>Which copy of the row it stands in.</summary>
    internal int Copy { get; init; }
}
