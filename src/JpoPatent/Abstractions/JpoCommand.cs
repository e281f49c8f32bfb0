using System;
using System.Collections.Concurrent;
using System.Globalization;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.Calls;
using JpoPatent.Words;

namespace JpoPatent.Abstractions;

/// <summary>
/// A cmdlet that waits for asynchronous work on the pipeline thread. What the work tells while it runs, from whatever
/// thread, is queued and written by the pipeline thread, the only one that may write. Ctrl+C cancels the work.
/// </summary>
public abstract class JpoCommand : PSCmdlet, IProgress<JpoActivity>, IRequestListener, IDisposable
{
    // How long work that was told to stop may take to do so before it is left alone:
    // Ctrl+C has to come back within a second.
    private protected static readonly TimeSpan StopPatience = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<JpoActivity> _told = new();
    private readonly ManualResetEventSlim _wake = new();
    private bool? _hearsRequests;

    /// <summary>Cancelled when the user stops the pipeline.</summary>
    internal CancellationToken Stopped => _stop.Token;

    bool IRequestListener.HearsRequests => _hearsRequests == true;

    /// <summary>Takes what the work tells. From any thread.</summary>
    /// <param name="value">What is going on.</param>
    void IProgress<JpoActivity>.Report(JpoActivity value)
    {
        _told.Enqueue(value);
        _wake.Set();
    }

    /// <summary>Frees the wait handles.</summary>
    public void Dispose()
    {
        Dispose(isDisposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Cancels the work under way.</summary>
    protected override void StopProcessing()
    {
        try
        {
            _stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The cmdlet had just ended by itself.
        }

        _wake.Set();
    }

    /// <summary>Frees the wait handles.</summary>
    /// <param name="isDisposing">True when called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool isDisposing)
    {
        if (isDisposing)
        {
            _stop.Dispose();
        }
    }

    /// <summary>Runs work to its end, writing meanwhile what it tells.</summary>
    /// <exception cref="PipelineStoppedException">The user stopped the pipeline.</exception>
    internal T Wait<T>(Func<CancellationToken, Task<T>> work) =>
        ((Task<T>)Wait((Func<CancellationToken, Task>)work)).GetAwaiter().GetResult();

    /// <summary>The same for work without a result.</summary>
    /// <returns>The work, which has ended well.</returns>
    /// <exception cref="PipelineStoppedException">The user stopped the pipeline.</exception>
    internal Task Wait(Func<CancellationToken, Task> work)
    {
        Task task = Begin(work);
        if (!task.IsCompleted)
        {
            // Set from the pool; the pipeline thread needs no look at the clock to see the end.
            task.ContinueWith(
                static (_, wake) => ((ManualResetEventSlim)wake!).Set(),
                _wake,
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
            Pump(task);
        }

        WriteTold();
        try
        {
            task.GetAwaiter().GetResult();
            return task;
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <summary>Whether anybody reads a stream, <c>Verbose</c> or <c>Debug</c>.</summary>
    private protected bool IsAsked(string stream) =>
        MyInvocation.BoundParameters.TryGetValue(stream, out object? isAsked)
            ? isAsked is SwitchParameter { IsPresent: true }
            : GetVariableValue(stream + "Preference") is not ActionPreference.SilentlyContinue;

    /// <summary>Called on the pipeline thread about once a second while work runs.</summary>
    private protected virtual void OnTick()
    {
    }

    /// <summary>
    /// Called on the pipeline thread for what the work tells, after its verbose line or warning was written.
    /// </summary>
    private protected virtual void OnTold(JpoActivity activity)
    {
    }

    /// <summary>What the work says on other threads, it says in the language of this pipeline.</summary>
    private Task Begin(Func<CancellationToken, Task> work)
    {
        WordBook.Reader = CultureInfo.CurrentUICulture;
        _hearsRequests ??= IsAsked("Debug");
        try
        {
            return work(_stop.Token);
        }
        finally
        {
            WordBook.Reader = null;
        }
    }

    private void Pump(Task task)
    {
        try
        {
            while (!task.IsCompleted)
            {
                _wake.Wait(1000);
                _wake.Reset();
                if (_stop.IsCancellationRequested)
                {
                    LeaveAlone(task);
                    return;
                }

                WriteTold();
                if (!task.IsCompleted)
                {
                    OnTick();
                }
            }
        }
        catch
        {
            // Writing can end the pipeline (-WarningAction Stop):
            // the work must not go on spending accesses behind its back.
            _stop.Cancel();
            ((IAsyncResult)task).AsyncWaitHandle.WaitOne(StopPatience);
            throw;
        }
    }

    private static void LeaveAlone(Task task)
    {
        if (!((IAsyncResult)task).AsyncWaitHandle.WaitOne(StopPatience))
        {
            task.ContinueWith(
                static ended => ended.Exception,
                CancellationToken.None,
                TaskContinuationOptions.OnlyOnFaulted,
                TaskScheduler.Default);
            throw new PipelineStoppedException();
        }
    }

    private void WriteTold()
    {
        while (_told.TryDequeue(out JpoActivity? activity))
        {
            if (activity.Kind == JpoActivityKind.Warning)
            {
                WriteWarning(activity.Message);
            }
            else if (activity.Kind == JpoActivityKind.Request)
            {
                WriteDebug(activity.Message);
            }
            else
            {
                WriteVerbose(activity.Message);
            }

            OnTold(activity);
        }
    }
}
