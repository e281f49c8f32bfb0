using System;
using System.Globalization;
using System.Text;
using JpoPatent.Client;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Numbers;

/// <summary>The sentence for each fault. The one place that words a text that is not a number.</summary>
internal static class NumberErrors
{
    private const int MaxQuoted = 60;

    /// <summary>Reports a text that <see cref="JpoNumber"/> cannot read.</summary>
    public static JpoInvalidNumberException Create(
        string? text, NumberFault fault, int faultAt, in NumberReading reading, JpoNumberKind? kind, JpoLaw? law)
    {
        string quoted = Quote(text);
        string? action = null;
        string message;
        fault = NumberDiagnosis.Of(text, fault);

        // The example is one of the kind that is asked for, else of the kind that the text begins with.
        NumberWord? word = reading.Kind is null && reading.Law is null
            ? NumberWords.Match(NumberText.Trim(text))
            : null;
        law ??= reading.Law ?? word?.Law;
        kind = AsksForApplication(fault) ? JpoNumberKind.Application : kind ?? reading.Kind ?? word?.Kind;
        switch (fault)
        {
            case NumberFault.Empty:
                message = Format(NumberMessages.Empty, Example(kind, law));
                break;
            case NumberFault.TooLong:
                message = Format(NumberMessages.TooLong, quoted, NumberText.Trim(text).Length, NumberText.MaxLength);
                break;
            case NumberFault.Character:
                message = Format(
                    NumberMessages.Character,
                    quoted,
                    Describe(NumberText.Trim(text).Slice(faultAt)),
                    Example(kind, law));
                break;
            case NumberFault.WrongKind:
                message = Format(
                    NumberMessages.WrongKind,
                    quoted,
                    NounOf(reading.Kind, reading.Law),
                    NounOf(kind, law),
                    Example(kind, law));
                action = NumberResolver.Resolve(reading, null, null, out JpoNumber? told) == NumberFault.None
                    ? ActionForKind(told!, kind)
                    : null;
                break;
            case NumberFault.WrongLaw:
                message = Format(
                    NumberMessages.WrongLaw,
                    quoted,
                    NounOf(reading.Kind, NumberResolver.LawOf(reading)),
                    NounOf(kind, law),
                    Example(kind, law));
                action = ActionForLaw(reading);
                break;
            case NumberFault.AmbiguousKind or NumberFault.AmbiguousLaw:
                message = Ambiguous(quoted, reading, kind, law);
                action = fault == NumberFault.AmbiguousKind
                    ? NumberMessages.ActionSayKind
                    : NumberMessages.ActionSayLaw;
                break;
            case NumberFault.UtilityModel:
                message = Format(NumberMessages.UtilityModel, quoted);
                action = NumberMessages.ActionUtilityModel;
                break;
            default:
                message = Format(Sentence(fault), quoted, Example(kind, law));
                break;
        }

        return new JpoInvalidNumberException(text ?? string.Empty, message, action);
    }

    /// <summary>Reports a text that <see cref="JpoDocdbNumber"/> cannot read.</summary>
    public static JpoInvalidNumberException CreateDocdb(string? text, NumberFault fault, JpoNumberKind? kind)
    {
        string quoted = Quote(text);
        if (fault == NumberFault.DocdbWanted && NumberDiagnosis.Of(text, fault) is var known && known != fault)
        {
            return Create(text, known, 0, default, kind, JpoLaw.Patent);
        }

        return fault switch
        {
            NumberFault.NoDocdbForm => new(text ?? string.Empty, Format(NumberMessages.NoDocdbForm, quoted)),
            NumberFault.DocdbKindUnknown => new(
                text ?? string.Empty, Format(NumberMessages.DocdbKindUnknown, quoted), NumberMessages.ActionDocdbKind),
            NumberFault.DocdbWrongKind => new(
                text ?? string.Empty,
                Format(
                    NumberMessages.DocdbWrongKind,
                    quoted,
                    kind == JpoNumberKind.Application ? NumberMessages.NounPublication : NumberMessages.NounApplication,
                    kind == JpoNumberKind.Application ? NumberMessages.NounApplication : NumberMessages.NounPublication,
                    kind == JpoNumberKind.Application
                        ? NumberMessages.ExampleDocdbApplication
                        : NumberMessages.ExampleDocdbPublication)),
            _ => new(text ?? string.Empty, Format(NumberMessages.DocdbWanted, quoted)),
        };
    }

    /// <summary>The law beside the number is another one than the command's.</summary>
    public static JpoInvalidNumberException OfAnotherLaw(
        string? text, string beside, JpoLaw told, JpoNumberKind? kind, JpoLaw wanted) =>
        new(
            text ?? string.Empty,
            Format(
                NumberMessages.LawBeside,
                Quote(text),
                NounOf(null, told),
                Quote(beside),
                NounOf(kind, wanted),
                Example(kind, wanted)),
            ActionFor(told));

    /// <summary>The text says another law than the word beside it. Other faults stay what they are.</summary>
    public static JpoInvalidNumberException BesideAnotherLaw(
        JpoInvalidNumberException fault, string? text, string beside, JpoLaw told) =>
        JpoNumber.TryParse(text, null, null, out JpoNumber? number, out _) && number.Law != told
            ? new JpoInvalidNumberException(
                text ?? string.Empty,
                Format(NumberMessages.LawContradicts, Quote(text), NounOf(null, number.Law), Quote(beside)),
                NumberMessages.ActionCheckRow)
            : fault;

    /// <summary>The word beside the number is no law.</summary>
    public static JpoInvalidNumberException NoLaw(string? text, string beside) =>
        new(
            text ?? string.Empty,
            Format(NumberMessages.LawUnknown, Quote(text), Quote(beside)),
            NumberMessages.ActionLawWords);

    /// <summary>The law beside the number is one that the service does not cover.</summary>
    public static string UtilityModelBeside(string? text, string beside) =>
        Format(NumberMessages.UtilityModelBeside, Quote(text), Quote(beside));

    /// <summary>The country beside the number is another one than the command's.</summary>
    public static JpoInvalidNumberException OfAnotherOffice(
        string? text, string beside, JpoNumberKind? kind, JpoLaw? law) =>
        new(
            text ?? string.Empty,
            Format(NumberMessages.OfficeBeside, Quote(text), Quote(beside), Example(kind, law)),
            NumberMessages.ActionDossier);

    /// <summary>The number is of another office than the word beside it says.</summary>
    public static JpoInvalidNumberException BesideAnotherOffice(string? text, JpoDocdbNumber number, string beside) =>
        new(
            text ?? string.Empty,
            Format(NumberMessages.OfficeContradicts, Quote(text), number.Value, Quote(beside)),
            NumberMessages.ActionCheckRow);

    /// <summary>A number of a kind that the API does not take, where the text says its kind itself.</summary>
    public static JpoInvalidNumberException OfAnotherKind(string? text, JpoNumber number, JpoNumberKind wanted) =>
        new(
            text ?? string.Empty,
            Format(
                NumberMessages.WrongKind,
                Quote(text),
                NounOf(number.Kind, number.Law),
                NounOf(wanted, number.Law),
                Example(wanted, number.Law)),
            ActionForKind(number, wanted));

    /// <summary>A citation of something that is no Japanese publication.</summary>
    public static JpoInvalidNumberException CitesNoPublication(string? text) =>
        new(text ?? string.Empty, Format(NumberMessages.CitesNoPublication, Quote(text)), NumberMessages.ActionDossier);

    /// <summary>What to tell of a number that was read and could as well be a month; null of all others.</summary>
    public static string? Doubt(string? text, JpoNumber number) =>
        number.LooksLikeMonth ? Format(NumberMessages.MonthLike, Quote(text), number.Display) : null;

    /// <summary>The year of the number has not begun.</summary>
    public static JpoInvalidNumberException YearAhead(string text, int year, int latest) =>
        new(text, Format(NumberMessages.YearAhead, text, year, latest));

    /// <summary>Whether the way out is the number of the application, whatever was asked for.</summary>
    private static bool AsksForApplication(NumberFault fault) =>
        fault is NumberFault.RightBehind or NumberFault.Appeal or NumberFault.Court or NumberFault.OtherProceeding
            or NumberFault.OtherGazette or NumberFault.InternationalRegistration;

    private static string Sentence(NumberFault fault) => fault switch
    {
        NumberFault.Prefix => NumberMessages.Prefix,
        NumberFault.Ending => NumberMessages.Ending,
        NumberFault.KindCode => NumberMessages.KindCode,
        NumberFault.PublicationCode => NumberMessages.PublicationCode,
        NumberFault.Contradiction => NumberMessages.Contradiction,
        NumberFault.Docdb => NumberMessages.Docdb,
        NumberFault.NoDigits => NumberMessages.NoDigits,
        NumberFault.TenDigits => NumberMessages.TenDigits,
        NumberFault.SerialLength => NumberMessages.SerialLength,
        NumberFault.SerialZero => NumberMessages.SerialZero,
        NumberFault.YearForm => NumberMessages.YearForm,
        NumberFault.YearRange => NumberMessages.YearRange,
        NumberFault.EraYear => NumberMessages.EraYear,
        NumberFault.EraDigits => NumberMessages.EraDigits,
        NumberFault.RegistrationDigits => NumberMessages.RegistrationDigits,
        NumberFault.RegistrationZero => NumberMessages.RegistrationZero,
        NumberFault.Grouping => NumberMessages.Grouping,
        NumberFault.Appeal => NumberMessages.Appeal,
        NumberFault.InternationalRegistration => NumberMessages.InternationalRegistration,
        NumberFault.Foreign => NumberMessages.Foreign,
        NumberFault.PctCountry => NumberMessages.PctCountry,
        NumberFault.PctForm => NumberMessages.PctForm,
        NumberFault.LawHasNoSuchKind => NumberMessages.LawHasNoSuchKind,
        NumberFault.TwoNumbers => NumberMessages.TwoNumbers,
        NumberFault.LineBreak => NumberMessages.LineBreak,
        NumberFault.SpreadsheetError => NumberMessages.SpreadsheetError,
        NumberFault.Date => NumberMessages.Date,
        NumberFault.Rounded => NumberMessages.Rounded,
        NumberFault.NotYet => NumberMessages.NotYet,
        NumberFault.RightBehind => NumberMessages.RightBehind,
        NumberFault.Court => NumberMessages.Court,
        NumberFault.OtherProceeding => NumberMessages.OtherProceeding,
        NumberFault.OtherGazette => NumberMessages.OtherGazette,
        _ => NumberMessages.Malformed,
    };

    private static string Ambiguous(string quoted, in NumberReading reading, JpoNumberKind? kind, JpoLaw? law)
    {
        JpoLaw? known = reading.Law ?? law;
        var choices = new StringBuilder();
        int count = 0;
        foreach (JpoNumberKind candidateKind in (JpoNumberKind[])[
            JpoNumberKind.Application,
            JpoNumberKind.Publication,
            JpoNumberKind.Registration,
            JpoNumberKind.InternationalApplication,
        ])
        {
            foreach (JpoLaw candidateLaw in (JpoLaw[])[JpoLaw.Patent, JpoLaw.Design, JpoLaw.Trademark])
            {
                JpoNumberKind? toldKind = reading.Kind ?? kind;
                if ((toldKind is null || toldKind == candidateKind)
                    && (known is null || known == candidateLaw)
                    && NumberResolver.Resolve(
                        reading, candidateKind, candidateLaw, out JpoNumber? candidate) == NumberFault.None)
                {
                    choices.Append(count++ == 0 ? string.Empty : NumberMessages.ChoiceSeparator);
                    choices.Append(Format(
                        NumberMessages.Choice, candidate!.Display, NounOf(candidateKind, candidateLaw)));
                }
            }
        }

        return count == 0
            ? Format(NumberMessages.Malformed, quoted, Example(kind, law))
            : Format(count == 1 ? NumberMessages.AmbiguousOne : NumberMessages.Ambiguous, quoted, choices);
    }

    private static string? ActionForKind(JpoNumber number, JpoNumberKind? wanted)
    {
        switch (number.Kind)
        {
            case JpoNumberKind.InternationalApplication:
                return Format(
                    NumberMessages.ActionConvert,
                    "Get-JpoPctNationalPhase -InternationalApplicationNumber",
                    number.Display);
            case JpoNumberKind.InternationalPublication:
                return Format(
                    NumberMessages.ActionConvert,
                    "Get-JpoPctNationalPhase -InternationalPublicationNumber",
                    number.Display);
        }

        return wanted is JpoNumberKind.InternationalApplication or JpoNumberKind.InternationalPublication
            ? null
            : Format(
                number.Kind == JpoNumberKind.Application
                    ? NumberMessages.ActionConvertApplication
                    : NumberMessages.ActionConvert,
                "Get-Jpo" + number.Law + "Number -" + number.Kind + "Number",
                number.Display);
    }

    private static string ActionForLaw(in NumberReading reading) =>
        reading.Kind is JpoNumberKind.InternationalApplication or JpoNumberKind.InternationalPublication
            ? NumberMessages.ActionPct
            : ActionFor(NumberResolver.LawOf(reading) ?? JpoLaw.Patent);

    private static string ActionFor(JpoLaw law) => law switch
    {
        JpoLaw.Design => NumberMessages.ActionDesign,
        JpoLaw.Trademark => NumberMessages.ActionTrademark,
        _ => NumberMessages.ActionPatent,
    };

    private static string NounOf(JpoNumberKind? kind, JpoLaw? law) => (kind, law) switch
    {
        (JpoNumberKind.Application, JpoLaw.Patent) => NumberMessages.NounPatentApplication,
        (JpoNumberKind.Application, JpoLaw.Design) => NumberMessages.NounDesignApplication,
        (JpoNumberKind.Application, JpoLaw.Trademark) => NumberMessages.NounTrademarkApplication,
        (JpoNumberKind.Application, _) => NumberMessages.NounApplication,
        (JpoNumberKind.Publication, _) => NumberMessages.NounPublication,
        (JpoNumberKind.Registration, JpoLaw.Patent) => NumberMessages.NounPatentRegistration,
        (JpoNumberKind.Registration, JpoLaw.Design) => NumberMessages.NounDesignRegistration,
        (JpoNumberKind.Registration, JpoLaw.Trademark) => NumberMessages.NounTrademarkRegistration,
        (JpoNumberKind.Registration, _) => NumberMessages.NounRegistration,
        (JpoNumberKind.InternationalApplication, _) => NumberMessages.NounInternationalApplication,
        (JpoNumberKind.InternationalPublication, _) => NumberMessages.NounInternationalPublication,
        (_, JpoLaw.Design) => NumberMessages.NounDesign,
        (_, JpoLaw.Trademark) => NumberMessages.NounTrademark,
        _ => NumberMessages.NounPatent,
    };

    private static string Example(JpoNumberKind? kind, JpoLaw? law) => (kind, law) switch
    {
        (JpoNumberKind.Publication, _) => NumberMessages.ExamplePublication,
        (JpoNumberKind.InternationalApplication, _) => NumberMessages.ExampleInternationalApplication,
        (JpoNumberKind.InternationalPublication, _) => NumberMessages.ExampleInternationalPublication,
        (JpoNumberKind.Registration, JpoLaw.Design) => NumberMessages.ExampleDesignRegistration,
        (JpoNumberKind.Registration, JpoLaw.Trademark) => NumberMessages.ExampleTrademarkRegistration,
        (JpoNumberKind.Registration, _) => NumberMessages.ExamplePatentRegistration,
        (_, JpoLaw.Design) => NumberMessages.ExampleDesignApplication,
        (_, JpoLaw.Trademark) => NumberMessages.ExampleTrademarkApplication,
        _ => NumberMessages.ExamplePatentApplication,
    };

    /// <summary>The input in quotes, cut short, with nothing in it that a terminal or a log would act upon.</summary>
    private static string Quote(string? text)
    {
        ReadOnlySpan<char> trimmed = NumberText.Trim(text);
        var quoted = new StringBuilder(MaxQuoted + 3).Append('"');
        for (int i = 0; i < trimmed.Length; i++)
        {
            if (i >= MaxQuoted - 1 && trimmed.Length > MaxQuoted)
            {
                quoted.Append('…');
                break;
            }

            bool pair = i + 1 < trimmed.Length && char.IsSurrogatePair(trimmed[i], trimmed[i + 1]);
            if (pair && i + 1 < MaxQuoted - 1 && IsVisible(char.ConvertToUtf32(trimmed[i], trimmed[i + 1])))
            {
                quoted.Append(trimmed[i]).Append(trimmed[i + 1]);
                i++;
            }
            else if (!char.IsSurrogate(trimmed[i]) && IsVisible(trimmed[i]))
            {
                quoted.Append(trimmed[i]);
            }
            else
            {
                quoted.Append('\uFFFD');
            }
        }

        return quoted.Append('"').ToString();
    }

    private static string Describe(ReadOnlySpan<char> rest)
    {
        bool pair = rest.Length > 1 && char.IsSurrogatePair(rest[0], rest[1]);
        int codePoint = pair ? char.ConvertToUtf32(rest[0], rest[1]) : rest[0];
        string code = codePoint.ToString("X4", CultureInfo.InvariantCulture);
        return (pair || !char.IsSurrogate(rest[0])) && codePoint > ' ' && IsVisible(codePoint)
            ? Format(NumberMessages.CharacterShown, char.ConvertFromUtf32(codePoint), code)
            : Format(NumberMessages.CharacterHidden, code);
    }

    private static bool IsVisible(int codePoint)
    {
        string text = char.ConvertFromUtf32(codePoint);
        return CharUnicodeInfo.GetUnicodeCategory(text, 0) is not (UnicodeCategory.Control
            or UnicodeCategory.Format
            or UnicodeCategory.Surrogate
            or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned);
    }
}
