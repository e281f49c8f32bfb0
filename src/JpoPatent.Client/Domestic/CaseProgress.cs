using System;
using System.Collections.Generic;
using System.Text.Json.Serialization;

namespace JpoPatent;

/// <summary>What the states of patent, design and trademark applications have in common: APIs <c>app_progress</c> and <c>app_progress_simple</c>. The simple answer has no priorities, parent and divisionals.</summary>
public abstract class CaseProgress : JpoAnswer, IJsonOnDeserialized
{
    private protected CaseProgress()
    {
    }

    /// <summary>The law of the application.</summary>
    [JsonIgnore]
    public abstract JpoLaw Law { get; }

    /// <summary>Application number, ten digits, year first (<c>applicationNumber</c>).</summary>
    [JsonInclude]
    public string? ApplicationNumber { get; internal set; }

    /// <summary>Filing date (<c>filingDate</c>).</summary>
    [JsonInclude]
    public DateTime? FilingDate { get; internal set; }

    /// <summary>Day of publication (<c>publicationDate</c>).</summary>
    [JsonInclude]
    public DateTime? PublicationDate { get; internal set; }

    /// <summary>Registration number (<c>registrationNumber</c>).</summary>
    [JsonInclude]
    public string? RegistrationNumber { get; internal set; }

    /// <summary>Day of registration (<c>registrationDate</c>).</summary>
    [JsonInclude]
    public DateTime? RegistrationDate { get; internal set; }

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

    /// <summary>The application that this one was divided or converted from; null where there is none (<c>parentApplicationInformation</c>).</summary>
    [JsonInclude]
    [JsonPropertyName("parentApplicationInformation")]
    [JsonConverter(typeof(JpoObjectConverter<ParentApplication>))]
    public ParentApplication? ParentApplication { get; internal set; }

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

    /// <summary>Where the case stands, as far as its dates and documents say so with certainty.</summary>
    [JsonIgnore]
    public CaseState State =>
        CaseFile.State(RegistrationNumber != null, ErasureIdentifier, DisappearanceDate ?? ExpireDate, PublicationDate != null, Documents, RetrievedAt);

    [JsonInclude]
    [JsonConverter(typeof(JpoListConverter<ApplicantAttorney>))]
    internal IReadOnlyList<ApplicantAttorney> ApplicantAttorney { get; set; } = [];

    /// <summary>The application number.</summary>
    /// <returns><see cref="ApplicationNumber"/>.</returns>
    public override string ToString() => ApplicationNumber ?? string.Empty;

    void IJsonOnDeserialized.OnDeserialized()
    {
        (Applicants, Attorneys) = CaseFile.SplitPersons(ApplicantAttorney);
        Documents = CaseFile.Flatten(BibliographyInformation);
        LatestDocument = CaseFile.Latest(Documents);
        if (ParentApplication != null)
        {
            ParentApplication.LawOfChild = Law;
        }

        Complete();
    }

    /// <summary>What a law adds to the derived properties.</summary>
    private protected virtual void Complete()
    {
    }
}
