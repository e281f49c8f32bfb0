using System.Collections.Generic;
using System.Management.Automation;
using JpoPatent.Errors;

namespace JpoPatent.Abstractions;

/// <summary>A cmdlet that gets the numbers that belong to one case, from any of them. The derived cmdlet says of which law, and names the default set.</summary>
public abstract class JpoNumberReferenceCommand : JpoNumberCommand
{
    /// <summary>The set in which nothing is piped: objects bind to <see cref="Number"/>, whose reader looks for the application number first.</summary>
    private protected const string ApplicationSet = "Application";

    private const string RegistrationSet = "Registration";
    private const string NumberSet = "Number";

    private static readonly NumberColumn[] PatentColumns = [NumberColumn.Application, NumberColumn.Publication, NumberColumn.Registration, NumberColumn.AnyNumber];
    private static readonly NumberColumn[] Columns = [NumberColumn.Application, NumberColumn.Registration, NumberColumn.AnyNumber];

    /// <summary>Numbers that say themselves what they are, such as 特開2021-090037 or 意匠登録第1680736号; rows and objects by their columns. A citation stands for what it cites.</summary>
    [Parameter(ParameterSetName = NumberSet, Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [NumberTransformation]
    [AllowNull]
    [AllowEmptyCollection]
    public JpoNumberInput[] Number { get; set; } = [];

    /// <summary>Application numbers as people write them.</summary>
    [Parameter(ParameterSetName = ApplicationSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AppNo", "出願番号")]
    [NumberTransformation]
    [AllowNull]
    [AllowEmptyCollection]
    public JpoNumberInput[] ApplicationNumber { get; set; } = [];

    /// <summary>Registration numbers as people write them.</summary>
    [Parameter(ParameterSetName = RegistrationSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("登録番号")]
    [NumberTransformation]
    [AllowNull]
    [AllowEmptyCollection]
    public JpoNumberInput[] RegistrationNumber { get; set; } = [];

    /// <summary>The row of the API that knows them.</summary>
    private protected abstract ApiDescriptor Api { get; }

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
                foreach (JpoNumberInput number in NumbersIn(Number, CaseLaw == JpoLaw.Patent ? PatentColumns : Columns))
                {
                    FetchEach([number], KindOf(number));
                }

                break;
        }
    }

    /// <summary>Fetches what belongs to each number.</summary>
    private protected void FetchEach(JpoNumberInput[]? numbers, JpoNumberKind? kind) =>
        FetchEach(Api, numbers, ColumnsOf(kind), kind, (client, number, options, stop) => client.Of(CaseLaw).GetNumberAsync(number, options, stop));

    private protected override IReadOnlyList<JpoNumberInput>? Select(JpoNumberInput input, NumberColumn[] columns)
    {
        if (input.Cited is not { } cited)
        {
            return base.Select(input, columns);
        }

        if (cited.Told.Kind != null)
        {
            return [cited];
        }

        WriteError(ErrorRecords.From(NumberErrors.CitesNoPublication(cited.Text), cited.Text));
        return [];
    }

    private static NumberColumn[] ColumnsOf(JpoNumberKind? kind) => kind switch
    {
        JpoNumberKind.Application => [NumberColumn.Application, NumberColumn.AnyNumber],
        JpoNumberKind.Publication => [NumberColumn.Publication, NumberColumn.AnyNumber],
        JpoNumberKind.Registration => [NumberColumn.Registration, NumberColumn.AnyNumber],
        _ => PatentColumns,
    };

    /// <summary>The kind that a text has to be read as: its own, but for numbers that this API does not know, which are then refused as no application numbers.</summary>
    private JpoNumberKind? KindOf(JpoNumberInput input) =>
        NumberReader.TryRead(input.Text, ToldOf(input), null, CaseLaw, out JpoNumber? number, out _)
        && number.Kind is JpoNumberKind.InternationalApplication or JpoNumberKind.InternationalPublication
            ? JpoNumberKind.Application
            : null;
}
