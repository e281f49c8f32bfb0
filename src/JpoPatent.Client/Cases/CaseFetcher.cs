using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.Deadlines;

namespace JpoPatent.Cases;

/// <summary>Asks for the cases of one run. A case that stands in the list twice is asked for once.</summary>
internal sealed class CaseFetcher
{
    private readonly JpoClient _client;
    private readonly CaseScope _scope;
    private readonly HashSet<(ApiDescriptor Api, string Number)> _fetched = [];

    internal CaseFetcher(JpoClient client, CaseScope scope)
    {
        _client = client;
        _scope = scope;
    }

    /// <summary>Asks for a case.</summary>
    /// <param name="number">Any number of the case.</param>
    /// <param name="options">How to make the calls.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>What was answered, and what went wrong.</returns>
    /// <exception cref="JpoAuthenticationException">The service refuses the credential.</exception>
    /// <exception cref="JpoNotConnectedException">The connection was disconnected.</exception>
    internal async Task<CaseAnswer> FetchAsync(
        JpoNumber number, JpoCallOptions options, CancellationToken cancellationToken)
    {
        var answer = new CaseAnswer();
        try
        {
            JpoNumber application = await FindApplicationAsync(number, options, cancellationToken)
                .ConfigureAwait(false);
            answer.Progress = await AskAsync(
                _scope.Progress(application.Law),
                application,
                options,
                call => ProgressAsync(application, call, cancellationToken))
                .ConfigureAwait(false);
            if (_scope.WithDocuments)
            {
                answer.Documents = await DocumentsAsync(application, answer.Progress.State, options, cancellationToken)
                    .ConfigureAwait(false);
            }

            if (_scope.WithRegistration && answer.Progress.RegistrationNumber != null)
            {
                answer.Registration = await AskAsync(
                    CaseScope.Registration(application.Law),
                    application,
                    options,
                    call => RegistrationAsync(application, call, cancellationToken))
                    .ConfigureAwait(false);
            }
        }
        catch (JpoException error) when (error is not (JpoAuthenticationException or JpoNotConnectedException))
        {
            answer.Error = error;
        }

        return answer;
    }

    private async Task<JpoNumber> FindApplicationAsync(
        JpoNumber number, JpoCallOptions options, CancellationToken cancellationToken)
    {
        if (CaseScope.Lookup(number) is not { } api)
        {
            return number;
        }

        string? application;
        if (api == ApiCatalog.PctNationalPhase)
        {
            PctNationalPhase phase = await AskAsync(
                api, number, options, call => _client.Patents.GetPctNationalPhaseAsync(number, call, cancellationToken))
                .ConfigureAwait(false);
            application = phase.ApplicationNumber;
        }
        else
        {
            NumberReference numbers = await AskAsync(
                api, number, options, call => _client.Of(number.Law).GetNumberAsync(number, call, cancellationToken))
                .ConfigureAwait(false);
            application = numbers.ApplicationNumber;
        }

        return JpoNumber.Parse(application, JpoNumberKind.Application, number.Law);
    }

    private async Task<T> AskAsync<T>(
        ApiDescriptor api, JpoNumber number, JpoCallOptions options, Func<JpoCallOptions, Task<T>> ask)
    {
        // Anew means anew in this run, not once a row.
        bool isAgain = options.NoCache && _fetched.Contains((api, number.Value));
        T answer = await ask(isAgain ? options.Cached : options).ConfigureAwait(false);
        _fetched.Add((api, number.Value));
        return answer;
    }

    private async Task<CaseProgress> ProgressAsync(
        JpoNumber application, JpoCallOptions options, CancellationToken cancellationToken) =>
        (application.Law, _scope.IsSimple) switch
        {
            (JpoLaw.Design, false) =>
                await _client.Designs.GetProgressAsync(application, options, cancellationToken).ConfigureAwait(false),
            (JpoLaw.Design, true) =>
                await _client.Designs.GetProgressSimpleAsync(application, options, cancellationToken)
                    .ConfigureAwait(false),
            (JpoLaw.Trademark, false) =>
                await _client.Trademarks.GetProgressAsync(application, options, cancellationToken)
                    .ConfigureAwait(false),
            (JpoLaw.Trademark, true) =>
                await _client.Trademarks.GetProgressSimpleAsync(application, options, cancellationToken)
                    .ConfigureAwait(false),
            (_, false) =>
                await _client.Patents.GetProgressAsync(application, options, cancellationToken).ConfigureAwait(false),
            _ =>
                await _client.Patents.GetProgressSimpleAsync(application, options, cancellationToken)
                    .ConfigureAwait(false),
        };

    /// <summary>Asks for the documents whose terms may run in a state; no documents where no term runs.</summary>
    internal async Task<IReadOnlyList<JpoDocument>> DocumentsAsync(
        JpoNumber application, CaseState state, JpoCallOptions options, CancellationToken cancellationToken)
    {
        if (CaseScope.Documents(state) is not { } kind)
        {
            return [];
        }

        DomesticApis apis = _client.Of(application.Law);
        return await AskAsync(
            apis.Documents(kind),
            application,
            options,
            call => apis.ReadDocumentsAsync(application, kind, call, cancellationToken))
            .ConfigureAwait(false);
    }

    /// <summary>Asks the register alone.</summary>
    internal async Task<CaseRegistration> RegistrationAsync(
        JpoNumber application, JpoCallOptions options, CancellationToken cancellationToken) => application.Law switch
        {
            JpoLaw.Design =>
                await _client.Designs.GetRegistrationAsync(application, options, cancellationToken)
                    .ConfigureAwait(false),
            JpoLaw.Trademark =>
                await _client.Trademarks.GetRegistrationAsync(application, options, cancellationToken)
                    .ConfigureAwait(false),
            _ =>
                await _client.Patents.GetRegistrationAsync(application, options, cancellationToken)
                    .ConfigureAwait(false),
        };
}
