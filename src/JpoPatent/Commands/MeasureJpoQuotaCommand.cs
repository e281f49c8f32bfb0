using System.Collections.Generic;
using System.Management.Automation;
using JpoPatent.Abstractions;
using JpoPatent.Apis;
using JpoPatent.Completers;
using JpoPatent.Errors;

namespace JpoPatent.Commands;

/// <summary>
/// Says what a run of a given size would take: how much of it today, how many days, until when. Spends no access.
/// </summary>
[Cmdlet(
    VerbsDiagnostic.Measure, "JpoQuota", DefaultParameterSetName = InputSet,
    HelpUri = HelpPages.Folder + "Measure-JpoQuota.md")]
[OutputType(typeof(JpoQuotaEstimate))]
public sealed class MeasureJpoQuotaCommand : JpoConnectedCommand
{
    private const string InputSet = "Input";
    private const string CountSet = "Count";

    private readonly HashSet<string> _calls = [];
    private int _unreadable;

    /// <summary>The API that the run would ask, such as patent/app_progress.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(ApiNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string Api { get; set; } = string.Empty;

    /// <summary>How many calls.</summary>
    [Parameter(ParameterSetName = CountSet, Mandatory = true, Position = 1)]
    [ValidateRange(0, int.MaxValue)]
    public int Count { get; set; }

    /// <summary>
    /// What would be piped into the run. Repetitions and what today's cache can answer cost nothing and are not
    /// counted, nor is what is no number.
    /// </summary>
    [Parameter(ParameterSetName = InputSet, Mandatory = true, ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyString]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (ParameterSetName == CountSet || Find() is not { } api)
        {
            return;
        }

        foreach (JpoNumberInput input in NumberTransformationAttribute.Read(InputObject))
        {
            if (!ApiParameters.TryMake(api, input, out string? parameters))
            {
                _unreadable++;
            }
            else if (!Connected.Client.IsCached(api, parameters!))
            {
                _calls.Add(parameters!);
            }
        }
    }

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        if (Find() is not { } api)
        {
            return;
        }

        if (_unreadable > 0)
        {
            WriteVerbose(string.Format(
                System.Globalization.CultureInfo.CurrentCulture, Messages.MeasureUnreadable, _unreadable));
        }

        WriteObject(Connected.Client.EstimateQuota(api, ParameterSetName == CountSet ? Count : _calls.Count));
    }

    private ApiDescriptor? Find()
    {
        ApiDescriptor? api = ApiCatalog.Find(Api);
        if (api == null)
        {
            ThrowTerminatingError(ErrorRecords.NoSuchApi(Api));
        }

        return api;
    }
}
