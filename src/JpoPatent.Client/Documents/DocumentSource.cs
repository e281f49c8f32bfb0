namespace JpoPatent.Documents;

/// <summary>What was asked for when a file of documents came.</summary>
/// <param name="Law">The law of the case.</param>
/// <param name="ApplicationNumber">Application number, ten digits, year first;
/// of another country in DOCDB form.</param>
/// <param name="Kind">Which documents; null for one of the OPD.</param>
/// <param name="DocumentId">Id of a document of the OPD.</param>
internal sealed record DocumentSource(
    JpoLaw Law, string ApplicationNumber, DocumentKind? Kind = null, string? DocumentId = null);
