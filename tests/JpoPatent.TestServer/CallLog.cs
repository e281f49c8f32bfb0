using System;
using System.Collections.Generic;
using System.Linq;

namespace JpoPatent.TestServer;

/// <summary>Every call of an API that reached the service.</summary>
public sealed class CallLog
{
    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(60);

    private readonly List<LoggedCall> _calls = [];
    private int _inFlight;
    private int _maxInFlight;

    /// <summary>The calls, in the order of their answers.</summary>
    public IReadOnlyList<LoggedCall> Calls
    {
        get
        {
            lock (_calls)
            {
                return _calls.ToArray();
            }
        }
    }

    /// <summary>The most calls that were under way at once.</summary>
    public int MaxInFlight => _maxInFlight;

    /// <summary>How often an API was called.</summary>
    public int CountOf(ApiDescriptor api) => Calls.Count(call => call.Api == api.Id);

    /// <summary>How often an envelope's status code was sent.</summary>
    public int CountOf(string code) => Calls.Count(call => call.Code == code);

    /// <summary>The most calls of a group that came within any 60 seconds.</summary>
    public int MaxInAMinute(ApiGroup group)
    {
        DateTimeOffset[] times = Calls.Where(call => ApiCatalog.Find(call.Api)?.Group == group).Select(call => call.At).Order().ToArray();
        int most = 0;
        int first = 0;
        for (int last = 0; last < times.Length; last++)
        {
            while (times[last] - times[first] >= Minute)
            {
                first++;
            }

            most = Math.Max(most, last - first + 1);
        }

        return most;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_calls)
        {
            _calls.Clear();
            _maxInFlight = _inFlight;
        }
    }

    internal void Enter()
    {
        lock (_calls)
        {
            _maxInFlight = Math.Max(_maxInFlight, ++_inFlight);
        }
    }

    internal void Leave(LoggedCall call)
    {
        lock (_calls)
        {
            _inFlight--;
            _calls.Add(call);
        }
    }
}
