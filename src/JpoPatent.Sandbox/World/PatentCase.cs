using System;

namespace JpoPatent.Sandbox.World;

/// <summary>A patent application.</summary>
internal sealed class PatentCase(
    PatentKey key, string number, ulong seed, DateTime horizon) : CaseRecord(JpoLaw.Patent, number, seed, horizon)
{
    public PatentKey Key { get; } = key;

    public Subject Subject { get; set; } = new("", "", "", "");

    public int Claims { get; set; }

    /// <summary>
    /// Unexamined publication (公開) or national publication (公表), ten digits; null before, and if absent.
    /// </summary>
    public string? Publication { get; set; }

    /// <summary>The same in the era form.</summary>
    public string? EraPublication { get; set; }

    public DateTime? PublicationDate { get; set; }

    /// <summary>Whether <see cref="Publication"/> is a national publication of a PCT application.</summary>
    public bool IsNationalPublication { get; set; }

    public string? InternationalApplication { get; set; }

    public string? InternationalPublication { get; set; }

    public DateTime? InternationalPublicationDate { get; set; }

    public DateTime? ParentFiling { get; set; }

    public int Generation { get; set; }
}
