using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using JpoPatent.Sandbox.World;

namespace JpoPatent.Sandbox.Gate;

/// <summary>What each ID has used: a count per API and Japanese day, and the last minute's calls per group.</summary>
internal sealed class AccessBook
{
    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, Account> _accounts = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;
    private readonly int[] _limits;
    private readonly int[] _perMinute;

    public AccessBook(SandboxOptions options)
    {
        _time = options.Time;
        _limits = ApiCatalog.All.Select(
            api => options.DailyLimits.TryGetValue(api.Id, out int limit) ? limit : api.DailyLimit).ToArray();
        _perMinute = new int[2];
        _perMinute[(int)ApiGroup.Domestic] = options.DomesticPerMinute;
        _perMinute[(int)ApiGroup.Opd] = options.OpdPerMinute;
    }

    /// <summary>
    /// Counts one call, or refuses it. A refused call is not counted: neither a 303 towards the day or the minute, nor
    /// a 203 towards the day. Every other call is, whatever its answer: it is not known whether the service counts a
    /// 111, 204 or 208, and a guard that survives the strict reading survives the other one too.
    /// </summary>
    public AccessVerdict Take(string user, ApiDescriptor api, DateTimeOffset now, out int remaining)
    {
        remaining = 0;
        Account account = _accounts.GetOrAdd(user, static _ => new Account());
        lock (account)
        {
            int perMinute = _perMinute[(int)api.Group];
            if (perMinute > 0)
            {
                Queue<DateTimeOffset> window = account.Windows[(int)api.Group];
                while (window.Count > 0 && now - window.Peek() >= Minute)
                {
                    window.Dequeue();
                }

                if (window.Count >= perMinute)
                {
                    return AccessVerdict.TooManyAtOnce;
                }

                window.Enqueue(now);
            }

            int[] counts = account.CountsOf(SandboxCalendar.Today(now));
            if (counts[api.Index] >= _limits[api.Index])
            {
                return AccessVerdict.OverDailyLimit;
            }

            remaining = _limits[api.Index] - ++counts[api.Index];
            return AccessVerdict.Granted;
        }
    }

    public int Used(string user, ApiDescriptor api)
    {
        if (!_accounts.TryGetValue(user, out Account? account))
        {
            return 0;
        }

        lock (account)
        {
            return account.CountsOf(SandboxCalendar.Today(_time.GetUtcNow()))[api.Index];
        }
    }

    public void Spend(string user, ApiDescriptor api, int count)
    {
        Account account = _accounts.GetOrAdd(user, static _ => new Account());
        lock (account)
        {
            account.CountsOf(SandboxCalendar.Today(_time.GetUtcNow()))[api.Index] += count;
        }
    }

    private sealed class Account
    {
        private readonly int[] _counts = new int[ApiCatalog.All.Count];
        private DateTime _day;

        public Queue<DateTimeOffset>[] Windows { get; } = [new(), new()];

        public int[] CountsOf(DateTime day)
        {
            if (_day != day)
            {
                Array.Clear(_counts, 0, _counts.Length);
                _day = day;
            }

            return _counts;
        }
    }
}
