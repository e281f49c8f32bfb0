using System;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.Domestic;
using JpoPatent.Pipeline;

namespace JpoPatent;

/// <summary>
/// The trademark APIs, 3-1 to 3-11. Every method throws <see cref="JpoException"/> for what goes wrong, and
/// <see cref="ArgumentException"/> for a number of another kind or law.
/// </summary>
public sealed class TrademarkApis : DomesticApis
{
    internal TrademarkApis(ApiCaller caller)
        : base(
            caller,
            ApiCatalog.TrademarkApplicantByCode,
            ApiCatalog.TrademarkApplicantByName,
            ApiCatalog.TrademarkNumber,
            ApiCatalog.TrademarkUrl)
    {
    }

    /// <summary>3-1: state of an application with its documents, priorities and parent.</summary>
    /// <param name="application">A trademark application number.</param>
    /// <param name="options">How to make the call; null for the usual way.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The state of the application.</returns>
    /// <exception cref="JpoException">The service has no data, cannot be reached, or its limit is used up.</exception>
    public Task<TrademarkProgress> GetProgressAsync(
        JpoNumber application, JpoCallOptions? options = null, CancellationToken cancellationToken = default) =>
        Caller.GetAsync(
            ApiCatalog.TrademarkProgress,
            Application(application),
            JpoJsonContext.Default.TrademarkProgress,
            options,
            cancellationToken);

    /// <summary>3-2: the same without priorities and parent, from a limit of its own.</summary>
    /// <param name="application">A trademark application number.</param>
    /// <param name="options">How to make the call; null for the usual way.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The state of the application.</returns>
    /// <exception cref="JpoException">The service has no data, cannot be reached, or its limit is used up.</exception>
    public Task<TrademarkProgress> GetProgressSimpleAsync(
        JpoNumber application, JpoCallOptions? options = null, CancellationToken cancellationToken = default) =>
        CaseProgress.AsSimpleAsync(Caller.GetAsync(
            ApiCatalog.TrademarkProgressSimple,
            Application(application),
            JpoJsonContext.Default.TrademarkProgress,
            options,
            cancellationToken));

    /// <summary>3-3: the priorities that an application claims.</summary>
    /// <param name="application">A trademark application number.</param>
    /// <param name="options">How to make the call; null for the usual way.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The priorities.</returns>
    /// <exception cref="JpoException">The service has no data, cannot be reached, or its limit is used up.</exception>
    public Task<TrademarkPriority> GetPriorityAsync(
        JpoNumber application, JpoCallOptions? options = null, CancellationToken cancellationToken = default) =>
        Caller.GetAsync(
            ApiCatalog.TrademarkPriority,
            Application(application),
            JpoJsonContext.Default.TrademarkPriority,
            options,
            cancellationToken);

    /// <summary>3-10: the registration that came of an application, with its annuities.</summary>
    /// <param name="application">A trademark application number.</param>
    /// <param name="options">How to make the call; null for the usual way.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The registration.</returns>
    /// <exception cref="JpoException">The service has no data, cannot be reached, or its limit is used up.</exception>
    public Task<TrademarkRegistration> GetRegistrationAsync(
        JpoNumber application, JpoCallOptions? options = null, CancellationToken cancellationToken = default) =>
        Caller.GetAsync(
            ApiCatalog.TrademarkRegistration,
            Application(application),
            JpoJsonContext.Default.TrademarkRegistration,
            options,
            cancellationToken);

    private protected override async Task<CaseProgress> AskProgressAsync(
        JpoNumber application, bool isSimple, JpoCallOptions? options, CancellationToken cancellationToken) =>
        await (isSimple
            ? GetProgressSimpleAsync(application, options, cancellationToken)
            : GetProgressAsync(application, options, cancellationToken))
            .ConfigureAwait(false);

    internal override CaseProgress? FindProgress(string application) =>
        Caller.FindCached(ApiCatalog.TrademarkProgress, application, JpoJsonContext.Default.TrademarkProgress)
        ?? CaseProgress.AsSimple(Caller.FindCached(
            ApiCatalog.TrademarkProgressSimple, application, JpoJsonContext.Default.TrademarkProgress));
}
