using System.Management.Automation;
using JpoPatent.Abstractions;

namespace JpoPatent.Commands;

/// <summary>Gets the fixed J-PlatPat addresses of patent applications: API 1-13. Open one with Start-Process.</summary>
[Cmdlet(VerbsCommon.Get, "JpoPatentUrl", HelpUri = HelpPages.Folder + "Get-JpoPatentUrl.md")]
[OutputType(typeof(JpoUrl))]
public sealed class GetJpoPatentUrlCommand : JpoApplicationCommand
{
    /// <inheritdoc />
    protected override void ProcessRecord() =>
        FetchEach(
            ApiCatalog.PatentUrl,
            static (client, number, options, stop) => client.Patents.GetUrlAsync(number, options, stop));
}
