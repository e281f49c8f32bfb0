using System;
using System.Collections.Generic;
using System.Text.Json.Serialization;

namespace JpoPatent;

/// <summary>State of a patent application: APIs 1-1 <c>app_progress</c> and 1-2 <c>app_progress_simple</c>. The simple answer has no priorities, parent and divisionals.</summary>
public sealed class PatentProgress : JpoAnswer, IJsonOnDeserialized
{
    /// <summary>Application number, ten digits, year first (<c>applicationNumber</c>).</summary>
    [JsonInclude]
    public string? ApplicationNumber { get; internal set; }

    /// <summary>Title of the invention (<c>inventionTitle</c>).</summary>
    [JsonInclude]
    public string? InventionTitle { get; internal set; }

    /// <summary>Filing date (<c>filingDate</c>).</summary>
    [JsonInclude]
    public DateTime? FilingDate { get; internal set; }

    /// <summary>Publication number, ten digits, year first (<c>ADPublicationNumber</c>).</summary>
    [JsonInclude]
    [JsonPropertyName("ADPublicationNumber")]
    public string? PublicationNumber { get; internal set; }

    /// <summary>The same with the year of the era (<c>publicationNumber</c>): one digit for the era, two for its year, six for the serial number.</summary>
    [JsonInclude]
    [JsonPropertyName("publicationNumber")]
    public string? EraPublicationNumber { get; internal set; }

    /// <summary>Publication number of the translation of a PCT application (公表), ten digits, year first (<c>ADNationalPublicationNumber</c>).</summary>
    [JsonInclude]
    [JsonPropertyName("ADNationalPublicationNumber")]
    public string? NationalPublicationNumber { get; internal set; }

    /// <summary>The same with the year of the era (<c>nationalPublicationNumber</c>).</summary>
    [JsonInclude]
    [JsonPropertyName("nationalPublicationNumber")]
    public string? EraNationalPublicationNumber { get; internal set; }

    /// <summary>Day of publication (<c>publicationDate</c>).</summary>
    [JsonInclude]
    public DateTime? PublicationDate { get; internal set; }

    /// <summary>Registration number (<c>registrationNumber</c>).</summary>
    [JsonInclude]
    public string? RegistrationNumber { get; internal set; }

    /// <summary>Day of registration (<c>registrationDate</c>).</summary>
    [JsonInclude]
    public DateTime? RegistrationDate { get; internal set; }

    /// <summary>PCT application number, e.g. <c>JP2019011858</c> (<c>internationalApplicationNumber</c>).</summary>
    [JsonInclude]
    public string? InternationalApplicationNumber { get; internal set; }

    /// <summary>PCT publication number, e.g. <c>WO2020123456</c> (<c>internationalPublicationNumber</c>).</summary>
    [JsonInclude]
    public string? InternationalPublicationNumber { get; internal set; }

    /// <summary>Day of the PCT publication (<c>internationalPublicationDate</c>).</summary>
    [JsonInclude]
    public DateTime? InternationalPublicationDate { get; internal set; }

    /// <summary><c>00</c> in force; null before registration (<c>erasureIdentifier</c>).</summary>
    [JsonInclude]
    public string? ErasureIdentifier { get; internal set; }

    /// <summary>Day on which the term of the right ends (<c>expireDate</c>).</summary>
    [JsonInclude]
    public DateTime? ExpireDate { get; internal set; }

    /// <summary>Day on which the right ceased (<c>disappearanceDate</c>).</summary>
    [JsonInclude]
    public DateTime? DisappearanceDate { get; internal set; }

    /// <summary>Priorities claimed (<c>priorityRightInformation</c>).</summary>
    [JsonInclude]
    [JsonPropertyName("priorityRightInformation")]
    [JsonConverter(typeof(JpoListConverter<PriorityRight>))]
    public IReadOnlyList<PriorityRight> PriorityRights { get; internal set; } = [];

    /// <summary>The application that this one was divided from; null where it is no divisional (<c>parentApplicationInformation</c>).</summary>
    [JsonInclude]
    [JsonPropertyName("parentApplicationInformation")]
    [JsonConverter(typeof(JpoObjectConverter<ParentApplication>))]
    public ParentApplication? ParentApplication { get; internal set; }

    /// <summary>Applications divided from this one (<c>divisionalApplicationInformation</c>).</summary>
    [JsonInclude]
    [JsonPropertyName("divisionalApplicationInformation")]
    [JsonConverter(typeof(JpoListConverter<DivisionalApplication>))]
    public IReadOnlyList<DivisionalApplication> DivisionalApplications { get; internal set; } = [];

    /// <summary>The documents, grouped by the number under which they are filed (<c>bibliographyInformation</c>).</summary>
    [JsonInclude]
    [JsonConverter(typeof(JpoListConverter<BibliographyGroup>))]
    public IReadOnlyList<BibliographyGroup> BibliographyInformation { get; internal set; } = [];

    /// <summary>The applicants, in the order of the file (<c>applicantAttorney</c> of class 1).</summary>
    [JsonIgnore]
    public IReadOnlyList<ApplicantAttorney> Applicants { get; private set; } = [];

    /// <summary>The attorneys, in the order of the file (<c>applicantAttorney</c> of class 2).</summary>
    [JsonIgnore]
    public IReadOnlyList<ApplicantAttorney> Attorneys { get; private set; } = [];

    /// <summary>Every document of every group of <see cref="BibliographyInformation"/>.</summary>
    [JsonIgnore]
    public IReadOnlyList<DocumentEntry> Documents { get; private set; } = [];

    /// <summary>The document with the latest legal date; of several on that day the one that the service lists last. Null where there is none.</summary>
    [JsonIgnore]
    public DocumentEntry? LatestDocument { get; private set; }

    /// <summary>Where the case stands, as far as dates and documents say so with certainty.</summary>
    [JsonIgnore]
    public CaseState State =>
        CaseFile.State(RegistrationNumber != null, ErasureIdentifier, DisappearanceDate ?? ExpireDate, PublicationDate != null, Documents, RetrievedAt);

    [JsonInclude]
    [JsonConverter(typeof(JpoListConverter<ApplicantAttorney>))]
    internal IReadOnlyList<ApplicantAttorney> ApplicantAttorney { get; set; } = [];

    void IJsonOnDeserialized.OnDeserialized()
    {
        (Applicants, Attorneys) = CaseFile.SplitPersons(ApplicantAttorney);
        Documents = CaseFile.Flatten(BibliographyInformation);
        LatestDocument = CaseFile.Latest(Documents);
    }
}
