using System;
using System.Collections.Generic;
using System.Linq;

namespace JpoPatent.Sandbox.World;

/// <summary>
/// Collects the documents of a case, future ones included, and hands out the groups as they stand at the end of a day.
/// </summary>
internal sealed class FileWrapper(JpoLaw law, DateTime horizon)
{
    private readonly List<CaseDocument> _application = [];
    private readonly List<CaseDocument> _register = [];
    private readonly List<CaseDocument> _appeal = [];

    /// <summary>Older documents are listed without their bodies.</summary>
    public DateTime BodiesSince { get; init; } = DateTime.MinValue;

    public void Add(CaseDocument document)
    {
        if (document.LegalDate <= horizon)
        {
            _application.Add(
                document.LegalDate < BodiesSince
                    ? WithoutBody(document.LegalDate, document.Code, document.Description, document.Number)
                    : document);
        }
    }

    public void AddToRegister(DateTime day, string code, string description)
    {
        if (day <= horizon)
        {
            _register.Add(new CaseDocument
            {
                LegalDate = day,
                Code = code,
                Description = description,
                Number = CaseDocument.NoRegisterNumber,
            });
        }
    }

    public void AddToAppeal(CaseDocument document)
    {
        if (document.LegalDate <= horizon)
        {
            _appeal.Add(document);
        }
    }

    /// <summary>Notices, answers, decisions and what goes with them.</summary>
    public void AddExamination(ExaminationPlan plan, ref Dice dice)
    {
        char separator = law == JpoLaw.Patent ? 'K' : 'S';
        if (plan.SearchReport is { } search)
        {
            Add(new CaseDocument
            {
                LegalDate = search, Code = "A971007", Description = "検索報告書",
                Number = DocumentNumbers.Internal("968", search, ref dice), Separator = 'C',
                Size = dice.Between(4_000, 14_000),
            });
        }

        for (int i = 0; i < plan.Rounds.Count; i++)
        {
            ExaminationRound round = plan.Rounds[i];
            Add(new CaseDocument
            {
                LegalDate = round.Notice, Drafted = round.Drafted, Code = "A131", Description = "拒絶理由通知書", Round = i,
                Number = DocumentNumbers.Mailed(law, round.Notice, ref dice), Separator = separator,
                Size = dice.Between(1_100, 7_200),
            });
            if (round.Response is { } response)
            {
                string number = DocumentNumbers.Filed(response, ref dice);
                bool amends = dice.Chance(80);
                Add(new CaseDocument
                {
                    LegalDate = response, Code = "A53", Description = "意見書", Round = i,
                    Number = DocumentNumbers.After(number, 3), Separator = 'S', Size = dice.Between(900, 9_800),
                });
                int size = dice.Between(700, 12_000);
                if (amends)
                {
                    Add(new CaseDocument
                    {
                        LegalDate = response, Code = "A523",
                        Description = law == JpoLaw.Patent ? "手続補正書（自発・内容）" : "手続補正書", Round = i, Number = number,
                        Separator = 'S', Size = size,
                    });
                }
            }
        }

        if (plan.Refusal is { } refusal)
        {
            Add(new CaseDocument
            {
                LegalDate = refusal, Drafted = plan.RefusalDrafted!.Value, Code = "A02", Description = "拒絶査定",
                Round = plan.Rounds.Count,
                Number = DocumentNumbers.Mailed(law, refusal, ref dice), Separator = separator,
                Size = dice.Between(1_000, 4_200),
            });
        }

        if (plan.Grant is { } grant)
        {
            Add(new CaseDocument
            {
                LegalDate = grant, Drafted = plan.GrantDrafted!.Value, Code = "A01", Description = GrantName,
                Number = DocumentNumbers.Mailed(law, grant, ref dice), Separator = separator,
                Size = dice.Between(700, 1_700),
            });
        }

        if (plan.Appeal is { } appeal)
        {
            AddToAppeal(new CaseDocument
            {
                LegalDate = appeal, Code = "C60", Description = "審判請求書",
                Number = DocumentNumbers.Filed(appeal, ref dice), Separator = 'S', Size = dice.Between(1_500, 8_000),
            });
            AddToAppeal(WithoutBody(
                appeal.AddDays(21),
                "C22",
                "審判官指定（変更）通知",
                DocumentNumbers.MailedInAppeal(law, appeal.AddDays(21), ref dice)));
            DateTime decided = plan.AppealDecision!.Value;
            AddToAppeal(new CaseDocument
            {
                LegalDate = decided, Code = "C03", Description = "審決",
                Number = DocumentNumbers.MailedInAppeal(law, decided, ref dice), Separator = 'S',
                Size = dice.Between(2_000, 9_000),
            });
        }
    }

    /// <summary>The fee, the certificate, and what is paid later.</summary>
    public void AddRegistration(ExaminationPlan plan, DateTime registration, RegisterPlan register, ref Dice dice)
    {
        DateTime paid = SandboxCalendar.WorkingDay(registration.AddDays(-dice.Between(7, 13)));
        Add(WithoutBody(paid, "A61", "登録料納付", CaseDocument.NoNumber));
        if (plan.Grant is { } grant)
        {
            AddToRegister(grant, "A01", GrantName);
        }

        AddToRegister(paid, "R100", law == JpoLaw.Patent ? "特許料納付書" : "設定納付書");
        AddToRegister(
            SandboxCalendar.NextWorkingDay(registration.AddDays(14)), "R150", law == JpoLaw.Patent ? "特許証" : "登録証");
        foreach (DateTime payment in register.Payments)
        {
            if (law == JpoLaw.Trademark)
            {
                AddToRegister(payment, "R20", "登録料納付書");
            }
            else
            {
                AddToRegister(payment, "R20", "年金納付書");
                AddToRegister(SandboxCalendar.NextWorkingDay(payment.AddDays(28)), "R250", "年金領収書、年金領収書（分納）");
            }
        }
    }

    /// <summary>The groups, in the order of their types, each in the order of time.</summary>
    /// <param name="application">Application number.</param>
    /// <param name="publication">The publication's group, which lists no documents, or null.</param>
    /// <param name="registration">Registration number, or null.</param>
    /// <param name="appeal">Number of the appeal or opposition; of use only where there are documents of one.</param>
    public IReadOnlyList<DocumentGroup> Groups(
        string application, DocumentGroup? publication, string? registration, string appeal)
    {
        List<DocumentGroup> groups = [new(DocumentGroup.Application, application, Sorted(_application))];
        if (publication is not null)
        {
            groups.Add(publication);
        }

        if (registration is not null)
        {
            groups.Add(new(DocumentGroup.Registration, registration, Sorted(_register)));
        }

        if (_appeal.Count > 0)
        {
            groups.Add(new(DocumentGroup.Appeal, appeal, Sorted(_appeal)));
        }

        return groups;
    }

    public static CaseDocument WithoutBody(DateTime day, string code, string description, string number) =>
        new() { LegalDate = day, Code = code, Description = description, Number = number };

    private string GrantName => law == JpoLaw.Patent ? "特許査定" : "登録査定";

    private static List<CaseDocument> Sorted(List<CaseDocument> documents) =>
        documents.OrderBy(document => document.LegalDate).ToList();
}
