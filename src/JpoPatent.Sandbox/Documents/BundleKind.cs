namespace JpoPatent.Sandbox.Documents;

/// <summary>The three kinds of bundles that there are for every law.</summary>
internal enum BundleKind
{
    /// <summary>Opinions and amendments that the applicant filed.</summary>
    Application,

    /// <summary>Everything that the examiner mailed.</summary>
    Mailed,

    /// <summary>Notices of reasons for refusal.</summary>
    Refusal,
}
