using System;

namespace JpoPatent.Numbers;

/// <summary>
/// Reads a normalized text from left to right: words and letters, year, separator, serial, kind code, suffix. It says
/// what the text tells by itself and never chooses between two readings; that is for <see cref="NumberResolver"/>,
/// which knows what the caller expects.
/// </summary>
internal ref struct NumberScanner
{
    private const int SerialDigits = 6;
    private const int ApplicationDigits = 10;
    private const int RegistrationDigits = 7;

    // Japanese Unexamined Patent Application Publication No. is seven words;
    // a Japanese label with country and word is four.
    private const int MaxHeadPieces = 9;

    // What the application numbers of EPODOC have: year and seven digits, the first of them 0.
    private const int EpodocDigits = 11;

    // DEPATISnet fills publications up with zeros: JP002011251389A.
    private const int FilledDigits = 12;

    // The last examined publications; a B code behind a later year has no meaning.
    private const int LastExaminedYear = 1996;

    // There never were more 特公 in a year.
    private const int MostExamined = 120000;

    private const char Meiji = '1';
    private const char Taisho = '2';

    // Longer words first.
    private static readonly (string Word, char Era)[] Eras =
    [
        ("昭和", '3'), ("昭", '3'), ("SHOWA", '3'), ("SHO", '3'), ("S", '3'),
        ("平成", '4'), ("平", '4'), ("HEISEI", '4'), ("HEI", '4'), ("H", '4'),
        ("令和", '5'), ("令", '5'), ("REIWA", '5'), ("R", '5'),
        ("大正", Taisho), ("大", Taisho), ("TAISHO", Taisho),
        ("明治", Meiji), ("明", Meiji),
    ];

    private readonly ReadOnlySpan<char> _text;
    private bool _isBracketed;
    private bool _isOpen;
    private char _seriesLetter;
    private int _epodocYear;
    private EnglishPhrase _english;
    private int _at;
    private bool _isPct;
    private bool _isDocdb;
    private bool _digitsGrouped;
    private long _digits;
    private int _digitCount;
    private NumberReading _reading;

    private NumberScanner(ReadOnlySpan<char> text)
        : this() => _text = text;

    private readonly bool AtEnd => _at >= _text.Length;

    /// <summary>Whether two digits can be a western year: only the PCT wrote them.</summary>
    private readonly bool TakesShortYears => _isPct
        || _reading.Series == NumberSeries.Republication
        || _reading.Kind is JpoNumberKind.InternationalApplication or JpoNumberKind.InternationalPublication;

    private readonly char Current => AtEnd ? '\0' : _text[_at];

    /// <summary>Reads a text that <see cref="NumberText.Normalize"/> wrote.</summary>
    public static NumberFault Read(ReadOnlySpan<char> text, out NumberReading reading)
    {
        var scanner = new NumberScanner(text);
        NumberFault fault;
        if (DocdbText.TrySplit(text, out _, out ReadOnlySpan<char> _))
        {
            fault = scanner.ReadDocdb();
        }
        else
        {
            // Countries stand before a point in DOCDB; what merely begins so is told how DOCDB goes on.
            // DOCDB has old numbers with the letter of the era.
            bool isLikeDocdb = text.Length > 2
                && text[2] == '.'
                && NumberText.IsLetter(text[0])
                && NumberText.IsLetter(text[1])
                && !text.StartsWith("NO.".AsSpan());
            scanner._isDocdb = isLikeDocdb;
            fault = scanner.ReadNumber();
            fault = isLikeDocdb && (fault != NumberFault.None || !scanner._reading.HasEra) ? NumberFault.Docdb : fault;
        }

        reading = scanner._reading;
        return fault;
    }

    private readonly char Peek(int ahead) => _at + ahead < _text.Length ? _text[_at + ahead] : '\0';

    private bool Take(char c)
    {
        if (Current != c)
        {
            return false;
        }

        _at++;
        return true;
    }

    private NumberFault ReadNumber()
    {
        NumberFault fault = ReadHead();
        if (fault == NumberFault.None)
        {
            fault = ReadDigitGroups();
        }

        if (fault == NumberFault.None)
        {
            fault = ReadTail();
        }

        return fault == NumberFault.None ? Check() : fault;
    }

    private NumberFault ReadHead()
    {
        for (int pieces = 0; !AtEnd && pieces < MaxHeadPieces; pieces++)
        {
            SkipFillers(pieces);
            SkipFieldCodes();
            if (Take('('))
            {
                // (出願番号)特願2020-123456, Laid-open (Kokai) No. 2020-123456, or the whole number in brackets.
                if (_isOpen)
                {
                    return NumberFault.Prefix;
                }

                _isOpen = true;
                continue;
            }

            if (_isOpen && pieces > 1 && Take(')'))
            {
                _isOpen = false;
                continue;
            }

            if (NumberText.IsDigit(Current) || IsEra())
            {
                return _english.Merge(ref _reading);
            }

            NumberFault fault = NumberText.IsLetter(Current) ? ReadLetters() : ReadWord(out _);
            if (fault != NumberFault.None)
            {
                return fault;
            }
        }

        return AtEnd ? NumberFault.NoDigits : NumberFault.Prefix;
    }

    /// <summary>
    /// The codes on a gazette's front page: of a field, as in (21)【出願番号】,
    /// and behind the gazette's name, as in 公開特許公報(A).
    /// </summary>
    private void SkipFieldCodes()
    {
        int length;
        do
        {
            bool isField = Current == '('
                && NumberText.IsDigit(Peek(1))
                && NumberText.IsDigit(Peek(2))
                && Peek(3) == ')';
            bool isGazette = Current == '(' && _at > 0 && _text[_at - 1] == '報' && NumberText.IsLetter(Peek(1));
            length = isField ? 4
                : !isGazette ? 0
                : Peek(2) == ')' ? 3
                : NumberText.IsDigit(Peek(2)) && Peek(3) == ')' ? 4
                : 0;
            _at += length;
        }
        while (length > 0);
    }

    /// <summary>
    /// What may stand between words and digits: a colon behind a label, 第, a dash or a comma behind the country.
    /// </summary>
    private void SkipFillers(int pieces)
    {
        if (pieces > 0)
        {
            _ = Take(':');
            _ = Take('-') || (_reading.HasCountry && Take(','));
        }

        Take('第');
    }

    private NumberFault ReadWord(out bool found)
    {
        found = false;
        NumberWord? word = NumberWords.Match(_text.Slice(_at));
        if (word is null)
        {
            return NumberFault.Prefix;
        }

        if (word.Fault != NumberFault.None)
        {
            return word.Fault;
        }

        found = true;
        _at += word.Text.Length;
        if (Current == '番' && Peek(1) == '号')
        {
            _at += 2;
        }

        return Merge(word.Kind, word.Law, word.Series);
    }

    private NumberFault ReadLetters()
    {
        if (Current == 'P' && Peek(1) == 'C' && Peek(2) == 'T')
        {
            return ReadPct();
        }

        if (Current == 'W' && Peek(1) == 'O')
        {
            return ReadWo(2);
        }

        if (_english.TryTake(_text.Slice(_at), ref _reading, out int length, out NumberFault fault))
        {
            _at += length;
            return fault;
        }

        char next = Peek(1);
        if (NumberText.IsDigit(next))
        {
            return ReadLawLetter();
        }

        if (!NumberText.IsLetter(next) || _reading.HasCountry)
        {
            return NumberFault.Prefix;
        }

        return ReadCountry();
    }

    private NumberFault ReadCountry()
    {
        if ((Current == 'I' && Peek(1) == 'R') || (Current == 'D' && Peek(1) == 'M'))
        {
            // International registrations of marks and of designs. Neither Iran nor Dominica are asked for here.
            return NumberFault.InternationalRegistration;
        }

        _reading.Country0 = Current;
        _reading.Country1 = Peek(1);
        if (_reading.IsJapanese && Peek(2) == 'W' && Peek(3) == 'O')
        {
            NumberFault fault = Merge(JpoNumberKind.Publication, JpoLaw.Patent, NumberSeries.Republication);
            return fault == NumberFault.None ? ReadWo(4) : fault;
        }

        _at += 2;
        if (_reading.Kind == JpoNumberKind.InternationalApplication)
        {
            _isPct = true;
            _ = Take('/') || Take('-');
            return NumberFault.None;
        }

        if (_reading.IsJapanese)
        {
            Take('.');
            return ReadSeriesLetter();
        }

        return NumberFault.None;
    }

    /// <summary>
    /// The letter of a series behind the country, as in JP-A-2020-123456 and JPB 7533889.
    /// Eras are letters too, so those come first.
    /// </summary>
    private NumberFault ReadSeriesLetter()
    {
        int dash = Current == '-' ? 1 : 0;
        char letter = Peek(dash);
        char next = Peek(dash + 1);

        // JP-B2 7533889: the digit belongs to the letter, or 533889 behind it would become another number.
        int length = dash + (NumberText.IsDigit(next) && Peek(dash + 2) is '-' or ' ' ? 2 : 1);
        char behind = Peek(length);
        bool leadsOn = NumberText.IsDigit(behind)
            || behind is '-' or ' '
            || EraAt(_at + length, out _) != '\0'
            || _text.Slice(Math.Min(_at + length, _text.Length)).StartsWith("NO.".AsSpan());
        if (!NumberText.IsLetter(letter) || EraAt(_at + dash, out _) != '\0' || !leadsOn)
        {
            return NumberFault.None;
        }

        if (behind == ' ')
        {
            length++;
        }

        switch (letter)
        {
            case 'A':
                _at += length;
                return Merge(JpoNumberKind.Publication, JpoLaw.Patent, NumberSeries.LaidOpen);
            case 'T':
                _at += length;
                return Merge(JpoNumberKind.Publication, JpoLaw.Patent, NumberSeries.National);
            case 'B':
                // B is for what was examined: until 1996 a publication with a year,
                // since then the patent itself. The digits tell which.
                _at += length;
                _seriesLetter = 'B';
                return Merge(null, JpoLaw.Patent, NumberSeries.None);
            case 'U' or 'Y' or 'Z':
                return NumberFault.UtilityModel;
            default:
                return NumberFault.None;
        }
    }

    /// <summary>The letter of a law before the digits, as gazettes print it: P7533889, D1811771.</summary>
    private NumberFault ReadLawLetter()
    {
        JpoLaw? law = Current switch { 'P' => JpoLaw.Patent, 'D' => JpoLaw.Design, 'T' => JpoLaw.Trademark, _ => null };
        if (law == null || _reading.HasCountry || _reading.Kind != null)
        {
            return Current == 'U' ? NumberFault.UtilityModel : NumberFault.Prefix;
        }

        _at++;
        _seriesLetter = _text[_at - 1];
        return Merge(null, law, NumberSeries.None);
    }

    private NumberFault ReadPct()
    {
        _at += 3;
        _ = Take('/') || Take('-');
        if (!NumberText.IsLetter(Current) || !NumberText.IsLetter(Peek(1)) || (Current == 'W' && Peek(1) == 'O'))
        {
            return NumberFault.PctForm;
        }

        _reading.Country0 = Current;
        _reading.Country1 = Peek(1);
        _at += 2;
        _ = Take('/') || Take('-');
        if (!NumberText.IsDigit(Current))
        {
            return NumberFault.PctForm;
        }

        _isPct = true;
        return Merge(JpoNumberKind.InternationalApplication, JpoLaw.Patent, NumberSeries.None);
    }

    private NumberFault ReadWo(int letters)
    {
        _at += letters;
        _ = Take('/') || Take('-');
        if (!NumberText.IsDigit(Current) && Current != '第')
        {
            return NumberFault.Prefix;
        }

        _isPct = true;
        if (letters == 2
            && _reading.Kind == null
            && NumberText.IsLetter(Peek(4))
            && NumberText.IsLetter(Peek(5))
            && NumberText.IsDigit(Peek(6)))
        {
            return ReadEpodocPct();
        }

        // A republication stands under the number of the PCT publication, with or without its letters: 再表WO2019/123456.
        return _reading.Series == NumberSeries.Republication
            ? NumberFault.None
            : Merge(JpoNumberKind.InternationalPublication, JpoLaw.Patent, NumberSeries.None);
    }

    /// <summary>
    /// The application number of EPODOC, WO2019JP11858: the year stands before the office. What follows is read as if
    /// it were PCT/JP2019/11858.
    /// </summary>
    private NumberFault ReadEpodocPct()
    {
        NumberFault fault = ReadDigits();
        if (fault != NumberFault.None || _digitCount != 4)
        {
            return NumberFault.PctForm;
        }

        _epodocYear = (int)_digits;
        _reading.Country0 = Current;
        _reading.Country1 = Peek(1);
        _at += 2;
        return Merge(JpoNumberKind.InternationalApplication, JpoLaw.Patent, NumberSeries.None);
    }

    private NumberFault Merge(JpoNumberKind? kind, JpoLaw? law, NumberSeries series)
    {
        if ((kind is not null && _reading.Kind is not null && kind != _reading.Kind)
            || (law is not null && _reading.Law is not null && law != _reading.Law))
        {
            return NumberFault.Contradiction;
        }

        // A label such as 公開番号 stands before numbers of every series, so the word nearest to the number decides.
        _reading.Kind ??= kind;
        _reading.Law ??= law;
        if (series != NumberSeries.None)
        {
            _reading.Series = series;
        }

        return NumberFault.None;
    }

    private NumberFault ReadDigitGroups()
    {
        if (EraAt(_at, out int letters) is var era && era != '\0')
        {
            return ReadEra(era, letters);
        }

        NumberFault fault = ReadDigits();
        if (fault != NumberFault.None)
        {
            return fault;
        }

        if (_epodocYear != 0)
        {
            return SetDivided(_epodocYear, _digits, _digitCount);
        }

        if (IsSeparator())
        {
            return ReadWesternYear();
        }

        if (TakesShortYears)
        {
            if (_digitCount is 7 or 8 && ShortYear((int)(_digits / Power(_digitCount - 2)), out int year))
            {
                return SetDivided(year, _digits % Power(_digitCount - 2), _digitCount - 2);
            }
        }

        SetUndivided();
        return NumberFault.None;
    }

    private NumberFault ReadWesternYear()
    {
        if (_digitsGrouped)
        {
            return NumberFault.Grouping;
        }

        int year = (int)Math.Min(_digits, int.MaxValue);
        if (_digitCount == 2 && (TakesShortYears))
        {
            if (!ShortYear(year, out year))
            {
                return NumberFault.YearForm;
            }
        }
        else if (_digitCount is 1 or 2 && _reading.IsJapanese)
        {
            // JP 05 040418 A is written so; one digit before a blank could as well be the first of a registration.
            if (!EralessYear(year, out year) || (_digitCount == 1 && Current == ' '))
            {
                return NumberFault.YearForm;
            }

            _reading.IsEraless = true;
        }
        else if (_digitCount != 4)
        {
            return NumberFault.YearForm;
        }
        else if (!NumberFormat.IsPlausibleYear(year))
        {
            return NumberFault.YearRange;
        }

        return ReadSerial(year);
    }

    private NumberFault ReadEra(char era, int letters)
    {
        if (TakesShortYears)
        {
            return NumberFault.YearForm;
        }

        _reading.HasEra = true;
        bool oneLetter = NumberText.IsLetter(Current);
        _at += letters;
        int year = 1;
        if (!Take('元'))
        {
            NumberFault fault = ReadDigits();
            if (fault != NumberFault.None)
            {
                return fault;
            }

            if (_digitsGrouped)
            {
                return NumberFault.Grouping;
            }

            if (!IsSeparator())
            {
                return SplitEra(era, oneLetter);
            }

            if (_digitCount > 2)
            {
                return NumberFault.EraYear;
            }

            year = (int)_digits;
        }
        else if (!IsSeparator())
        {
            return NumberFault.EraDigits;
        }

        year = WesternYear(era, year);
        return year == 0 ? NumberFault.EraYear : ReadSerial(year);
    }

    private NumberFault SplitEra(char era, bool oneLetter)
    {
        // Without a separator 平1123456 is 平1 or 平11. Two digits of year are certain where all eight digits are there,
        // where the first is 0, and in the numbers of patent databases (JPH1123456A), which always write two.
        bool database = oneLetter
            && _reading.IsJapanese
            && _reading.Kind is null
            && (NumberText.IsLetter(Current) || Current == '.');
        int serialDigits = _digitCount - 2;
        if (serialDigits is < 1 or > SerialDigits)
        {
            return NumberFault.EraDigits;
        }

        int year = (int)(_digits / Power(serialDigits));
        if (serialDigits != SerialDigits && year > 9 && !database)
        {
            return NumberFault.EraDigits;
        }

        year = WesternYear(era, year);
        return year == 0 ? NumberFault.EraYear : SetDivided(year, _digits % Power(serialDigits), serialDigits);
    }

    private NumberFault ReadSerial(int year)
    {
        if (Take('年'))
        {
            if (!NumberText.IsDigit(Current) && Current is not ('第' or '\0'))
            {
                NumberFault fault = ReadWord(out bool found);
                if (!found || fault != NumberFault.None)
                {
                    return fault;
                }
            }
        }
        else if (!(Take('-') || Take('/') || Take(' ')) && Current != '第')
        {
            return NumberFault.Ending;
        }

        Take('第');
        NumberFault digits = ReadDigits();
        if (digits != NumberFault.None)
        {
            return digits;
        }

        return _digitsGrouped ? NumberFault.Grouping : SetDivided(year, _digits, _digitCount);
    }

    private NumberFault ReadDigits()
    {
        int start = _at;
        long value = 0;
        while (NumberText.IsDigit(Current))
        {
            if (_at - start >= 18)
            {
                return NumberFault.TenDigits;
            }

            value = (value * 10) + (Current - '0');
            _at++;
        }

        _digitCount = _at - start;
        _digits = value;
        _digitsGrouped = false;
        if (_digitCount == 0)
        {
            return NumberFault.NoDigits;
        }

        return Current == ',' && NumberText.IsDigit(Peek(1)) ? ReadThousands() : NumberFault.None;
    }

    private NumberFault ReadThousands()
    {
        if (_digitCount > 3)
        {
            return NumberFault.Grouping;
        }

        while (Take(','))
        {
            for (int i = 0; i < 3; i++)
            {
                if (!NumberText.IsDigit(Current) || ++_digitCount > ApplicationDigits)
                {
                    return NumberFault.Grouping;
                }

                _digits = (_digits * 10) + (Current - '0');
                _at++;
            }
        }

        _digitsGrouped = true;
        return NumberText.IsDigit(Current) ? NumberFault.Grouping : NumberFault.None;
    }

    /// <summary>Whether the digits go on behind this sign. A dash before a letter leads to a kind code.</summary>
    private readonly bool IsSeparator() =>
        Current is ' ' or '年' or '第' || (Current is '-' or '/' && !NumberText.IsLetter(Peek(1)));

    private readonly bool IsEra() => EraAt(_at, out _) != '\0';

    private readonly char EraAt(int at, out int length)
    {
        length = 0;
        if (at >= _text.Length)
        {
            return '\0';
        }

        ReadOnlySpan<char> rest = _text.Slice(at);
        foreach ((string word, char era) in Eras)
        {
            if (rest.StartsWith(word.AsSpan())
                && rest.Length > word.Length
                && (NumberText.IsDigit(rest[word.Length]) || rest[word.Length] == '元'))
            {
                length = word.Length;
                return era;
            }
        }

        return '\0';
    }

    private static int WesternYear(char era, int year) => era switch
    {
        Meiji => year is >= 1 and <= 45 ? 1867 + year : 0,
        Taisho => year is >= 1 and <= 15 ? 1911 + year : 0,
        _ => EraNumbers.ToWesternYear(era, year),
    };

    /// <summary>
    /// A year of one or two digits behind JP, without its era. From 2000 on years have four digits, and 特開 began in
    /// Showa 46, so these are certain; others are not.
    /// </summary>
    private static bool EralessYear(int written, out int year)
    {
        year = written is >= 1 and <= 11 ? 1988 + written : 1925 + written;
        return written is (>= 1 and <= 11) or (>= 46 and <= 63);
    }

    private NumberFault SetDivided(int year, long serial, int digits)
    {
        if (digits > SerialDigits)
        {
            return NumberFault.SerialLength;
        }

        if (serial == 0)
        {
            return NumberFault.SerialZero;
        }

        _reading.LooksLikeMonth = digits <= 2 && serial <= 12 && !_reading.HasEra && !_reading.HasCountry
            && _reading.Kind is null && _reading.Law is null;
        _reading.Shape = NumberShape.Divided;
        _reading.Year = year;
        _reading.Serial = (int)serial;
        return NumberFault.None;
    }

    private void SetUndivided()
    {
        _reading.Digits = _digits;
        _reading.DigitCount = _digitCount;
        if (_digitCount == ApplicationDigits)
        {
            _reading.Shape = NumberShape.TenDigits;
            _reading.Year = (int)(_digits / Power(SerialDigits));
            _reading.Serial = (int)(_digits % Power(SerialDigits));
        }
        else if (_digitCount <= RegistrationDigits)
        {
            _reading.Shape = NumberShape.Short;
            _reading.Serial = (int)_digits;
        }
        else
        {
            _reading.Shape = NumberShape.Other;
        }
    }

    private NumberFault ReadTail()
    {
        Take('号');
        if (!ReadCode())
        {
            return NumberFault.Ending;
        }

        Take('号');
        if (Current == '公' && Peek(1) == '報')
        {
            _at += 2;
        }

        if (_isOpen && !Take(')'))
        {
            return NumberFault.Ending;
        }

        NumberFault fault = Current == '(' ? ReadBrackets() : NumberFault.None;
        return fault != NumberFault.None ? fault : AtEnd ? NumberFault.None : NumberFault.Ending;
    }

    /// <summary>
    /// A kind code, if there is one: right behind the digits, or behind a dash,
    /// a comma or a point as databases write it.
    /// </summary>
    private bool ReadCode()
    {
        int sign = Current is '-' or ',' || (Current == '.' && _reading.IsJapanese) ? 1 : 0;
        if (!NumberText.IsLetter(Peek(sign)))
        {
            return sign == 0;
        }

        // An English word behind the number is no code.
        if (NumberText.IsLetter(Peek(sign + 1)))
        {
            return false;
        }

        _at += sign;
        _reading.Code = Current;
        _at++;
        if (NumberText.IsDigit(Current))
        {
            _reading.CodeDigit = Current;
            _at++;
        }

        return true;
    }

    /// <summary>
    /// What stands in brackets behind the number: the number again, as gazettes print it, its kind code or its
    /// country. Anything else is more than the number.
    /// </summary>
    private NumberFault ReadBrackets()
    {
        int end = _text.Slice(_at).IndexOf(')');
        if (end < 0)
        {
            return NumberFault.Ending;
        }

        ReadOnlySpan<char> inside = _text.Slice(_at + 1, end - 1);
        _at += end + 1;
        // Search reports cite so: 特開2020-123456(JP,A).
        string office = _reading.Kind == JpoNumberKind.InternationalPublication ? "WO," : "JP,";
        inside = inside.StartsWith(office.AsSpan()) ? inside.Slice(office.Length) : inside;
        if (inside.Length is 1 or 2
            && NumberText.IsLetter(inside[0])
            && (inside.Length == 1 || NumberText.IsDigit(inside[1]))
            && _reading.Code == '\0')
        {
            // (P) alone is no kind code, and says nothing that could be checked.
            if (inside[0] is not ('A' or 'B' or 'S' or 'T' or 'U' or 'Y'))
            {
                return NumberFault.Ending;
            }

            _reading.Code = inside[0];
            _reading.CodeDigit = inside.Length == 2 ? inside[1] : '\0';
            return NumberFault.None;
        }

        if (inside.Length == 2 && inside[0] == 'J' && inside[1] == 'P')
        {
            return _reading.HasCountry && !_reading.IsJapanese ? NumberFault.Contradiction : NumberFault.None;
        }

        return _isBracketed ? NumberFault.Ending : ReadRepetition(inside);
    }

    private NumberFault ReadRepetition(ReadOnlySpan<char> inside)
    {
        var again = new NumberScanner(inside) { _isBracketed = true };
        if (again.ReadNumber() != NumberFault.None)
        {
            return NumberFault.Ending;
        }

        NumberReading other = again._reading;
        bool isSame = other.HasYear == _reading.HasYear
            && other.Serial == _reading.Serial
            && (other.HasYear ? other.Year == _reading.Year : other.Digits == _reading.Digits);
        if (!isSame)
        {
            return NumberFault.TwoNumbers;
        }

        // P stands for patents, D for designs: where the word before the number says another law,
        // the text contradicts itself.
        NumberSeries series = other.Series == NumberSeries.None ? _reading.Series : other.Series;
        JpoNumberKind? kind = other.SaysPublication ? JpoNumberKind.Publication : other.Kind;
        return _reading.Series != NumberSeries.None && series != _reading.Series
            ? NumberFault.Contradiction
            : Merge(kind, other.Law, series);
    }

    private NumberFault Check()
    {
        NumberFault fault = CheckUndivided();
        if (fault != NumberFault.None)
        {
            return fault;
        }

        if (_reading.HasYear && _reading.Serial == 0)
        {
            return NumberFault.SerialZero;
        }

        if (_seriesLetter != '\0' && _reading.Code == '\0' && _reading.Kind is null)
        {
            fault = ApplySeriesLetter();
            if (fault != NumberFault.None)
            {
                return fault;
            }
        }

        return _reading.Code == '\0' || (_reading.HasCountry && !_reading.IsJapanese) ? NumberFault.None : ApplyCode();
    }

    /// <summary>
    /// Forms of databases whose digits are not divided: the country and the code tell which they are.
    /// </summary>
    private NumberFault CheckUndivided()
    {
        if (_reading.Shape != NumberShape.Other || !_reading.IsJapanese)
        {
            return NumberFault.None;
        }

        switch (_reading.DigitCount)
        {
            case FilledDigits when _reading.Code != '\0' && _reading.Digits < Power(ApplicationDigits):
                _digitCount = ApplicationDigits;
                SetUndivided();
                return NumberFault.None;
            case EpodocDigits
                when _reading.Code == '\0'
                    && _reading.Digits / Power(SerialDigits) % 10 == 0
                    && NumberFormat.IsPlausibleYear((int)(_reading.Digits / Power(SerialDigits + 1))):
                // EPODOC writes publications without that zero.
                NumberFault fault = SetDivided(
                    (int)(_reading.Digits / Power(SerialDigits + 1)),
                    _reading.Digits % Power(SerialDigits),
                    SerialDigits);
                return fault == NumberFault.None
                    ? Merge(JpoNumberKind.Application, JpoLaw.Patent, NumberSeries.None)
                    : fault;
            case 8 when _reading.Code is 'A' or 'T'
                && EralessYear((int)(_reading.Digits / Power(SerialDigits)), out int year):
                _reading.IsEraless = true;
                return SetDivided(year, _reading.Digits % Power(SerialDigits), SerialDigits);
            default:
                return NumberFault.None;
        }
    }

    private NumberFault ApplySeriesLetter()
    {
        if (_reading.Shape == NumberShape.Short || _reading.IsPadded)
        {
            return Merge(JpoNumberKind.Registration, null, NumberSeries.None);
        }

        // JP-B with a year is 特公; P and D before a year say the law and no more.
        return _seriesLetter != 'B' || !_reading.HasYear ? NumberFault.None
            : _reading.Year <= LastExaminedYear ? Merge(JpoNumberKind.Publication, null, NumberSeries.Examined)
            : NumberFault.KindCode;
    }

    private NumberFault ApplyCode()
    {
        char code = _reading.Code;
        if (code is 'U' or 'Y')
        {
            return NumberFault.UtilityModel;
        }

        switch (_reading.Kind)
        {
            case JpoNumberKind.InternationalApplication:
                return NumberFault.KindCode;
            case JpoNumberKind.InternationalPublication:
            case JpoNumberKind.Publication when _reading.Series == NumberSeries.Republication:
                return code == 'A' ? NumberFault.None : NumberFault.KindCode;
        }

        // Digits with a code but without JP or a word could be another office's, so the code tells only the law.
        bool anchored = _reading.IsJapanese || _reading.Kind is not null;
        JpoNumberKind? registration = anchored ? JpoNumberKind.Registration : null;
        switch (code)
        {
            case 'A'
                when _reading.CodeDigit is '\0' or '1' && _reading.HasYear && _reading.Series != NumberSeries.Examined:
                return ApplyPublicationCode();
            case 'T' when _reading.HasYear && _reading.Series is NumberSeries.None or NumberSeries.National:
                return Merge(anchored ? JpoNumberKind.Publication : null, JpoLaw.Patent, NumberSeries.National);
            case 'B' when _reading.CodeDigit is '\0' or '1' or '2'
                && (_reading.Shape == NumberShape.Short || _reading.IsPadded):
                return IsPerhapsExamined()
                    ? NumberFault.KindCode
                    : Merge(registration, JpoLaw.Patent, NumberSeries.None);
            case 'B' when _reading.IsEraless && _reading.Serial > MostExamined:
                return NumberFault.KindCode;
            case 'B' when anchored
                && _reading.HasYear
                && _reading.Year <= LastExaminedYear
                && _reading.Series is NumberSeries.None or NumberSeries.Examined:
                return Merge(JpoNumberKind.Publication, JpoLaw.Patent, NumberSeries.Examined);
            case 'S' when _reading.CodeDigit == '\0' && _reading.Shape == NumberShape.Short:
                return Merge(registration, JpoLaw.Design, NumberSeries.None);
            default:
                return NumberFault.KindCode;
        }
    }

    /// <summary>
    /// Public sources write publications with a kind code, and applications without: JP2021090038A is 特開2021-090038.
    /// In DOCDB, with its points, A stands for both.
    /// </summary>
    private NumberFault ApplyPublicationCode()
    {
        bool isOpen = _reading.Kind is null && (!_isDocdb || _reading.CodeDigit != '\0');
        _reading.SaysPublication = isOpen;
        if (_reading.CodeDigit != '\0' && !isOpen && _reading.Kind != JpoNumberKind.Publication)
        {
            return NumberFault.KindCode;
        }

        return Merge(
            isOpen && (_reading.IsJapanese || _seriesLetter == 'P') ? JpoNumberKind.Publication : null,
            JpoLaw.Patent,
            NumberSeries.None);
    }

    /// <summary>JP04012345B2 can be patent 4012345 filled up with a zero, or 特公平4-12345.</summary>
    private readonly bool IsPerhapsExamined() =>
        _reading.IsPadded
        && _reading.Kind is null
        && _reading.DigitCount == 8
        && EralessYear((int)(_reading.Digits / Power(SerialDigits)), out int year)
        && year <= LastExaminedYear && _reading.Digits % Power(SerialDigits) is > 0 and <= MostExamined;

    private NumberFault ReadDocdb()
    {
        if (!DocdbText.TrySplit(_text, out ReadOnlySpan<char> number, out ReadOnlySpan<char> kind))
        {
            return NumberFault.Docdb;
        }

        _isDocdb = true;
        _reading.Country0 = _text[0];
        _reading.Country1 = _text[1];
        bool wo = _reading.Country0 == 'W' && _reading.Country1 == 'O';
        if (!wo && !_reading.IsJapanese)
        {
            return NumberFault.Foreign;
        }

        _at = 3;
        NumberFault fault = number.Length > ApplicationDigits ? NumberFault.TenDigits : ReadDigits();
        if (fault != NumberFault.None)
        {
            return fault;
        }

        SetUndivided();
        _reading.Code = kind[0];
        _reading.CodeDigit = kind.Length > 1 ? kind[1] : '\0';
        if (kind[0] == '*' || (kind.Length > 1 && !NumberText.IsDigit(kind[1])))
        {
            return NumberFault.KindCode;
        }

        if (wo)
        {
            _reading.Country0 = '\0';
            _reading.Country1 = '\0';
            _reading.Kind = JpoNumberKind.InternationalPublication;
            _reading.Law = JpoLaw.Patent;
        }

        return Check();
    }

    private static bool ShortYear(int twoDigits, out int year)
    {
        // The PCT began in 1978 and went over to years of four digits in 2004.
        year = twoDigits >= 78 ? 1900 + twoDigits : 2000 + twoDigits;
        return twoDigits is >= 78 or <= 4;
    }

    private static long Power(int exponent)
    {
        long power = 1;
        for (int i = 0; i < exponent; i++)
        {
            power *= 10;
        }

        return power;
    }
}
