namespace JpoPatent.Sandbox.World;

/// <summary>How a case is related to others.</summary>
internal enum CaseRole
{
    /// <summary>On its own.</summary>
    Plain,

    /// <summary>Claims the priority of an application abroad, a year earlier.</summary>
    ParisPriority,

    /// <summary>Claims the priority of an earlier application in Japan.</summary>
    DomesticPriority,

    /// <summary>
    /// The earlier application behind a domestic priority: deemed withdrawn sixteen months after its filing.
    /// </summary>
    Basis,

    /// <summary>Has a divisional application, or, with designs, a related design.</summary>
    Root,

    /// <summary>A divisional application.</summary>
    Divisional,

    /// <summary>A related design (関連意匠) of a principal one.</summary>
    RelatedDesign,

    /// <summary>The national phase of an international application.</summary>
    NationalPhase,

    /// <summary>A design under the Hague Agreement.</summary>
    Hague,
}
