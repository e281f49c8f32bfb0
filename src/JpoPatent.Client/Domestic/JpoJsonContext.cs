using System.Text.Json.Serialization;
using JpoPatent.Serialization;

namespace JpoPatent.Domestic;

/// <summary>
/// The models of the domestic APIs, read without reflection. A model and the types of its lists each have a line here.
/// </summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [
        typeof(JpoTextConverter), typeof(JpoDayConverter), typeof(JpoCountConverter), typeof(JpoNumberOfConverter),
        typeof(JpoFlagConverter),
    ])]
[JsonSerializable(typeof(PatentProgress))]
[JsonSerializable(typeof(DesignProgress))]
[JsonSerializable(typeof(TrademarkProgress))]
[JsonSerializable(typeof(PatentDivisional))]
[JsonSerializable(typeof(PatentPriority))]
[JsonSerializable(typeof(DesignPriority))]
[JsonSerializable(typeof(TrademarkPriority))]
[JsonSerializable(typeof(PatentRegistration))]
[JsonSerializable(typeof(DesignRegistration))]
[JsonSerializable(typeof(TrademarkRegistration))]
[JsonSerializable(typeof(NumberReference))]
[JsonSerializable(typeof(JpoUrl))]
[JsonSerializable(typeof(PatentCitations))]
[JsonSerializable(typeof(PatentCitation))]
[JsonSerializable(typeof(PctNationalPhase))]
[JsonSerializable(typeof(Applicant))]
[JsonSerializable(typeof(ApplicantsOfName))]
[JsonSerializable(typeof(ApplicantAttorney))]
[JsonSerializable(typeof(RightPerson))]
[JsonSerializable(typeof(PriorityRight))]
[JsonSerializable(typeof(ParentApplication))]
[JsonSerializable(typeof(DivisionalApplication))]
[JsonSerializable(typeof(GoodsService))]
[JsonSerializable(typeof(BibliographyGroup))]
[JsonSerializable(typeof(DocumentEntry))]
internal sealed partial class JpoJsonContext : JsonSerializerContext;
