using System.Collections.Generic;
using System.Text.Json.Serialization;
using JpoPatent.Answers;
using JpoPatent.Serialization;

namespace JpoPatent.Domestic;

/// <summary>The whole answer of API 1-11 <c>cite_doc_info</c>: the patent documents, then the others.</summary>
internal sealed class PatentCitations : AnswerList<PatentCitation>, IJsonOnDeserialized
{
    [JsonInclude]
    public string? ApplicationNumber { get; internal set; }

    [JsonInclude]
    [JsonConverter(typeof(JpoListConverter<PatentCitation>))]
    public IReadOnlyList<PatentCitation> PatentDoc { get; internal set; } = JpoList<PatentCitation>.None;

    [JsonInclude]
    [JsonConverter(typeof(JpoListConverter<PatentCitation>))]
    public IReadOnlyList<PatentCitation> NonPatentDoc { get; internal set; } = JpoList<PatentCitation>.None;

    void IJsonOnDeserialized.OnDeserialized()
    {
        var all = new List<PatentCitation>(PatentDoc.Count + NonPatentDoc.Count);
        Add(all, PatentDoc, CitationKind.Patent);
        Add(all, NonPatentDoc, CitationKind.NonPatent);
        Items = all;
    }

    private void Add(List<PatentCitation> all, IReadOnlyList<PatentCitation> documents, CitationKind kind)
    {
        foreach (PatentCitation document in documents)
        {
            document.Kind = kind;
            document.ApplicationNumber = ApplicationNumber;
            all.Add(document);
        }
    }
}
