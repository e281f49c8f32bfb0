using System.Management.Automation;

namespace JpoPatent.Abstractions;

/// <summary>A cmdlet that gets the numbers that belong to one case, from any of them. The derived cmdlet says of which law, and names the default set.</summary>
public abstract class JpoNumberReferenceCommand : JpoFetchCommand
{
    /// <summary>
    /// The default set, so that an object that carries several of its case's numbers is looked up by its application number.
    /// </summary>
    private protected const string ApplicationSet = "Application";

    private const string RegistrationSet = "Registration";
    private const string NumberSet = "Number";

    /// <summary>Numbers that say themselves what they are, such as 特開2021-090037 or 意匠登録第1680736号.</summary>
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

    /// <summary>The law whose cases are meant.</summary>
    private protected abstract JpoLaw Law { get; }

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
                foreach (string? number in Number ?? [null!])
                {
                    FetchEach([number!], KindOf(number));
                }

                break;
        }
    }

    /// <summary>The kind that a text has to be read as: its own, but for numbers that this API does not know, which are then refused as no application numbers.</summary>
    private JpoNumberKind? KindOf(string? text) =>
        JpoNumber.TryParse(text, null, Law, out JpoNumber? number, out _)
        && number!.Kind is JpoNumberKind.InternationalApplication or JpoNumberKind.InternationalPublication
            ? JpoNumberKind.Application
            : null;

    /// <summary>Fetches what belongs to each number.</summary>
    private protected void FetchEach(string[] numbers, JpoNumberKind? kind) =>
        FetchEach(Api, numbers, kind, Law, (client, number, options, stop) => client.Of(Law).GetNumberAsync(number, options, stop));
}
