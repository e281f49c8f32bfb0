using System.Text.Json.Serialization;

namespace JpoPatent;

/// <summary>The models of the domestic APIs, read without reflection. A model and the types of its lists each have a line here.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(JpoTextConverter), typeof(JpoDayConverter), typeof(JpoCountConverter), typeof(JpoNumberOfConverter), typeof(JpoFlagConverter)])]
[JsonSerializable(typeof(PatentProgress))]
[JsonSerializable(typeof(ApplicantAttorney))]
[JsonSerializable(typeof(PriorityRight))]
[JsonSerializable(typeof(ParentApplication))]
[JsonSerializable(typeof(DivisionalApplication))]
[JsonSerializable(typeof(BibliographyGroup))]
[JsonSerializable(typeof(DocumentEntry))]
internal sealed partial class JpoJsonContext : JsonSerializerContext;
