using System.Management.Automation;
using JpoPatent.Abstractions;
using JpoPatent.Completers;

namespace JpoPatent.Commands;

/// <summary>Shows what is left today of each API's limit, as far as the guard knows. Spends no access.</summary>
[Cmdlet(VerbsCommon.Get, "JpoQuota", HelpUri = HelpPages.Folder + "Get-JpoQuota.md")]
[OutputType(typeof(JpoQuota))]
public sealed class GetJpoQuotaCommand : JpoConnectedCommand
{
    /// <summary>Ids of APIs such as patent/app_progress, with wildcards; without it all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ApiNameCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Api { get; set; } = ["*"];

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        foreach (ApiDescriptor api in this.FindApis(Api))
        {
            WriteObject(Connected.Client.GetQuota(api));
        }
    }
}
