using JpoPatent.Sandbox.Exchange;
using JpoPatent.Sandbox.World;

namespace JpoPatent.Sandbox.Answers;

/// <summary>The JSON answers about trademarks.</summary>
internal static class TrademarkAnswers
{
    public static SandboxResponse Progress(Question question, TrademarkCase found, bool simple) =>
        Envelope.Success(question.Remaining, json =>
        {
            json.Text("applicationNumber", found.Number)
                .Parties(found)
                .Text("filingDate", SandboxCalendar.Text(found.Filing))
                .Text("publicationDate", SandboxCalendar.Text(found.PublicationDate))
                .Text("registrationNumber", found.RegistrationNumber)
                .Text("registrationDate", SandboxCalendar.Text(found.Registration))
                .RegisterDates(found);
            Sign(json, found.Subject);
            if (!simple)
            {
                json.Priorities(found).ParentRight(found);
            }

            json.Documents(found);
        });

    public static SandboxResponse Number(Question question, TrademarkCase found) =>
        Envelope.Success(question.Remaining, json => json
            .Text("applicationNumber", found.Number)
            .Text("registrationNumber", found.RegistrationNumber));

    public static SandboxResponse Registration(Question question, TrademarkCase found) =>
        RightAnswers.Registration(question, found, json => Sign(json, found.Subject));

    private static void Sign(JsonText json, TrademarkSubject sign)
    {
        json.Text("trademarkForDisplay", sign.Display)
            .NumberedList("transliteration", sign.Readings)
            .NumberedList("viennaClass", sign.Vienna)
            .OpenList("goodsServiceInformation");
        foreach (GoodsClass goods in sign.Goods)
        {
            json.OpenObject()
                .Text("goodsServiceClass", goods.Number)
                .Text("goodsServiceName", goods.Names)
                .Text("similarCode", goods.SimilarCodes)
                .CloseObject();
        }

        json.CloseList();
    }
}
