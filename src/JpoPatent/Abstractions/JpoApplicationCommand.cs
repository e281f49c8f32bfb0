using System;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace JpoPatent.Abstractions;

/// <summary>A cmdlet that takes application numbers of one law, one or more answers a number.</summary>
public abstract class JpoApplicationCommand : JpoFetchCommand
{
    /// <summary>Application numbers as people write them. What Get-JpoPatentDivisional gives stands for the divisionals, not for the application asked for.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AppNo", "出願番号")]
    [DivisionalsTransformation]
    [AllowEmptyString]
    [AllowNull]
    [AllowEmptyCollection]
    public string[] ApplicationNumber { get; set; } = [];

    /// <summary>The law whose applications the cmdlet takes.</summary>
    private protected abstract JpoLaw Law { get; }

    /// <summary>Fetches what the cmdlet is for, number by number.</summary>
    /// <param name="api">The API to ask.</param>
    /// <param name="ask">Asks it.</param>
    /// <typeparam name="T">What the answer is.</typeparam>
    internal void FetchEach<T>(ApiDescriptor api, Func<JpoClient, JpoNumber, JpoCallOptions, CancellationToken, Task<T>> ask) =>
        FetchEach(api, ApplicationNumber, JpoNumberKind.Application, Law, ask);
}
