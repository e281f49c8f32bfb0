using System;
using System.Linq;
using Xunit;

namespace JpoPatent.Tests.Documents;

/// <summary>The words that the office's forms print: by the code of a document and by its structure, never by what happens to stand beside.</summary>
public sealed class FormWordsTests
{
    [Theory]
    [InlineData("A16330", "明細書")]
    [InlineData("A16331", "図面")]
    [InlineData("A16332", "要約書")]
    [InlineData("A16333", "特許請求の範囲")]
    [InlineData("A16340", "外国語明細書")]
    [InlineData("A16341", "外国語図面")]
    [InlineData("A16342", "外国語要約書")]
    [InlineData("A16343", "外国語特許請求の範囲")]
    [InlineData("A6330", "明細書")]
    [InlineData("A6333", "特許請求の範囲")]
    [InlineData("A6343", "外国語特許請求の範囲")]
    [InlineData("A26333", "実用新案登録請求の範囲")]
    [InlineData("A163", "特許願")]
    [InlineData("A1999", "A1999")]
    public void What_is_amended_is_named_by_its_code(string code, string name)
    {
        // By deletion: there are no contents, and so nothing beside that says what they are. Beside an addition stands a part of another document.
        string deleted = Text($"<jp:amendment-group jp:serial-number=\"1\"><jp:document-code>{code}</jp:document-code><jp:item-of-amendment>００１１</jp:item-of-amendment><jp:way-of-amendment>2</jp:way-of-amendment></jp:amendment-group>");
        Assert.Contains($"【手続補正１】\n　　【補正対象書類名】{name}\n　　【補正対象項目名】００１１\n　　【補正方法】　　　削除", deleted, StringComparison.Ordinal);
        string added = Text($"<jp:amendment-group jp:serial-number=\"1\"><jp:document-code>{code}</jp:document-code><jp:way-of-amendment>1</jp:way-of-amendment><jp:contents-of-amendment jp:kind-of-document=\"drawings\"/></jp:amendment-group>");
        Assert.Contains($"　　【補正対象書類名】{name}\n　　【補正方法】　　　追加", added, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A151", "A51", "手続補正書（方式）")]
    [InlineData("A1523", "A523", "手続補正書")]
    [InlineData("A2522", "A522", "手続補正書")]
    [InlineData("A153", "A53", "意見書")]
    [InlineData("A353", "A53", "意見書")]
    [InlineData("A159", "A59", "弁明書")]
    [InlineData("A1524", "A524", "誤訳訂正書")]
    [InlineData("A1781", "A781", "上申書")]
    [InlineData("A263", "A63", "実用新案登録願")]
    [InlineData("A463", "A63", "商標登録願")]
    [InlineData("A9999", "A9999", null)]
    public void What_is_filed_has_its_name_by_its_code(string code, string plain, string? name) =>
        Assert.Equal((plain, name), (DocumentCodes.Plain(code, isFiled: true), DocumentCodes.NameOf(code, isFiled: true, JpoLaw.Patent)));

    [Theory]
    [InlineData("A131", JpoLaw.Patent, "A131", "拒絶理由通知書")]
    [InlineData("A1131", JpoLaw.Patent, "A131", "拒絶理由通知書")]
    [InlineData("A01", JpoLaw.Patent, "A01", "特許査定")]
    [InlineData("A01", JpoLaw.Trademark, "A01", "登録査定")]
    [InlineData("A101", JpoLaw.Patent, "A01", "特許査定")]
    [InlineData("A2522", JpoLaw.Patent, "A2522", "先願未請求による審査不可能通知書")]
    [InlineData("A252", JpoLaw.Design, "A252", "審査官通知（その他の通知）（期間無）")]
    [InlineData("A9999", JpoLaw.Patent, "A9999", null)]
    public void What_is_mailed_has_its_name_by_its_code(string code, JpoLaw law, string plain, string? name) =>
        Assert.Equal((plain, name), (DocumentCodes.Plain(code, isFiled: false), DocumentCodes.NameOf(code, isFiled: false, law)));

    [Theory]
    [InlineData("a523", "A1523", "補正をする者")]
    [InlineData("a51", "A151", "補正をする者")]
    [InlineData("a524", "A1524", "特許出願人")]
    [InlineData("a53", "A153", "特許出願人")]
    [InlineData("a59", "A159", "弁明をする者")]
    [InlineData("a781", "A1781", "上申をする者")]
    [InlineData("a621", "A1621", "請求人")]
    [InlineData("a822", "A1822", "提出者")]
    [InlineData("a523", "A2523", "補正をする者")]
    [InlineData("a53", "A253", "実用新案登録出願人")]
    public void Who_files_is_called_by_what_he_files(string tag, string code, string label) =>
        Assert.Contains($"\n【{label}】\n　　【識別番号】", Filed(Paper.Filed("pat-x", "x-" + tag, code, "")).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("<jp:amendment-charge-article><jp:document-code>A163</jp:document-code><jp:charge-article><jp:payment><jp:account account-type=\"form\" number=\"123\"/><jp:fee amount=\"14000\"/></jp:payment></jp:charge-article></jp:amendment-charge-article>", "【手数料補正】|　　【補正対象書類名】特許願|　　【手数料の表示】|　　【納付書番号】　　１２３|　　【納付金額】　　　１４０００円")]
    [InlineData("<jp:charge-article><jp:payment><jp:account account-type=\"deposit\" number=\"9\"/></jp:payment></jp:charge-article>", "　　【予納台帳番号】　９")]
    [InlineData("<jp:charge-article><jp:payment><jp:account account-type=\"electronic-cash\" number=\"9\"/></jp:payment></jp:charge-article>", "　　【納付番号】　　　９")]
    [InlineData("<jp:charge-article><jp:payment><jp:account account-type=\"credit-card\"/></jp:payment></jp:charge-article>", "　　【指定立替納付】")]
    [InlineData("<jp:charge-article><jp:payment><jp:account account-type=\"transfer\" number=\"9\"/></jp:payment></jp:charge-article>", "　　【振替番号】　　　９")]
    [InlineData("<jp:proof-necessity>1</jp:proof-necessity>", "【プルーフの要否】　　要")]
    [InlineData("<jp:submission-object-list-article><jp:list-group><jp:document-name>委任状</jp:document-name><jp:return-request>0</jp:return-request></jp:list-group></jp:submission-object-list-article>", "【提出物件の目録】|　　【物件名】　　　　委任状|　　【返還の申出】　　無")]
    [InlineData("<jp:num-claim-increase-amendment>3</jp:num-claim-increase-amendment>", "【補正により増加する請求項の数】３")]
    [InlineData("<jp:priority-claims><jp:priority-claim><jp:country>KR</jp:country><jp:date>20180102</jp:date><jp:doc-number>1020180001</jp:doc-number></jp:priority-claim></jp:priority-claims>", "【パリ条約による優先権等の主張】|　　【国・地域名】　　KR|　　【出願番号】　　　1020180001")]
    [InlineData("<jp:parent-application-article><jp:application-reference appl-type=\"application\"><jp:document-id><jp:doc-number>1998123456</jp:doc-number><jp:date>19980506</jp:date></jp:document-id></jp:application-reference></jp:parent-application-article>", "【原出願の表示】|　　【出願番号】　　　平成１０年　特許願　第１２３４５６号|　　【出願日】　　　　平成１０年　５月　６日")]
    [InlineData("<jp:application-reference appl-type=\"registration\"><jp:document-id><jp:doc-number>7000001</jp:doc-number></jp:document-id></jp:application-reference>", "　　【特許番号】　　　７０００００１")]
    public void Labels_of_what_is_filed(string content, string lines)
    {
        string text = Filed(Paper.Filed("pat-amnd", "amendment-a523", "A1523", content)).Text;
        foreach (string line in lines.Split('|'))
        {
            Assert.Contains(line, text.Split('\n'));
        }
    }

    [Fact]
    public void A_correction_of_a_translation_corrects()
    {
        string text = Filed(Paper.Filed("pat-amnd", "amendment-a524", "A1524", "<jp:amendment-article><jp:amendment-group jp:serial-number=\"1\"><jp:document-code>A16330</jp:document-code><jp:item-of-amendment>０００１</jp:item-of-amendment><jp:way-of-amendment>3</jp:way-of-amendment><jp:contents-of-amendment/></jp:amendment-group></jp:amendment-article>")).Text;
        Assert.Contains("【誤訳訂正１】\n　　【訂正対象書類名】明細書\n　　【訂正対象項目名】０００１\n　　【訂正方法】　　　変更\n　　【訂正の内容】", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "・出願種別　　　　　　　　　通常|・参考文献　　　　　　　　　有|・特許法第３０条適用　　　　無|・発明の名称の変更　　　　　有|・菌寄託|　菌寄託１|　　受託機関コード　　　　　IPOD|　　受託番号　　　　　　　　FERM 1|・ＦＩ|　　G99Z 1/00|・調査した分野（ＩＰＣ，ＤＢ名）|・参考特許文献|・参考図書雑誌|・新規性喪失例外規定の適用の事実|　　適用条文　　　　　　　　特許法第３０条第２項の規定の適用|　　内容　　　　　　　　　　展示会")]
    [InlineData(false, "１．出願種別　　　　　　　　通常|２．参考文献　　　　　　　　有|３．特許法第３０条適用　　　無|４．発明の名称の変更　　　　有|６．菌寄託|１．調査した分野（ＩＰＣ，ＤＢ名）|２．参考特許文献|３．参考図書雑誌|４．新規性喪失例外規定の適用の事実|　　適用条文　　　　　　　　特許法第３０条第２項の規定の適用")]
    public void The_memo_of_a_grant(bool renewed, string lines)
    {
        string rn = renewed ? "-rn" : "";
        string extra = $"""
            <jp:final-decision-group{rn}><jp:kind-of-application>通常</jp:kind-of-application><jp:exist-of-reference-doc jp:true-or-false="true"/><jp:patent-law-section30 jp:true-or-false="false"/><jp:change-flag-invention-title jp:true-or-false="true"/>
            <jp:deposit-article><jp:deposit jp:serial-number="1"><jp:depository-ins-code>IPOD</jp:depository-ins-code><jp:depository-number>FERM 1</jp:depository-number></jp:deposit></jp:deposit-article></jp:final-decision-group{rn}>
            <jp:final-decision-memo{rn}><jp:document-name>特許メモ</jp:document-name><jp:final-decision-body{rn}><jp:fi-article><jp:fi>G99Z 1/00</jp:fi></jp:fi-article><jp:field-of-search-article><jp:field-of-search>G99Z</jp:field-of-search></jp:field-of-search-article>
            <jp:patent-reference-article><jp:patent-reference-group><jp:document-number>特開２０９９－１</jp:document-number></jp:patent-reference-group></jp:patent-reference-article><jp:reference-books-article><jp:reference-books>書</jp:reference-books></jp:reference-books-article>
            <jp:exceptions-to-lack-of-novelty-art><jp:exceptions-to-lack-of-novelty-grp jp:serial-number="1"><jp:application-section>第２項</jp:application-section><jp:exceptions-to-lack-of-novelty><p>展示会</p></jp:exceptions-to-lack-of-novelty></jp:exceptions-to-lack-of-novelty-grp></jp:exceptions-to-lack-of-novelty-art>
            </jp:final-decision-body{rn}></jp:final-decision-memo{rn}>
            """;
        string text = Mailed("decision-of-registration-a01", "特許査定", renewed, extra).Text;
        foreach (string line in lines.Split('|'))
        {
            Assert.Contains(line, text.Split('\n'));
        }
    }

    [Theory]
    [InlineData(true, true, "・出願日の遡及を認めない旨の表示|　出願日の遡及を一部認めない。|遡及を認める原出願の出願番号、原出願の出願日|　分割出願　　　　　　　　　特願２０１８－０００００１|令和元年　５月　１日")]
    [InlineData(true, false, "・出願日の遡及を認めない旨の表示|　出願日の遡及を認めない。")]
    [InlineData(false, true, "７．出願日の遡及を認めない旨の表示|対応する原出願の出願番号、原出願の出願日")]
    public void A_refusal_of_the_earlier_date_is_no_mention_of_a_parent(bool renewed, bool isPartial, string parts)
    {
        string rn = renewed ? "-rn" : "";
        string reference = isPartial ? "<jp:application-reference appl-type=\"application\" jp:kind-of-law=\"patent\"><jp:document-id><jp:doc-number>2018000001</jp:doc-number><jp:date>20190501</jp:date></jp:document-id></jp:application-reference>" : "";
        string text = Mailed("decision-of-registration-a01", "特許査定", renewed, $"<jp:final-decision-group{rn}><jp:parent-application-article jp:kind-of-application=\"division\">{reference}</jp:parent-application-article></jp:final-decision-group{rn}>").Text;
        foreach (string part in parts.Split('|'))
        {
            Assert.Contains(part, text, StringComparison.Ordinal);
        }

        Assert.Equal(renewed && isPartial, text.Contains("一部認めない", StringComparison.Ordinal));
    }

    [Fact]
    public void A_grant_after_reconsideration_takes_the_refusal_back()
    {
        string xml = Paper.Notice(false, "本文", "特許をすべきものとする。", "decision-of-registration-a01", "特許査定").Replace("jp:true-or-false=\"false\"/>", "jp:true-or-false=\"true\"/>");
        Assert.Contains("［前置審査］\n　原査定を取消す。", Paper.One("06123001234-jpntce.xml", xml, DocumentKind.Mailed).Text, StringComparison.Ordinal);
        string notice = Paper.Notice(false, "本文").Replace("jp:true-or-false=\"false\"/>", "jp:true-or-false=\"true\"/>");
        Assert.DoesNotContain("原査定を取消す", Paper.One("06123001234-jpntce.xml", notice).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("examiner-notification-a2515")]
    [InlineData("examiner-notification-a2516")]
    [InlineData("examiner-notification-a2522")]
    public void The_Commissioner_drafts_some_notices(string kind)
    {
        string[] lines = Mailed(kind, "通知書", renewed: true, "").Text.Split('\n');
        Assert.Contains("　特許庁長官　　　　　　　　１２３４　９Ｚ００", lines);
        Assert.DoesNotContain(lines, line => line.Contains("特許庁審査官", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("notice-of-rejection-a131", true)]
    [InlineData("examiner-notification-a252", true)]
    [InlineData("examiner-notification-a2529", true)]
    [InlineData("decision-of-registration-a01", false)]
    [InlineData("decision-of-rejection-a02", false)]
    [InlineData("declining-the-amendment-a191", false)]
    public void Notices_speak_to_their_addressee_and_decisions_to_nobody(string kind, bool isAddressed)
    {
        foreach (bool renewed in new[] { true, false })
        {
            JpoDocument document = Mailed(kind, "書類", renewed, "");
            Assert.Equal(isAddressed ? "雛形　花子" : null, document.AddresseeName);
            Assert.Equal("|雛形　花子", Names(document));
            Assert.Contains(isAddressed ? "　特許出願人代理人　　　　　雛形　花子　様（外２名）" : "　特許出願人代理人　　　　　雛形　花子（外２名）", document.Text.Split('\n'));
        }
    }

    [Fact]
    public void A_decision_names_the_applicant_and_the_agent()
    {
        string xml = Paper.Notice(true, "本文", "結論", "decision-of-rejection-a02", "拒絶査定").Replace(
            "<jp:article-group>",
            "<jp:addressed-to-person-group jp:kind-of-person=\"applicant\"><jp:addressbook><jp:name>架空工業株式会社</jp:name></jp:addressbook></jp:addressed-to-person-group>\n<jp:addressed-to-person-group jp:kind-of-person=\"attorney\" jp:kind-of-agent=\"sub-representative\"><jp:addressbook><jp:name>見本　一郎</jp:name></jp:addressbook></jp:addressed-to-person-group>\n<jp:article-group>");
        JpoDocument document = Paper.One("06123001234-jpntce.xml", xml, DocumentKind.Mailed);
        Assert.Equal(("架空工業株式会社|雛形　花子;見本　一郎", null), (Names(document), document.AddresseeName));
        Assert.Contains("　特許出願人　　　　　　　　架空工業株式会社", document.Text.Split('\n'));
        Assert.Contains("　復代理人　　　　　　　　　見本　一郎", document.Text.Split('\n'));
    }

    [Fact]
    public void A_filing_names_both_and_speaks_to_the_examiner()
    {
        JpoDocument document = Filed(Paper.Filed("pat-rspns", "response-a53", "A153", ""));
        Assert.Equal(("架空工業株式会社|雛形　花子", "特許庁審査官　殿"), (Names(document), document.AddresseeName));
    }

    [Fact]
    public void What_was_amended_in_the_title_stays_underlined()
    {
        JpoDocument document = Filed(Paper.Filed("pat-amnd", "amendment-a523", "A1523", "<jp:amendment-article><jp:amendment-group jp:serial-number=\"1\"><jp:document-code>A16330</jp:document-code><jp:contents-of-amendment><invention-title>試験用の<u>立体</u>装置</invention-title></jp:contents-of-amendment></jp:amendment-group></jp:amendment-article>"));
        Assert.Contains("【発明の名称】　　　　試験用の立体装置", document.Text.Split('\n'));
        Assert.Contains("試験用の<u>立体</u>装置", document.ToHtml(), StringComparison.Ordinal);
        string mailed = Paper.One("06123001234-jpntce.xml", Paper.Notice(true, "本文").Replace("<jp:article-group>", "<invention-title>装<u>置</u></invention-title><jp:article-group>")).ToHtml();
        Assert.Contains("装<u>置</u>", mailed, StringComparison.Ordinal);
    }

    [Fact]
    public void Remarks_have_their_label()
    {
        string text = Paper.One("06123001234-jpntce.xml", Paper.Notice(true, "本文").Replace("</jp:article-group>", "</jp:article-group><jp:remark><p>急ぎ</p></jp:remark>")).Text;
        Assert.Contains("　備考　　　　　　　　　　　急ぎ", text.Split('\n'));
    }

    private static JpoDocument Mailed(string kind, string name, bool renewed, string extra) =>
        Paper.One("06123001234-jpntce.xml", Paper.Notice(renewed, "本文", "結論", kind, name, extra), DocumentKind.Mailed);

    private static string Names(JpoDocument document) => string.Join(';', document.ApplicantNames) + "|" + string.Join(';', document.AgentNames);

    private static JpoDocument Filed(string xml) => Paper.One("A523_52300001235/JPOXMLDOC01-jpbibl.xml", xml, DocumentKind.Application);

    private static string Text(string groups) => Filed(Paper.Filed("pat-amnd", "amendment-a523", "A1523", "<jp:amendment-article>" + groups + "</jp:amendment-article>")).Text;
}
