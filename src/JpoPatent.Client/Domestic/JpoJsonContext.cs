using System.Text.Json.Serialization;
using JpoPatent.Serialization;

namespace JpoPatent.Domestic;

/// <summary>
/// The models of the domestic APIs, read without reflection. Each whole answer has a line here; what is in it follows.
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
[JsonSerializable(typeof(PctNationalPhase))]
[JsonSerializable(typeof(Applicant))]
[JsonSerializable(typeof(ApplicantsOfName))]
internal sealed partial class JpoJsonContext : JsonSerializerContext;
