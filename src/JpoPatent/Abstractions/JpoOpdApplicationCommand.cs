using System;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace JpoPatent.Abstractions;

/// <summary>A cmdlet that takes application numbers of any of the five offices.</summary>
public abstract class JpoOpdApplicationCommand : JpoNumberCommand
{
    /// <summary>Applications in DOCDB form, such as US.201314768239.A, or Japanese ones as people write them.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AppNo", "出願番号")]
    [NumberTransformation]
    [AllowNull]
    [AllowEmptyCollection]
    public JpoNumberInput[] ApplicationNumber { get; set; } = [];

    /// <summary>Fetches what the cmdlet is for, number by number.</summary>
    /// <param name="apiFor">The API that has it for a number.</param>
    /// <param name="ask">Asks it.</param>
    /// <typeparam name="T">What the answer is.</typeparam>
    internal void FetchEach<T>(
        Func<JpoDocdbNumber, ApiDescriptor> apiFor,
        Func<JpoClient, JpoDocdbNumber, JpoCallOptions, CancellationToken, Task<T>> ask) =>
        FetchEach(ApiCatalog.OpdDocumentList, apiFor, ApplicationNumber, null, ask);
}
