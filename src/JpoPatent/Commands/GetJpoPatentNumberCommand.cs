using System.Management.Automation;
using JpoPatent.Abstractions;

namespace JpoPatent.Commands;

/// <summary>Gets the numbers that belong to one patent case, from any of them: API 1-7.</summary>
[Cmdlet(
    VerbsCommon.Get, "JpoPatentNumber", DefaultParameterSetName = ApplicationSet,
    HelpUri = HelpPages.Folder + "Get-JpoPatentNumber.md")]
[OutputType(typeof(NumberReference))]
public sealed class GetJpoPatentNumberCommand : JpoNumberReferenceCommand
{
    private const string PublicationSet = "Publication";

    /// <summary>Publication numbers as people write them.</summary>
    [Parameter(ParameterSetName = PublicationSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("公開番号")]
    [NumberTransformation]
    [AllowNull]
    [AllowEmptyCollection]
    public JpoNumberInput[] PublicationNumber { get; set; } = [];

    private protected override ApiDescriptor Api => ApiCatalog.PatentNumber;

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (ParameterSetName == PublicationSet)
        {
            FetchEach(PublicationNumber, JpoNumberKind.Publication);
        }
        else
        {
            base.ProcessRecord();
        }
    }
}
