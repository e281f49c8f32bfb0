using System;
using System.Linq;

namespace JpoPatent.TestServer;

/// <summary>The service's counters: an API, a day in Japan, a limit.</summary>
public sealed class AccessCounters(ServerClock clock)
{
    private readonly int[] _limits = ApiCatalog.All.Select(api => api.DailyLimit).ToArray();
    private readonly int[] _used = new int[ApiCatalog.All.Count];
    private readonly object _gate = new();
    private DateOnly _day = clock.Today;

    /// <summary>Counts an access, unless none is left.</summary>
    /// <returns>What is left after it, or null where the limit is used up.</returns>
    public int? TryCount(ApiDescriptor api)
    {
        lock (_gate)
        {
            Turn();
            return _used[api.Index] < _limits[api.Index] ? _limits[api.Index] - ++_used[api.Index] : null;
        }
    }

    /// <summary>Accesses counted today.</summary>
    public int Used(ApiDescriptor api)
    {
        lock (_gate)
        {
            Turn();
            return _used[api.Index];
        }
    }

    /// <summary>Accesses that others spend, from another machine.</summary>
    public void Spend(ApiDescriptor api, int count)
    {
        lock (_gate)
        {
            Turn();
            _used[api.Index] += count;
        }
    }

    /// <summary>Sets the daily limit.</summary>
    public void SetLimit(ApiDescriptor api, int limit)
    {
        lock (_gate)
        {
            _limits[api.Index] = limit;
        }
    }

    /// <summary>Sets what is left today, within the limit.</summary>
    public void SetLeft(ApiDescriptor api, int left)
    {
        lock (_gate)
        {
            Turn();
            _used[api.Index] = _limits[api.Index] - left;
        }
    }

    private void Turn()
    {
        DateOnly today = clock.Today;
        if (today != _day)
        {
            _day = today;
            Array.Clear(_used);
        }
    }
}
