using System.Collections.Generic;

namespace JpoPatent.Sandbox;

/// <summary>Bundles of documents. They carry no counter; only their empty answers do.</summary>
internal sealed class DocumentAnswers(BundleStore store)
{
    public SandboxResponse Bundle(Question question, CaseRecord found, BundleKind kind)
    {
        IReadOnlyList<CaseDocument> documents = Sandbox.Bundle.Documents(found, kind);
        if (documents.Count == 0)
        {
            return Envelope.Empty(Envelope.NoDocument, question.Remaining);
        }

        string name = Sandbox.Bundle.Prefix(kind) + "_" + found.Number + ".zip";
        byte[] zip = Sandbox.Bundle.Zip(found, documents);
        return store.IsTooLarge(zip)
            ? Envelope.Success(question.Remaining, json => json.Text("URL", store.AddressOf(name, zip)))
            : File("application/zip", name, zip);
    }

    /// <summary>A file, named as the service names it: without a blank and without quotes.</summary>
    public static SandboxResponse File(string contentType, string name, byte[] content) =>
        new(200, contentType, content, "attachment;filename=" + name);
}
