using System;
using System.Collections.Generic;
using System.Text.Json.Serialization;
using System.Threading.Tasks;
using JpoPatent.Answers;
using JpoPatent.Domestic;
using JpoPatent.Numbers;
using JpoPatent.Serialization;

namespace JpoPatent;

/// <summary>
/// What the states of patent, design and trademark applications have in common: APIs <c>app_progress</c> and
/// <c>app_progress_simple</c>. The simple answer has no priorities, parent and divisionals.
/// </summary>
public abstract class CaseProgress : JpoAnswer, IJsonOnDeserialized
{
    private DocumentEntry? _mailed;
    private CaseStanding? _standing;

    private protected CaseProgress()
    {
    }

    /// <summary>The law of the application.</summary>
    [JsonIgnore]
    public abstract JpoLaw Law { get; }

    /// <summary>The application number as people write it, e.g. <c>特願2020-123456</c>.</summary>
    [JsonIgnore]
    public virtual string? DisplayNumber => DisplayNumbers.OfApplication(ApplicationNumber, Law);

    /// <summary>
    /// What the case is called: the title of the invention, the article to the design, the mark in characters.
    /// </summary>
    [JsonIgnore]
    public abstract string? Title { get; }

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
    public IReadOnlyList<PriorityRight> PriorityRights { get; internal set; } = JpoList<PriorityRight>.None;

    /// <summary>
    /// The application that this one was divided or converted from;
    /// null if absent (<c>parentApplicationInformation</c>).
    /// </summary>
    [JsonInclude]
    [JsonPropertyName("parentApplicationInformation")]
    [JsonConverter(typeof(JpoObjectConverter<ParentApplication>))]
    public ParentApplication? ParentApplication { get; internal set; }

    /// <summary>
    /// The documents, grouped by the number under which they are filed (<c>bibliographyInformation</c>).
    /// </summary>
    [JsonInclude]
    [JsonConverter(typeof(JpoListConverter<BibliographyGroup>))]
    public IReadOnlyList<BibliographyGroup> BibliographyInformation
    {
        get;
        internal set;
    } = JpoList<BibliographyGroup>.None;

    /// <summary>The applicants, in the order of the file (<c>applicantAttorney</c> of class 1).</summary>
    [JsonIgnore]
    public IReadOnlyList<ApplicantAttorney> Applicants { get; private set; } = JpoList<ApplicantAttorney>.None;

    /// <summary>The attorneys, in the order of the file (<c>applicantAttorney</c> of class 2).</summary>
    [JsonIgnore]
    public IReadOnlyList<ApplicantAttorney> Attorneys { get; private set; } = JpoList<ApplicantAttorney>.None;

    /// <summary>Every document of every group of <see cref="BibliographyInformation"/>.</summary>
    [JsonIgnore]
    public IReadOnlyList<DocumentEntry> Documents { get; private set; } = JpoList<DocumentEntry>.None;

    /// <summary>
    /// The document with the latest legal date; of several on that day the one that the service
    /// lists last. Null if absent.
    /// </summary>
    [JsonIgnore]
    public DocumentEntry? LatestDocument { get; private set; }

    /// <summary>The day of <see cref="LatestDocument"/>.</summary>
    [JsonIgnore]
    public DateTime? LatestDocumentDate => LatestDocument?.LegalDate;

    /// <summary>The name of <see cref="LatestDocument"/>.</summary>
    [JsonIgnore]
    public string? LatestDocumentName => LatestDocument?.DocumentDescription ?? LatestDocument?.DocumentCode;

    /// <summary>
    /// The name of what the office mailed last: a notice, a decision, a certificate. Receipts do not count. Null
    /// where there is nothing of the kind.
    /// </summary>
    [JsonIgnore]
    public string? LatestMailed => _mailed?.DocumentDescription ?? _mailed?.DocumentCode;

    /// <summary>The day of <see cref="LatestMailed"/>.</summary>
    [JsonIgnore]
    public DateTime? LatestMailedDate => _mailed?.LegalDate;

    /// <summary>
    /// Where the case stands, as far as its file and the register say so with certainty;
    /// else <see cref="CaseState.Unknown"/>.
    /// </summary>
    [JsonIgnore]
    public virtual CaseState State => Standing.State;

    /// <summary>The day from which <see cref="State"/> holds; null where that is not known.</summary>
    [JsonIgnore]
    public DateTime? StateSince => Standing.Since;

    /// <summary>
    /// What <see cref="State"/> rests on: the code of the document, or the name of the register's field,
    /// a blank, and the same in words.
    /// </summary>
    [JsonIgnore]
    public string? StateReason => Standing.Reason;

    /// <summary>
    /// Whether something is still to come from the office or before it: the application, an appeal or an opposition
    /// is pending. False where that is not known.
    /// </summary>
    [JsonIgnore]
    public bool IsPending => Standing.IsPending;

    /// <summary>Whether the application or the right has ended for good. False where that is not known.</summary>
    [JsonIgnore]
    public bool IsOver => Standing.IsOver;

    /// <summary>
    /// Whether an opinion or an amendment was filed after the latest notice of reasons for refusal.
    /// False where there is no such notice.
    /// </summary>
    [JsonIgnore]
    public bool IsAnswered => Standing.IsAnswered;

    /// <summary>
    /// What was not asked for, because the simple API leaves it out: names of properties, which are empty for that
    /// reason. Empty for an answer of the whole API.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyList<string> NotAsked { get; private set; } = JpoList<string>.None;

    private CaseStanding Standing => _standing ??= CaseStanding.Of(this);

    [JsonInclude]
    [JsonConverter(typeof(JpoListConverter<ApplicantAttorney>))]
    internal IReadOnlyList<ApplicantAttorney> ApplicantAttorney { get; set; } = JpoList<ApplicantAttorney>.None;

    /// <summary>The application number as people write it, which tells the law.</summary>
    /// <returns><see cref="DisplayNumber"/>.</returns>
    public override string ToString() => DisplayNumber ?? string.Empty;

    internal override void Stamp(DateTimeOffset retrievedAt, bool fromCache, bool isSandbox)
    {
        base.Stamp(retrievedAt, fromCache, isSandbox);
        _standing = null;
    }

    /// <summary>Takes the documents of an answer that did not come from the service's own text.</summary>
    internal void TakeDocuments(IReadOnlyList<DocumentEntry> documents)
    {
        Documents = JpoList<DocumentEntry>.Of(documents);
        LatestDocument = CaseFile.Latest(Documents);
        _mailed = CaseFile.LatestMailed(Documents);
    }

    void IJsonOnDeserialized.OnDeserialized()
    {
        (Applicants, Attorneys) = CaseFile.SplitPersons(ApplicantAttorney);
        TakeDocuments(CaseFile.Flatten(BibliographyInformation));
        Complete();
    }

    /// <summary>Marks an answer as one of the simple API.</summary>
    internal static async Task<T> AsSimpleAsync<T>(Task<T> asked)
        where T : CaseProgress => AsSimple(await asked.ConfigureAwait(false))!;

    /// <summary>The same for one that is at hand.</summary>
    internal static T? AsSimple<T>(T? progress)
        where T : CaseProgress
    {
        progress?.NotAsked = JpoList<string>.Of(progress.LeftOut);
        return progress;
    }

    /// <summary>What the simple API leaves out.</summary>
    private protected virtual string[] LeftOut => [nameof(PriorityRights), nameof(ParentApplication)];

    /// <summary>What a law adds to the derived properties.</summary>
    private protected virtual void Complete()
    {
    }
}
