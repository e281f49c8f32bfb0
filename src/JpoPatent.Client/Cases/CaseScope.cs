namespace JpoPatent.Cases;

/// <summary>What is asked for each case.</summary>
internal sealed class CaseScope
{
    /// <summary>Ask the simple progress API, which has a limit of its own.</summary>
    internal bool IsSimple { get; init; }

    /// <summary>Ask for the registration of cases that have one.</summary>
    internal bool WithRegistration { get; init; }

    /// <summary>Fetch the notices and decisions that set a term which still runs.</summary>
    internal bool WithDocuments { get; init; }

    /// <summary>Fetch anew what today's cache has.</summary>
    internal bool NoCache { get; init; }

    /// <summary>The progress API of a law.</summary>
    internal ApiDescriptor Progress(JpoLaw law) => (law, IsSimple) switch
    {
        (JpoLaw.Design, false) => ApiCatalog.DesignProgress,
        (JpoLaw.Design, true) => ApiCatalog.DesignProgressSimple,
        (JpoLaw.Trademark, false) => ApiCatalog.TrademarkProgress,
        (JpoLaw.Trademark, true) => ApiCatalog.TrademarkProgressSimple,
        (_, false) => ApiCatalog.PatentProgress,
        _ => ApiCatalog.PatentProgressSimple,
    };

    /// <summary>The registration API of a law.</summary>
    internal static ApiDescriptor Registration(JpoLaw law) => law switch
    {
        JpoLaw.Design => ApiCatalog.DesignRegistration,
        JpoLaw.Trademark => ApiCatalog.TrademarkRegistration,
        _ => ApiCatalog.PatentRegistration,
    };

    /// <summary>
    /// The API that finds the application of another number; null for an application, which needs none.
    /// </summary>
    internal static ApiDescriptor? Lookup(JpoNumber number) => (number.Kind, number.Law) switch
    {
        (JpoNumberKind.Application, _) => null,
        (JpoNumberKind.InternationalApplication or JpoNumberKind.InternationalPublication, _) =>
            ApiCatalog.PctNationalPhase,
        (_, JpoLaw.Design) => ApiCatalog.DesignNumber,
        (_, JpoLaw.Trademark) => ApiCatalog.TrademarkNumber,
        _ => ApiCatalog.PatentNumber,
    };

    /// <summary>The documents whose terms may run in a state; null where none does.</summary>
    internal static DocumentKind? Documents(CaseState state) => state switch
    {
        CaseState.RefusalNotified => DocumentKind.Refusal,
        CaseState.Refused or CaseState.Granted => DocumentKind.Mailed,
        _ => null,
    };
}
