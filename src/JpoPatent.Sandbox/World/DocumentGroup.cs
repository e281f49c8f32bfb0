using System.Collections.Generic;

namespace JpoPatent.Sandbox.World;

/// <summary>The documents that stand under one number of a case.</summary>
internal sealed class DocumentGroup(string numberType, string number, IReadOnlyList<CaseDocument> documents)
{
    public const string Application = "01";
    public const string Publication = "02";
    public const string NationalPublication = "03";
    public const string Republication = "04";
    public const string Registration = "06";
    public const string Appeal = "07";

    /// <summary>Code of table 03020.</summary>
    public string NumberType { get; } = numberType;

    public string Number { get; } = number;

    public IReadOnlyList<CaseDocument> Documents { get; } = documents;
}
