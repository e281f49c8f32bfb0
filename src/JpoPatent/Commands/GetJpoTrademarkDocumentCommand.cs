using System.Management.Automation;
using JpoPatent.Abstractions;

namespace JpoPatent.Commands;

/// <summary>
/// Gets the documents of trademark applications, read and one object each: notices of reasons for refusal, what JPO mailed, or what was filed. APIs 3-9, 3-8 and 3-7. Dates of response are a reading
/// aid, not legal advice.
/// </summary>
[Cmdlet(VerbsCommon.Get, "JpoTrademarkDocument", HelpUri = HelpPages.Folder + "Get-JpoTrademarkDocument.md")]
[OutputType(typeof(JpoDocument))]
public sealed class GetJpoTrademarkDocumentCommand : JpoApplicationCommand
{
    /// <summary>Which documents; each kind has a daily limit of its own.</summary>
    [Parameter]
    public DocumentKind Kind { get; set; } = DocumentKind.Refusal;

    private protected override JpoLaw CaseLaw => JpoLaw.Trademark;

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        DocumentKind kind = Kind;
        FetchEach(Connected.Client.Trademarks.Documents(kind), (client, number, options, stop) => client.Trademarks.ReadDocumentsAsync(number, kind, options, stop));
    }

    private protected override void OnAnswer(object? answer) => this.WarnOfProblems(answer);
}
