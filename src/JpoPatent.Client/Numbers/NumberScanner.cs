using System;

namespace JpoPatent;

/// <summary>
/// Reads a normalized text from left to right: words and letters, year, separator, serial, kind code, suffix. It says what the
/// text tells by itself and never chooses between two readings; that is for <see cref="NumberResolver"/>, which knows what the caller expects.
/// </summary>
internal ref struct NumberScanner
{
    private const int SerialDigits = 6;
    private const int ApplicationDigits = 10;
    private const int RegistrationDigits = 7;

    // Country, label, word and one piece more for the digits: 日本国 特許出願番号 JP 特願2020-123456.
    private const int MaxHeadPieces = 5;

    // The last examined publications; a B code behind a later year has no meaning.
    private const int LastExaminedYear = 1996;

    private readonly ReadOnlySpan<char> _text;
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
        NumberFault fault = text.IndexOf('.') < 0 ? scanner.ReadNumber() : scanner.ReadDocdb();
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
            Take('第');
            char c = Current;
            if (NumberText.IsDigit(c) || IsEra())
            {
                return NumberFault.None;
            }

            NumberFault fault = NumberText.IsLetter(c) ? ReadLetters() : ReadWord(out _);
            if (fault != NumberFault.None)
            {
                return fault;
            }
        }

        return AtEnd ? NumberFault.NoDigits : NumberFault.Prefix;
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
        char next = Peek(1);
        if (!NumberText.IsLetter(next) || _reading.HasCountry)
        {
            return NumberFault.Prefix;
        }

        if (Current == 'P' && next == 'C' && Peek(2) == 'T')
        {
            return ReadPct();
        }

        if (Current == 'W' && next == 'O')
        {
            return ReadWo(2);
        }

        _reading.Country0 = Current;
        _reading.Country1 = next;
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
        }
        else if (Current == '-')
        {
            _at++;
        }

        return NumberFault.None;
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

        // A republication stands under the number of the PCT publication, with or without its letters: 再表WO2019/123456.
        return _reading.Series == NumberSeries.Republication
            ? NumberFault.None
            : Merge(JpoNumberKind.InternationalPublication, JpoLaw.Patent, NumberSeries.None);
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

        year = EraNumbers.ToWesternYear(era, year);
        return year == 0 ? NumberFault.EraYear : ReadSerial(year);
    }

    private NumberFault SplitEra(char era, bool oneLetter)
    {
        // Without a separator 平1123456 is 平1 or 平11. Two digits of year are certain where all eight digits are there, where the first is 0, and in
        // the numbers of patent databases (JPH1123456A), which always write two.
        bool database = oneLetter && _reading.IsJapanese && _reading.Kind is null && NumberText.IsLetter(Current);
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

        year = EraNumbers.ToWesternYear(era, year);
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

        return Current == ',' ? ReadThousands() : NumberFault.None;
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
                if (!NumberText.IsDigit(Current) || ++_digitCount > RegistrationDigits)
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

    private readonly bool IsSeparator() => Current is '-' or '/' or ' ' or '年' or '第';

    private readonly bool IsEra() => EraAt(_at, out _) != '\0';

    private readonly char EraAt(int at, out int length)
    {
        length = 1;
        char c = at < _text.Length ? _text[at] : '\0';
        char next = at + 1 < _text.Length ? _text[at + 1] : '\0';
        char era;
        switch (c)
        {
            case 'S' or '昭':
                era = '3';
                break;
            case 'H' or '平':
                era = '4';
                break;
            case 'R' or '令':
                era = '5';
                break;
            default:
                return '\0';
        }

        if ((c == '昭' && next == '和') || (c == '平' && next == '成') || (c == '令' && next == '和'))
        {
            length = 2;
            next = at + 2 < _text.Length ? _text[at + 2] : '\0';
        }

        return NumberText.IsDigit(next) || next == '元' ? era : '\0';
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

        _reading.Shape = NumberShape.Divided;
        _reading.Year = year;
        _reading.Serial = (int)serial;
        return NumberFault.None;
    }

    private void SetUndivided()
    {
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
        if (NumberText.IsLetter(Current))
        {
            _reading.Code = Current;
            _at++;
            if (NumberText.IsDigit(Current))
            {
                _reading.CodeDigit = Current;
                _at++;
            }
        }

        Take('号');
        if (Current == '公' && Peek(1) == '報')
        {
            _at += 2;
        }

        return AtEnd ? NumberFault.None : NumberFault.Ending;
    }

    private NumberFault Check()
    {
        if (_reading.HasYear && _reading.Serial == 0)
        {
            return NumberFault.SerialZero;
        }

        return _reading.Code == '\0' || (_reading.HasCountry && !_reading.IsJapanese) ? NumberFault.None : ApplyCode();
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
            case 'A' when _reading.CodeDigit is '\0' or '1' && _reading.HasYear && _reading.Series != NumberSeries.Examined:
                return ApplyPublicationCode();
            case 'B' when _reading.CodeDigit is '\0' or '1' or '2' && _reading.Shape == NumberShape.Short:
                return Merge(registration, JpoLaw.Patent, NumberSeries.None);
            case 'B' when anchored && _reading.HasYear && _reading.Year <= LastExaminedYear && _reading.Series is NumberSeries.None or NumberSeries.Examined:
                return Merge(JpoNumberKind.Publication, JpoLaw.Patent, NumberSeries.Examined);
            case 'S' when _reading.CodeDigit == '\0' && _reading.Shape == NumberShape.Short:
                return Merge(registration, JpoLaw.Design, NumberSeries.None);
            default:
                return NumberFault.KindCode;
        }
    }

    /// <summary>
    /// Public sources write publications with a kind code, and applications without: JP2021090038A is 特開2021-090038. In DOCDB, with its points, A stands for both.
    /// </summary>
    private NumberFault ApplyPublicationCode()
    {
        bool isOpen = _reading.Kind is null && (!_isDocdb || _reading.CodeDigit != '\0');
        _reading.SaysPublication = isOpen;
        if (_reading.CodeDigit != '\0' && !isOpen && _reading.Kind != JpoNumberKind.Publication)
        {
            return NumberFault.KindCode;
        }

        return Merge(isOpen && _reading.IsJapanese ? JpoNumberKind.Publication : null, JpoLaw.Patent, NumberSeries.None);
    }

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
