using System;
using System.Threading;
using System.Threading.Tasks;

namespace JpoPatent.Tests;

/// <summary>An engine on a bad line: answers get lost after the write, requests before it, and others say something else than the store.</summary>
internal sealed class StormyEngine(IRecordEngine inner, int seed, double lostAnswers, double lostRequests) : IRecordEngine
{
    private readonly Random _random = new(seed);
    private int _lost;

    public RemoteClock Clock => inner.Clock;

    internal int Lost => _lost;

    public async ValueTask<(string Text, string Version)?> LoadAsync(string name, TimeSpan timeout, CancellationToken cancellationToken)
    {
        LoseAtTimes(lostRequests);
        (string, string)? record = await inner.LoadAsync(name, timeout, cancellationToken);
        LoseAtTimes(lostAnswers);
        return record;
    }

    public async ValueTask<string?> SaveAsync(string name, string text, string? version, TimeSpan timeout, CancellationToken cancellationToken)
    {
        LoseAtTimes(lostRequests);
        string? written = await inner.SaveAsync(name, text, version, timeout, cancellationToken);
        LoseAtTimes(lostAnswers);
        return written;
    }

    private void LoseAtTimes(double share)
    {
        lock (_random)
        {
            if (_random.NextDouble() < share)
            {
                _lost++;
                throw new StateStoreException("lost", isRefusal: false);
            }
        }
    }
}
