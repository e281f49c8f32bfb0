using System;
using System.Collections.Generic;
using System.Text.Json.Serialization;
using JpoPatent.Answers;
using JpoPatent.Numbers;
using JpoPatent.Serialization;

namespace JpoPatent;

/// <summary>
/// What the registrations of patents, designs and trademarks have in common: API <c>registration_info</c>.
/// </summary>
public abstract class CaseRegistration : JpoAnswer
{
    private protected CaseRegistration()
    {
    }

    /// <summary>The law of the right.</summary>
    [JsonIgnore]
    public abstract JpoLaw Law { get; }

    /// <summary>The application number as people write it, e.g. <c>特願2020-123456</c>.</summary>
    [JsonIgnore]
    public virtual string? DisplayNumber => DisplayNumbers.OfApplication(ApplicationNumber, Law);

    /// <summary>
    /// What the right is called: the title of the invention, the article to the design, the mark in characters.
    /// </summary>
    [JsonIgnore]
    public abstract string? Title { get; }

    /// <summary>Application number, ten digits, year first (<c>applicationNumber</c>).</summary>
    [JsonInclude]
    public string? ApplicationNumber { get; internal set; }

    /// <summary>Filing date (<c>filingDate</c>).</summary>
    [JsonInclude]
    public DateTime? FilingDate { get; internal set; }

    /// <summary>Registration number (<c>registrationNumber</c>).</summary>
    [JsonInclude]
    public string? RegistrationNumber { get; internal set; }

    /// <summary>Day of registration (<c>registrationDate</c>).</summary>
    [JsonInclude]
    public DateTime? RegistrationDate { get; internal set; }

    /// <summary>Day of the examiner's decision (<c>decisionDate</c>).</summary>
    [JsonInclude]
    public DateTime? DecisionDate { get; internal set; }

    /// <summary>
    /// Day of the decision on an appeal or trial (<c>appealTrialDecisiondDate</c>, which the service spells so).
    /// </summary>
    [JsonInclude]
    [JsonPropertyName("appealTrialDecisiondDate")]
    public DateTime? AppealTrialDecisionDate { get; internal set; }

    /// <summary>The holders of the right (<c>rightPersonInformation</c>).</summary>
    [JsonInclude]
    [JsonPropertyName("rightPersonInformation")]
    [JsonConverter(typeof(JpoListConverter<RightPerson>))]
    public IReadOnlyList<RightPerson> RightPersons { get; internal set; } = JpoList<RightPerson>.None;

    /// <summary>Day on which the term of the right ends (<c>expireDate</c>).</summary>
    [JsonInclude]
    public DateTime? ExpireDate { get; internal set; }

    /// <summary>Day by which the next annuity is due (<c>nextPensionPaymentDate</c>).</summary>
    [JsonInclude]
    public DateTime? NextPensionPaymentDate { get; internal set; }

    /// <summary>The last year of the right for which an annuity was paid (<c>lastPaymentYearly</c>).</summary>
    [JsonInclude]
    public int? LastPaymentYearly { get; internal set; }

    /// <summary><c>00</c> in force (<c>erasureIdentifier</c>).</summary>
    [JsonInclude]
    public string? ErasureIdentifier { get; internal set; }

    /// <summary>Day on which the right ceased (<c>disappearanceDate</c>).</summary>
    [JsonInclude]
    public DateTime? DisappearanceDate { get; internal set; }

    /// <summary>Day on which JPO last changed these data (<c>updateDate</c>).</summary>
    [JsonInclude]
    public DateTime? UpdateDate { get; internal set; }

    /// <summary>The application number as people write it, which tells the law.</summary>
    /// <returns><see cref="DisplayNumber"/>.</returns>
    public override string ToString() => DisplayNumber ?? string.Empty;
}
