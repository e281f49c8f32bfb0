using System.Management.Automation;
using JpoPatent.Abstractions;

namespace JpoPatent.Commands;

/// <summary>
/// Gets the documents of design applications, read and one object each: notices of reasons for refusal, what JPO
/// mailed, or what was filed. APIs 2-9, 2-8 and 2-7. Dates of response are a reading aid, not legal advice.
/// </summary>
[Cmdlet(VerbsCommon.Get, "JpoDesignDocument", HelpUri = HelpPages.Folder + "Get-JpoDesignDocument.md")]
[OutputType(typeof(JpoDocument))]
public sealed class GetJpoDesignDocumentCommand : JpoDocumentCommand
{
    private protected override DomesticApis ApisOf(JpoClient client) => client.Designs;
}
