using System;

namespace JpoPatent.Numbers;

/// <summary>
/// The English and romanized words before a number, taken together: Japanese Unexamined Patent Application Publication
/// No. is a publication, although it says patent and application on the way.
/// </summary>
internal struct EnglishPhrase
{
    // A word is found at its longest. Blanks are gone by then.
    private static readonly (string Word, Said Said)[] Words =
    [
        ("INTERNATIONALREGISTRATION", Said.InternationalRegistration),
        ("INTERNATIONALAPPLICATION", Said.InternationalApplication),
        ("INTERNATIONALPUBLICATION", Said.InternationalPublication),
        ("JAPANESE", Said.Japan), ("JAPAN", Said.Japan), ("JPN.", Said.Japan), ("JPN", Said.Japan),
        ("UTILITYMODEL", Said.UtilityModel),
        ("APPLICATION", Said.Application), ("APPLN.", Said.Application), ("APPLN", Said.Application),
        ("APPL.", Said.Application), ("APPL", Said.Application), ("APP.", Said.Application), ("APP", Said.Application),
        ("PATENT", Said.Patent), ("PAT.", Said.Patent), ("PAT", Said.Patent),
        ("PUBLICATION", Said.Publication), ("PUBLISHED", Said.Publication), ("PUBL.", Said.Publication),
        ("PUBL", Said.Publication), ("PUB.", Said.Publication),
        ("PUB", Said.Publication), ("GAZETTE", Said.Publication),
        ("UNEXAMINED", Said.LaidOpen), ("LAID-OPEN", Said.LaidOpen), ("LAIDOPEN", Said.LaidOpen),
        ("KOKAI", Said.LaidOpen), ("KOUKAI", Said.LaidOpen),
        ("TOKKAI", Said.LaidOpen), ("TOKUKAI", Said.LaidOpen),
        ("EXAMINED", Said.Examined), ("KOKOKU", Said.Examined), ("KOUKOKU", Said.Examined), ("TOKUKO", Said.Examined),
        ("TOKKO", Said.Examined),
        ("TOKUHYO", Said.National), ("KOHYO", Said.National), ("KOUHYOU", Said.National),
        ("SAIHYO", Said.Republication),
        ("TOKKYO", Said.Registration | Said.Patent), ("TOKUGAN", Said.Application | Said.Patent),
        ("IGAN", Said.Application | Said.Design), ("SHOGAN", Said.Application | Said.Trademark),
        ("REGISTRATION", Said.Registration), ("REGISTERED", Said.Registration), ("REG.", Said.Registration),
        ("REG", Said.Registration), ("GRANTED", Said.Registration),
        ("TRADEMARK", Said.Trademark), ("DESIGN", Said.Design),
        ("APPEAL", Said.Appeal), ("TRIAL", Said.Appeal),
        ("NUMBER", Said.Filler), ("NOS.", Said.Filler), ("NO.", Said.Filler), ("NO", Said.Filler), ("NR.", Said.Filler),
        ("SERIAL", Said.Filler),
    ];

    private Said _said;

    [Flags]
    private enum Said
    {
        Nothing = 0,
        Filler = 1,
        Japan = 1 << 1,
        Patent = 1 << 2,
        Design = 1 << 3,
        Trademark = 1 << 4,
        UtilityModel = 1 << 5,
        Application = 1 << 6,
        Registration = 1 << 7,
        Publication = 1 << 8,
        LaidOpen = 1 << 9,
        Examined = 1 << 10,
        National = 1 << 11,
        Republication = 1 << 12,
        InternationalApplication = 1 << 13,
        InternationalPublication = 1 << 14,
        InternationalRegistration = 1 << 15,
        Appeal = 1 << 16,
        AnyPublication = Publication | LaidOpen | Examined | National | Republication,
    }

    /// <summary>Takes the word at the start of a text.</summary>
    /// <param name="rest">The normalized text from here on.</param>
    /// <param name="reading">Gets the country, where the word is one.</param>
    /// <param name="length">Length of the word.</param>
    /// <param name="fault">Why no number can follow that the service takes.</param>
    /// <returns>Whether there is such a word.</returns>
    public bool TryTake(ReadOnlySpan<char> rest, ref NumberReading reading, out int length, out NumberFault fault)
    {
        fault = NumberFault.None;
        length = 0;
        Said said = Said.Nothing;
        foreach ((string word, Said meaning) in Words)
        {
            if (word.Length > length && rest.StartsWith(word.AsSpan()))
            {
                length = word.Length;
                said = meaning;
            }
        }

        // NO alone is Norway.
        bool isFirst = _said == Said.Nothing && reading.Kind is null && reading.Law is null && !reading.HasCountry;
        if (said == Said.Nothing || (said == Said.Filler && isFirst && rest[length - 1] != '.'))
        {
            return false;
        }

        switch (said)
        {
            case Said.Japan when reading.HasCountry && !reading.IsJapanese:
                fault = NumberFault.Contradiction;
                break;
            case Said.Japan:
                reading.Country0 = 'J';
                reading.Country1 = 'P';
                break;
            case Said.UtilityModel:
                fault = NumberFault.UtilityModel;
                break;
            case Said.Appeal:
                fault = NumberFault.Appeal;
                break;
            case Said.InternationalRegistration:
                fault = NumberFault.InternationalRegistration;
                break;
        }

        _said |= said;
        return true;
    }

    /// <summary>Holds what the words say together against what else the text says.</summary>
    public readonly NumberFault Merge(ref NumberReading reading)
    {
        JpoLaw? law = Has(Said.Design) ? JpoLaw.Design
            : Has(Said.Trademark) ? JpoLaw.Trademark
            : Has(Said.Patent | (Said.AnyPublication & ~Said.Publication) | Said.InternationalApplication
                | Said.InternationalPublication)
                ? JpoLaw.Patent
            : null;
        JpoNumberKind? kind = Has(Said.InternationalApplication) ? JpoNumberKind.InternationalApplication
            : Has(Said.InternationalPublication) ? JpoNumberKind.InternationalPublication
            : Has(Said.AnyPublication) ? JpoNumberKind.Publication
            : Has(Said.Application) ? JpoNumberKind.Application
            : Has(Said.Registration | Said.Patent | Said.Design | Said.Trademark) ? JpoNumberKind.Registration
            : null;
        NumberSeries series = Has(Said.LaidOpen) ? NumberSeries.LaidOpen
            : Has(Said.Examined) ? NumberSeries.Examined
            : Has(Said.National) ? NumberSeries.National
            : Has(Said.Republication) ? NumberSeries.Republication
            : NumberSeries.None;
        if ((kind is not null && reading.Kind is not null && kind != reading.Kind)
            || (law is not null && reading.Law is not null && law != reading.Law)
            || (series != NumberSeries.None && reading.Series != NumberSeries.None && series != reading.Series))
        {
            return NumberFault.Contradiction;
        }

        reading.Kind ??= kind;
        reading.Law ??= law;
        reading.Series = series == NumberSeries.None ? reading.Series : series;
        return NumberFault.None;
    }

    private readonly bool Has(Said said) => (_said & said) != 0;
}
