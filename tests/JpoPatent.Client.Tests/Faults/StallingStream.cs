using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.Files;
using JpoPatent.TestServer;

namespace JpoPatent.Tests.Faults;

/// <summary>A body that comes byte by byte, with a pause before each, and of which nothing more comes in the end.</summary>
internal sealed class StallingStream(byte[] head, TimeSpan pause, FakeTime time) : ReadOnlyStream
{
    private int _at;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_at < head.Length)
        {
            await time.PassAsync(pause, cancellationToken);
            buffer.Span[0] = head[_at++];
            return 1;
        }

        await time.PassAsync(TimeSpan.FromDays(1), cancellationToken);
        return 0;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
