using System;

namespace JpoPatent.Sandbox.World;

/// <summary>Every trademark application there is, made when it is asked for, always the same.</summary>
internal static class TrademarkWorld
{
    // Before this day the service lists the documents of trademarks without their bodies.
    private static readonly DateTime BodiesSince = new(2019, 1, 7);

    public static TrademarkCase Make(RightKey key, DateTime horizon)
    {
        RightNumbers numbers = RightNumbers.Trademarks;
        CaseClass kind = numbers.ClassOf(key);
        ulong seed = RightWorld.SeedOf(JpoLaw.Trademark, key);
        var subject = new Dice(
            RightWorld.SeedOf(JpoLaw.Trademark, RightWorld.First(numbers, key)), DicePurpose.Subject);
        var made = new TrademarkCase(numbers.Text(key), seed, horizon, TrademarkSubjects.Draw(ref subject))
        {
            Filing = numbers.Filed(key),
        };
        RightWorld.AddOrigins(made, numbers, key);
        DateTime published = SandboxCalendar.NextWorkingDay(made.Filing.AddDays(14));
        made.PublicationDate = made.Knows(published) ? published : null;

        var examination = new Dice(seed, DicePurpose.Examination);
        bool abroad = made.Applicants[0].Country != "JP";
        (string Number, DateTime Date)? registration = numbers.Registration(key);
        ExaminationPlan plan = registration is { } registered
            ? ExaminationPlan.Granted(
                JpoLaw.Trademark, made.Filing, DateTime.MaxValue, registered.Date, abroad, ref examination)
            : kind.RefusedAfter > 0
            ? ExaminationPlan.Refused(
                JpoLaw.Trademark,
                made.Filing,
                DateTime.MaxValue,
                numbers.After(key, kind.RefusedAfter),
                abroad,
                ref examination)
            : ExaminationPlan.Fruitless(JpoLaw.Trademark, made.Filing, DateTime.MaxValue, abroad, ref examination);

        var file = new FileWrapper(JpoLaw.Trademark, horizon) { BodiesSince = BodiesSince };
        var dice = new Dice(seed, DicePurpose.Documents);
        string number = DocumentNumbers.Filed(made.Filing, ref dice);
        file.Add(new CaseDocument
        {
            LegalDate = made.Filing, Code = "A63", Description = "商標登録願", Number = number, Separator = 'S',
            Size = dice.Between(900, 42_000),
        });
        file.AddExamination(plan, ref dice);
        RegisterPlan? life = null;
        if (registration is { } day)
        {
            var register = new Dice(seed, DicePurpose.Register);
            life = RegisterPlan.Trademark(day.Date, ref register);
            file.AddRegistration(plan, day.Date, life, ref register);
        }

        if (dice.Chance(20))
        {
            DateTime inspected = SandboxCalendar.WorkingDay(published.AddDays(dice.Between(60, 700)));
            file.Add(FileWrapper.WithoutBody(
                inspected, "A861", "ファイル記録事項の閲覧（縦覧）請求書", DocumentNumbers.Inspection(inspected, ref dice)));
        }

        RightWorld.Enter(made, plan, registration, life);
        made.Groups = file.Groups(made.Number, null, made.RegistrationNumber, RightWorld.AppealNumber(plan, seed));
        return made;
    }
}
