using System;
using System.Text.Json.Serialization;

namespace JpoPatent;

/// <summary>A document of a case's file (<c>documentList</c>), with the number under which it is filed.</summary>
public sealed class DocumentEntry
{
    /// <summary>
    /// Day of receipt, dispatch or drafting, whichever counts for this kind of document (<c>legalDate</c>).
    /// </summary>
    [JsonInclude]
    public DateTime? LegalDate { get; internal set; }

    /// <summary>Code of the kind of document, e.g. <c>A131</c> (<c>documentCode</c>).</summary>
    [JsonInclude]
    public string? DocumentCode { get; internal set; }

    /// <summary>Its name in Japanese, e.g. 拒絶理由通知書 (<c>documentDescription</c>).</summary>
    [JsonInclude]
    public string? DocumentDescription { get; internal set; }

    /// <summary>Whether the document's body can be had (<c>availabilityFlag</c> 1).</summary>
    [JsonInclude]
    [JsonPropertyName("availabilityFlag")]
    public bool IsAvailable { get; internal set; }

    /// <summary>Size of the body in bytes (<c>sizeOfDocument</c>).</summary>
    [JsonInclude]
    public long? SizeOfDocument { get; internal set; }

    /// <summary>Pages; the service mostly sends 0 (<c>numberOfPages</c>).</summary>
    [JsonInclude]
    public int? NumberOfPages { get; internal set; }

    /// <summary>Version of the document (<c>versionNumber</c>); null where there is no document number.</summary>
    [JsonInclude]
    public string? VersionNumber { get; internal set; }

    /// <summary>
    /// What part of the file it is: S bibliographic, L claims, M description, Z drawings, Y abstract, K office action
    /// and others (<c>documentSeparator</c>); null where the document has no body.
    /// </summary>
    [JsonInclude]
    public string? DocumentSeparator { get; internal set; }

    /// <summary>Whether it is a document of the International Bureau (<c>irirFlg</c> 1).</summary>
    [JsonInclude]
    [JsonPropertyName("irirFlg")]
    public bool IsInternationalBureauDocument { get; internal set; }

    /// <summary>
    /// The document's own number, eleven digits (<c>documentNumber</c>); null where the service sends a placeholder. Of
    /// documents that JPO mails, the last six digits are the dispatch number.
    /// </summary>
    [JsonInclude]
    public string? DocumentNumber
    {
        get;
        internal set => field = value is "BBBBBBBBBBB" or "99999999999" ? null : value;
    }

    /// <summary>
    /// What <see cref="Number"/> counts, JPO's table 03020: 01 application, 02 publication, 03 national publication,
    /// 06 registration, 07 appeal or trial and others (<c>numberType</c>).
    /// </summary>
    [JsonIgnore]
    public string? NumberType { get; internal set; }

    /// <summary>The number under which the document is filed (<c>number</c>).</summary>
    [JsonIgnore]
    public string? Number { get; internal set; }

    /// <summary>Date and name.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() =>
        FormattableString.Invariant($"{LegalDate:yyyy-MM-dd} {DocumentDescription ?? DocumentCode}");

    internal void CompleteIn(BibliographyGroup group)
    {
        NumberType = group.NumberType;
        Number = group.Number;
        if (DocumentNumber == null)
        {
            VersionNumber = null;
        }

        if (string.IsNullOrWhiteSpace(DocumentSeparator))
        {
            DocumentSeparator = null;
        }
    }
}
