using System;
using System.Globalization;
using JpoPatent.Planning;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Watch;

/// <summary>The sentence why a case is looked at tonight.</summary>
internal static class WatchReason
{
    internal static string Of(WatchPlannedLook planned, WatchPlanner planner, int night)
    {
        WatchedCase watched = planned.Watched;
        if (watched.LastLook == WatchedCase.Never)
        {
            return Format(Client.WatchMessages.NeverLooked, night - watched.Added);
        }

        string stage = Format(Stage(watched.Stage, watched.Law), Math.Max(0, night - watched.Since));
        if (planned.Look.Api == LookApi.Registration)
        {
            return stage
                + (watched.LastRegister == WatchedCase.Never
                    ? Client.WatchMessages.RegisterNever
                    : Format(Client.WatchMessages.RegisterLook, night - watched.LastRegister));
        }

        string seen = Format(Client.WatchMessages.LastLook, night - watched.LastLook);
        return stage + seen + planned.Look.Queue switch
        {
            LookQueue.Urgent => Format(Client.WatchMessages.WhyUrgent, watched.TermEnd - night),
            LookQueue.Overdue => Format(Client.WatchMessages.WhyOverdue, LongestWaits.Set(watched.Stage)),
            _ => Format(
                Client.WatchMessages.WhyRisk,
                planner.ChanceOfCritical(in watched, night).ToString("P1", CultureInfo.CurrentCulture)),
        };
    }

    private static string Stage(WatchStage stage, JpoLaw law) => stage switch
    {
        WatchStage.Unpublished => Client.WatchMessages.StageUnpublished,
        WatchStage.Published => Client.WatchMessages.StagePublished,
        // Designs and trademarks are examined without a request.
        WatchStage.Requested =>
            law == JpoLaw.Patent ? Client.WatchMessages.StageRequested : Client.WatchMessages.StageFiled,
        WatchStage.Notified => Client.WatchMessages.StageNotified,
        WatchStage.Responded => Client.WatchMessages.StageResponded,
        WatchStage.Refused => Client.WatchMessages.StageRefused,
        WatchStage.Appealed => Client.WatchMessages.StageAppealed,
        WatchStage.Granted => Client.WatchMessages.StageGranted,
        WatchStage.Paid => Client.WatchMessages.StagePaid,
        WatchStage.Registered => Client.WatchMessages.StageRegistered,
        WatchStage.Kept => Client.WatchMessages.StageKept,
        _ => Client.WatchMessages.StageOver,
    };
}
