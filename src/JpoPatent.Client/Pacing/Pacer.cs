using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.State;

namespace JpoPatent.Pacing;

/// <summary>
/// The limits per minute: the service's, shared by all who use the ID,
/// and a lower one that a connection may set itself.
/// </summary>
internal sealed class Pacer
{
    internal const int DomesticPerMinute = 10;
    internal const int OpdPerMinute = 5;

    /// <summary>Room for the calls of a minute and for those who wait.</summary>
    internal const int RecordLength = 2400;

    /// <summary>The keys of the two records, one a group.</summary>
    internal static readonly IReadOnlyList<string> Keys = ["domestic", "opd"];

    private const string OwnKey = "own";

    // Where a try may take any time, one that does not end in this time is lost.
    private static readonly TimeSpan LongestCall = TimeSpan.FromHours(1);

    // How often who waits looks whether a place has become free: in a store that is far away more rarely.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FarLook = TimeSpan.FromSeconds(15);

    private static readonly Func<CancellationToken, ValueTask> Nothing = static _ => default;

    private readonly SlidingWindow?[] _own = new SlidingWindow?[2];
    private readonly SlidingWindow?[] _shared = new SlidingWindow?[2];

    /// <param name="store">Two records, one a group.</param>
    /// <param name="domestic">Calls per minute for this connection; 0 for no pacing.</param>
    /// <param name="opd">The same for OPD.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="timeout">How long one try may take.</param>
    /// <param name="isFar">Whether the store is on another machine.</param>
    internal Pacer(IRecordStore store, int domestic, int opd, PacingClock clock, TimeSpan timeout, bool isFar = false)
    {
        TimeSpan longest = timeout == Timeout.InfiniteTimeSpan || timeout > LongestCall ? LongestCall : timeout;
        Set(ApiGroup.Domestic, domestic, DomesticPerMinute);
        Set(ApiGroup.Opd, opd, OpdPerMinute);

        void Set(ApiGroup group, int calls, int service)
        {
            int index = (int)group;
            if (calls > 0 && calls <= service)
            {
                _shared[index] = new SlidingWindow(store, Keys[index], service, clock, longest, isFar ? FarLook : Look);
            }

            if (calls > 0 && calls != service)
            {
                _own[index] = new SlidingWindow(new MemoryRecordStore(), OwnKey, calls, clock, longest, Look);
            }
        }
    }

    /// <summary>Whether calls of a group wait for a minute at all.</summary>
    internal bool Paces(ApiGroup group) => _own[(int)group] != null || _shared[(int)group] != null;

    /// <summary>Waits until the call may go out.</summary>
    internal async ValueTask<PacingPlace> EnterAsync(
        ApiDescriptor api,
        Func<CancellationToken, ValueTask> prepare,
        IProgress<JpoActivity>? activity,
        CancellationToken cancellationToken)
    {
        int index = (int)api.Group;
        SlidingWindow? own = _own[index];
        SlidingWindow? shared = _shared[index];
        string? ownPlace = own == null
            ? null
            : await own.EnterAsync(api, shared == null ? prepare : Nothing, activity, cancellationToken)
                .ConfigureAwait(false);
        if (shared == null)
        {
            return new PacingPlace(ownPlace, null);
        }

        string? sharedPlace = null;
        try
        {
            return new PacingPlace(
                ownPlace,
                sharedPlace = await shared.EnterAsync(api, prepare, activity, cancellationToken).ConfigureAwait(false));
        }
        finally
        {
            if (sharedPlace == null && ownPlace != null)
            {
                await own!.LeaveAsync(ownPlace, wasSent: false).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Ends a place when the call has ended, however it ended.</summary>
    /// <param name="group">The call's group.</param>
    /// <param name="place">What <see cref="EnterAsync"/> gave.</param>
    /// <param name="wasSent">Whether the call went out.</param>
    internal async ValueTask LeaveAsync(ApiGroup group, PacingPlace place, bool wasSent)
    {
        if (place.Shared != null)
        {
            await _shared[(int)group]!.LeaveAsync(place.Shared, wasSent).ConfigureAwait(false);
        }

        if (place.Own != null)
        {
            await _own[(int)group]!.LeaveAsync(place.Own, wasSent).ConfigureAwait(false);
        }
    }
}
