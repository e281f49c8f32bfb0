using System.Management.Automation;
using JpoPatent.Abstractions;

namespace JpoPatent.Commands;

/// <summary>Gets registrations with right holders and annuities, by design application: API 2-10.</summary>
[Cmdlet(VerbsCommon.Get, "JpoDesignRegistration", HelpUri = HelpPages.Folder + "Get-JpoDesignRegistration.md")]
[OutputType(typeof(DesignRegistration))]
public sealed class GetJpoDesignRegistrationCommand : JpoApplicationCommand
{
    /// <inheritdoc />
    protected override void ProcessRecord() =>
        FetchEach(
            ApiCatalog.DesignRegistration,
            static (client, number, options, stop) => client.Designs.GetRegistrationAsync(number, options, stop));
}
