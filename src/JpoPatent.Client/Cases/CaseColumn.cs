namespace JpoPatent.Cases;

/// <summary>One of the module's columns by its name.</summary>
/// <param name="Field">What it holds.</param>
/// <param name="IsPrefixed">Whether the name has the prefix that keeps it apart from a user's column.</param>
/// <param name="IsJapanese">Whether the name is the Japanese heading.</param>
internal readonly record struct CaseColumn(CaseField Field, bool IsPrefixed, bool IsJapanese);
