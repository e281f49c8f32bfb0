using System.Management.Automation;
using JpoPatent.Abstractions;

namespace JpoPatent.Commands;

/// <summary>Gets registrations with right holders and annuities, by patent application: API 1-12.</summary>
[Cmdlet(VerbsCommon.Get, "JpoPatentRegistration", HelpUri = HelpPages.Folder + "Get-JpoPatentRegistration.md")]
[OutputType(typeof(PatentRegistration))]
public sealed class GetJpoPatentRegistrationCommand : JpoApplicationCommand
{
    /// <inheritdoc />
    protected override void ProcessRecord() =>
        FetchEach(
            ApiCatalog.PatentRegistration,
            static (client, number, options, stop) => client.Patents.GetRegistrationAsync(number, options, stop));
}
