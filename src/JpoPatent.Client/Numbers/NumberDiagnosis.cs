using System;
using System.Text.RegularExpressions;

namespace JpoPatent.Numbers;

/// <summary>
/// What a text that is no number most likely is. People meet the same few things again and again: what a spreadsheet
/// makes of numbers, two numbers in one cell, rights and proceedings that have numbers of their own. Asked only after
/// reading has failed, so that no number is ever refused here.
/// </summary>
internal static class NumberDiagnosis
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    private static readonly Regex SpreadsheetError = new(
        @"^#(N/A|REF!|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!|FIELD!|BUSY!|UNKNOWN!)|^#+$", Options);

    private static readonly Regex Rounded = new(@"^[+-]?[0-9](\.[0-9]+)?E\+?[0-9]{1,3}$", Options);

    private static readonly Regex NotYet = new(
        @"^[\(\[]*(未出願|未登録|未公開|未定|未確定|未付与|未取得|未|出願前|出願準備中|準備中|出願予定|出願中|審査中|係属中|予定|不明|無し|無|なし|ナシ|該当なし|該当無し|対象外|同上|同左|〃|[″""]|-+"
            + @"|n/?a|n\.a\.|none|null|nil|nan|tbd|tba|pending|unknown|not ?(yet )?filed"
            + @"|not ?(yet )?(available|assigned)|xxx+|\?+|×|✕)[\)\]]*$",
        Options);

    private static readonly Regex Date = new(
        @"^((19|20)[0-9]{2}\s?[-/.年]\s?[01]?[0-9]\s?([-/.月]\s?([0-3]?[0-9])?)?日?"
        + @"|[0-3]?[0-9][-/.][0-3]?[0-9]([-/.]([0-9]{4}|[0-9]{2}))?"
        + @"|[01]?[0-9]月([0-3]?[0-9]日)?"
        + @"|(昭和?|平成?|令和?|[SHR])\s?([0-9]{1,2}|元)\s?[-/.年]\s?[01]?[0-9]\s?[-/.月]\s?[0-3]?[0-9]日?"
        + @"|([0-3]?[0-9][-/ .])?(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
        + @"([-/ .,]*[0-9]{1,4}(,? ?[0-9]{4})?)?)"
        + @"(T| +)?([0-9]{1,2}:[0-9]{2}(:[0-9]{2})?(\.[0-9]+)?( ?[AP]M)?)?(Z|[+-][0-9:]{4,5})?$",
        Options);

    private static readonly Regex RightBehind = new(
        @"号\s*の\s*(第?\s*[0-9]|類似|防護|連合)|類似|防護|連合|分割|原出願|親出願|子出願|号\s*[-−]?\s*[0-9]{1,3}\s*$"
            + @"|^[^0-9]*[0-9]{6,7}\s*号?\s*(-|の|/)\s*[0-9]{1,2}\s*号?$",
        Options);

    private static readonly Regex Court = new(
        @"[\(\[]\s*(行|ワ|ネ|ヨ|ラ|オ|受|許)\s*[ァ-ヶ]{0,2}\s*[\)\]]\s*(第|[0-9])|知財高裁|東京地裁|大阪地裁|最高裁", Options);

    private static readonly Regex Proceeding = new(@"審判|再審|審決|異議(申立)?|不服|無効", Options);

    // A piece that could be a number of its own: at least five digits, signs between them counted out.
    private static readonly Regex Piece = new(@"[0-9](?:[-/年第 ]{0,2}[0-9]){4,}", Options);

    private static readonly Regex Between = new(
        @"[、,;；&＆+＋|・→~〜\r\n\t]|及び|および|並びに|または|又は|ほか|外[0-9]|と|[^0-9\s]\s*$|\s", Options);

    /// <summary>What is wrong: what the text looks like, else the fault that reading met.</summary>
    /// <param name="text">The text as it is written.</param>
    /// <param name="fault">What reading met.</param>
    public static NumberFault Of(string? text, NumberFault fault)
    {
        ReadOnlySpan<char> trimmed = NumberText.Trim(text);
        if (trimmed.IsEmpty || trimmed.Length > NumberText.MaxLength)
        {
            return fault;
        }

        string plain = Fold(trimmed);
        return plain.IndexOfAny(['\r', '\n']) >= 0 ? NumberFault.LineBreak
            : SpreadsheetError.IsMatch(plain) ? NumberFault.SpreadsheetError
            : NotYet.IsMatch(plain) ? NumberFault.NotYet
            : Rounded.IsMatch(plain) ? NumberFault.Rounded
            : Date.IsMatch(plain) ? NumberFault.Date
            : Court.IsMatch(plain) ? NumberFault.Court
            : IsGeneral(fault) && HasTwoNumbers(plain) ? NumberFault.TwoNumbers
            : IsGeneral(fault) && RightBehind.IsMatch(plain) ? NumberFault.RightBehind
            : IsGeneral(fault) && Proceeding.IsMatch(plain) ? NumberFault.Appeal
            : fault;
    }

    /// <summary>
    /// Faults that say no more than that the text has another form; the others know better what the text is.
    /// </summary>
    private static bool IsGeneral(NumberFault fault) =>
        fault is NumberFault.Character or NumberFault.Prefix or NumberFault.Ending or NumberFault.YearForm
            or NumberFault.Grouping
            or NumberFault.Contradiction or NumberFault.TwoNumbers or NumberFault.Docdb or NumberFault.TenDigits
            or NumberFault.NoDigits or NumberFault.RegistrationDigits
            or NumberFault.DocdbWanted or NumberFault.SerialLength or NumberFault.KindCode;

    private static bool HasTwoNumbers(string plain)
    {
        MatchCollection pieces = Piece.Matches(plain);
        if (pieces.Count < 2)
        {
            return false;
        }

        int end = pieces[0].Index + pieces[0].Length;
        return Between.IsMatch(plain.Substring(end, pieces[1].Index - end));
    }

    /// <summary>Half-width signs and one dash, so that a pattern need not list them; words stay as they are.</summary>
    private static string Fold(ReadOnlySpan<char> text)
    {
        var plain = new char[text.Length];
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            plain[i] = c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0)
                : c == '\u3000' ? ' '
                : c is (>= '\u2010' and <= '\u2015') or '\u2212' or '\u30FC' or '\uFF70' ? '-'
                : c;
        }

        return new string(plain);
    }
}
