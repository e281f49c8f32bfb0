using System.Management.Automation;
using JpoPatent.Abstractions;

namespace JpoPatent.Commands;

/// <summary>Gets the fixed J-PlatPat addresses of design applications: API 2-11. Open one with Start-Process.</summary>
[Cmdlet(VerbsCommon.Get, "JpoDesignUrl", HelpUri = HelpPages.Folder + "Get-JpoDesignUrl.md")]
[OutputType(typeof(JpoUrl))]
public sealed class GetJpoDesignUrlCommand : JpoApplicationCommand
{
    /// <inheritdoc />
    protected override void ProcessRecord() =>
        FetchEach(
            ApiCatalog.DesignUrl,
            static (client, number, options, stop) => client.Designs.GetUrlAsync(number, options, stop));
}
