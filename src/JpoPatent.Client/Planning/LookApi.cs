namespace JpoPatent.Planning;

/// <summary>What a look asks for.</summary>
internal enum LookApi : byte
{
    /// <summary>The documents: <c>app_progress_simple</c>, or <c>app_progress</c>.</summary>
    Progress,

    /// <summary>The register: <c>registration_info</c>.</summary>
    Registration,
}
