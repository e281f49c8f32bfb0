using System.Management.Automation;
using JpoPatent.Abstractions;
using JpoPatent.Planning;
using JpoPatent.Watch;

namespace JpoPatent.Commands;

/// <summary>Says in which order a night's looks would be made, and why. Spends no access.</summary>
[Cmdlet(VerbsCommon.Get, "JpoWatchPlan", HelpUri = HelpPages.Folder + "Get-JpoWatchPlan.md")]
[OutputType(typeof(JpoWatchPlanEntry))]
public sealed class GetJpoWatchPlanCommand : JpoWatchCommand
{
    /// <summary>
    /// The most looks; without it as many as the limits leave tonight,
    /// or as a full day has where there is no connection.
    /// </summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int? MaxLooks { get; set; }

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        WatchBook book = ReadBook();
        JpoClient? client = AtHand?.Client;
        int night = Night;
        var active = new System.Collections.Generic.List<WatchCase>();
        foreach (WatchCase one in book.Cases)
        {
            if (one.Retired == null)
            {
                active.Add(one);
            }
        }

        WatchPlan plan = WatchPlan.Make(
            active, night, client == null ? FullDay : new WatchLooker(client, book).BudgetOf, MaxLooks);
        int rank = 0;
        foreach (WatchPlannedLook look in plan.Looks)
        {
            WriteObject(new JpoWatchPlanEntry
            {
                Order = ++rank,
                Number = (look.Case.Application ?? look.Case.Number).Display,
                Law = look.Case.Law,
                Api = look.Look.Api == LookApi.Progress ? "app_progress_simple" : "registration_info",
                Reason = WatchReason.Of(look, plan.Planner, night),
            });
        }
    }

    private static NightBudget FullDay(JpoLaw law) => law switch
    {
        JpoLaw.Design => Of(ApiCatalog.DesignProgress, ApiCatalog.DesignProgressSimple, ApiCatalog.DesignRegistration),
        JpoLaw.Trademark =>
            Of(ApiCatalog.TrademarkProgress, ApiCatalog.TrademarkProgressSimple, ApiCatalog.TrademarkRegistration),
        _ => Of(ApiCatalog.PatentProgress, ApiCatalog.PatentProgressSimple, ApiCatalog.PatentRegistration),
    };

    private static NightBudget Of(ApiDescriptor full, ApiDescriptor simple, ApiDescriptor register) =>
        new(full.DailyLimit + simple.DailyLimit, register.DailyLimit);
}
