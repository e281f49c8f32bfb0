namespace JpoPatent.Numbers;

/// <summary>
/// Holds what the caller expects against what the text says. What neither tells is an error, never a choice.
/// </summary>
internal static class NumberResolver
{
    // 特表 are counted from 500001 in every year; 特開 never came near.
    private const int LastLaidOpenSerial = 500000;

    /// <summary>Makes the number, or says why that is not possible.</summary>
    public static NumberFault Resolve(in NumberReading reading, JpoNumberKind? kind, JpoLaw? law, out JpoNumber? number)
    {
        number = null;
        NumberFault fault = FindKind(reading, kind, law, out JpoNumberKind resultKind);
        if (fault == NumberFault.None && reading.IsPadded && resultKind == JpoNumberKind.Registration)
        {
            NumberReading bare = reading;
            bare.Serial = (int)reading.Digits;
            bare.Shape = NumberShape.Short;
            bare.DigitCount = 0;
            return Resolve(bare, kind, law, out number);
        }

        if (fault == NumberFault.None)
        {
            fault = CheckDigits(reading, resultKind);
        }

        if (fault == NumberFault.None)
        {
            fault = FindLaw(reading, resultKind, law, out JpoLaw resultLaw);
            if (fault == NumberFault.None)
            {
                number = Build(reading, resultKind, resultLaw);
            }
        }

        return fault;
    }

    /// <summary>The law that the text itself tells, directly or by its kind.</summary>
    public static JpoLaw? LawOf(in NumberReading reading)
        => reading.Law ?? (reading.Kind is { } kind && IsPatentOnly(kind) ? JpoLaw.Patent : null);

    private static NumberFault FindKind(
        in NumberReading reading, JpoNumberKind? kind, JpoLaw? law, out JpoNumberKind result)
    {
        result = default;

        // A number of another law is told first: then the other commands are what helps, whatever the kind.
        if (law is { } expected && LawOf(reading) is { } told && told != expected)
        {
            return NumberFault.WrongLaw;
        }

        if (reading.HasCountry
            && !reading.IsJapanese
            && (reading.Kind ?? kind) != JpoNumberKind.InternationalApplication)
        {
            return NumberFault.Foreign;
        }

        // A kind code behind bare digits is evidence enough to refuse an application, though not to know the office.
        if (reading.SaysPublication && reading.Kind is null && kind == JpoNumberKind.Application)
        {
            return NumberFault.PublicationCode;
        }

        // Without its era a year is certain in publications only.
        if (reading.IsEraless && (reading.Kind ?? kind) != JpoNumberKind.Publication)
        {
            return NumberFault.YearForm;
        }

        if (reading.Kind is { } written)
        {
            result = written;
            return kind is { } wanted && wanted != written ? NumberFault.WrongKind : NumberFault.None;
        }

        if (kind is { } hint)
        {
            result = hint;
            return law is JpoLaw.Design or JpoLaw.Trademark && IsPatentOnly(hint)
                ? NumberFault.LawHasNoSuchKind
                : NumberFault.None;
        }

        // Designs and trademarks have no publications, so a year and a serial can only be an application.
        if (reading.HasYear && (reading.Law ?? law) is JpoLaw.Design or JpoLaw.Trademark)
        {
            result = JpoNumberKind.Application;
            return NumberFault.None;
        }

        return reading.Shape == NumberShape.Other ? NumberFault.TenDigits : NumberFault.AmbiguousKind;
    }

    private static NumberFault CheckDigits(in NumberReading reading, JpoNumberKind kind)
    {
        switch (kind)
        {
            case JpoNumberKind.Registration:
                if (reading.Shape != NumberShape.Short)
                {
                    return NumberFault.RegistrationDigits;
                }

                return reading.Serial == 0 ? NumberFault.RegistrationZero : NumberFault.None;
            case JpoNumberKind.InternationalApplication:
                if (!reading.HasCountry)
                {
                    return NumberFault.PctCountry;
                }

                return reading.HasEra || reading.Code != '\0' || !reading.HasYear
                    ? NumberFault.PctForm
                    : CheckPctYear(reading);
            case JpoNumberKind.InternationalPublication:
                return reading.HasEra || reading.HasCountry || !reading.HasYear
                    ? NumberFault.PctForm
                    : CheckPctYear(reading);
            default:
                if (!reading.HasYear)
                {
                    return NumberFault.TenDigits;
                }

                if (!NumberFormat.IsPlausibleYear(reading.Year))
                {
                    return NumberFault.YearRange;
                }

                return reading.Code is 'B' or 'S' && reading.Series != NumberSeries.Examined
                    ? NumberFault.KindCode
                    : NumberFault.None;
        }
    }

    private static NumberFault CheckPctYear(in NumberReading reading)
        => NumberFormat.IsPctYear(reading.Year) ? NumberFault.None : NumberFault.YearRange;

    private static NumberFault FindLaw(in NumberReading reading, JpoNumberKind kind, JpoLaw? law, out JpoLaw result)
    {
        JpoLaw? found = reading.Law ?? (IsPatentOnly(kind) ? JpoLaw.Patent : law);
        result = found ?? default;
        return found is null ? NumberFault.AmbiguousLaw : NumberFault.None;
    }

    private static bool IsPatentOnly(JpoNumberKind kind)
        => kind is not (JpoNumberKind.Application or JpoNumberKind.Registration);

    private static JpoNumber Build(in NumberReading reading, JpoNumberKind kind, JpoLaw law)
    {
        NumberSeries series = NumberSeries.None;
        if (kind == JpoNumberKind.Publication)
        {
            series = reading.Series != NumberSeries.None ? reading.Series
                : reading.Serial > LastLaidOpenSerial ? NumberSeries.National
                : NumberSeries.LaidOpen;
        }

        return new JpoNumber(
            kind,
            law,
            series,
            NumberFormat.Value(reading, kind),
            NumberFormat.Display(reading, kind, law, series),
            NumberFormat.Docdb(reading, kind, law, series))
        {
            LooksLikeMonth = reading.LooksLikeMonth,
        };
    }
}
