using System;

namespace JpoPatent.Numbers;

/// <summary>What stands behind the country of a foreign number.</summary>
internal ref struct ForeignParts
{
    /// <summary>The digits, without what divides them.</summary>
    public ReadOnlySpan<char> Digits;

    /// <summary>Kind code, e.g. <c>B2</c>; empty if absent.</summary>
    public ReadOnlySpan<char> Code;

    /// <summary>How many dashes and slashes divide the digits; blanks and commas do not count.</summary>
    public int Separators;

    /// <summary>Digits before the first of those.</summary>
    public int FirstGroup;

    /// <summary>
    /// Whether a point and a check digit follow, as in <c>EP06834636.5</c>; offices add it, DOCDB leaves it out.
    /// </summary>
    public bool HasCheckDigit;
}
