using System.Management.Automation;
using JpoPatent.Abstractions;

namespace JpoPatent.Commands;

/// <summary>Gets registrations with right holders and annuities, by trademark application: API 3-10.</summary>
[Cmdlet(VerbsCommon.Get, "JpoTrademarkRegistration", HelpUri = HelpPages.Folder + "Get-JpoTrademarkRegistration.md")]
[OutputType(typeof(TrademarkRegistration))]
public sealed class GetJpoTrademarkRegistrationCommand : JpoApplicationCommand
{
    /// <inheritdoc />
    protected override void ProcessRecord() =>
        FetchEach(
            ApiCatalog.TrademarkRegistration,
            static (client, number, options, stop) => client.Trademarks.GetRegistrationAsync(number, options, stop));
}
