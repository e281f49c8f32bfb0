using System.Management.Automation;
using JpoPatent.Abstractions;

namespace JpoPatent.Commands;

/// <summary>
/// Gets the fixed J-PlatPat addresses of trademark applications: API 3-11. Open one with Start-Process.
/// </summary>
[Cmdlet(VerbsCommon.Get, "JpoTrademarkUrl", HelpUri = HelpPages.Folder + "Get-JpoTrademarkUrl.md")]
[OutputType(typeof(JpoUrl))]
public sealed class GetJpoTrademarkUrlCommand : JpoApplicationCommand
{
    /// <inheritdoc />
    protected override void ProcessRecord() =>
        FetchEach(
            ApiCatalog.TrademarkUrl,
            static (client, number, options, stop) => client.Trademarks.GetUrlAsync(number, options, stop));
}
