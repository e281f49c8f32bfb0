namespace JpoPatent.Sheets;

/// <summary>What a number format makes of a number.</summary>
internal enum CellFormatKind
{
    /// <summary>A number, whatever its decimals and signs.</summary>
    Number,

    /// <summary>A day, perhaps with a time.</summary>
    Day,

    /// <summary>A time without a day.</summary>
    Time,

    /// <summary>Digits at fixed places, such as <c>0000-000000</c>: a number for people, whose zeros count.</summary>
    Digits,

    /// <summary>Text: the digits as they stand.</summary>
    Text,
}
