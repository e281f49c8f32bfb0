namespace JpoPatent.Numbers;

/// <summary>How the digits of a number stand in a text.</summary>
internal enum NumberShape
{
    /// <summary>Year, separator, serial; the year is a plausible one.</summary>
    Divided,

    /// <summary>Ten digits in a row, the form that the API takes, whatever the year in them says.</summary>
    TenDigits,

    /// <summary>One to seven digits, as registrations have them.</summary>
    Short,

    /// <summary>Any other count of digits.</summary>
    Other,
}
