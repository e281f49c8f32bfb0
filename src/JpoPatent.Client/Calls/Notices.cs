using System;
using System.Collections.Generic;
using System.Threading;

namespace JpoPatent.Calls;

/// <summary>
/// What happens below the level of calls: a warning is kept for the next caller,
/// a wait is reported to the call that waits.
/// </summary>
/// <param name="isFollowed">Whether waits of the call under way are to be told. It costs each call a little, and a
/// state folder knows no waits worth a word.</param>
internal sealed class Notices(bool isFollowed)
{
    private readonly AsyncLocal<IProgress<JpoActivity>?> _current = new();
    private readonly List<JpoActivity> _pending = [];

    /// <summary>A call begins: it hears what was kept, and from now on what it waits for.</summary>
    internal void Begin(IProgress<JpoActivity>? activity)
    {
        if (isFollowed)
        {
            _current.Value = activity;
        }

        if (activity == null || _pending.Count == 0)
        {
            return;
        }

        JpoActivity[] warnings;
        lock (_pending)
        {
            warnings = _pending.ToArray();
            _pending.Clear();
        }

        foreach (JpoActivity warning in warnings)
        {
            activity.Report(warning);
        }
    }

    /// <summary>Keeps a warning for the next caller.</summary>
    internal void Keep(string warning)
    {
        lock (_pending)
        {
            _pending.Add(new JpoActivity(JpoActivityKind.Warning, warning));
        }
    }

    /// <summary>Warns the call under way. Where none is known, the warning is kept for the next one.</summary>
    internal void Warn(string warning)
    {
        if (_current.Value is { } activity)
        {
            activity.Report(new JpoActivity(JpoActivityKind.Warning, warning));
        }
        else
        {
            Keep(warning);
        }
    }

    /// <summary>Tells the call under way what it waits for.</summary>
    internal void Tell(string wait) => _current.Value?.Report(new JpoActivity(JpoActivityKind.Waiting, wait));
}
