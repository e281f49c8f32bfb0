using System.Diagnostics.CodeAnalysis;

namespace JpoPatent.Numbers;

/// <summary>
/// Reads a number together with what stands beside it: the one way from what a user gave to a number that may be asked
/// for. What contradicts itself is an error and costs nothing.
/// </summary>
internal static class NumberReader
{
    /// <summary>Reads a number of the office.</summary>
    /// <param name="text">The text as it is written.</param>
    /// <param name="told">What stands beside it.</param>
    /// <param name="kind">The kind that is wanted; null where any is.</param>
    /// <param name="law">The law that is wanted; null where any is.</param>
    /// <param name="number">The number, or null.</param>
    /// <param name="error">Null, or what is wrong: <see cref="JpoInvalidNumberException"/> or
    /// <see cref="JpoNotCoveredException"/>.</param>
    internal static bool TryRead(
        string? text,
        in NumberTold told,
        JpoNumberKind? kind,
        JpoLaw? law,
        [NotNullWhen(true)] out JpoNumber? number,
        [NotNullWhen(false)] out JpoException? error)
    {
        number = null;
        if (!TryReadLaw(text, told, kind, law, out JpoLaw? toldLaw, out error))
        {
            return false;
        }

        bool isInternational = (kind ?? told.Kind) is JpoNumberKind.InternationalApplication
            or JpoNumberKind.InternationalPublication;
        if (!isInternational && OfficeWords.Read(told.Country) is { } office && office != OfficeWords.Japan)
        {
            error = NumberErrors.OfAnotherOffice(text, told.Country!, kind, law);
            return false;
        }

        if (JpoNumber.TryParse(
            text, told.Kind, kind, law ?? toldLaw, out number, out JpoInvalidNumberException? invalid))
        {
            return true;
        }

        error = law == null && toldLaw is { } beside
            ? NumberErrors.BesideAnotherLaw(invalid!, text, told.Law!, beside)
            : invalid!;
        return false;
    }

    /// <summary>Reads a number for the One Portal Dossier, which has patents only.</summary>
    /// <param name="text">The text as it is written.</param>
    /// <param name="told">What stands beside it.</param>
    /// <param name="kind">The kind that is wanted; null where any is.</param>
    /// <param name="number">The number, or null.</param>
    /// <param name="error">Null, or what is wrong.</param>
    internal static bool TryReadDocdb(
        string? text,
        in NumberTold told,
        JpoNumberKind? kind,
        [NotNullWhen(true)] out JpoDocdbNumber? number,
        [NotNullWhen(false)] out JpoException? error)
    {
        number = null;
        if (!TryReadLaw(text, told, kind, JpoLaw.Patent, out _, out error))
        {
            return false;
        }

        if (!JpoDocdbNumber.TryParse(text, told.Kind, kind, out number, out JpoInvalidNumberException? invalid))
        {
            error = invalid!;
            return false;
        }

        if (OfficeWords.Read(told.Country) is { } office
            && office != number.Country
            && !(number.Country == "WO" && office == OfficeWords.Japan))
        {
            error = NumberErrors.BesideAnotherOffice(text, number, told.Country!);
            number = null;
            return false;
        }

        return true;
    }

    private static bool TryReadLaw(
        string? text,
        in NumberTold told,
        JpoNumberKind? kind,
        JpoLaw? law,
        out JpoLaw? toldLaw,
        [NotNullWhen(false)] out JpoException? error)
    {
        ToldLaw beside = LawWords.Read(told.Law);
        toldLaw = beside is ToldLaw.Patent or ToldLaw.Design or ToldLaw.Trademark ? (JpoLaw)beside : null;
        error = beside switch
        {
            ToldLaw.UtilityModel =>
                new JpoNotCoveredException(text ?? string.Empty, NumberErrors.UtilityModelBeside(text, told.Law!)),
            ToldLaw.Unknown => NumberErrors.NoLaw(text, told.Law!),
            _ when law is { } wanted && toldLaw is { } known && known != wanted =>
                NumberErrors.OfAnotherLaw(text, told.Law!, known, kind, wanted),
            _ => null,
        };
        return error == null;
    }
}
