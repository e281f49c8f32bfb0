using System.Management.Automation;
using JpoPatent.Abstractions;
using JpoPatent.Completers;
using JpoPatent.Errors;
using JpoPatent.Numbers;

namespace JpoPatent.Commands;

/// <summary>Reads numbers as people write them. Makes no call; guesses nothing.</summary>
[Cmdlet(VerbsData.ConvertTo, "JpoNumber", HelpUri = HelpPages.Folder + "ConvertTo-JpoNumber.md")]
[OutputType(typeof(JpoNumber))]
public sealed class ConvertToJpoNumberCommand : PSCmdlet
{
    private bool _hasToldMissingColumn;

    /// <summary>The numbers as written, or rows and objects that hold one.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [NumberTransformation]
    [AllowNull]
    [AllowEmptyCollection]
    public JpoNumberInput[] InputObject { get; set; } = [];

    /// <summary>What the numbers count, where they do not say so themselves.</summary>
    [Parameter]
    public JpoNumberKind? Kind { get; set; }

    /// <summary>
    /// The law of the cases, where the numbers do not say so themselves: Patent, Design, Trademark, 特許, 意匠, 商標.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("法域", "四法")]
    [ArgumentCompleter(typeof(LawCompleter))]
    [LawTransformation]
    public string? Law { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        NumberColumn[] columns = Kind is { } kind
            ? [NumberColumns.Of(kind), NumberColumn.AnyNumber]
            : [.. NumberColumns.WithNumbers];
        foreach (JpoNumberInput input in InputObject ?? [JpoNumberInput.Nothing])
        {
            if (input.Row is { IsBlank: true })
            {
                continue;
            }

            if (input.In(columns) is not { } numbers)
            {
                TellMissingColumn(columns, input);
                continue;
            }

            foreach (JpoNumberInput number in numbers)
            {
                Convert(number);
            }
        }
    }

    private void Convert(JpoNumberInput input)
    {
        if (NumberReader.TryRead(
            input.Text,
            input.Told with { Law = input.Told.Law ?? Law },
            Kind,
            null,
            out JpoNumber? number,
            out JpoException? error))
        {
            if (NumberErrors.Doubt(input.Text, number) is { } doubt)
            {
                WriteWarning(doubt);
            }

            WriteObject(number);
        }
        else
        {
            WriteError(ErrorRecords.From(error, input.Text));
        }
    }

    private void TellMissingColumn(NumberColumn[] columns, JpoNumberInput input)
    {
        if (!_hasToldMissingColumn)
        {
            _hasToldMissingColumn = true;
            WriteError(ErrorRecords.ColumnMissing(columns, input.Row!.Headings));
        }
    }
}
