using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace JpoPatent.Text;

/// <summary>
/// The words of documents in one spelling, so that numbers, days and periods can be looked for in them.
/// </summary>
internal static class PeriodText
{
    private const int MaxFront = 200_000;

    // A rule, and the number of the page before or behind it: 2/3, 2/E, - 2 -, ２頁. No blank is tried twice: texts are
    // long, and some hold nothing but blanks.
    private const string Blanks = "(?>[ 　\\t]*)";
    private const string EmptyLine = "(?>" + Blanks + "\n)?";
    private const string Rule = "(?>[─━―—\\-_＿]{5,})";
    private const string PageNumber = Blanks + "[-－―]?" + Blanks + "[0-9０-９]{1,4}" + Blanks + "(?:[/／]" + Blanks
        + "[0-9０-９EＥ]{1,4}|頁|ページ)?" + Blanks + "[-－―]?" + Blanks;

    private static readonly Regex PageBreak = new(
        "\n" + EmptyLine + "(?>" + PageNumber + "\n)?" + EmptyLine + Blanks + Rule + Blanks + "\n" + EmptyLine + "(?>"
            + PageNumber + "\n)?",
        RegexOptions.CultureInvariant);

    /// <summary>A number in digits of any width or in kanji; 0 if it is not one.</summary>
    internal static int Number(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            return number;
        }

        // Both ways of writing occur: by place (六〇) and with the words for ten and hundred (六十).
        int sum = 0;
        int digit = 0;
        bool hasDigit = false;
        foreach (char c in text)
        {
            int value = "〇一二三四五六七八九".IndexOf(c);
            if (value >= 0)
            {
                digit = (digit * 10) + value;
                hasDigit = true;
            }
            else if (c is '十' or '百')
            {
                sum += (hasDigit ? digit : 1) * (c == '十' ? 10 : 100);
                digit = 0;
                hasDigit = false;
            }
            else
            {
                return 0;
            }

            if (sum > 9999 || digit > 9999)
            {
                return 0;
            }
        }

        return sum + digit;
    }

    /// <summary>The part of a text in which it says what it is about; the bodies of some are megabytes.</summary>
    internal static string Front(string text) => text.Length > MaxFront ? text.Substring(0, MaxFront) : text;

    /// <summary>A text without rules and page numbers: where a page ends, a sentence goes on behind them.</summary>
    internal static string WithoutPageBreaks(string text) => PageBreak.Replace(text, "\n");

    /// <summary>
    /// One width, and no blanks or ends of lines: a printed line may end anywhere, within a number too.
    /// </summary>
    internal static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (char c in Compose(text))
        {
            if (!char.IsWhiteSpace(c) && !char.IsControl(c))
            {
                plain.Append(c);
            }
        }

        return plain.ToString();
    }

    /// <summary>Full-width letters and digits as half-width ones, half-width kana as full-width ones.</summary>
    internal static string Compose(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (System.ArgumentException)
        {
            // Half a surrogate pair, or no character at all: such a text is read as it is.
            return text;
        }
    }
}
