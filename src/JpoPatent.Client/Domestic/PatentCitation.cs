using System;
using System.Globalization;
using System.Text.Json.Serialization;
using JpoPatent.Numbers;

namespace JpoPatent;

/// <summary>A document cited in the examination of a patent application: API 1-11 <c>cite_doc_info</c>.</summary>
public sealed class PatentCitation : JpoAnswer
{
    /// <summary>The application number as people write it, e.g. <c>特願2020-123456</c>.</summary>
    [JsonIgnore]
    public string? DisplayNumber => DisplayNumbers.OfApplication(ApplicationNumber, Law);

    /// <summary><see cref="JpoLaw.Patent"/>.</summary>
    [JsonIgnore]
    public JpoLaw Law => JpoLaw.Patent;

    /// <summary>
    /// The application in whose examination the document was cited, ten digits (<c>applicationNumber</c>).
    /// </summary>
    [JsonIgnore]
    public string? ApplicationNumber { get; internal set; }

    /// <summary>Patent document (<c>patentDoc</c>) or other (<c>nonPatentDoc</c>).</summary>
    [JsonIgnore]
    public CitationKind Kind { get; internal set; }

    /// <summary>Day on which the examiner drafted the document that cites (<c>draftDate</c>).</summary>
    [JsonInclude]
    public DateTime? DraftDate { get; internal set; }

    /// <summary>
    /// Code of the occasion, JPO's table 07010, e.g. 19 notice of reasons for refusal,
    /// 31 decision to grant (<c>citationType</c>).
    /// </summary>
    [JsonInclude]
    public string? CitationType { get; internal set; }

    /// <summary>Place in the order of the citations (<c>citationOrder</c>).</summary>
    [JsonInclude]
    public int? CitationOrder { get; internal set; }

    /// <summary>
    /// Number of the patent document as the service writes it: kind, blank, number with the year of the era, e.g.
    /// <c>JPA 414233033</c> (<c>documentNumber</c>).
    /// </summary>
    [JsonInclude]
    public string? DocumentNumber { get; internal set; }

    /// <summary>
    /// The publication number that <see cref="DocumentNumber"/> stands for, ten digits, year first; null where it is
    /// no Japanese publication for certain.
    /// </summary>
    [JsonIgnore]
    public string? PublicationNumber =>
        Kind == CitationKind.Patent ? EraNumbers.ToPublication(DocumentNumber)?.Value : null;

    /// <summary>Code of the kind of the other document, JPO's table 07060 (<c>documentType</c>).</summary>
    [JsonInclude]
    public string? DocumentType { get; internal set; }

    /// <summary>Author or translator (<c>authorName</c>).</summary>
    [JsonInclude]
    public string? AuthorName { get; internal set; }

    /// <summary>Title of the paper (<c>paperTitle</c>).</summary>
    [JsonInclude]
    public string? PaperTitle { get; internal set; }

    /// <summary>Title of the periodical or book (<c>publicationName</c>).</summary>
    [JsonInclude]
    public string? PublicationName { get; internal set; }

    /// <summary>Code of the country of issue, JPO's table 07070 (<c>issueCountryCd</c>).</summary>
    [JsonInclude]
    [JsonPropertyName("issueCountryCd")]
    public string? IssueCountryCode { get; internal set; }

    /// <summary>Publisher (<c>publisher</c>).</summary>
    [JsonInclude]
    public string? Publisher { get; internal set; }

    /// <summary>
    /// Day of issue or acquisition (<c>issueDate</c>); null where <see cref="IssueDateText"/> is no whole day.
    /// </summary>
    [JsonIgnore]
    public DateTime? IssueDate =>
        DateTime.TryParseExact(
            IssueDateText, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day)
            ? day
            : null;

    /// <summary>
    /// The same as the service writes it: year, month and day in eight digits,
    /// with zeros for what is not known (<c>issueDate</c>).
    /// </summary>
    [JsonInclude]
    [JsonPropertyName("issueDate")]
    public string? IssueDateText { get; internal set; }

    /// <summary>Code of what <see cref="IssueDateText"/> means, JPO's table 07080 (<c>issueDateType</c>).</summary>
    [JsonInclude]
    public string? IssueDateType { get; internal set; }

    /// <summary>Edition, volume, number (<c>issueNumber</c>).</summary>
    [JsonInclude]
    public string? IssueNumber { get; internal set; }

    /// <summary>The pages cited (<c>citationPages</c>).</summary>
    [JsonInclude]
    public string? CitationPages { get; internal set; }

    /// <summary>Number, or author and title.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => DocumentNumber ?? $"{AuthorName} {PaperTitle ?? PublicationName}".Trim();
}
