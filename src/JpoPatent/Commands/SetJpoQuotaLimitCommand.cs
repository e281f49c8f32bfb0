using System.Management.Automation;
using JpoPatent.Abstractions;
using JpoPatent.Completers;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Commands;

/// <summary>
/// Tells the guard the daily limit of an API, for an ID whose limits JPO has raised. Lasts,
/// for this ID on this machine.
/// </summary>
[Cmdlet(
    VerbsCommon.Set, "JpoQuotaLimit", SupportsShouldProcess = true, DefaultParameterSetName = LimitSet,
    HelpUri = HelpPages.Folder + "Set-JpoQuotaLimit.md")]
[OutputType(typeof(JpoQuota))]
public sealed class SetJpoQuotaLimitCommand : JpoConnectedCommand
{
    private const string LimitSet = "Limit";
    private const string DefaultSet = "Default";

    /// <summary>Ids of APIs such as patent/app_progress, with wildcards.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ApiNameCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Api { get; set; } = [];

    /// <summary>Accesses per day.</summary>
    [Parameter(ParameterSetName = LimitSet, Mandatory = true, Position = 1)]
    [ValidateRange(1, 1000000)]
    public int Limit { get; set; }

    /// <summary>Go back to the limit that every ID has.</summary>
    [Parameter(ParameterSetName = DefaultSet, Mandatory = true)]
    public SwitchParameter Default { get; set; }

    /// <summary>Give the quota out as it is then.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        foreach (ApiDescriptor api in this.FindApis(Api))
        {
            int limit = ParameterSetName == DefaultSet ? api.DailyLimit : Limit;
            if (!ShouldProcess(
                api.ToString(), Format(Messages.SetLimitAction, limit)))
            {
                continue;
            }

            JpoQuota quota = Connected.Client.SetQuotaLimit(api, ParameterSetName == DefaultSet ? null : Limit);
            if (PassThru)
            {
                WriteObject(quota);
            }
        }
    }
}
