using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.Errors;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Abstractions;

/// <summary>
/// A cmdlet that fetches an answer for each input. An input that fails is an error of its own and the others go on;
/// inputs for which no access is left are collected and reported once, at the end, ready to be piped in tomorrow.
/// </summary>
public abstract class JpoFetchCommand : JpoConnectedCommand
{
    private readonly Dictionary<ApiDescriptor, (JpoQuotaExhaustedException Error, List<string> Inputs)> _unprocessed =
        [];
    private readonly List<string> _left = [];
    private readonly RunProgress _progress = new(TimeSpan.FromSeconds(2));
    private JpoException? _end;
    private JpoClient? _client;
    private JpoCallOptions? _options;
    private ApiDescriptor? _api;
    private int _done;
    private int? _percent;
    private string? _waitingFor;
    private TimeSpan _waitsUntil;

    /// <summary>Fetch anew although today's answer is in the cache. The new answer replaces the old.</summary>
    [Parameter]
    public SwitchParameter NoCache { get; set; }

    /// <summary>Checks that there is a connection before the first input comes.</summary>
    protected override void BeginProcessing() => _ = Connected;

    /// <summary>
    /// Reports the inputs for which no access was left, and those that were not asked for because
    /// of an error that concerns all.
    /// </summary>
    protected override void EndProcessing()
    {
        if (_client != null)
        {
            Wait(_ => _client.EndWritesAsync());
            _client = null;
        }

        _progress.End(this);
        foreach (KeyValuePair<ApiDescriptor, (JpoQuotaExhaustedException Error, List<string> Inputs)> exhausted
            in _unprocessed)
        {
            WriteError(ErrorRecords.Unprocessed(exhausted.Value.Error, exhausted.Value.Inputs));
        }

        if (_end != null)
        {
            ThrowTerminatingError(ErrorRecords.Ended(_end, _left));
        }
    }

    /// <summary>
    /// Gives answers that are still being written a moment, too: a pipeline that ends early, by
    /// <c>Select-Object -First</c> or by an error, has no end of processing.
    /// </summary>
    /// <param name="isDisposing">True when called by <see cref="JpoCommand.Dispose()"/>.</param>
    protected override void Dispose(bool isDisposing)
    {
        if (isDisposing && _client != null)
        {
            ((IAsyncResult)_client.EndWritesAsync()).AsyncWaitHandle.WaitOne(StopPatience);
            _client = null;
        }

        base.Dispose(isDisposing);
    }

    /// <summary>Fetches the answer for one input and writes it, or its error.</summary>
    /// <param name="api">The API that will be asked.</param>
    /// <param name="input">The input as the user gave it.</param>
    /// <param name="ask">Asks the client.</param>
    /// <typeparam name="T">What the answer is.</typeparam>
    internal void Fetch<T>(
        ApiDescriptor api, string? input, Func<JpoClient, JpoCallOptions, CancellationToken, Task<T>> ask)
    {
        if (_end != null)
        {
            _left.Add(input ?? string.Empty);
            return;
        }

        _api = api;
        _options ??= new JpoCallOptions
        {
            NoCache = NoCache,
            Activity = this,
            TellsCacheHits = IsAsked("Verbose"),
            IsCachedBehind = true,
        };
        T answer;
        try
        {
            _client = Connected.Client;
            answer = Wait(stop => ask(_client, _options, stop));
        }
        catch (JpoQuotaExhaustedException error)
        {
            Keep(error, input ?? string.Empty);
            return;
        }
        catch (JpoException error) when (ErrorRecords.EndsPipeline(error))
        {
            // The rest is not asked for, but it is not lost either: the error names it at the end.
            _end = error;
            _left.Add(input ?? string.Empty);
            return;
        }
        catch (JpoException error)
        {
            WriteError(ErrorRecords.From(error, input));
            return;
        }
        catch (ArgumentException error)
        {
            WriteError(ErrorRecords.From(error, input));
            return;
        }
        finally
        {
            TellWhatIsLeft(api, input);
            _done++;
            _waitingFor = null;
            _percent = null;
        }

        OnAnswer(answer);

        // Lists leave one by one, as a user who pipes them on expects.
        WriteObject(answer, enumerateCollection: true);
        ShowProgress();
    }

    private void TellWhatIsLeft(ApiDescriptor api, string? input)
    {
        if (IsAsked("Verbose"))
        {
            JpoQuota quota = Connected.Client.GetQuota(api);
            WriteVerbose(Format(Messages.AskedAndLeft, api, input, quota.Remaining, quota.Limit));
        }
    }

    /// <summary>Called for an answer before it is written.</summary>
    private protected virtual void OnAnswer(object? answer)
    {
    }

    private protected override void OnTold(JpoActivity activity)
    {
        if (activity.Kind is JpoActivityKind.Waiting or JpoActivityKind.Retrying or JpoActivityKind.Downloading)
        {
            _waitingFor = activity.Message;
            _percent = activity.Percent;
            _waitsUntil = _progress.Elapsed + (activity.Delay ?? TimeSpan.Zero);
            ShowProgress();
        }
    }

    private protected override void OnTick() => ShowProgress();

    private void Keep(JpoQuotaExhaustedException error, string input)
    {
        if (!_unprocessed.TryGetValue(error.Api!, out (JpoQuotaExhaustedException Error, List<string> Inputs) kept))
        {
            kept = (error, []);
            _unprocessed.Add(error.Api!, kept);
        }

        kept.Inputs.Add(input);
    }

    private void ShowProgress()
    {
        if (!_progress.IsDue)
        {
            return;
        }

        JpoQuota quota = Connected.Client.PeekQuota(_api!);
        _progress.Show(
            this,
            Format(Messages.ProgressStatus, _done, quota.Remaining, quota.Limit, quota.Api),
            _waitingFor == null ? -1 : _percent ?? -1,
            _waitingFor,
            _waitingFor == null || _percent != null
                ? -1
                : Math.Max(0, (int)Math.Ceiling((_waitsUntil - _progress.Elapsed).TotalSeconds)));
    }
}
