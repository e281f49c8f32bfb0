using System.Management.Automation;
using JpoPatent.Abstractions;

namespace JpoPatent.Commands;

/// <summary>Gets the numbers that belong to one trademark case, from any of them: API 3-6.</summary>
[Cmdlet(VerbsCommon.Get, "JpoTrademarkNumber", DefaultParameterSetName = ApplicationSet)]
[OutputType(typeof(NumberReference))]
public sealed class GetJpoTrademarkNumberCommand : JpoFetchCommand
{
    private const string ApplicationSet = "Application";
    private const string RegistrationSet = "Registration";
    private const string NumberSet = "Number";

    /// <summary>Numbers that say themselves what they are, such as 商標登録第6210000号.</summary>
    [Parameter(ParameterSetName = NumberSet, Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowEmptyString]
    [AllowNull]
    [AllowEmptyCollection]
    public string[] Number { get; set; } = [];

    /// <summary>Application numbers as people write them.</summary>
    [Parameter(ParameterSetName = ApplicationSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AppNo", "出願番号")]
    [AllowEmptyString]
    [AllowNull]
    [AllowEmptyCollection]
    public string[] ApplicationNumber { get; set; } = [];

    /// <summary>Registration numbers as people write them.</summary>
    [Parameter(ParameterSetName = RegistrationSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("登録番号")]
    [AllowEmptyString]
    [AllowNull]
    [AllowEmptyCollection]
    public string[] RegistrationNumber { get; set; } = [];

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        switch (ParameterSetName)
        {
            case ApplicationSet:
                FetchEach(ApplicationNumber, JpoNumberKind.Application);
                break;
            case RegistrationSet:
                FetchEach(RegistrationNumber, JpoNumberKind.Registration);
                break;
            default:
                FetchEach(Number, null);
                break;
        }
    }

    private void FetchEach(string[] numbers, JpoNumberKind? kind) =>
        FetchEach(ApiCatalog.TrademarkNumber, numbers, kind, JpoLaw.Trademark, static (client, number, options, stop) => client.Trademarks.GetNumberAsync(number, options, stop));
}
