using System.Management.Automation;
using JpoPatent.Abstractions;

namespace JpoPatent.Commands;

/// <summary>
/// Gets the name of an applicant by code, or the codes by exact name:
/// APIs 1-5 and 1-6 and their kin for designs and trademarks.
/// </summary>
[Cmdlet(
    VerbsCommon.Get, "JpoApplicant", DefaultParameterSetName = CodeSet,
    HelpUri = HelpPages.Folder + "Get-JpoApplicant.md")]
[OutputType(typeof(Applicant))]
public sealed class GetJpoApplicantCommand : JpoFetchCommand
{
    private const string CodeSet = "Code";
    private const string NameSet = "Name";

    /// <summary>JPO's nine-digit codes of applicants.</summary>
    [Parameter(
        ParameterSetName = CodeSet, Mandatory = true, Position = 0, ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true)]
    [Alias("申請人コード", "識別番号")]
    [AllowEmptyString]
    [AllowNull]
    [AllowEmptyCollection]
    public string[] Code { get; set; } = [];

    /// <summary>Names exactly as JPO keeps them: full-width and half-width, blanks and case count.</summary>
    [Parameter(ParameterSetName = NameSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    [AllowEmptyCollection]
    public string[] Name { get; set; } = [];

    /// <summary>Whose lists are asked; each has limits of its own.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("法域", "四法")]
    [LawTransformation]
    public JpoLaw Law { get; set; } = JpoLaw.Patent;

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        DomesticApis door = Connected.Client.Of(Law);
        if (ParameterSetName == CodeSet)
        {
            foreach (string? code in Code ?? [null!])
            {
                Fetch(door.ApplicantByCode, code, (_, options, stop) => door.GetApplicantAsync(code, options, stop));
            }

            return;
        }

        foreach (string? name in Name ?? [null!])
        {
            Fetch(door.ApplicantByName, name, (_, options, stop) => door.FindApplicantsAsync(name, options, stop));
        }
    }
}
