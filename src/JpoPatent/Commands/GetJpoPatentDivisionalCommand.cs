using System.Management.Automation;
using JpoPatent.Abstractions;

namespace JpoPatent.Commands;

/// <summary>Gets parents and divisionals of patent applications: API 1-3.</summary>
[Cmdlet(VerbsCommon.Get, "JpoPatentDivisional", HelpUri = HelpPages.Folder + "Get-JpoPatentDivisional.md")]
[OutputType(typeof(PatentDivisional))]
public sealed class GetJpoPatentDivisionalCommand : JpoApplicationCommand
{
    /// <inheritdoc />
    protected override void ProcessRecord() =>
        FetchEach(
            ApiCatalog.PatentDivisional,
            static (client, number, options, stop) => client.Patents.GetDivisionalAsync(number, options, stop));
}
