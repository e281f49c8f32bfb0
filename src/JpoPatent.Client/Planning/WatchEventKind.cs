namespace JpoPatent.Planning;

/// <summary>What can happen to a case, as far as the planner tells it apart.</summary>
internal enum WatchEventKind : byte
{
    /// <summary>The case shows for the first time: before it, the service answers 107.</summary>
    Publication,

    /// <summary>Request for examination.</summary>
    ExaminationRequest,

    /// <summary>Notice of reasons for refusal.</summary>
    Notice,

    /// <summary>Opinion or amendment that answers a notice.</summary>
    Response,

    /// <summary>Decision of refusal.</summary>
    Refusal,

    /// <summary>Demand for an appeal against a decision of refusal.</summary>
    Appeal,

    /// <summary>Decision to grant or to register.</summary>
    Grant,

    /// <summary>Registration fee paid.</summary>
    Payment,

    /// <summary>Registered.</summary>
    Registration,

    /// <summary>Annuity paid, or term renewed.</summary>
    Annuity,

    /// <summary>Anything else in the file.</summary>
    Other,

    /// <summary>The case is over: withdrawn, finally refused, lapsed.</summary>
    End,
}
