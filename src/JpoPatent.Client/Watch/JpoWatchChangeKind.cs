namespace JpoPatent;

/// <summary>What kind of change a watch found.</summary>
public enum JpoWatchChangeKind : long
{
    /// <summary>A document came into the file.</summary>
    Document,

    /// <summary>The case stands elsewhere.</summary>
    State,

    /// <summary>The register tells something else: the next annuity, the end of the term.</summary>
    Registration,

    /// <summary>The applicants, the attorneys or the holders of the right differ.</summary>
    Person,

    /// <summary>The case has another number, such as a registration number.</summary>
    Number,

    /// <summary>Something that was there is gone, and was gone in the look after that as well.</summary>
    Vanished,

    /// <summary>The case is called something else.</summary>
    Title,
}
