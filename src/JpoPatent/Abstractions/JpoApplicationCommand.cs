using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace JpoPatent.Abstractions;

/// <summary>A cmdlet that takes application numbers of one law, one or more answers for each.</summary>
public abstract class JpoApplicationCommand : JpoNumberCommand
{
    /// <summary>
    /// Application numbers as people write them. What Get-JpoPatentDivisional gives stands for the divisionals, not
    /// for the application asked for.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AppNo", "出願番号")]
    [NumberTransformation]
    [AllowNull]
    [AllowEmptyCollection]
    public JpoNumberInput[] ApplicationNumber { get; set; } = [];

    /// <summary>Fetches what the cmdlet is for, number by number.</summary>
    /// <param name="api">The API to ask.</param>
    /// <param name="ask">Asks it.</param>
    /// <typeparam name="T">What the answer is.</typeparam>
    internal void FetchEach<T>(
        ApiDescriptor api, Func<JpoClient, JpoNumber, JpoCallOptions, CancellationToken, Task<T>> ask) =>
        FetchEach(api, ApplicationNumber, JpoNumberKind.Application, ask);

    /// <summary>The same of several APIs, one after the other for each number.</summary>
    internal void FetchEach<T>(
        IReadOnlyList<(
            ApiDescriptor Api,
            Func<JpoClient, JpoNumber, JpoCallOptions, CancellationToken, Task<T>> Ask)> questions) =>
        FetchEach(questions, ApplicationNumber, JpoNumberKind.Application);
}
