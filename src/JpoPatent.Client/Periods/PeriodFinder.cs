using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;
using JpoPatent.Text;

namespace JpoPatent.Periods;

/// <summary>
/// Finds the periods that a document sets, in its words. A period counts only where it is the document's own: a
/// decision that recalls the period of an earlier notice, and a notice that explains the appeal against a decision to
/// come, set none.
/// </summary>
internal static class PeriodFinder
{
    /// <summary>No document of JPO sets as many.</summary>
    private const int MaxPeriods = 20;

    /// <summary>How far the words around a period are looked at.</summary>
    private const int MaxClause = 120;

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string Digits = "[0-9]{1,9}|[〇一二三四五六七八九十百]{1,12}";
    private const string Units = "日|週|(?:か|カ|ヶ|ケ|ヵ|箇|個|ゕ|ゖ)?月";
    private const string Amount = "(?<n>" + Digits + ")(?<u>" + Units + ")間?";
    private const string Another = "(?:" + Digits + ")(?:" + Units + ")間?";

    // At most one parenthesis within the parenthesis: （在外者（外国に居住する者）にあっては、３月）.
    private const string Aside = "\\((?:[^()]|\\([^()]{0,60}\\)){1,120}\\)";

    // Whom a length is for, where each has its own: 国内居住者にあっては６０日、在外者にあっては３月.
    private const string Whom = "(?:国内|在内|内国|日本|在外|国外|外国|海外|遠隔)[^0-9、。()]{0,30}?(?:は|も|場合)[、,]?";

    private const string Quote = "[「」『』\"'“”【】\\[\\]〔〕<>〈〉]{0,2}";

    // 発送の日から６０日以内, 謄本の送達があった日から３月以内: the event, its day, the number, the end; whatever may stand between them, in the
    // spellings that forms and examiners use.
    private static readonly Regex Stated = new(
        "(?<event>発送|発信|送付|送達|送逹|受領|受取|到達|交付|受け取っ|受け|知っ)"
            + "(?:の|た|を受けた|を受けました|をした|した|しました|された|されました|がされた|があった|があつた|がありました|のあった|が行われた)?(?:年月)?(?:日|とき|時)"
            + "(?:である)?(?:の翌日)?(?<day>" + Aside
            + "|[:、,]?(?:令和|平成|昭和)?(?:元|[0-9]{1,4})年[0-9]{1,2}月[0-9]{1,2}日)?(?:の翌日)?(?:から|より|以後|後)"
            + "[、,]?(?:起算して|起算し|数えて|かぞえて|計算して|さらに)?[、,]?(?<whom>" + Whom + ")?" + Quote + Amount + Quote + "(?<aside>"
            + Aside + ")?" + Quote
            + "(?:以内|内|を経過する|を経過した|の間|の期間|までに?|が経過|を限り|中に|とする|とします|です|(?=[。、」]|$))" + Quote + "(?<after>" + Aside + ")?"
            + "(?<second>に?[、,]?(?:" + Whom + Quote + Another + "|" + Another + Aside + "))?",
        Options);

    private static readonly Regex InAside = new(Amount, Options);
    private static readonly Regex Abroad = new("在外|国外|外国に|外国居住|海外|遠隔", Options);
    private static readonly Regex AtHome = new("在内|国内", Options);
    private static readonly Regex Added = new("附加|付加|加え", Options);

    // この査定の謄本の, 本通知書の: what the event happens to is the document itself.
    private static readonly Regex Own = new(
        "(?:この|(?<![謄副正日])本(?!願|件|文|人|国|法)|(?<![相担該])当(?!該|たる|たって))[^、。,()]{0,24}$", Options);

    // 令和５年６月１日付け拒絶理由通知書の, 先の通知の, 査定の謄本の in a notice: it happens to another document.
    private static readonly Regex Dated = new("(?:年[0-9]{1,2}月[0-9]{1,2}日|同日)(?:付|起案|発送|に発送|に送達|に通知|の)", Options);
    private static readonly Regex DatedNotice = new(
        "(?:年[0-9]{1,2}月[0-9]{1,2}日|同日)(?:付け?|起案|発送)の?[^、。]{0,8}(?:通知|指令)", Options);
    private static readonly Regex Earlier = new("先の|先に|前回|前記|上記|当該|同通知|既に|さきの", Options);
    private static readonly Regex CopyOfDecision = new("(?:査定|決定|審決)の?(?:謄本)?の?$", Options);
    private static readonly Regex Past = new(
        "(?:なかった|されず|せず|徒過|提出された|提出した|経過しても|経過した|経過している|であった)(?!とき|場合|もの)", Options);

    private static readonly Regex Words = new(
        "(?<contact>面接|連絡|問い?合わ?せ|照会|希望|閲覧)"
            + "|(?<filing>分割|新たな(?:特許|意匠登録|商標登録)?出願|出願を?変更)"
            + "|(?<appeal>審判|審査請求|不服|異議)"
            + "|(?<court>訴え|訴訟|出訴)"
            + "|(?<payment>納付|納め|支払|特許料|登録料)"
            + "|(?<response>意見書|意見を|補正|応答|回答|弁明|答弁|陳述|提出|届け?出|報告|補充|命ず|命令|選任)",
        Options);

    /// <summary>The periods of a document.</summary>
    /// <param name="text">Its whole text.</param>
    /// <param name="kind">What it is.</param>
    internal static IReadOnlyList<JpoPeriod> Find(string? text, PeriodSetter kind)
    {
        var periods = new List<JpoPeriod>();
        if (string.IsNullOrEmpty(text))
        {
            return periods;
        }

        string plain = PeriodText.Plain(PeriodText.WithoutPageBreaks(PeriodText.Front(text!)));
        foreach (Match match in Stated.Matches(plain))
        {
            if (periods.Count >= MaxPeriods)
            {
                break;
            }

            if (Read(plain, match, kind) is { } found)
            {
                Add(periods, found, match);
            }
        }

        return periods;
    }

    /// <summary>The period that the number of a match counts; null where it is not the document's own.</summary>
    private static JpoPeriod? Read(string text, Match match, PeriodSetter kind)
    {
        int number = PeriodText.Number(match.Groups["n"].Value);
        if (number is < 1 or > 999)
        {
            return null;
        }

        string before = Before(text, match.Index);
        string after = After(text, match.Index + match.Length);
        bool isOwn = Own.IsMatch(before);
        bool isDispatch = match.Groups["event"].Value is "発送" or "発信" or "送付"
            && match.Value.IndexOf("受け", StringComparison.Ordinal) < 0;
        PeriodStart start = isDispatch ? PeriodStart.Dispatch : PeriodStart.Service;
        if (IsOfAnother(before, kind, isOwn) || (!isOwn && Past.IsMatch(after)))
        {
            return null;
        }

        return Purpose(before, after, kind) is { } purpose && kind.Allows(purpose, isOwn)
            ? new JpoPeriod(number, UnitOf(match), start, purpose)
            {
                Text = match.Value,
                StatedDispatch = start == PeriodStart.Dispatch ? EraDate.Find(match.Groups["day"].Value) : null,
                IsForResidentsAbroad = Abroad.IsMatch(Whose(match) is { Length: > 0 } whose ? whose : before),
            }
            : null;
    }

    /// <summary>
    /// The words at a length that say whom it is for: 在外者にあっては, or （在外者） behind it.
    /// Those with a length of their own are about that one.
    /// </summary>
    private static string Whose(Match match)
    {
        string aside = match.Groups["aside"].Value;
        string whose = match.Groups["whom"].Value + (InAside.IsMatch(aside) ? string.Empty : aside);
        return Abroad.IsMatch(whose) || AtHome.IsMatch(whose) ? whose : string.Empty;
    }

    /// <summary>Adds a period and those that stand beside it.</summary>
    private static void Add(List<JpoPeriod> periods, JpoPeriod found, Match match)
    {
        JpoPeriod main = found;
        foreach (string group in new[] { "aside", "after", "second" })
        {
            string aside = match.Groups[group].Value;
            Match other = InAside.Match(aside);
            int number = other.Success ? PeriodText.Number(other.Groups["n"].Value) : 0;
            if (number is < 1 or > 999 || !(Abroad.IsMatch(aside) || AtHome.IsMatch(aside)))
            {
                continue;
            }

            bool isForHome = AtHome.IsMatch(aside) && !Abroad.IsMatch(aside);
            PeriodUnit unit = UnitOf(other);
            bool isAdded = Added.IsMatch(aside);
            if (isAdded && unit != found.Unit)
            {
                continue;
            }

            main = isForHome ? Copy(found, found.Number, found.Unit, isAbroad: true) : main;
            AddOnce(periods, main);
            AddOnce(periods, Copy(found, isAdded ? found.Number + number : number, unit, isAbroad: !isForHome));
        }

        AddOnce(periods, main);
    }

    private static JpoPeriod Copy(JpoPeriod period, int number, PeriodUnit unit, bool isAbroad) =>
        new(number, unit, period.RunsFrom, period.Purpose)
        {
            Text = period.Text,
            StatedDispatch = period.StatedDispatch,
            IsForResidentsAbroad = isAbroad,
        };

    private static void AddOnce(List<JpoPeriod> periods, JpoPeriod period)
    {
        if (!periods.Exists(period.IsSameAs))
        {
            periods.Add(period);
        }
    }

    private static bool IsOfAnother(string before, PeriodSetter kind, bool isOwn)
    {
        string subject = before.Substring(before.LastIndexOfAny(['、', ',', '(']) + 1);
        return Dated.IsMatch(subject) || Earlier.IsMatch(subject)
            || (!isOwn && (DatedNotice.IsMatch(before) || (kind.IsNotice && CopyOfDecision.IsMatch(subject))));
    }

    /// <summary>
    /// What the words behind a period say that it is for, else those before it, else what the document is for. Null
    /// for what is no period of law.
    /// </summary>
    private static PeriodPurpose? Purpose(string before, string after, PeriodSetter kind)
    {
        Match word = Words.Match(after);
        if (!word.Success)
        {
            MatchCollection words = Words.Matches(before);
            word = words.Count > 0 ? words[words.Count - 1] : word;
        }

        return !word.Success ? kind.Usual
            : word.Groups["appeal"].Success ? PeriodPurpose.Appeal
            : word.Groups["court"].Success ? PeriodPurpose.Court
            : word.Groups["payment"].Success ? PeriodPurpose.Payment
            : word.Groups["response"].Success ? PeriodPurpose.Response
            : null;
    }

    private static PeriodUnit UnitOf(Match match) =>
        match.Groups["u"].Value switch { "日" => PeriodUnit.Days, "週" => PeriodUnit.Weeks, _ => PeriodUnit.Months };

    /// <summary>The sentence up to a place.</summary>
    private static string Before(string text, int at)
    {
        int start = Math.Max(0, at - MaxClause);
        int stop = at > start ? text.LastIndexOf('。', at - 1, at - start) : -1;
        return text.Substring(stop >= 0 ? stop + 1 : start, at - (stop >= 0 ? stop + 1 : start));
    }

    /// <summary>The sentence from a place on.</summary>
    private static string After(string text, int at)
    {
        int end = Math.Min(text.Length, at + MaxClause);
        int stop = text.IndexOf('。', at, end - at);
        return text.Substring(at, (stop >= 0 ? stop : end) - at);
    }
}
