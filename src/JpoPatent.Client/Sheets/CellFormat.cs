using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace JpoPatent.Sheets;

/// <summary>
/// A number format of a workbook: tells days from numbers, and numbers with zeros in front from both.
/// </summary>
internal sealed class CellFormat
{
    private static readonly CellFormat General = new(CellFormatKind.Number, string.Empty);

    private readonly string _pattern;

    private CellFormat(CellFormatKind kind, string pattern)
    {
        Kind = kind;
        _pattern = pattern;
    }

    internal CellFormatKind Kind { get; }

    /// <summary>The format of an id.</summary>
    /// <param name="id">The id in the style; those below 164 are built in, and many have no code in the file.</param>
    /// <param name="code">The code that the file gives for the id; null where it gives none.</param>
    internal static CellFormat Of(int id, string? code) => code != null ? Read(code) : id switch
    {
        >= 14 and <= 17 or 22 or (>= 27 and <= 31) or (>= 34 and <= 36) or (>= 50 and <= 58) =>
            new(CellFormatKind.Day, string.Empty),

        // Thai Excel's own days and times.
        (>= 71 and <= 74) or 77 or 81 => new(CellFormatKind.Day, string.Empty),
        (>= 18 and <= 21) or 32 or 33 or 45 or 47 or 75 or 76 or 78 or 80 => new(CellFormatKind.Time, string.Empty),
        46 or 79 => new(CellFormatKind.Time, "[h]"),
        49 => new(CellFormatKind.Text, string.Empty),
        _ => General,
    };

    /// <summary>The value of a cell with this format.</summary>
    /// <param name="written">The number as the file has it.</param>
    /// <param name="isFrom1904">Whether the workbook counts days from 1904.</param>
    internal object Apply(string written, bool isFrom1904)
    {
        if (!double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
        {
            return written;
        }

        switch (Kind)
        {
            case CellFormatKind.Day when SerialDay.TryRead(number, isFrom1904, out DateTime day):
                return day;
            case CellFormatKind.Time when number is >= 0 and < SerialDay.Last:
                return Time(number);
            case CellFormatKind.Digits when IsWhole(number) && number >= 0:
                return Digits((long)number);
            case CellFormatKind.Text:
                return IsWhole(number) ? ((long)number).ToString(CultureInfo.InvariantCulture) : written;
            default:
                return IsWhole(number) ? (object)(long)number : number;
        }
    }

    private static bool IsWhole(double number) => Math.Abs(number) < 1e15 && Math.Floor(number) == number;

    /// <summary>
    /// Reads a code's first section. What stands in quotes, behind a backslash or in brackets are words, colours and
    /// languages: their letters say nothing about days, and the brackets of elapsed hours say time.
    /// </summary>
    private static CellFormat Read(string code)
    {
        var bare = new StringBuilder(code.Length);
        var pattern = new StringBuilder(code.Length);
        bool isElapsed = false;
        for (int i = 0; i < code.Length && code[i] != ';'; i++)
        {
            switch (code[i])
            {
                case '"':
                    for (i++; i < code.Length && code[i] != '"'; i++)
                    {
                        Literal(pattern, code[i]);
                    }

                    break;
                case '\\' when i + 1 < code.Length:
                    Literal(pattern, code[++i]);
                    break;
                case '_' or '*' when i + 1 < code.Length:
                    i++;
                    break;
                case '[':
                    int end = code.IndexOf(']', i);
                    end = end < 0 ? code.Length : end;
                    string inside = code.Substring(i + 1, Math.Max(0, end - i - 1)).ToLowerInvariant();
                    isElapsed |= inside.Length > 0 && inside.Trim('h', 'm', 's').Length == 0;
                    i = end;
                    break;
                default:
                    bare.Append(code[i]);
                    pattern.Append(code[i]);
                    break;
            }
        }

        string letters = bare.ToString().ToLowerInvariant();
        foreach (string name in (string[])["general", "g/標準", "g/通用格式", "standard"])
        {
            letters = letters.Replace(name, string.Empty);
        }

        letters = letters.Replace("e+", string.Empty)
            .Replace("e-", string.Empty)
            .Replace("am/pm", "h")
            .Replace("a/p", "h");
        if (isElapsed)
        {
            return new CellFormat(CellFormatKind.Time, "[h]");
        }

        bool hasTime = letters.IndexOfAny(['h', 's']) >= 0;
        bool hasDay = letters.IndexOfAny(['y', 'd', 'g', 'e']) >= 0
            || letters.Contains("aaa")
            || letters.Contains("bb")
            || (letters.IndexOf('m') >= 0 && !hasTime);
        if (hasDay || hasTime)
        {
            return new CellFormat(hasDay ? CellFormatKind.Day : CellFormatKind.Time, string.Empty);
        }

        return letters.Trim() == "@" ? new CellFormat(CellFormatKind.Text, string.Empty)
            : IsDigits(letters) ? new CellFormat(CellFormatKind.Digits, pattern.ToString())
            : General;
    }

    /// <summary>Literal characters of a pattern are marked, so that a zero in quotes is no place for a digit.</summary>
    private static void Literal(StringBuilder pattern, char c) => pattern.Append('\\').Append(c);

    private static bool IsDigits(string bare)
    {
        int zeros = 0;
        foreach (char c in bare)
        {
            if (c == '0')
            {
                zeros++;
            }
            else if (c is not ('-' or '/' or ' ' or '(' or ')' or ':') && c < '\u0080')
            {
                return false;
            }
        }

        return zeros > 1;
    }

    private static string Time(double number, bool isElapsed)
    {
        long seconds = (long)Math.Round(number * 86400);
        long hours = isElapsed ? seconds / 3600 : seconds / 3600 % 24;
        string text = string.Format(CultureInfo.InvariantCulture, "{0:00}:{1:00}", hours, seconds / 60 % 60);
        return seconds % 60 == 0 ? text : text + string.Format(CultureInfo.InvariantCulture, ":{0:00}", seconds % 60);
    }

    private string Time(double number) => Time(number, _pattern.Length > 0);

    /// <summary>
    /// The digits at the places of the pattern, from the right; those that the pattern has no
    /// place for stand before its first.
    /// </summary>
    private string Digits(long number)
    {
        string digits = number.ToString(CultureInfo.InvariantCulture);
        int left = digits.Length;
        var reversed = new List<char>(_pattern.Length + digits.Length);
        int firstPlace = FirstPlace();
        for (int i = _pattern.Length - 1; i >= 0; i--)
        {
            bool isLiteral = i > 0 && _pattern[i - 1] == '\\';
            if (isLiteral || _pattern[i] != '0')
            {
                reversed.Add(_pattern[i]);
                i -= isLiteral ? 1 : 0;
                continue;
            }

            reversed.Add(left > 0 ? digits[--left] : '0');
            while (i == firstPlace && left > 0)
            {
                reversed.Add(digits[--left]);
            }
        }

        reversed.Reverse();
        return new string([.. reversed]);
    }

    private int FirstPlace()
    {
        for (int i = 0; i < _pattern.Length; i++)
        {
            if (_pattern[i] == '\\')
            {
                i++;
            }
            else if (_pattern[i] == '0')
            {
                return i;
            }
        }

        return -1;
    }
}
