using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.Cases;
using JpoPatent.Deadlines;
using JpoPatent.Planning;

namespace JpoPatent.Watch;

/// <summary>
/// Makes looks: asks what the plan says, finds the changes and writes them before the next call goes out.
/// </summary>
internal sealed class WatchLooker
{
    private readonly JpoClient _client;
    private readonly WatchBook _book;
    private readonly HashSet<ApiDescriptor> _exhausted = [];
    private readonly CaseFetcher _simple;
    private readonly CaseFetcher _full;

    internal WatchLooker(JpoClient client, WatchBook book)
    {
        _client = client;
        _book = book;
        _simple = new CaseFetcher(client, new CaseScope { IsSimple = true });
        _full = new CaseFetcher(client, new CaseScope());
    }

    /// <summary>Whether a look was not made because its limit is reached.</summary>
    internal bool HasHitLimit { get; private set; }

    /// <summary>What is left for a law tonight.</summary>
    internal NightBudget BudgetOf(JpoLaw law) =>
        new(
            Left(ProgressOf(law, isSimple: true)) + Left(ProgressOf(law, isSimple: false)),
            Left(CaseScope.Registration(law)));

    /// <summary>Makes a look.</summary>
    /// <returns>The changes; null where the look could not be made tonight.</returns>
    /// <exception cref="JpoAuthenticationException">The service refuses the credential.</exception>
    /// <exception cref="JpoNotConnectedException">The connection was disconnected.</exception>
    /// <exception cref="JpoServiceException">The service does not answer.</exception>
    /// <exception cref="JpoConnectionException">The service cannot be reached.</exception>
    /// <exception cref="JpoFileException">The watch cannot be written.</exception>
    internal async Task<IReadOnlyList<JpoWatchChange>?> LookAsync(
        WatchPlannedLook look, JpoCallOptions options, CancellationToken cancellationToken) =>
        look.Look.Api == LookApi.Registration
            ? await LookAtRegisterAsync(look.Case, options, cancellationToken).ConfigureAwait(false)
            : await LookAtDocumentsAsync(look.Case, options, cancellationToken).ConfigureAwait(false);

    private static ApiDescriptor ProgressOf(JpoLaw law, bool isSimple) =>
        new CaseScope { IsSimple = isSimple }.Progress(law);

    private async Task<IReadOnlyList<JpoWatchChange>?> LookAtDocumentsAsync(
        WatchCase one, JpoCallOptions options, CancellationToken cancellationToken)
    {
        bool isSimple = Left(ProgressOf(one.Law, isSimple: true)) > 0;
        if (!isSimple && Left(ProgressOf(one.Law, isSimple: false)) <= 0)
        {
            HasHitLimit = true;
            return null;
        }

        JpoNumber number = one.Application ?? one.Number;
        CaseAnswer answer = await (isSimple ? _simple : _full)
            .FetchAsync(number, options, cancellationToken)
            .ConfigureAwait(false);
        if (answer.Progress is { } progress)
        {
            if (progress.State is CaseState.RefusalNotified or CaseState.Refused or CaseState.Granted
                && !HasTermOf(one, progress))
            {
                answer.Documents = await DocumentsAsync(progress, one.Law, options, cancellationToken)
                    .ConfigureAwait(false);
            }

            if (one.Application == null
                && JpoNumber.TryParse(
                    progress.ApplicationNumber, JpoNumberKind.Application, one.Law, out JpoNumber? application, out _))
            {
                one.Application = application;
            }

            CaseValues values = CaseFacts.Of(RequestOf(one), answer);
            if (answer.Documents.Count == 0 && values[CaseField.DueDate] == null && HasTermOf(one, progress))
            {
                values[CaseField.DueDate] = one.Values[CaseField.DueDate];
                values[CaseField.DueKind] = one.Values[CaseField.DueKind];
            }

            IReadOnlyList<JpoWatchChange> changes = WatchComparer.Take(one, progress, values, _client.Clock.Now);
            if (one.LastLook == null && progress.State is CaseState.Registered or CaseState.OppositionPending)
            {
                await BeginRegisterAsync(one, options, cancellationToken).ConfigureAwait(false);
            }

            return Write(one, LookApi.Progress, changes);
        }

        return answer.Error switch
        {
            JpoEmptyAnswerException or JpoNotCoveredException or JpoInvalidParameterException
                or JpoInvalidNumberException => WriteNothing(one, LookApi.Progress, answer.Error),
            JpoServiceException or JpoConnectionException => throw answer.Error,
            _ => NoLook(answer.Error),
        };
    }

    private async Task<IReadOnlyList<JpoWatchChange>?> LookAtRegisterAsync(
        WatchCase one, JpoCallOptions options, CancellationToken cancellationToken)
    {
        if (one.Application is not { } application || Left(CaseScope.Registration(one.Law)) <= 0)
        {
            HasHitLimit |= one.Application != null;
            return null;
        }

        try
        {
            CaseRegistration registration = await _full.RegistrationAsync(application, options, cancellationToken)
                .ConfigureAwait(false);
            CaseValues values = CaseFacts.Of(RequestOf(one), new CaseAnswer { Registration = registration });
            return Write(one, LookApi.Registration, WatchComparer.Take(one, registration, values, _client.Clock.Now));
        }
        catch (Exception error) when (error is JpoEmptyAnswerException or JpoNotCoveredException
            or JpoInvalidParameterException)
        {
            // The register has nothing; the documents may tell why, in a look of their own.
            return Write(one, LookApi.Registration, []);
        }
        catch (Exception error) when (error is JpoQuotaExhaustedException or JpoInvalidAnswerException)
        {
            return NoLook((JpoException)error);
        }
    }

    // What is open shows at once, and the register alone has the day of the next annuity. It has a counter of its
    // own; where that is used up, the next nights tell the day.
    private async Task BeginRegisterAsync(WatchCase one, JpoCallOptions options, CancellationToken cancellationToken)
    {
        if (one.Application is not { } application || Left(CaseScope.Registration(one.Law)) <= 0)
        {
            return;
        }

        try
        {
            CaseRegistration registration = await _full.RegistrationAsync(application, options, cancellationToken)
                .ConfigureAwait(false);
            WatchComparer.Take(
                one,
                registration,
                CaseFacts.Of(RequestOf(one), new CaseAnswer { Registration = registration }),
                _client.Clock.Now);
            one.LastRegister = WatchDay.Of(_client.Clock.Now);
        }
        catch (JpoException error) when (error is not (JpoAuthenticationException or JpoNotConnectedException))
        {
            Note(error);
        }
    }

    // Only the document costs an access. Where it cannot be had, the look stands without it.
    private async Task<IReadOnlyList<JpoDocument>> DocumentsAsync(
        CaseProgress progress, JpoLaw law, JpoCallOptions options, CancellationToken cancellationToken)
    {
        if (!JpoNumber.TryParse(
            progress.ApplicationNumber, JpoNumberKind.Application, law, out JpoNumber? application, out _))
        {
            return [];
        }

        try
        {
            return await _full.DocumentsAsync(application, progress.State, options, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (JpoException error) when (error is not (JpoAuthenticationException or JpoNotConnectedException))
        {
            Note(error);
            return [];
        }
    }

    // The due day that was read from the document stays good while the state that it belongs to lasts.
    private static bool HasTermOf(WatchCase one, CaseProgress progress) =>
        one.Values[CaseField.DueDate] != null && one.Values.Text(CaseField.State) == progress.State.ToString()
        && one.Values.Day(CaseField.StateSince) == progress.StateSince;

    private static CaseRequest RequestOf(WatchCase one) => new()
    {
        Row = new CaseRow([]),
        Own = [],
        Known = new CaseValues(),
        Written = one.Number.Display,
        Number = one.Number,
    };

    private IReadOnlyList<JpoWatchChange>? NoLook(JpoException? error)
    {
        Note(error);
        HasHitLimit |= error is JpoQuotaExhaustedException;
        return null;
    }

    private void Note(JpoException? error)
    {
        if (error is JpoQuotaExhaustedException { Api: { } api })
        {
            _exhausted.Add(api);
        }
    }

    private IReadOnlyList<JpoWatchChange> WriteNothing(WatchCase one, LookApi api, JpoException error)
    {
        if (error is not JpoEmptyAnswerException)
        {
            one.Values[CaseField.Problem] = error.Message;
        }

        return Write(one, api, WatchComparer.TakeNothing(one, _client.Clock.Now));
    }

    private IReadOnlyList<JpoWatchChange> Write(WatchCase one, LookApi api, IReadOnlyList<JpoWatchChange> changes)
    {
        int night = WatchDay.Of(_client.Clock.Now);
        one.LastLook = night;
        if (api == LookApi.Progress)
        {
            one.LastProgress = night;
        }
        else
        {
            one.LastRegister = night;
        }

        _book.Append(one, changes);
        return changes;
    }

    private int Left(ApiDescriptor api) =>
        _exhausted.Contains(api) ? 0 : Math.Max(0, _client.GetQuota(api).Remaining - _client.Options.QuotaReserve);
}
