using System.Collections.Generic;
using JpoPatent.Sandbox.Documents;
using JpoPatent.Sandbox.World;

namespace JpoPatent.Sandbox.Answers;

/// <summary>Bundles of documents. They carry no counter; only their empty answers do.</summary>
internal sealed class DocumentAnswers(BundleStore store)
{
    public SandboxResponse Bundle(Question question, CaseRecord found, BundleKind kind)
    {
        IReadOnlyList<CaseDocument> documents = Documents.Bundle.Documents(found, kind);
        if (documents.Count == 0)
        {
            return Envelope.Empty(Envelope.NoDocument, question.Remaining);
        }

        return Send(question, found.Number, kind, Documents.Bundle.Zip(found, documents));
    }

    /// <summary>The bundle of a number that is there for trials; null for all others.</summary>
    public SandboxResponse? Trial(Question question, BundleKind kind) =>
        TrialBundle.Is(question.Parameters[0]) && TrialBundle.Zip(question, kind) is { } zip
            ? Send(question, question.Parameters[0], kind, zip)
            : null;

    private SandboxResponse Send(Question question, string number, BundleKind kind, byte[] zip)
    {
        string name = Documents.Bundle.Prefix(kind) + "_" + number + ".zip";
        return store.IsTooLarge(zip)
            ? Envelope.Success(question.Remaining, json => json.Text("URL", store.AddressOf(name, zip)))
            : File("application/zip", name, zip);
    }

    /// <summary>A file, named as the service names it: without a blank and without quotes.</summary>
    public static SandboxResponse File(string contentType, string name, byte[] content) =>
        new(200, contentType, content, "attachment;filename=" + name);
}
