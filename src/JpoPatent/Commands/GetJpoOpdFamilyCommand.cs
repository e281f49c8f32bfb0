using System.Collections.Generic;
using System.Management.Automation;
using JpoPatent.Abstractions;
using JpoPatent.Numbers;

namespace JpoPatent.Commands;

/// <summary>
/// Gets the members of a patent family across the five big offices, one object an application:
/// APIs 4-1 and, with -List, 4-2.
/// </summary>
[Cmdlet(
    VerbsCommon.Get, "JpoOpdFamily", DefaultParameterSetName = NumberSet,
    HelpUri = HelpPages.Folder + "Get-JpoOpdFamily.md")]
[OutputType(typeof(OpdFamilyMember))]
public sealed class GetJpoOpdFamilyCommand : JpoNumberCommand
{
    private const string NumberSet = "Number";
    private const string ApplicationSet = "Application";

    /// <summary>
    /// DOCDB numbers such as JP.6249966.B2, or any number that one can be made from: 特許第6249966号, US9459406B2.
    /// </summary>
    [Parameter(ParameterSetName = NumberSet, Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [NumberTransformation]
    [AllowNull]
    [AllowEmptyCollection]
    public JpoNumberInput[] Number { get; set; } = [];

    /// <summary>Application numbers, as objects from other commands carry them.</summary>
    [Parameter(ParameterSetName = ApplicationSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AppNo", "出願番号")]
    [NumberTransformation]
    [AllowNull]
    [AllowEmptyCollection]
    public JpoNumberInput[] ApplicationNumber { get; set; } = [];

    /// <summary>
    /// Whether the numbers are those of applications or of publications (registrations among them),
    /// where they do not say so themselves.
    /// </summary>
    [Parameter(ParameterSetName = NumberSet)]
    [ValidateSet(nameof(JpoNumberKind.Application), nameof(JpoNumberKind.Publication))]
    public JpoNumberKind? Kind { get; set; }

    /// <summary>Ask the list API, which gives the same members and has a higher limit.</summary>
    [Parameter]
    public SwitchParameter List { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        JpoNumberInput[] numbers = ParameterSetName == ApplicationSet ? ApplicationNumber : Number;
        JpoNumberKind? kind = ParameterSetName == ApplicationSet ? JpoNumberKind.Application : Kind;
        if (List)
        {
            FetchEach(
                ApiCatalog.OpdFamilyList,
                numbers,
                kind,
                static (client, number, options, stop) => client.Opd.GetFamilyListAsync(number, options, stop));
        }
        else
        {
            FetchEach(
                ApiCatalog.OpdFamily,
                numbers,
                kind,
                static (client, number, options, stop) => client.Opd.GetFamilyAsync(number, options, stop));
        }
    }

    private protected override IReadOnlyList<JpoNumberInput>? Select(
        JpoNumberInput input, IReadOnlyList<NumberColumn> columns) =>
        input.Cited is { } cited ? [cited] : base.Select(input, columns);
}
