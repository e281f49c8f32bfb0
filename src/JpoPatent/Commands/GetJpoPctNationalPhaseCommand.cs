using System.Management.Automation;
using JpoPatent.Abstractions;

namespace JpoPatent.Commands;

/// <summary>Gets the Japanese application that an international one became: API 1-14.</summary>
[Cmdlet(
    VerbsCommon.Get, "JpoPctNationalPhase", DefaultParameterSetName = ApplicationSet,
    HelpUri = HelpPages.Folder + "Get-JpoPctNationalPhase.md")]
[OutputType(typeof(PctNationalPhase))]
public sealed class GetJpoPctNationalPhaseCommand : JpoNumberCommand
{
    private const string ApplicationSet = "InternationalApplication";
    private const string PublicationSet = "InternationalPublication";

    /// <summary>PCT application numbers, such as PCT/JP2019/011858.</summary>
    [Parameter(
        ParameterSetName = ApplicationSet, Mandatory = true, Position = 0, ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true)]
    [Alias("国際出願番号")]
    [NumberTransformation]
    [AllowNull]
    [AllowEmptyCollection]
    public JpoNumberInput[] InternationalApplicationNumber { get; set; } = [];

    /// <summary>PCT publication numbers, such as WO2020/123456.</summary>
    [Parameter(ParameterSetName = PublicationSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("国際公開番号")]
    [NumberTransformation]
    [AllowNull]
    [AllowEmptyCollection]
    public JpoNumberInput[] InternationalPublicationNumber { get; set; } = [];

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        bool isPublication = ParameterSetName == PublicationSet;
        FetchEach(
            ApiCatalog.PctNationalPhase,
            isPublication ? InternationalPublicationNumber : InternationalApplicationNumber,
            isPublication ? JpoNumberKind.InternationalPublication : null,
            static (client, number, options, stop) => client.Patents.GetPctNationalPhaseAsync(number, options, stop));
    }
}
