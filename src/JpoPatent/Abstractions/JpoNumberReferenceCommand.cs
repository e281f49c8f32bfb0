using System.Collections.Generic;
using System.Management.Automation;
using JpoPatent.Errors;
using JpoPatent.Numbers;

namespace JpoPatent.Abstractions;

/// <summary>
/// A cmdlet that gets the numbers that belong to one case, from any of them. The derived cmdlet says of which law,
/// and names the default set.
/// </summary>
public abstract class JpoNumberReferenceCommand : JpoNumberCommand
{
    /// <summary>
    /// The set in which nothing is piped: objects bind to <see cref="Number"/>,
    /// whose reader looks for the application number first.
    /// </summary>
    private protected const string ApplicationSet = "Application";

    private const string RegistrationSet = "Registration";
    private const string NumberSet = "Number";

    /// <summary>
    /// Numbers that say themselves what they are, such as 特開2021-090037 or 意匠登録第1680736号; rows and objects by their
    /// columns. A citation stands for what it cites.
    /// </summary>
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
                FetchEach(Number, null);
                break;
        }
    }

    /// <summary>Fetches what belongs to each number.</summary>
    private protected void FetchEach(JpoNumberInput[]? numbers, JpoNumberKind? kind) =>
        FetchEach(
            Api,
            numbers,
            kind,
            (client, number, options, stop) => client.Of(Api.Law).GetNumberAsync(number, options, stop));

    private protected override IReadOnlyList<JpoNumberInput>? Select(
        JpoNumberInput input, IReadOnlyList<NumberColumn> columns)
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
}
