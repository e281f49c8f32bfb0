using System;

namespace JpoPatent;

/// <summary>What a document's code says of it, for the few codes whose meaning is certain.</summary>
internal static class DocumentRoles
{
    /// <summary>
    /// Whether the office mailed it: the notices and decisions of the examination (A0, A1, A2), those of appeals and oppositions (C1, C2), and the certificate (R150). Reports
    /// within the office, receipts, and what applicants file have other codes.
    /// </summary>
    internal static bool IsMailed(string? code) =>
        code is { Length: >= 2 } && (code == "R150" || (code[0] is 'A' && code[1] is '0' or '1' or '2') || (code[0] is 'C' && code[1] is '1' or '2'))
        && !code.StartsWith("A16", StringComparison.Ordinal);
}
