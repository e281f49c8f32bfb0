using System;
using System.Threading;
using System.Threading.Tasks;

namespace JpoPatent;

/// <summary>The limits a minute: the service's, shared by all who use the ID on this machine, and a lower one that a connection may set itself.</summary>
internal sealed class Pacer
{
    internal const int DomesticPerMinute = 10;
    internal const int OpdPerMinute = 5;

    /// <summary>Room for the calls of a minute and for everybody who waits.</summary>
    internal const int RecordLength = 494;

    private static readonly Func<CancellationToken, ValueTask> Nothing = static _ => default;

    private readonly SlidingWindow?[] _own = new SlidingWindow?[2];
    private readonly SlidingWindow?[] _shared = new SlidingWindow?[2];

    /// <param name="store">Two records, one a group.</param>
    /// <param name="domestic">Calls a minute for this connection; 0 for no pacing.</param>
    /// <param name="opd">The same for OPD.</param>
    /// <param name="time">The machine's clock: the windows are local, whatever the service's clock says.</param>
    internal Pacer(IRecordStore store, int domestic, int opd, TimeProvider time)
    {
        Set(ApiGroup.Domestic, domestic, DomesticPerMinute);
        Set(ApiGroup.Opd, opd, OpdPerMinute);

        void Set(ApiGroup group, int calls, int service)
        {
            int index = (int)group;
            if (calls > 0 && calls <= service)
            {
                _shared[index] = new SlidingWindow(store, index, service, time);
            }

            if (calls > 0 && calls != service)
            {
                _own[index] = new SlidingWindow(new MemoryRecordStore(1), 0, calls, time);
            }
        }
    }

    /// <summary>Whether calls of a group wait for a minute at all.</summary>
    internal bool Paces(ApiGroup group) => _own[(int)group] != null || _shared[(int)group] != null;

    /// <summary>Waits until the call may go out.</summary>
    internal async ValueTask WaitAsync(ApiDescriptor api, Func<CancellationToken, ValueTask> prepare, IProgress<JpoActivity>? activity, CancellationToken cancellationToken)
    {
        int index = (int)api.Group;
        SlidingWindow? own = _own[index];
        SlidingWindow? shared = _shared[index];
        if (own != null)
        {
            await own.WaitAsync(api, shared == null ? prepare : Nothing, activity, cancellationToken).ConfigureAwait(false);
        }

        if (shared != null)
        {
            await shared.WaitAsync(api, prepare, activity, cancellationToken).ConfigureAwait(false);
        }
    }
}
