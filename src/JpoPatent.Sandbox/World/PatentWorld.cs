using System;
using System.Collections.Generic;
using System.Globalization;

namespace JpoPatent.Sandbox.World;

/// <summary>Every patent application there is, made when it is asked for, always the same.</summary>
internal static class PatentWorld
{
    /// <summary>Looks a number up as the service would at the end of a day.</summary>
    public static Lookup Find(string tenDigits, DateTime horizon, out PatentCase? found)
    {
        found = null;
        if (tenDigits.StartsWith("0", StringComparison.Ordinal) || Year(tenDigits) < PatentNumbers.FirstDay.Year)
        {
            return Lookup.NotCovered;
        }

        return Year(tenDigits) > horizon.Year
            ? Lookup.NoData
            : Find(PatentNumbers.FromApplication(tenDigits), horizon, out found);
    }

    /// <summary>Looks up the case of a publication number, which must have been published by then.</summary>
    public static Lookup FindPublication(string tenDigits, DateTime horizon, out PatentCase? found)
    {
        found = null;
        if (Year(tenDigits) < PatentNumbers.FirstDay.Year)
        {
            return Lookup.NotCovered;
        }

        Lookup lookup = Year(tenDigits) > horizon.Year
            ? Lookup.NoData
            : Find(PatentNumbers.FromPublication(tenDigits), horizon, out found);
        return lookup == Lookup.Found && found!.Publication != tenDigits ? Lookup.NoData : lookup;
    }

    /// <summary>Looks up the case of a registration number, which must have been registered by then.</summary>
    public static Lookup FindRegistration(string sevenDigits, DateTime horizon, out PatentCase? found)
    {
        found = null;
        if (PatentNumbers.IsBeforeCover(sevenDigits))
        {
            return Lookup.NotCovered;
        }

        Lookup lookup = Find(PatentNumbers.FromRegistration(sevenDigits), horizon, out found);
        return lookup == Lookup.Found && found!.RegistrationNumber != sevenDigits ? Lookup.NoData : lookup;
    }

    /// <summary>Looks up the case behind a key, which may be null.</summary>
    public static Lookup Find(PatentKey? key, DateTime horizon, out PatentCase? found)
    {
        found = null;
        if (key is not { } place)
        {
            return Lookup.NoData;
        }

        DateTime entered = PatentNumbers.Entered(place);
        if (entered < PatentNumbers.FirstDay)
        {
            return Lookup.NotCovered;
        }

        if (entered > horizon)
        {
            return Lookup.NoData;
        }

        found = Make(place, horizon);
        return Lookup.Found;
    }

    /// <summary>
    /// A case by its place, older ones than the service covers included; null where it has not been filed yet.
    /// </summary>
    public static PatentCase? FindAny(PatentKey key, DateTime horizon) =>
        PatentNumbers.Entered(key) <= horizon ? Make(key, horizon) : null;

    /// <summary>
    /// The line of descent that a case belongs to, the original application first;
    /// empty where it has no relatives that are known yet.
    /// </summary>
    public static IReadOnlyList<PatentCase> Descent(PatentCase member)
    {
        PatentKey root = Root(member.Key);
        var line = new List<PatentCase>();
        Collect(root, member.Horizon, line);
        return line.Count > 1 ? line : [];
    }

    /// <summary>
    /// The first filing of a case's line: parents, and earlier applications whose domestic
    /// priority is claimed, followed to the end.
    /// </summary>
    public static PatentKey First(PatentKey key)
    {
        while (PatentNumbers.Origin(key) is { } origin)
        {
            key = origin;
        }

        return key;
    }

    public static ulong SeedOf(PatentKey key) =>
        Dice.Mix(((ulong)JpoLaw.Patent << 60) ^ (key.National ? 1UL << 59 : 0) ^ (ulong)key.Index);

    /// <summary>The country of the first filing of a case.</summary>
    public static string HomeOf(PatentKey key) => PatentNumbers.ClassOf(First(key)).Home;

    private static int Year(string tenDigits) => int.Parse(tenDigits.Substring(0, 4), CultureInfo.InvariantCulture);

    /// <summary>
    /// The original application at the head of a line of divisional ones; the case itself where there is no line.
    /// </summary>
    public static PatentKey Root(PatentKey key)
    {
        while (PatentNumbers.ClassOf(key).Role == CaseRole.Divisional)
        {
            key = PatentNumbers.Origin(key)!.Value;
        }

        return key;
    }

    private static void Collect(PatentKey key, DateTime horizon, List<PatentCase> line)
    {
        // An original application older than the service still heads its line:
        // its numbers are known, its own pages are not.
        if (PatentNumbers.Entered(key) > horizon)
        {
            return;
        }

        line.Add(Make(key, horizon));
        if (key.National)
        {
            return;
        }

        foreach (CaseClass kind in ClassTable.Patents.DescendantsOf(PatentNumbers.ClassOf(key)))
        {
            if (kind.Role == CaseRole.Divisional)
            {
                Collect(PatentNumbers.Descendant(key, kind), horizon, line);
            }
        }
    }

    private static PatentCase Make(PatentKey key, DateTime horizon)
    {
        string number = PatentNumbers.Text(key);
        ulong seed = SeedOf(key);
        var made = new PatentCase(key, number, seed, horizon);
        CaseClass kind = PatentNumbers.ClassOf(key);
        DateTime entered = PatentNumbers.Entered(key);
        PatentKey root = Root(key);
        string home = HomeOf(key);
        bool abroad = home != "JP";

        made.Filing = key.National ? PatentNumbers.InternationalApplication(key).Date : entered;
        DateTime effective = key.National ? made.Filing : PatentNumbers.Entered(root);
        made.Generation = kind.Generation;
        if (kind.Role == CaseRole.Divisional)
        {
            PatentKey parent = PatentNumbers.Origin(key)!.Value;
            made.Parent = PatentNumbers.Text(parent);
            made.ParentFiling = PatentNumbers.Entered(parent);
        }

        made.Priorities = Priorities(root, home);
        ulong identity = SeedOf(IdentityOf(key, home));
        var subject = new Dice(identity, DicePurpose.Subject);
        made.Subject = PatentSubjects.Draw(ref subject);
        var people = new Dice(identity, DicePurpose.People);
        (made.Applicants, made.Attorneys) = People.Draw(home, ref people);
        Publish(made, key);

        var examination = new Dice(seed, DicePurpose.Examination);
        made.Claims = examination.Between(1, 6) * examination.Between(1, 5);
        (string Number, DateTime Date)? registration = PatentNumbers.Registration(key);
        ExaminationPlan plan = Examine(key, kind, entered, made.Filing, abroad, registration?.Date, ref examination);

        var filing = new FileWrapper(JpoLaw.Patent, horizon);
        var dice = new Dice(seed, DicePurpose.Documents);
        AddFiling(filing, made, entered, abroad, ref dice);
        if (plan.Request is { } request)
        {
            filing.Add(new CaseDocument
            {
                LegalDate = request, Code = "A621", Description = "出願審査請求書",
                Number = DocumentNumbers.Filed(request, ref dice), Separator = 'S', Size = dice.Between(980, 1_320),
            });
            if (plan.Accelerated)
            {
                filing.Add(FileWrapper.WithoutBody(
                    request, "A871", "早期審査に関する事情説明書", DocumentNumbers.Filed(request, ref dice)));
            }
        }

        filing.AddExamination(plan, ref dice);
        var appeal = new Dice(seed, DicePurpose.Appeal);
        string appealNumber = plan.Appeal is { } appealed ? AppealNumber(appealed, 1, 29_000, ref appeal) : "";
        if (registration is { } registered)
        {
            var register = new Dice(seed, DicePurpose.Register);
            RegisterPlan life = RegisterPlan.Patent(effective, registered.Date, ref register);
            filing.AddRegistration(plan, registered.Date, life, ref register);
            if (made.Knows(registered.Date))
            {
                made.RegistrationNumber = registered.Number;
                made.Registration = registered.Date;
                made.Register = life.At(horizon);
            }

            if (plan.Appeal is null && appeal.Chance(4))
            {
                appealNumber = Oppose(filing, registered.Date, ref appeal);
            }
        }

        if (plan.GrantDrafted is { } granted && made.Knows(plan.Grant))
        {
            made.Decision = granted;
        }
        else if (plan.RefusalDrafted is { } refused && made.Knows(plan.Refusal))
        {
            made.Decision = refused;
        }

        made.AppealDecision = made.Knows(plan.AppealDecision) ? plan.AppealDecision : null;
        AddInspections(filing, made, ref dice);
        made.Groups = filing.Groups(number, PublicationGroup(made), made.RegistrationNumber, appealNumber);
        return made;
    }

    /// <summary>Whose dice give title and people: the first filing's in Japan, so that relatives agree.</summary>
    private static PatentKey IdentityOf(PatentKey key, string home) =>
        key.National && home == "JP" && PatentNumbers.FirstFilingAbroad(key) is { } first
            ? PatentNumbers.DomesticFirstFiling(first)
            : First(key);

    private static List<Priority> Priorities(PatentKey key, string home)
    {
        if (PatentNumbers.ClassOf(key).Role == CaseRole.DomesticPriority)
        {
            PatentKey basis = PatentNumbers.Origin(key)!.Value;
            return [new Priority(PatentNumbers.Text(basis), PatentNumbers.Entered(basis), "JP", domestic: true)];
        }

        if (PatentNumbers.FirstFilingAbroad(key) is not { } first)
        {
            return [];
        }

        if (home == "JP")
        {
            PatentKey basis = PatentNumbers.DomesticFirstFiling(first);
            return [new Priority(PatentNumbers.Text(basis), PatentNumbers.Entered(basis), "JP", domestic: false)];
        }

        NumberSpace space = PatentNumbers.SpaceOf(key);
        return [new Priority(ForeignNumbers.Claimed(home, space, first), space.Date(first), home, domestic: false)];
    }

    private static void Publish(PatentCase made, PatentKey key)
    {
        NumberSpace space = PatentNumbers.SpaceOf(key);
        if (PatentNumbers.Publication(key) is { } publication
            && space.Date(publication) is var published
            && made.Knows(published))
        {
            made.Publication = space.Text(publication);
            made.EraPublication = Era.Publication(published, space.Serial(publication));
            made.PublicationDate = published;
            made.IsNationalPublication = key.National;
        }

        if (key.National)
        {
            made.InternationalApplication = PatentNumbers.InternationalApplication(key).Number;
            (made.InternationalPublication, made.InternationalPublicationDate) = PatentNumbers.InternationalPublication(
                key);
        }
    }

    private static ExaminationPlan Examine(
        PatentKey key,
        CaseClass kind,
        DateTime entered,
        DateTime filing,
        bool abroad,
        DateTime? registration,
        ref Dice dice)
    {
        // A divisional application that comes more than three years after the first filing must
        // be requested within thirty days.
        DateTime limit = kind.Role == CaseRole.Divisional ? entered.AddDays(30) : filing.AddMonths(36).AddDays(-1);
        if (registration is { } day)
        {
            return ExaminationPlan.Granted(JpoLaw.Patent, entered, limit, day, abroad, ref dice);
        }

        if (kind.Role == CaseRole.Basis)
        {
            return ExaminationPlan.Abandoned(entered.AddMonths(16));
        }

        return kind.RefusedAfter > 0
            ? ExaminationPlan.Refused(
                JpoLaw.Patent, entered, limit, PatentNumbers.After(key, kind.RefusedAfter), abroad, ref dice)
            : ExaminationPlan.Fruitless(JpoLaw.Patent, entered, limit, abroad, ref dice);
    }

    private static void AddFiling(FileWrapper filing, PatentCase made, DateTime entered, bool abroad, ref Dice dice)
    {
        string number = DocumentNumbers.Filed(entered, ref dice);
        bool national = made.Key.National;
        if (national)
        {
            DateTime sent = made.Filing.AddDays(dice.Between(40, 90));
            filing.Add(new CaseDocument
            {
                LegalDate = sent,
                Code = "IB304",
                Description = made.Priorities.Count > 0 ? "優先権書類の提出に関する通知" : "国際出願の受理に関する通知",
                Number = CaseDocument.NoNumber,
                International = true,
            });
        }

        void Part(string description, char separator, int size) => filing.Add(new CaseDocument
        {
            LegalDate = entered, Code = "A63", Description = description, Number = number, Separator = separator,
            Size = size,
        });

        Part(national ? "国内書面" : "特許願", 'S', dice.Between(1_150, 1_900));
        if (!national || abroad)
        {
            string suffix = national ? "翻訳文" : "";
            Part("請求の範囲" + suffix, 'L', dice.Between(1_200, 9_000));
            Part("明細書" + suffix, 'M', dice.Between(8_000, 94_000));
            int drawings = dice.Between(40_000, 3_600_000);
            if (dice.Chance(85))
            {
                Part("図面" + suffix, 'Z', drawings);
            }

            Part("要約書" + suffix, 'Y', dice.Between(900, 1_400));
        }
    }

    private static void AddInspections(FileWrapper filing, PatentCase made, ref Dice dice)
    {
        if (made.PublicationDate is { } published && dice.Chance(25))
        {
            DateTime day = SandboxCalendar.WorkingDay(published.AddDays(dice.Between(30, 900)));
            filing.Add(FileWrapper.WithoutBody(
                day, "A861", "ファイル記録事項の閲覧（縦覧）請求書", DocumentNumbers.Inspection(day, ref dice)));
        }
    }

    private static string Oppose(FileWrapper filing, DateTime registration, ref Dice dice)
    {
        DateTime opposed = SandboxCalendar.WorkingDay(registration.AddDays(dice.Between(150, 195)));
        DateTime numbered = SandboxCalendar.WorkingDay(opposed.AddDays(14));
        DateTime decided = SandboxCalendar.WorkingDay(opposed.AddDays(dice.Between(180, 420)));
        filing.AddToAppeal(FileWrapper.WithoutBody(opposed, "C561", "異議申立書", DocumentNumbers.Filed(opposed, ref dice)));
        filing.AddToAppeal(FileWrapper.WithoutBody(
            numbered, "C201", "異議番号通知", DocumentNumbers.MailedInAppeal(JpoLaw.Patent, numbered, ref dice)));
        filing.AddToAppeal(new CaseDocument
        {
            LegalDate = decided, Code = "C16", Description = "異議の決定",
            Number = DocumentNumbers.MailedInAppeal(JpoLaw.Patent, decided, ref dice), Separator = 'S',
            Size = dice.Between(1_200, 6_000),
        });
        return AppealNumber(opposed, 700_001, 1_200, ref dice);
    }

    private static string AppealNumber(DateTime day, int first, int span, ref Dice dice) =>
        day.Year.ToString("D4", CultureInfo.InvariantCulture)
        + (first + dice.Below(span)).ToString("D6", CultureInfo.InvariantCulture);

    private static DocumentGroup? PublicationGroup(PatentCase made)
    {
        if (made.EraPublication is { } number)
        {
            return new DocumentGroup(
                made.IsNationalPublication ? DocumentGroup.NationalPublication : DocumentGroup.Publication, number, []);
        }

        // Until 2021 an international publication in Japanese was republished under its own number.
        return made.InternationalPublication is { } international
            && made.InternationalApplication!.StartsWith("JP", StringComparison.Ordinal)
            && PatentNumbers.Entered(made.Key).Year < 2021
            ? new DocumentGroup(DocumentGroup.Republication, international, [])
            : null;
    }
}
