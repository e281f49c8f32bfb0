using System.Management.Automation;
using JpoPatent.Abstractions;

namespace JpoPatent.Commands;

/// <summary>
/// Gets the documents of trademark applications, read and one object each: notices of reasons for refusal, what JPO
/// mailed, or what was filed. APIs 3-9, 3-8 and 3-7. Dates of response are a reading aid, not legal advice.
/// </summary>
[Cmdlet(VerbsCommon.Get, "JpoTrademarkDocument", HelpUri = HelpPages.Folder + "Get-JpoTrademarkDocument.md")]
[OutputType(typeof(JpoDocument))]
public sealed class GetJpoTrademarkDocumentCommand : JpoDocumentCommand
{
    private protected override DomesticApis ApisOf(JpoClient client) => client.Trademarks;
}
