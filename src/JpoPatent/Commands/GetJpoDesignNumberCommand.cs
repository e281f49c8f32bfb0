using System.Management.Automation;
using JpoPatent.Abstractions;

namespace JpoPatent.Commands;

/// <summary>Gets the numbers that belong to one design case, from any of them: API 2-6.</summary>
[Cmdlet(
    VerbsCommon.Get, "JpoDesignNumber", DefaultParameterSetName = ApplicationSet,
    HelpUri = HelpPages.Folder + "Get-JpoDesignNumber.md")]
[OutputType(typeof(NumberReference))]
public sealed class GetJpoDesignNumberCommand : JpoNumberReferenceCommand
{
    private protected override ApiDescriptor Api => ApiCatalog.DesignNumber;
}
