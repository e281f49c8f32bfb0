using System;
using System.Collections.Generic;

namespace JpoPatent.Planning;

/// <summary>Reads the stage of life out of what is known to have happened, and teaches the rates from it.</summary>
internal static class CaseLife
{
    // The last days before the anniversary in which an annuity is paid for the year to come. A payment later than
    // that is one in the six months of grace, for the year that has begun.
    private const int PaidAheadAtMost = 120;

    /// <summary>
    /// The terms that the stages leave open, in days; what a document itself states goes before them.
    /// </summary>
    private const int PatentResponse = 60, OtherResponse = 40, AppealTerm = 92, PaymentTerm = 30;

    /// <summary>Takes what a look at the documents showed into the case.</summary>
    /// <param name="watched">The case.</param>
    /// <param name="events">All that is known, by day. None: the service does not show the case yet.</param>
    /// <param name="night">The night of the look.</param>
    public static void Seen(ref WatchedCase watched, IReadOnlyList<WatchEvent> events, int night)
    {
        Place(ref watched, events);
        watched.LastLook = night;
        watched.LastProgress = night;
    }

    /// <summary>Sets stage, its first day and the open term from what is known.</summary>
    /// <param name="watched">The case.</param>
    /// <param name="events">All that is known, by day.</param>
    public static void Place(ref WatchedCase watched, IReadOnlyList<WatchEvent> events)
    {
        var walk = new Walk(watched.Law, watched.Filed);
        for (int i = 0; i < events.Count; i++)
        {
            walk.Step(events[i]);
        }

        watched.Stage = events.Count == 0 ? WatchStage.Unpublished : walk.Stage;
        watched.Since = events.Count == 0 ? watched.Filed : walk.Since;
        watched.TermEnd = watched.Stage switch
        {
            WatchStage.Notified => watched.Since + (watched.Law == JpoLaw.Patent ? PatentResponse : OtherResponse),
            WatchStage.Refused => watched.Since + AppealTerm,
            WatchStage.Granted => watched.Since + PaymentTerm,
            _ => WatchedCase.NoTerm,
        };
    }

    /// <summary>
    /// Teaches the rates what happened on days from <paramref name="from"/> and before <paramref name="to"/>, and how
    /// long each stage went without.
    /// </summary>
    /// <param name="rates">The rates that learn.</param>
    /// <param name="law">The law of the case.</param>
    /// <param name="filed">Its day of filing.</param>
    /// <param name="events">All that is known, by day. None: the service does not show the case yet.</param>
    /// <param name="from">The first day to be learned, the day of filing for a case seen for the first time.</param>
    /// <param name="to">The day after the last one to be learned: the night of the look.</param>
    public static void Teach(
        StageRates rates, JpoLaw law, int filed, IReadOnlyList<WatchEvent> events, int from, int to)
    {
        from = Math.Max(from, filed);
        int shown = ShownOn(events);
        rates.Expose(law, WatchStage.Unpublished, from - filed, Math.Min(to, shown) - filed);
        rates.Expose(law, WatchStage.NeverSeen, from - filed, to - filed);
        var walk = new Walk(law, filed);
        int at = from;
        for (int i = 0; i < events.Count; i++)
        {
            WatchEvent happened = events[i];
            if (happened.Day >= from)
            {
                rates.Expose(law, walk.Stage, at - walk.Since, happened.Day - walk.Since);
                rates.Happened(law, walk.Stage, happened.Day - walk.Since, happened.Kind);
                rates.Happened(law, WatchStage.NeverSeen, happened.Day - filed, happened.Kind);
                if (happened.Day <= shown)
                {
                    // What was done before publication comes to light with it.
                    rates.Happened(law, WatchStage.Unpublished, shown - filed, happened.Kind);
                }

                rates.HappenedOn(happened);
                at = happened.Day;
            }

            walk.Step(happened);
        }

        if (events.Count > 0)
        {
            rates.Expose(law, walk.Stage, at - walk.Since, to - walk.Since);
        }
    }

    private static int ShownOn(IReadOnlyList<WatchEvent> events)
    {
        for (int i = 0; i < events.Count; i++)
        {
            if (events[i].Kind == WatchEventKind.Publication)
            {
                return events[i].Day;
            }
        }

        return events.Count == 0 ? int.MaxValue : events[0].Day;
    }

    private struct Walk(JpoLaw law, int filed)
    {
        private int _registered;

        // Designs and trademarks are examined without a request.
        public WatchStage Stage
        {
            get;
            private set;
        } = law == JpoLaw.Patent ? WatchStage.Published : WatchStage.Requested;

        public int Since { get; private set; } = filed;

        public void Step(WatchEvent happened)
        {
            switch (happened.Kind)
            {
                case WatchEventKind.ExaminationRequest when Stage == WatchStage.Published:
                    Enter(WatchStage.Requested, happened.Day);
                    break;
                case WatchEventKind.Notice:
                    Enter(WatchStage.Notified, happened.Day);
                    break;
                case WatchEventKind.Response when Stage == WatchStage.Notified:
                    Enter(WatchStage.Responded, happened.Day);
                    break;
                case WatchEventKind.Refusal:
                    Enter(WatchStage.Refused, happened.Day);
                    break;
                case WatchEventKind.Appeal:
                    Enter(WatchStage.Appealed, happened.Day);
                    break;
                case WatchEventKind.Grant:
                    Enter(WatchStage.Granted, happened.Day);
                    break;
                case WatchEventKind.Payment when Stage == WatchStage.Granted:
                    Enter(WatchStage.Paid, happened.Day);
                    break;
                case WatchEventKind.Registration:
                    _registered = happened.Day;
                    Enter(WatchStage.Registered, happened.Day);
                    break;
                case WatchEventKind.Annuity when Stage is WatchStage.Registered or WatchStage.Kept:
                    Enter(WatchStage.Kept, PaidUpTo(happened.Day));
                    break;
                case WatchEventKind.End:
                    Enter(WatchStage.Over, happened.Day);
                    break;
            }
        }

        // An annuity belongs to an anniversary of the registration; the next one is paid around the next anniversary,
        // whenever this one was paid.
        private readonly int PaidUpTo(int day)
        {
            double years = Math.Floor((day - _registered + PaidAheadAtMost) / 365.25);
            return Math.Max(_registered + (int)Math.Round(years * 365.25), Since);
        }

        private void Enter(WatchStage stage, int since)
        {
            Stage = stage;
            Since = since;
        }
    }
}
