using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;

namespace JpoPatent.Tests;

/// <summary>The two methods, in memory: what a server does, without one.</summary>
internal sealed class MemoryEngine(TimeProvider time) : IRecordEngine
{
    private readonly Dictionary<string, (string Text, int Version)> _records = [];

    public RemoteClock Clock { get; } = new(time);

    public ValueTask<(string Text, string Version)?> LoadAsync(string name, TimeSpan timeout, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_records)
        {
            return new(_records.TryGetValue(name, out (string Text, int Version) record) ? (record.Text, record.Version.ToString(CultureInfo.InvariantCulture)) : null);
        }
    }

    public async ValueTask<string?> SaveAsync(string name, string text, string? version, TimeSpan timeout, CancellationToken cancellationToken)
    {
        // Others come in between, as on a line.
        await Task.Yield();
        lock (_records)
        {
            _records.TryGetValue(name, out (string Text, int Version) there);
            if ((version ?? "0") != there.Version.ToString(CultureInfo.InvariantCulture))
            {
                return null;
            }

            _records[name] = (text, there.Version + 1);
            return (there.Version + 1).ToString(CultureInfo.InvariantCulture);
        }
    }
}
