using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace JpoPatent;

/// <summary>Finds the time allowed for an answer in the words of a document.</summary>
internal static class PeriodText
{
    private const int MaxFront = 200_000;

    // 発送の日から６０日以内: whatever stands between, in the spellings that forms and examiners use. A parenthesis after the first number is for others (在外者).
    private static readonly Regex Stated = new(
        "発送(?:の|した|しました|された|があった|のあった)?(?:年月)?日(?:の翌日)?(?:から|より)(?:、|,)?(?:起算して|起算し|数えて|さらに)?(?:、|,)?(?<n>[0-9]{1,9}|[〇一二三四五六七八九十百]{1,12})(?<u>日|(?:か|カ|ヶ|ケ|ヵ|箇|個|ヵ|ゕ|ゖ)?月)(?:間)?(?:\\([^()]{1,60}\\))?(?:以内|内|を経過する|を経過した|の間|までに|が経過)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <summary>The first period that runs from the dispatch; null where the text states none.</summary>
    internal static ResponsePeriod? Find(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        Match match = Stated.Match(Plain(Front(text!)));
        int number = match.Success ? Number(match.Groups["n"].Value) : 0;
        if (number is < 1 or > 999)
        {
            return null;
        }

        return new ResponsePeriod(number, match.Groups["u"].Value == "日" ? PeriodUnit.Days : PeriodUnit.Months);
    }

    /// <summary>A number in digits of any width or in kanji; 0 where it is none.</summary>
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

    /// <summary>One width, and no blanks or ends of lines: a printed line may end anywhere, within a number too.</summary>
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
