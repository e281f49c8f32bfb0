using System.Collections.Generic;
using System.Text.Json.Serialization;
using JpoPatent.Answers;
using JpoPatent.Serialization;

namespace JpoPatent.Domestic;

/// <summary>The whole answer of <c>applicant_attorney</c>: one name can have several codes.</summary>
internal sealed class ApplicantsOfName : AnswerList<Applicant>
{
    [JsonInclude]
    [JsonPropertyName("applicantAttorney")]
    [JsonConverter(typeof(JpoListConverter<Applicant>))]
    internal override IReadOnlyList<Applicant> Items { get; set; } = JpoList<Applicant>.None;
}
