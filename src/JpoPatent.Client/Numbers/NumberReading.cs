namespace JpoPatent.Numbers;

/// <summary>What a text says by itself, before the caller's expectations are held against it.</summary>
internal struct NumberReading
{
    public JpoNumberKind? Kind;

    public JpoLaw? Law;

    public NumberSeries Series;

    public NumberShape Shape;

    /// <summary>Western year; set where <see cref="Shape"/> has one.</summary>
    public int Year;

    /// <summary>
    /// Serial, or the registration number where <see cref="Shape"/> is <see cref="NumberShape.Short"/>.
    /// </summary>
    public int Serial;

    public bool HasEra;

    /// <summary>Two letters before the digits, as in <c>JP2020-123456</c>; <c>'\0'</c> if absent.</summary>
    public char Country0;

    public char Country1;

    /// <summary>Kind code behind the digits, as in <c>B2</c>; <c>'\0'</c> if absent.</summary>
    public char Code;

    public char CodeDigit;

    /// <summary>All digits as one number, where they are not divided.</summary>
    public long Digits;

    /// <summary>How many digits that are, zeros before them included.</summary>
    public int DigitCount;

    /// <summary>
    /// Whether the year has one or two digits and no era, as old publications are written behind JP: JP10-123456.
    /// </summary>
    public bool IsEraless;

    /// <summary>Whether nothing but a year and one or two digits is there that could be a month.</summary>
    public bool LooksLikeMonth;

    /// <summary>
    /// Whether the code behind the digits is that of a publication,
    /// and nothing but the code says what the number counts.
    /// </summary>
    public bool SaysPublication;

    public readonly bool HasCountry => Country0 != '\0';

    public readonly bool IsJapanese => Country0 == 'J' && Country1 == 'P';

    /// <summary>Whether the digits are those of a registration with zeros before them.</summary>
    public readonly bool IsPadded => DigitCount is > 7 and <= 10 && Digits is > 0 and < 10000000;

    public readonly bool HasYear => Shape is NumberShape.Divided or NumberShape.TenDigits;
}
