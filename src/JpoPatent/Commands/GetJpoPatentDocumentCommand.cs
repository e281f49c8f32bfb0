using System.Management.Automation;
using JpoPatent.Abstractions;

namespace JpoPatent.Commands;

/// <summary>
/// Gets the documents of patent applications, read and one object each: notices of reasons for refusal, what JPO
/// mailed, or what was filed. APIs 1-10, 1-9 and 1-8. Dates of response are a reading
/// aid, not legal advice.
/// </summary>
[Cmdlet(VerbsCommon.Get, "JpoPatentDocument", HelpUri = HelpPages.Folder + "Get-JpoPatentDocument.md")]
[OutputType(typeof(JpoDocument))]
public sealed class GetJpoPatentDocumentCommand : JpoDocumentCommand
{
    private protected override DomesticApis ApisOf(JpoClient client) => client.Patents;
}
