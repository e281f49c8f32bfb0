namespace JpoPatent.Numbers;

/// <summary>
/// The law that stands beside a number. The known ones have JPO's law codes, so that a column of codes and an
/// enumeration that was written as a number read the same.
/// </summary>
internal enum ToldLaw : long
{
    /// <summary>Nothing is said.</summary>
    NotTold,

    /// <summary>Patent Act.</summary>
    Patent = JpoLaw.Patent,

    /// <summary>Utility Model Act, which the service does not cover.</summary>
    UtilityModel = 2,

    /// <summary>Design Act.</summary>
    Design = JpoLaw.Design,

    /// <summary>Trademark Act.</summary>
    Trademark = JpoLaw.Trademark,

    /// <summary>Something is said, and it is no law.</summary>
    Unknown,
}
