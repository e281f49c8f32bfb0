using System.Management.Automation;
using JpoPatent.Errors;

namespace JpoPatent.Commands;

/// <summary>Reads numbers as people write them. Asks nobody; guesses nothing.</summary>
[Cmdlet(VerbsData.ConvertTo, "JpoNumber", HelpUri = HelpPages.Folder + "ConvertTo-JpoNumber.md")]
[OutputType(typeof(JpoNumber))]
public sealed class ConvertToJpoNumberCommand : PSCmdlet
{
    /// <summary>The numbers as written.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowEmptyString]
    [AllowNull]
    [AllowEmptyCollection]
    public string[] InputObject { get; set; } = [];

    /// <summary>What the numbers count, where they do not say so themselves.</summary>
    [Parameter]
    public JpoNumberKind? Kind { get; set; }

    /// <summary>The law of the cases, where the numbers do not say so themselves.</summary>
    [Parameter]
    public JpoLaw? Law { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        foreach (string? written in InputObject ?? [null!])
        {
            if (JpoNumber.TryParse(written, Kind, Law, out JpoNumber? number, out JpoInvalidNumberException? error))
            {
                WriteObject(number);
            }
            else
            {
                WriteError(ErrorRecords.From(error!, written));
            }
        }
    }
}
