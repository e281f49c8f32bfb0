using System;
using System.Globalization;

namespace JpoPatent.Sandbox.World;

/// <summary>Every design application there is, made when it is asked for, always the same.</summary>
internal static class DesignWorld
{
    public static DesignCase Make(RightKey key, DateTime horizon)
    {
        RightNumbers numbers = RightNumbers.Designs;
        CaseClass kind = numbers.ClassOf(key);
        ulong seed = RightWorld.SeedOf(JpoLaw.Design, key);
        var made = new DesignCase(numbers.Text(key), seed, horizon) { Filing = numbers.Filed(key) };
        RightWorld.AddOrigins(made, numbers, key);
        var subject = new Dice(RightWorld.SeedOf(JpoLaw.Design, RightWorld.First(numbers, key)), DicePurpose.Subject);
        made.Subject = DesignSubjects.Draw(ref subject);
        if (kind.Role == CaseRole.RelatedDesign)
        {
            made.Principal = numbers.Text(numbers.Origin(key)!.Value);
        }

        if (key.Hague)
        {
            long place = key.Index - numbers.Hague!.Index(2015, numbers.Hague.FirstSerial);
            made.InternationalRegistration = "DM/"
                + (85_000 + (place * 5)).ToString("D6", CultureInfo.InvariantCulture);
            made.DesignNumber = (subject.Below(3) + 1).ToString("D3", CultureInfo.InvariantCulture);
        }

        var examination = new Dice(seed, DicePurpose.Examination);
        bool abroad = made.Applicants[0].Country != "JP";
        (string Number, DateTime Date)? registration = numbers.Registration(key);
        ExaminationPlan plan = registration is { } registered
            ? ExaminationPlan.Granted(
                JpoLaw.Design, made.Filing, DateTime.MaxValue, registered.Date, abroad, ref examination)
            : ExaminationPlan.Fruitless(JpoLaw.Design, made.Filing, DateTime.MaxValue, abroad, ref examination);

        var file = new FileWrapper(JpoLaw.Design, horizon);
        var dice = new Dice(seed, DicePurpose.Documents);
        string number = DocumentNumbers.Filed(made.Filing, ref dice);
        file.Add(new CaseDocument
        {
            LegalDate = made.Filing, Code = "A63", Description = "意匠登録願", Number = number, Separator = 'S',
            Size = dice.Between(18_000, 610_000),
        });
        if (!key.Hague && dice.Chance(25))
        {
            DateTime told = SandboxCalendar.WorkingDay(made.Filing.AddDays(dice.Between(35, 55)));
            file.Add(FileWrapper.WithoutBody(
                made.Filing, "A80", "新規性の喪失の例外証明書提出書", DocumentNumbers.After(number, 132)));
            file.Add(new CaseDocument
            {
                LegalDate = told, Code = "A231", Description = "出願番号特定通知書",
                Number = DocumentNumbers.Internal("023", told, ref dice), Separator = 'S',
                Size = dice.Between(640, 720),
            });
        }

        file.AddExamination(plan, ref dice);
        if (plan.Grant is { } grant && dice.Chance(40))
        {
            file.Add(new CaseDocument
            {
                LegalDate = grant, Drafted = plan.GrantDrafted!.Value, Code = "A252",
                Description = "審査官通知（その他の通知）（期間無）", Number = DocumentNumbers.Mailed(JpoLaw.Design, grant, ref dice),
                Separator = 'S', Size = dice.Between(1_050, 1_450),
            });
        }

        RegisterPlan? life = null;
        if (registration is { } day)
        {
            var register = new Dice(seed, DicePurpose.Register);
            life = RegisterPlan.Design(numbers.Filed(RightWorld.First(numbers, key)), day.Date, ref register);
            file.AddRegistration(plan, day.Date, life, ref register);
        }

        RightWorld.Enter(made, plan, registration, life);
        made.Groups = file.Groups(made.Number, null, made.RegistrationNumber, RightWorld.AppealNumber(plan, seed));
        return made;
    }
}
