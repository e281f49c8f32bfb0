using System;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.Domestic;
using JpoPatent.Pipeline;

namespace JpoPatent;

/// <summary>
/// The design APIs, 2-1 to 2-11. Every method throws <see cref="JpoException"/> for what goes wrong, and
/// <see cref="ArgumentException"/> for a number of another kind or law.
/// </summary>
public sealed class DesignApis : DomesticApis
{
    internal DesignApis(ApiCaller caller)
        : base(
            caller,
            ApiCatalog.DesignApplicantByCode,
            ApiCatalog.DesignApplicantByName,
            ApiCatalog.DesignNumber,
            ApiCatalog.DesignUrl)
    {
    }

    /// <summary>2-1: state of an application with its documents, priorities and parent.</summary>
    /// <param name="application">A design application number.</param>
    /// <param name="options">How to make the call; null for the usual way.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The state of the application.</returns>
    /// <exception cref="JpoException">The service has no data, cannot be reached, or its limit is used up.</exception>
    public Task<DesignProgress> GetProgressAsync(
        JpoNumber application, JpoCallOptions? options = null, CancellationToken cancellationToken = default) =>
        Caller.GetAsync(
            ApiCatalog.DesignProgress,
            Application(application),
            JpoJsonContext.Default.DesignProgress,
            options,
            cancellationToken);

    /// <summary>
    /// 2-2: the same without class, principal design, priorities and parent, from a limit of its own.
    /// </summary>
    /// <param name="application">A design application number.</param>
    /// <param name="options">How to make the call; null for the usual way.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The state of the application.</returns>
    /// <exception cref="JpoException">The service has no data, cannot be reached, or its limit is used up.</exception>
    public Task<DesignProgress> GetProgressSimpleAsync(
        JpoNumber application, JpoCallOptions? options = null, CancellationToken cancellationToken = default) =>
        CaseProgress.AsSimpleAsync(Caller.GetAsync(
            ApiCatalog.DesignProgressSimple,
            Application(application),
            JpoJsonContext.Default.DesignProgress,
            options,
            cancellationToken));

    /// <summary>2-3: the priorities that an application claims.</summary>
    /// <param name="application">A design application number.</param>
    /// <param name="options">How to make the call; null for the usual way.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The priorities.</returns>
    /// <exception cref="JpoException">The service has no data, cannot be reached, or its limit is used up.</exception>
    public Task<DesignPriority> GetPriorityAsync(
        JpoNumber application, JpoCallOptions? options = null, CancellationToken cancellationToken = default) =>
        Caller.GetAsync(
            ApiCatalog.DesignPriority,
            Application(application),
            JpoJsonContext.Default.DesignPriority,
            options,
            cancellationToken);

    /// <summary>2-10: the registration that came of an application, with its annuities.</summary>
    /// <param name="application">A design application number.</param>
    /// <param name="options">How to make the call; null for the usual way.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The registration.</returns>
    /// <exception cref="JpoException">The service has no data, cannot be reached, or its limit is used up.</exception>
    public Task<DesignRegistration> GetRegistrationAsync(
        JpoNumber application, JpoCallOptions? options = null, CancellationToken cancellationToken = default) =>
        Caller.GetAsync(
            ApiCatalog.DesignRegistration,
            Application(application),
            JpoJsonContext.Default.DesignRegistration,
            options,
            cancellationToken);

    private protected override async Task<CaseProgress> AskProgressAsync(
        JpoNumber application, bool isSimple, JpoCallOptions? options, CancellationToken cancellationToken) =>
        await (isSimple
            ? GetProgressSimpleAsync(application, options, cancellationToken)
            : GetProgressAsync(application, options, cancellationToken))
            .ConfigureAwait(false);

    internal override CaseProgress? FindProgress(string application) =>
        Caller.FindCached(ApiCatalog.DesignProgress, application, JpoJsonContext.Default.DesignProgress)
        ?? CaseProgress.AsSimple(Caller.FindCached(
            ApiCatalog.DesignProgressSimple, application, JpoJsonContext.Default.DesignProgress));
}
