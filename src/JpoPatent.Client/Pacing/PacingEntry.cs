using System.Globalization;

namespace JpoPatent.Pacing;

/// <summary>One who stands in the minute's record.</summary>
/// <param name="Kind">What they do.</param>
/// <param name="Id">A name by chance, so that only they change it.</param>
/// <param name="At">Since when.</param>
/// <param name="Span">In milliseconds: of one who waits, when they look again; of one who calls,
/// how long the call can take.</param>
internal sealed record PacingEntry(PacingKind Kind, string Id, PacingStamp At, long Span)
{
    private const string Letters = "wco";
    private const int MarkLength = 8;

    // No call takes longer than this: a record that says so is damaged, and would hold everybody up.
    private const long LongestSpan = 2 * 60 * 60 * 1000;

    /// <summary>
    /// What is remembered of having seen it: one who has called is another sight than the same one calling, and one
    /// who asked again another than before.
    /// </summary>
    internal string Sight => Letters[(int)Kind] + Id + At.Monotonic.ToString(CultureInfo.InvariantCulture);

    internal static PacingEntry? Parse(string text)
    {
        string[] parts = text.Split(':');
        return parts.Length == 7
            && parts[0].Length == 1
            && parts[1].Length <= MarkLength
            && parts[2].Length <= MarkLength
            && Letters.IndexOf(parts[0][0]) is >= 0 and int kind
            && TryNumber(parts[3], out long monotonic)
            && TryNumber(parts[4], out long least)
            && TryNumber(parts[5], out long width)
            && TryNumber(parts[6], out long span)
            && span <= LongestSpan
            ? new PacingEntry(
                (PacingKind)kind, parts[1], new PacingStamp(parts[2], monotonic, least, least + width), span)
            : null;
    }

    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "{0}:{1}:{2}:{3}:{4}:{5}:{6}", Letters[(int)Kind], Id, At.Machine, At.Monotonic,
        At.Least, At.Most - At.Least, Span);

    // Three hundred years; what is beyond is no moment.
    private static bool TryNumber(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= 9_999_999_999_999;
}
