using System;
using System.Diagnostics;
using System.Management.Automation;

namespace JpoPatent.Abstractions;

/// <summary>When a run shows how far it is: not before it lasts, and not anew for every case.</summary>
/// <param name="after">How long a run is to last before it shows anything.</param>
internal sealed class RunProgress(TimeSpan after)
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500);

    private readonly Stopwatch _running = Stopwatch.StartNew();
    private TimeSpan _at = after;
    private bool _isShown;

    /// <summary>How long the run lasts.</summary>
    internal TimeSpan Elapsed => _running.Elapsed;

    /// <summary>Whether it is time to show something.</summary>
    internal bool IsDue => _running.Elapsed >= _at;

    /// <summary>Shows how far the run is.</summary>
    /// <param name="cmdlet">Whose run it is.</param>
    /// <param name="status">How much is done.</param>
    /// <param name="percent">The same in percent; -1 where that is not known.</param>
    /// <param name="operation">What is going on.</param>
    /// <param name="secondsLeft">How long that takes; -1 where that is not known.</param>
    internal void Show(PSCmdlet cmdlet, string status, int percent, string? operation, int secondsLeft = -1)
    {
        _at = _running.Elapsed + Every;
        _isShown = true;
        cmdlet.WriteProgress(new ProgressRecord(0, cmdlet.MyInvocation.MyCommand.Name, status)
        {
            PercentComplete = percent,
            CurrentOperation = operation ?? string.Empty,
            SecondsRemaining = secondsLeft,
        });
    }

    /// <summary>Takes away what was shown.</summary>
    internal void End(PSCmdlet cmdlet)
    {
        if (_isShown)
        {
            cmdlet.WriteProgress(new ProgressRecord(0, cmdlet.MyInvocation.MyCommand.Name, " ")
            {
                RecordType = ProgressRecordType.Completed,
            });
        }
    }
}
