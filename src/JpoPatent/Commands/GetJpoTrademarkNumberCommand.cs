using System.Management.Automation;
using JpoPatent.Abstractions;

namespace JpoPatent.Commands;

/// <summary>Gets the numbers that belong to one trademark case, from any of them: API 3-6.</summary>
[Cmdlet(
    VerbsCommon.Get, "JpoTrademarkNumber", DefaultParameterSetName = ApplicationSet,
    HelpUri = HelpPages.Folder + "Get-JpoTrademarkNumber.md")]
[OutputType(typeof(NumberReference))]
public sealed class GetJpoTrademarkNumberCommand : JpoNumberReferenceCommand
{
    private protected override ApiDescriptor Api => ApiCatalog.TrademarkNumber;
}
