using System;
using System.Threading;
using System.Threading.Tasks;

namespace JpoPatent;

/// <summary>The patent APIs. Every method throws <see cref="JpoException"/> for what goes wrong, and <see cref="ArgumentException"/> for a number of another kind.</summary>
public sealed class PatentApis
{
    private readonly JpoClient _client;

    internal PatentApis(JpoClient client) => _client = client;

    /// <summary>1-1: state of an application with its documents, priorities, parent and divisionals.</summary>
    /// <param name="application">A patent application number.</param>
    /// <param name="options">How to make the call; null for the usual way.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The state of the application.</returns>
    /// <exception cref="JpoException">The service has no data, cannot be reached, or its limit is used up.</exception>
    public Task<PatentProgress> GetProgressAsync(JpoNumber application, JpoCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _client.GetAsync(ApiCatalog.PatentProgress, Application(application), JpoJsonContext.Default.PatentProgress, options, cancellationToken);

    /// <summary>1-2: the same without priorities, parent and divisionals, from a limit of its own.</summary>
    /// <param name="application">A patent application number.</param>
    /// <param name="options">How to make the call; null for the usual way.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The state of the application.</returns>
    /// <exception cref="JpoException">The service has no data, cannot be reached, or its limit is used up.</exception>
    public Task<PatentProgress> GetProgressSimpleAsync(JpoNumber application, JpoCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _client.GetAsync(ApiCatalog.PatentProgressSimple, Application(application), JpoJsonContext.Default.PatentProgress, options, cancellationToken);

    private static string Application(JpoNumber number) => number.Require(JpoNumberKind.Application, JpoLaw.Patent);
}
