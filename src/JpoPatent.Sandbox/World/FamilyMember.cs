using System;

namespace JpoPatent.Sandbox.World;

/// <summary>An application of a patent family, in DOCDB numbers.</summary>
internal sealed class FamilyMember
{
    public FamilyMember(string country, string application, DateTime applied)
    {
        Country = country;
        Application = application;
        Applied = applied;
    }

    /// <summary>Two letters.</summary>
    public string Country { get; }

    public string Application { get; }

    public DateTime Applied { get; }

    /// <summary>Null before publication.</summary>
    public string? Publication { get; init; }

    public DateTime? Published { get; init; }

    /// <summary>Null before the grant.</summary>
    public string? Registration { get; init; }

    public DateTime? Registered { get; init; }

    /// <summary>The Japanese case itself; null for applications abroad.</summary>
    public PatentCase? Case { get; init; }
}
