using System.Linq;
using JpoPatent.Planning;
using Xunit;

namespace JpoPatent.Tests;

/// <summary>The stage of life that the documents tell.</summary>
public sealed class CaseLifeTests
{
    [Theory]
    [InlineData("", "Unpublished", 0)]
    [InlineData("Publication:548", "Published", 0)]
    [InlineData("Publication:548 ExaminationRequest:900", "Requested", 900)]
    [InlineData("ExaminationRequest:90 Publication:548 Notice:600", "Notified", 600)]
    [InlineData("ExaminationRequest:90 Publication:548 Notice:600 Response:655", "Responded", 655)]
    [InlineData("ExaminationRequest:90 Publication:548 Notice:600 Response:655 Other:700 Refusal:720", "Refused", 720)]
    [InlineData("ExaminationRequest:90 Publication:548 Notice:600 Refusal:720 Appeal:800", "Appealed", 800)]
    [InlineData("ExaminationRequest:90 Publication:548 Grant:720", "Granted", 720)]
    [InlineData("ExaminationRequest:90 Publication:548 Grant:720 Payment:740", "Paid", 740)]
    [InlineData("Publication:548 Grant:720 Payment:740 Registration:750", "Registered", 750)]
    [InlineData("Publication:548 Grant:720 Registration:750 Annuity:1800", "Kept", 1846)]
    [InlineData("Publication:548 Grant:720 Registration:750 Annuity:1990", "Kept", 1846)]
    [InlineData("Publication:548 Grant:720 Registration:750 Annuity:1800 Annuity:2200", "Kept", 2211)]
    [InlineData("Publication:548 End:1200", "Over", 1200)]
    public void Stage_and_its_first_day(string life, string stage, int since)
    {
        WatchedCase watched = WatchedCase.New(1, JpoLaw.Patent, 0, 0);

        CaseLife.Seen(ref watched, Events(life), 3000);

        Assert.Equal((stage, since, 3000), (watched.Stage.ToString(), watched.Since, watched.LastLook));
    }

    [Theory]
    [InlineData(JpoLaw.Patent, 660)]
    [InlineData(JpoLaw.Design, 640)]
    [InlineData(JpoLaw.Trademark, 640)]
    public void A_notice_opens_a_term(JpoLaw law, int end)
    {
        WatchedCase watched = WatchedCase.New(1, law, 0, 0);

        CaseLife.Seen(ref watched, Events("Publication:100 Notice:600"), 601);

        Assert.Equal(end, watched.TermEnd);
    }

    [Fact]
    public void Designs_and_trademarks_need_no_request()
    {
        WatchedCase watched = WatchedCase.New(1, JpoLaw.Trademark, 5, 0);

        CaseLife.Seen(ref watched, Events("Publication:20"), 30);

        Assert.Equal((WatchStage.Requested, 5), (watched.Stage, watched.Since));
    }

    private static WatchEvent[] Events(string life) => life.Length == 0 ? [] :
        [.. life.Split(' ').Select(one => one.Split(':')).Select(parts => new WatchEvent(int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture),
            System.Enum.Parse<WatchEventKind>(parts[0])))];
}
