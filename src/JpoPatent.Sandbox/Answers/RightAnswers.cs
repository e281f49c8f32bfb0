using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using JpoPatent.Sandbox.Exchange;
using JpoPatent.Sandbox.World;

namespace JpoPatent.Sandbox.Answers;

/// <summary>The JSON answers that are alike for all three laws.</summary>
internal static class RightAnswers
{
    public static SandboxResponse Priority(Question question, CaseRecord found) =>
        Envelope.Success(question.Remaining, json => json.Text("applicationNumber", found.Number).Priorities(found));

    /// <summary>
    /// What the register says; nothing before registration. <paramref name="writeSubject"/> adds
    /// what is different from law to law.
    /// </summary>
    public static SandboxResponse Registration(Question question, CaseRecord found, Action<JsonText> writeSubject)
    {
        if (found.Register is not { } register)
        {
            return Envelope.Empty(Envelope.NoData, question.Remaining);
        }

        return Envelope.Success(question.Remaining, json =>
        {
            json.Text("applicationNumber", found.Number)
                .Text("filingDate", SandboxCalendar.Text(found.Filing))
                .Text("registrationNumber", found.RegistrationNumber)
                .Text("registrationDate", SandboxCalendar.Text(found.Registration))
                .Text("decisionDate", SandboxCalendar.Text(found.Decision))
                .Text("appealTrialDecisiondDate", SandboxCalendar.Text(found.AppealDecision))
                .OpenList("rightPersonInformation");
            foreach (Party holder in found.Applicants)
            {
                json.OpenObject().Text("rightPersonCd", holder.Code).Text("rightPersonName", holder.Name).CloseObject();
            }

            json.CloseList();
            writeSubject(json);
            json.Text("expireDate", SandboxCalendar.Text(register.Expires))
                .Text("nextPensionPaymentDate", SandboxCalendar.Text(register.NextDue))
                .Text("lastPaymentYearly", register.PaidYears.ToString("D2", CultureInfo.InvariantCulture))
                .Text("erasureIdentifier", register.Erasure)
                .Text("disappearanceDate", SandboxCalendar.Text(register.Gone))
                .Text("updateDate", SandboxCalendar.Text(register.Updated));
        });
    }

    /// <summary>The fixed address of a case: the number, then 64 hexadecimal digits that mean nothing.</summary>
    public static SandboxResponse Url(Question question, CaseRecord found)
    {
        (string collection, string code) = found.Law switch
        {
            JpoLaw.Patent => ("PU", "10"),
            JpoLaw.Design => ("DE", "30"),
            _ => ("TR", "40"),
        };
        string digits = string.Concat(Enumerable.Range(1, 4).Select(
            i => Dice.Mix(found.Seed + (ulong)i).ToString("X16", CultureInfo.InvariantCulture)));
        string number = found.Number.Substring(0, 4) + "-" + found.Number.Substring(4);
        string address = "https://www.j-platpat.inpit.go.jp/c1800/" + collection + "/JP-" + number + "/" + digits + "/"
            + code + "/ja";
        return Envelope.Success(question.Remaining, json => json.Text("URL", address));
    }

    public static SandboxResponse NameOf(Question question)
    {
        string code = question.Parameters[0];
        if (!AnswerDesk.IsDigits(code, 9))
        {
            return Envelope.Error(Envelope.BadParameter);
        }

        return PartyPool.WithCode(code) is { } party
            ? Envelope.Success(question.Remaining, json => json.Text("applicantAttorneyName", party.Name))
            : Envelope.Empty(Envelope.NoData, question.Remaining);
    }

    public static SandboxResponse CodesOf(Question question)
    {
        IReadOnlyList<Party> parties = PartyPool.WithName(question.Parameters[0]);
        if (parties.Count == 0)
        {
            return Envelope.Empty(Envelope.NoData, question.Remaining);
        }

        return Envelope.Success(question.Remaining, json =>
        {
            json.OpenList("applicantAttorney");
            foreach (Party party in parties)
            {
                json.OpenObject().Text("applicantAttorneyCd", party.Code).Text("name", party.Name).CloseObject();
            }

            json.CloseList();
        });
    }
}
