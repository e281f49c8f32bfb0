using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.Apis;
using JpoPatent.Domestic;
using JpoPatent.Pipeline;

namespace JpoPatent;

/// <summary>
/// The patent APIs, 1-1 to 1-14. Every method throws <see cref="JpoException"/> for what goes wrong, and
/// <see cref="ArgumentException"/> for a number of another kind or law.
/// </summary>
public sealed class PatentApis : DomesticApis
{
    internal PatentApis(ApiCaller caller)
        : base(
            caller,
            ApiCatalog.PatentApplicantByCode,
            ApiCatalog.PatentApplicantByName,
            ApiCatalog.PatentNumber,
            ApiCatalog.PatentUrl)
    {
    }

    /// <summary>1-1: state of an application with its documents, priorities, parent and divisionals.</summary>
    /// <param name="application">A patent application number.</param>
    /// <param name="options">How to make the call; null for the usual way.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The state of the application.</returns>
    /// <exception cref="JpoException">The service has no data, cannot be reached, or its limit is used up.</exception>
    public Task<PatentProgress> GetProgressAsync(
        JpoNumber application, JpoCallOptions? options = null, CancellationToken cancellationToken = default) =>
        Caller.GetAsync(
            ApiCatalog.PatentProgress,
            Application(application),
            JpoJsonContext.Default.PatentProgress,
            options,
            cancellationToken);

    /// <summary>1-2: the same without priorities, parent and divisionals, from a limit of its own.</summary>
    /// <param name="application">A patent application number.</param>
    /// <param name="options">How to make the call; null for the usual way.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The state of the application.</returns>
    /// <exception cref="JpoException">The service has no data, cannot be reached, or its limit is used up.</exception>
    public Task<PatentProgress> GetProgressSimpleAsync(
        JpoNumber application, JpoCallOptions? options = null, CancellationToken cancellationToken = default) =>
        CaseProgress.AsSimpleAsync(Caller.GetAsync(
            ApiCatalog.PatentProgressSimple,
            Application(application),
            JpoJsonContext.Default.PatentProgress,
            options,
            cancellationToken));

    /// <summary>1-3: parent and divisionals of an application.</summary>
    /// <param name="application">A patent application number.</param>
    /// <param name="options">How to make the call; null for the usual way.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Parent and divisionals.</returns>
    /// <exception cref="JpoException">The service has no data, cannot be reached, or its limit is used up.</exception>
    public Task<PatentDivisional> GetDivisionalAsync(
        JpoNumber application, JpoCallOptions? options = null, CancellationToken cancellationToken = default) =>
        Caller.GetAsync(
            ApiCatalog.PatentDivisional,
            Application(application),
            JpoJsonContext.Default.PatentDivisional,
            options,
            cancellationToken);

    /// <summary>1-4: the priorities that an application claims.</summary>
    /// <param name="application">A patent application number.</param>
    /// <param name="options">How to make the call; null for the usual way.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The priorities.</returns>
    /// <exception cref="JpoException">The service has no data, cannot be reached, or its limit is used up.</exception>
    public Task<PatentPriority> GetPriorityAsync(
        JpoNumber application, JpoCallOptions? options = null, CancellationToken cancellationToken = default) =>
        Caller.GetAsync(
            ApiCatalog.PatentPriority,
            Application(application),
            JpoJsonContext.Default.PatentPriority,
            options,
            cancellationToken);

    /// <summary>1-11: the documents cited in the examination of an application.</summary>
    /// <param name="application">A patent application number.</param>
    /// <param name="options">How to make the call; null for the usual way.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>One object a cited document: the patent documents, then the others,
    /// each in the service's order.</returns>
    /// <exception cref="JpoException">The service has no data, cannot be reached, or its limit is used up.</exception>
    public async Task<IReadOnlyList<PatentCitation>> GetCitationsAsync(
        JpoNumber application, JpoCallOptions? options = null, CancellationToken cancellationToken = default)
    {
        PatentCitations citations = await Caller.GetAsync(
            ApiCatalog.PatentCitation,
            Application(application),
            JpoJsonContext.Default.PatentCitations,
            options,
            cancellationToken)
            .ConfigureAwait(false);
        return citations.Items;
    }

    /// <summary>1-12: the registration that came of an application, with its annuities.</summary>
    /// <param name="application">A patent application number.</param>
    /// <param name="options">How to make the call; null for the usual way.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The registration.</returns>
    /// <exception cref="JpoException">The service has no data, cannot be reached, or its limit is used up.</exception>
    public Task<PatentRegistration> GetRegistrationAsync(
        JpoNumber application, JpoCallOptions? options = null, CancellationToken cancellationToken = default) =>
        Caller.GetAsync(
            ApiCatalog.PatentRegistration,
            Application(application),
            JpoJsonContext.Default.PatentRegistration,
            options,
            cancellationToken);

    /// <summary>1-14: the Japanese application of a PCT application that entered the national phase.</summary>
    /// <param name="international">A PCT application or publication number.</param>
    /// <param name="options">How to make the call; null for the usual way.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The application number of the national phase.</returns>
    /// <exception cref="JpoException">The service has no data, cannot be reached, or its limit is used up.</exception>
    public async Task<PctNationalPhase> GetPctNationalPhaseAsync(
        JpoNumber international, JpoCallOptions? options = null, CancellationToken cancellationToken = default)
    {
        bool isPublication = international.Kind == JpoNumberKind.InternationalPublication;
        string parameters = ApiParameters.Of(ApiCatalog.PctNationalPhase, international.NotAhead(Caller.Clock));
        PctNationalPhase phase = await Caller.GetAsync(
            ApiCatalog.PctNationalPhase,
            parameters,
            JpoJsonContext.Default.PctNationalPhase,
            options,
            cancellationToken)
            .ConfigureAwait(false);
        phase.InternationalApplicationNumber = isPublication ? null : international.Value;
        phase.InternationalPublicationNumber = isPublication ? international.Value : null;
        return phase;
    }

    private protected override async Task<CaseProgress> AskProgressAsync(
        JpoNumber application, bool isSimple, JpoCallOptions? options, CancellationToken cancellationToken) =>
        await (isSimple
            ? GetProgressSimpleAsync(application, options, cancellationToken)
            : GetProgressAsync(application, options, cancellationToken))
            .ConfigureAwait(false);

    internal override CaseProgress? FindProgress(string application) =>
        Caller.FindCached(ApiCatalog.PatentProgress, application, JpoJsonContext.Default.PatentProgress)
        ?? CaseProgress.AsSimple(Caller.FindCached(
            ApiCatalog.PatentProgressSimple, application, JpoJsonContext.Default.PatentProgress));
}
