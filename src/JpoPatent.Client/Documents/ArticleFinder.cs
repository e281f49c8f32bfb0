using System;
using System.Collections.Generic;
using System.Text;
using System.Text.RegularExpressions;
using JpoPatent.Text;

namespace JpoPatent.Documents;

/// <summary>
/// The provisions of the law that a document rests on, in one form for all laws: 第29条第2項, digits at half width, without
/// the name of the case's own law. What stands in advice, in remarks and in references does not count.
/// </summary>
internal static class ArticleFinder
{
    /// <summary>There are not as many reasons in the law.</summary>
    internal const int MaxArticles = 200;

    /// <summary>How far behind a provision the word stands that makes it a reference.</summary>
    private const int ReferenceLength = 16;

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string Digits = "[0-9一二三四五六七八九十百]+";

    private static readonly Regex Explanation = new("[(（][^()（）]*[)）]$", Options);

    // 商標法第4条第1項第11号, 同法第3条第1項柱書, 同条第2項, 同項第16号.
    private static readonly Regex Provision = new(
        "(?<law>特許法|意匠法|商標法|実用新案法|同法)?(?:(?<article>第" + Digits + "条(?:の" + Digits + ")*)|(?<same>同条|同項))"
            + "(?<paragraph>第" + Digits + "項)?(?<item>柱書|第" + Digits + "号(?:の" + Digits + ")?)?",
        Options);

    // A provision is a ground only where the sentence says that the application falls under it or fails it.
    private static readonly Regex Verdict = new(
        "該当(?:し(?!な|ま?せ)|する(?!もので(?:は|あ)?な|おそれ)|を理由)|違反|要件を(?:満た(?:し|さ)|具備し(?:な|ま?せ|て(?:い)?(?:な|ま?せ))|欠)"
            + "|を?具備し(?:な|ま?せ|てい(?:な|ま?せ))|満たして(?:い)?(?:な|ま?せ)|適合し(?:な|ま?せ)"
            + "|受けることができ(?:な|ま?せ)|登録を受けられ(?:な|ま?せ)|拒絶(?:を|の)(?:す|理由)|規定(?:に|を)(?:より|理由)",
        Options);

    private static readonly Regex Advice = new(
        "^(?:なお|ちなみに|参考まで|ただし|また、?補正)|(?:補正|減縮|削除|訂正|変更|除外|限定)(?:を?し|され)?(?:すれば|れば|たとき|すると)"
            + "|すれば|場合(?:に|は|、)(?!使用)|することができます|できますので|ください|検討|解消|ご?留意|ご?注意",
        Options);

    private static readonly Regex Heading = new(
        "^(?:[・●○■◆【(]*)(?:理由|根拠条文|適用条文|拒絶の理由)[0-9A-Z一二三四五六七八九十]*[】):、.・]*", Options);

    private static readonly Regex Reference = new("^[^、。]{0,6}(?:参照|を準用|の適用を受け|に規定する手続)", Options);

    /// <summary>
    /// A provision without its explanation and without the name of the case's own law, digits at half width.
    /// </summary>
    internal static string Bare(string text, JpoLaw law)
    {
        string plain = PeriodText.Plain(text);
        string bare = Explanation.Replace(plain, string.Empty);
        return WithoutLaw(bare.Length > 0 ? bare : plain, law);
    }

    /// <summary>The provisions of a list such as the printed form has beside 適用条文: all of them.</summary>
    internal static IReadOnlyList<string> InList(string text, JpoLaw law)
    {
        var found = new List<string>();
        var last = new Last();
        foreach (Match match in Provision.Matches(PeriodText.Plain(text)))
        {
            Add(found, last.Resolve(match, law));
        }

        return found.AsReadOnly();
    }

    /// <summary>The provisions that running text rests on.</summary>
    internal static IReadOnlyList<string> InReasons(string text, JpoLaw law)
    {
        var found = new List<string>();
        var last = new Last();
        foreach (string paragraph in PeriodText.WithoutPageBreaks(PeriodText.Front(text).Replace("\r\n", "\n"))
            .Split(["\n\n", "\n　\n"], StringSplitOptions.None))
        {
            bool isAdvice = false;
            foreach (string sentence in Sentences(paragraph))
            {
                // What follows なお is a remark up to the end of its paragraph.
                isAdvice |= sentence.StartsWith("なお", StringComparison.Ordinal);
                ReadSentence(sentence, isAdvice, law, last, found);
            }
        }

        return found.AsReadOnly();
    }

    private static void ReadSentence(string sentence, bool isAdvice, JpoLaw law, Last last, List<string> found)
    {
        bool isGround = !isAdvice
            && (Heading.IsMatch(sentence) || (Verdict.IsMatch(sentence) && !Advice.IsMatch(sentence)));
        foreach (Match match in Provision.Matches(sentence))
        {
            string? provision = last.Resolve(match, law);
            int end = match.Index + match.Length;
            if (isGround
                && !Reference.IsMatch(sentence.Substring(end, Math.Min(ReferenceLength, sentence.Length - end))))
            {
                Add(found, provision);
            }
        }
    }

    /// <summary>Sentences on one line each; a heading without a full stop is a sentence too.</summary>
    private static IEnumerable<string> Sentences(string paragraph)
    {
        foreach (string line in Headings(paragraph))
        {
            foreach (string sentence in PeriodText.Plain(line).Split('。'))
            {
                if (sentence.Length > 0)
                {
                    yield return sentence;
                }
            }
        }
    }

    /// <summary>The lines of headings for themselves; what is only broken to fit the page in one piece.</summary>
    private static IEnumerable<string> Headings(string paragraph)
    {
        var text = new StringBuilder();
        foreach (string line in paragraph.Split('\n'))
        {
            if (line.IndexOf('。') < 0 && Heading.IsMatch(PeriodText.Plain(line)))
            {
                yield return text.ToString();
                yield return line;
                text.Clear();
            }
            else
            {
                text.Append(line);
            }
        }

        yield return text.ToString();
    }

    private static void Add(List<string> found, string? provision)
    {
        if (provision != null && found.Count < MaxArticles && !found.Contains(provision))
        {
            found.Add(provision);
        }
    }

    private static string WithoutLaw(string provision, JpoLaw law)
    {
        string own = NameOf(law);
        return provision.StartsWith(own, StringComparison.Ordinal) && provision.Length > own.Length
            ? provision.Substring(own.Length)
            : provision;
    }

    private static string NameOf(JpoLaw law) =>
        law switch { JpoLaw.Design => "意匠法", JpoLaw.Trademark => "商標法", _ => "特許法" };

    /// <summary>What 同法, 同条 and 同項 point back to.</summary>
    private sealed class Last
    {
        private string _law = string.Empty;
        private string _article = string.Empty;
        private string _paragraph = string.Empty;

        /// <summary>The provision in full; null where it points back to nothing.</summary>
        internal string? Resolve(Match match, JpoLaw law)
        {
            string name = match.Groups["law"].Value;
            string paragraph = match.Groups["paragraph"].Value;
            if (match.Groups["same"].Success)
            {
                if (_article.Length == 0)
                {
                    return null;
                }

                _paragraph = match.Groups["same"].Value == "同項" ? _paragraph : paragraph;
            }
            else
            {
                // 同法 is the law that was named last; without a name it is the case's own.
                _law = name == "同法" ? _law : name;
                _article = match.Groups["article"].Value;
                _paragraph = paragraph;
            }

            return WithoutLaw(_law + _article + _paragraph + match.Groups["item"].Value, law);
        }
    }
}
