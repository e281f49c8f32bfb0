namespace JpoPatent;

/// <summary>
/// The law under which a right is applied for. JPO's law codes 1, 3 and 4;
/// utility models (2) are not covered by the service.
/// </summary>
public enum JpoLaw : long
{
    /// <summary>Patent Act (特許), law code 1.</summary>
    Patent = 1,

    /// <summary>Design Act (意匠), law code 3.</summary>
    Design = 3,

    /// <summary>Trademark Act (商標), law code 4.</summary>
    Trademark = 4,
}
