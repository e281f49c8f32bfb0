using System.Management.Automation;
using JpoPatent.Abstractions;

namespace JpoPatent.Commands;

/// <summary>Gets the state of trademark applications: APIs 3-1 and, with -Simple, 3-2.</summary>
[Cmdlet(VerbsCommon.Get, "JpoTrademarkProgress", HelpUri = HelpPages.Folder + "Get-JpoTrademarkProgress.md")]
[OutputType(typeof(TrademarkProgress))]
public sealed class GetJpoTrademarkProgressCommand : JpoApplicationCommand
{
    /// <summary>Ask the simple API, which has a daily limit of its own and gives no priorities and no parent.</summary>
    [Parameter]
    public SwitchParameter Simple { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (Simple)
        {
            FetchEach(
                ApiCatalog.TrademarkProgressSimple,
                static (client, number, options, stop) => client.Trademarks.GetProgressSimpleAsync(
                    number, options, stop));
        }
        else
        {
            FetchEach(
                ApiCatalog.TrademarkProgress,
                static (client, number, options, stop) => client.Trademarks.GetProgressAsync(number, options, stop));
        }
    }
}
