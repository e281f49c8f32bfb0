using System;
using System.Collections.Generic;

namespace JpoPatent.Sandbox.World;

/// <summary>A case as the service knows it at the end of some day: what lies in the future is not in it.</summary>
internal abstract class CaseRecord
{
    protected CaseRecord(JpoLaw law, string number, ulong seed, DateTime horizon)
    {
        Law = law;
        Number = number;
        Seed = seed;
        Horizon = horizon;
    }

    public JpoLaw Law { get; }

    /// <summary>Application number, ten digits.</summary>
    public string Number { get; }

    /// <summary>Seeds the dice of everything that is drawn for this case.</summary>
    public ulong Seed { get; }

    /// <summary>The last day that the record knows.</summary>
    public DateTime Horizon { get; }

    public IReadOnlyList<Party> Applicants { get; set; } = [];

    public IReadOnlyList<Party> Attorneys { get; set; } = [];

    public DateTime Filing { get; set; }

    public IReadOnlyList<Priority> Priorities { get; set; } = [];

    /// <summary>Seven digits; null before registration.</summary>
    public string? RegistrationNumber { get; set; }

    public DateTime? Registration { get; set; }

    /// <summary>When the examiner decided, one way or the other.</summary>
    public DateTime? Decision { get; set; }

    /// <summary>When the board of appeal decided.</summary>
    public DateTime? AppealDecision { get; set; }

    /// <summary>Null before registration.</summary>
    public RegisterState? Register { get; set; }

    /// <summary>The original application of a divisional one, ten digits; null for others.</summary>
    public string? Parent { get; set; }

    public IReadOnlyList<DocumentGroup> Groups { get; set; } = [];

    public bool Knows(DateTime? day) => day <= Horizon;
}
