using System.Management.Automation;
using JpoPatent.Abstractions;

namespace JpoPatent.Commands;

/// <summary>
/// Gets the documents of patent applications, read and one object each: notices of reasons for refusal, what JPO mailed, or what was filed. APIs 1-10, 1-9 and 1-8. Dates of response are a reading
/// aid, not legal advice.
/// </summary>
[Cmdlet(VerbsCommon.Get, "JpoPatentDocument", HelpUri = HelpPages.Folder + "Get-JpoPatentDocument.md")]
[OutputType(typeof(JpoDocument))]
public sealed class GetJpoPatentDocumentCommand : JpoApplicationCommand
{
    /// <summary>Which documents; each kind has a daily limit of its own.</summary>
    [Parameter]
    public DocumentKind Kind { get; set; } = DocumentKind.Refusal;

    private protected override JpoLaw CaseLaw => JpoLaw.Patent;

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        DocumentKind kind = Kind;
        FetchEach(Connected.Client.Patents.Documents(kind), (client, number, options, stop) => client.Patents.ReadDocumentsAsync(number, kind, options, stop));
    }

    private protected override void OnAnswer(object? answer) => this.WarnOfProblems(answer);
}
