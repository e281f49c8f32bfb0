using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Xunit;

namespace JpoPatent.Tests.Documents;

/// <summary>Documents in XML: what is read from them, and how their text stands.</summary>
public sealed class XmlDocumentTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_notice_in_either_structure(bool renewed)
    {
        JpoDocument notice = Paper.One("06123001234-jpntce.xml", Paper.Notice(renewed, "１．本文<br/><br/>２．続き"));
        Assert.Equal((Paper.Number, JpoLaw.Patent, DocumentKind.Refusal), (notice.ApplicationNumber, notice.Law, notice.Kind));
        Assert.Equal(("06123001234", "A131", "拒絶理由通知書", "001234"), (notice.DocumentNumber, notice.DocumentCode, notice.DocumentName, notice.DispatchNumber));
        Assert.Equal((new DateTime(2023, 4, 7), null, null), (notice.DraftingDate, notice.LegalDate, notice.SubmissionDate));
        Assert.Equal(("髙橋　試作", "雛形　花子"), (notice.DrafterName, notice.AddresseeName));
        Assert.Equal(["第29条第2項", "第36条第6項第2号"], notice.Articles);
        Assert.Equal((60, PeriodUnit.Days), (notice.ResponsePeriod!.Number, notice.ResponsePeriod.Unit));
        Assert.Null(notice.ResponseDueDate);
        Assert.Null(notice.Problem);
        Assert.Equal("06123001234-jpntce.xml", notice.FileName);
        Assert.Empty(notice.Attachments);
        Assert.Equal(
            """
            　　　　　　　　　　　　　　拒絶理由通知書

            　特許出願の番号　　　　　　特願２０１９－７６５４３２
            　起案日　　　　　　　　　　令和　５年　４月　７日
            　特許庁審査官　　　　　　　髙橋　試作　１２３４　９Ｚ００
            　特許出願人代理人　　　　　雛形　花子　様（外２名）
            　適用条文　　　　　　　　　第２９条第２項（進歩性）
            　　　　　　　　　　　　　　第３６条第６項第２号（明確性）

            　これについて意見がありましたら、この通知書の発送の日から６０日以内に意見書を提出してくだ
            さい。

            　　　　　　理由

            １．本文

            ２．続き
            """.Replace("\r\n", "\n").Replace("\n            ", "\n"),
            notice.Text);
    }

    [Theory]
    [InlineData("decision-of-registration-a01", "特許査定", "A01")]
    [InlineData("decision-of-rejection-a02", "拒絶査定", "A02")]
    [InlineData("declining-the-amendment-a191", "補正の却下の決定", "A191")]
    [InlineData("declining-the-amendment-a192", "補正の却下の決定", "A192")]
    [InlineData("examiner-notification-a2529", "先行技術文献情報不開示の通知", "A2529")]
    public void Other_things_that_are_mailed(string kind, string name, string code)
    {
        foreach (bool renewed in new[] { true, false })
        {
            JpoDocument document = Paper.One("06123001234-jpntce.xml", Paper.Notice(renewed, "本文", "結論", kind, name), DocumentKind.Mailed);
            Assert.Equal((code, name, new DateTime(2023, 4, 7)), (document.DocumentCode, document.DocumentName, document.DraftingDate));
            Assert.Null(document.ResponsePeriod);
            Assert.StartsWith("　結論", document.Conclusion, StringComparison.Ordinal);
            Assert.Contains("\n本文", document.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_decision_to_grant_with_its_memo()
    {
        const string Extra = """
            <jp:final-decision-group><jp:kind-of-application>通常</jp:kind-of-application><jp:exist-of-reference-doc jp:true-or-false="true"/><jp:patent-law-section30 jp:true-or-false="false"/>
            <jp:ipc-article><jp:ipc>G99Z   1/23</jp:ipc></jp:ipc-article></jp:final-decision-group>
            <jp:final-decision-memo><jp:document-name>特許メモ</jp:document-name><jp:final-decision-body><jp:field-of-search-article><jp:field-of-search>G99Z 1/00</jp:field-of-search></jp:field-of-search-article>
            <jp:patent-reference-article><jp:patent-reference-group><jp:document-number>特開２０９９－１２３４５６</jp:document-number><jp:kind-of-document>（ＪＰ，Ａ）</jp:kind-of-document></jp:patent-reference-group></jp:patent-reference-article></jp:final-decision-body></jp:final-decision-memo>
            """;
        JpoDocument document = Paper.One("06123001234-jpntce.xml", Paper.Notice(false, "本文", "結論", "decision-of-registration-a01", "特許査定", Extra), DocumentKind.Mailed);
        Assert.Equal("特許査定", document.DocumentName);
        foreach (string part in new[] { "１．出願種別　　　　　　　　通常", "２．参考文献　　　　　　　　有", "３．特許法第３０条適用　　　無", "５．国際特許分類（ＩＰＣ）", "G99Z   1/23", "特許メモ", "１．調査した分野（ＩＰＣ，ＤＢ名）", "２．参考特許文献", "特開２０９９－１２３４５６　（ＪＰ，Ａ）" })
        {
            Assert.Contains(part, document.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_opinion()
    {
        JpoDocument opinion = Paper.One(
            "A53_52300001234/JPOXMLDOC01-jpbibl.xml",
            Paper.Filed("pat-rspns", "response-a53", "A153", "<jp:opinion-contents-article><p num=\"\">【意見】<br/>　理由はない。発送の日から６０日以内に応答する。<br/><img file=\"JPOXMLDOC01-jpbibl-I000001.gif\"/></p></jp:opinion-contents-article>"),
            DocumentKind.Application,
            beside: ("A53_52300001234/JPOXMLDOC01-jpbibl-I000001.gif", Paper.Gif));
        Assert.Equal(("A53", "意見書", "52300001234", "123456"), (opinion.DocumentCode, opinion.DocumentName, opinion.DocumentNumber, opinion.DispatchNumber));
        Assert.Equal((new DateTime(2023, 6, 5), null, "特許庁審査官　殿"), (opinion.SubmissionDate, opinion.DraftingDate, opinion.AddresseeName));
        Assert.Null(opinion.ResponsePeriod);
        JpoAttachment picture = Assert.Single(opinion.Attachments);
        Assert.Equal(("JPOXMLDOC01-jpbibl-I000001.gif", (long)Paper.Gif.Length, "image/gif"), (picture.Name, picture.Size, picture.MediaType));
        Assert.Equal(
            """
            【書類名】　　　　　　意見書
            【整理番号】　　　　　ＭＯＣＫ－７
            【提出日】　　　　　　令和　５年　６月　５日
            【あて先】　　　　　　特許庁審査官　殿
            【事件の表示】
            　　【出願番号】　　　特願２０１９－７６５４３２
            【特許出願人】
            　　【識別番号】　　　００００００００１
            """.Replace("\r\n", "\n").Replace("\n            ", "\n"),
            string.Join('\n', opinion.Text.Split('\n').Take(8)));
        Assert.EndsWith("【意見】\n　理由はない。発送の日から６０日以内に応答する。\n［画像: JPOXMLDOC01-jpbibl-I000001.gif］", opinion.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_amendment_with_claims_and_paragraphs()
    {
        JpoDocument amendment = Paper.One(
            "A523_52300001235/JPOXMLDOC01-jpbibl.xml",
            Paper.Filed("pat-amnd", "amendment-a523", "A1523", """
                <jp:amendment-article>
                <jp:amendment-group jp:serial-number="1"><jp:document-code>A16333</jp:document-code><jp:item-of-amendment>全文</jp:item-of-amendment><jp:way-of-amendment>3</jp:way-of-amendment>
                <jp:contents-of-amendment jp:kind-of-document="claims"><claims><claim num="1"><claim-text>　<u>部材</u>を備える装置。</claim-text></claim><claim num="12"><claim-text>　請求項１の装置。</claim-text></claim></claims></jp:contents-of-amendment></jp:amendment-group>
                <jp:amendment-group jp:serial-number="2"><jp:document-code>A16330</jp:document-code><jp:item-of-amendment>０００７</jp:item-of-amendment><jp:way-of-amendment>1</jp:way-of-amendment>
                <jp:contents-of-amendment jp:kind-of-document="description"><p num="0007">　本発明は、Ｈ<sub>2</sub>Ｏと１０<sup>-3</sup>に関する。</p></jp:contents-of-amendment></jp:amendment-group>
                </jp:amendment-article>
                """),
            DocumentKind.Application);
        Assert.Equal(("A523", "手続補正書"), (amendment.DocumentCode, amendment.DocumentName));
        foreach (string part in new[]
        {
            "【補正をする者】", "【手続補正１】\n　　【補正対象書類名】特許請求の範囲\n　　【補正対象項目名】全文\n　　【補正方法】　　　変更\n　　【補正の内容】",
            "【請求項１】\n　部材を備える装置。\n【請求項１２】\n　請求項１の装置。", "【手続補正２】\n　　【補正対象書類名】明細書", "【補正方法】　　　追加", "【０００７】\n　本発明は、Ｈ_{2}Ｏと１０^{-3}に関する。",
        })
        {
            Assert.Contains(part, amendment.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_application_body_of_the_OPD()
    {
        const string Body = """
            <?xml version="1.0" encoding="Shift_JIS"?>
            <!DOCTYPE application-body SYSTEM "application-body.dtd">
            <application-body lang="ja" country="JP" dtd-version="1.0">
            <description>
            <invention-title>試験用の装置</invention-title>
            <technical-field><p num="0001">　技術分野。</p></technical-field>
            <citation-list><patent-literature><p num="0003"><patcit num="1"><text>特開２０９９－０００００１号公報</text></patcit></p></patent-literature></citation-list>
            <summary-of-invention><tech-problem><p num="0004">　課題。</p></tech-problem></summary-of-invention>
            <description-of-embodiments><p num="0005">　表を示す。<tables num="1"><table><tgroup cols="2"><tbody><row><entry>品</entry><entry>値<br/>単位</entry></row><row><entry>甲</entry><entry>1</entry></row></tbody></tgroup></table></tables>　後。</p>
            <p num="0006"><chemistry num="1"><img file="JPOXMLDOC01-appb-C000001.tif"/></chemistry></p></description-of-embodiments>
            </description>
            <claims><claim num="1"><claim-text>　装置。</claim-text></claim></claims>
            <abstract><p num="">【課題】短く。</p></abstract>
            <drawings><figure num="1"><img file="JPOXMLDOC01-appb-D000001.tif"/></figure></drawings>
            </application-body>
            """;
        JpoDocument document = Paper.Read(
            ZipForge.Honest(("JPOXMLDOC01-appb.xml", Paper.Jis(Body)), ("JPOXMLDOC01-appb-D000001.tif", [1, 2, 3]), ("JPOXMLDOC01-appb-C000001.tif", [1]), ("JPOXMLDOC01-jpflst.xml", Paper.Jis("<x/>"))),
            kind: null,
            id: "Application_Documents_51900001236_JP").Single();
        Assert.Equal(("51900001236", DocumentKind.Application, "Application_Documents_51900001236_JP"), (document.DocumentNumber, document.Kind, document.DocumentId));
        Assert.Equal(("明細書・特許請求の範囲・要約書・図面", "試験用の装置"), (document.DocumentName, document.InventionTitle));
        Assert.Equal(["JPOXMLDOC01-appb-D000001.tif", "JPOXMLDOC01-appb-C000001.tif", "JPOXMLDOC01-jpflst.xml"], document.Attachments.Select(a => a.Name));
        foreach (string part in new[]
        {
            "【書類名】　　　　　　明細書\n【発明の名称】　　　　試験用の装置\n【技術分野】\n　　【０００１】\n　技術分野。", "【先行技術文献】\n【特許文献】", "【特許文献１】\n", "特開２０９９－０００００１号公報", "【発明の概要】\n【発明が解決しようとする課題】",
            "【表１】\n| 品 | 値   |\n|    | 単位 |\n| 甲 | 1    |\n　後。", "【化１】\n［画像: JPOXMLDOC01-appb-C000001.tif］",
            "【書類名】　　　　　　特許請求の範囲\n【請求項１】\n　装置。", "【書類名】　　　　　　要約書\n【課題】短く。", "【書類名】　　　　　　図面\n【図１】\n［画像: JPOXMLDOC01-appb-D000001.tif］",
        })
        {
            Assert.Contains(part, document.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_unknown_root_still_says_what_it_is()
    {
        const string Unknown = """
            <?xml version="1.0" encoding="Shift_JIS"?>
            <jp:never-seen-before xmlns:jp="http://www.jpo.go.jp"><jp:thing-a777><jp:document-name>新しい書類</jp:document-name><jp:drafting-date><jp:date>20260401</jp:date></jp:drafting-date>
            <jp:strange><jp:stranger>知らない部分</jp:stranger>裸の文</jp:strange><jp:odd><p>段落一<br/>二行目</p></jp:odd></jp:thing-a777></jp:never-seen-before>
            """;
        JpoDocument document = Paper.One("06126000001-other.xml", Unknown, DocumentKind.Mailed);
        Assert.Equal(("06126000001", "A777", "新しい書類", new DateTime(2026, 4, 1)), (document.DocumentNumber, document.DocumentCode, document.DocumentName, document.DraftingDate));
        foreach (string part in new[] { "新しい書類", "知らない部分", "裸の文", "段落一\n二行目" })
        {
            Assert.Contains(part, document.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("甲<br/>乙", "甲\n乙")]
    [InlineData("甲<br/>\r\n乙", "甲\n乙")]
    [InlineData("甲<br/><br/>乙", "甲\n\n乙")]
    [InlineData("甲\r\n乙", "甲乙")]
    [InlineData("prior\r\nart", "prior art")]
    [InlineData("　甲　　乙", "　甲　　乙")]
    [InlineData("a  b", "a  b")]
    [InlineData("Ｈ<sub>2</sub>Ｏ", "Ｈ_{2}Ｏ")]
    [InlineData("１０<sup>-3</sup>", "１０^{-3}")]
    [InlineData("<u>下線</u>部", "下線部")]
    [InlineData("甲<img file=\"x.tif\"/>乙", "甲［画像: x.tif］乙")]
    [InlineData("&amp;&lt;&gt;", "&<>")]
    [InlineData("<![CDATA[<生>]]>", "<生>")]
    [InlineData("①㈱㍻髙﨑～－∥￢", "①㈱㍻髙﨑～－∥￢")]
    [InlineData("纊褜鍈銈蓜俉炻昱棈鋹", "纊褜鍈銈蓜俉炻昱棈鋹")]
    [InlineData("&#x20BB7;野家", "𠮷野家")]
    [InlineData("&#134047;", "𠮟")]
    [InlineData("caf&#233; &#8212; &#x2460;", "café — ①")]
    [InlineData("甲&#12;乙", "甲 乙")]
    public void Text_stands_as_printed(string xml, string text) => Assert.Equal(text, Paper.TextOf(xml));

    [Fact]
    public void Other_encodings_are_read_as_they_declare_themselves()
    {
        string xml = Paper.Notice(true, "𠮷野家の本文");
        byte[] utf8 = Encoding.UTF8.GetBytes(xml.Replace("Shift_JIS", "UTF-8"));
        byte[] marked = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(xml)];
        byte[] wide = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(xml.Replace("Shift_JIS", "UTF-16"))];
        foreach (byte[] bytes in new[] { utf8, marked, wide })
        {
            JpoDocument document = Paper.Read(ZipForge.Honest(("06123001234-jpntce.xml", bytes))).Single();
            Assert.Null(document.Problem);
            Assert.Contains("𠮷野家の本文", document.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Bytes_that_are_no_characters_are_seen_as_such()
    {
        byte[] bytes = Paper.Jis(Paper.Notice(true, "前＊後"));
        int at = bytes.AsSpan().IndexOf(Paper.Jis("＊"));
        bytes[at] = 0x85;
        bytes[at + 1] = 0x9F;
        Assert.Contains("前\uFFFD", Paper.Read(ZipForge.Honest(("06123001234-jpntce.xml", bytes))).Single().Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p>結んでいない")]
    [InlineData("甲 &nbsp; 乙")]
    [InlineData("甲 < 乙")]
    [InlineData("</jp:drafting-body></oops>")]
    public void Markup_that_is_not_well_formed_is_made_out(string body)
    {
        JpoDocument document = Paper.Notice("先頭" + body + "末尾");
        Assert.Contains("06123001234-jpntce.xml", document.Problem, StringComparison.Ordinal);
        Assert.Equal(("A131", "拒絶理由通知書", new DateTime(2023, 4, 7)), (document.DocumentCode, document.DocumentName, document.DraftingDate));
        Assert.Contains("先頭", document.Text, StringComparison.Ordinal);
        Assert.Contains("末尾", document.Text, StringComparison.Ordinal);
        Assert.NotNull(document.ResponsePeriod);
    }

    [Fact]
    public void A_prefix_that_only_the_DTD_declares_does_no_harm()
    {
        string xml = Paper.Notice(false, "本文").Replace(" xmlns:jp=\"http://www.jpo.go.jp\"", "");
        JpoDocument document = Paper.One("06123001234-jpntce.xml", xml);
        Assert.Null(document.Problem);
        Assert.Equal("A131", document.DocumentCode);
    }

    [Fact]
    public void Legal_dates_and_names_come_from_the_progress_answer()
    {
        var entry = new DocumentEntry { DocumentNumber = "06123001234", DocumentCode = "A131", DocumentDescription = "別の名", LegalDate = new DateTime(2023, 4, 11) };
        var other = new DocumentEntry { DocumentNumber = "06123001235", DocumentCode = "A131", LegalDate = new DateTime(2020, 1, 1) };
        var progress = new PatentProgress { BibliographyInformation = [new BibliographyGroup { Documents = [other, entry] }] };
        ((System.Text.Json.Serialization.IJsonOnDeserialized)progress).OnDeserialized();
        JpoDocument document = Paper.One("06123001234-jpntce.xml", Paper.Notice(true, "本文"), progress: progress);
        Assert.Equal((new DateTime(2023, 4, 11), new DateTime(2023, 6, 12), "拒絶理由通知書"), (document.LegalDate, document.ResponseDueDate, document.DocumentName));
    }

    [Fact]
    public void Several_documents_of_a_bundle_keep_apart()
    {
        IReadOnlyList<JpoDocument> documents = Paper.Read(
            ZipForge.Honest(
                ("A53_52300000001/JPOXMLDOC01-jpbibl.xml", Paper.Jis(Paper.Filed("pat-rspns", "response-a53", "A153", "<jp:opinion-contents-article><p>一</p></jp:opinion-contents-article>"))),
                ("A53_52300000001/sub/甲第１号証.gif", Paper.Gif),
                ("A523_52300000002/JPOXMLDOC01-jpbibl.xml", Paper.Jis(Paper.Filed("pat-amnd", "amendment-a523", "A1523", "<jp:dtext>二</jp:dtext>"))),
                ("06123000003-jpntce.xml", Paper.Jis(Paper.Notice(true, "三"))),
                ("06123000003-jpntce-I000001.tif", [1, 2]),
                ("06123000004-jpntce.xml", Paper.Jis(Paper.Notice(false, "四"))),
                ("readme.txt", [1])),
            DocumentKind.Application);
        Assert.Equal(["52300000001", "52300000002", "06123000003", "06123000004"], documents.Select(d => d.DocumentNumber));
        Assert.Equal(["sub/甲第１号証.gif"], documents[0].Attachments.Select(a => a.Name));
        Assert.Empty(documents[1].Attachments);
        Assert.Contains("06123000003-jpntce-I000001.tif", documents[2].Attachments.Select(a => a.Name));
    }

    [Fact]
    public void Files_without_text_are_documents_too_where_there_is_nothing_else()
    {
        JpoDocument document = Paper.Read(ZipForge.Honest(("06123000003.pdf", [1, 2, 3]))).Single();
        Assert.Equal(("06123000003", string.Empty, "06123000003.pdf"), (document.DocumentNumber, document.Text, document.FileName));
        Assert.NotNull(document.Problem);
        Assert.Empty(Paper.Read(ZipForge.Honest()));
    }

    [Fact]
    public void A_decision_of_refusal_has_its_own_period_and_no_earlier_one()
    {
        const string Body = "この出願については、令和４年１２月１日付け拒絶理由通知書の発送の日から６０日以内に意見書が提出されたが、拒絶の理由は解消していない。<br/>この査定に不服があるときは、この査定の謄本の送達があった日から３月以内（在外者にあっては、４月以内）に、特許庁長官に対して、審判を請求することができます。";
        var entry = new DocumentEntry { DocumentNumber = "06123001234", DocumentCode = "A02", LegalDate = new DateTime(2023, 4, 11) };
        JpoDocument decision = Paper.One("06123001234-jpntce.xml", Paper.Notice(true, Body, "拒絶をすべきものと査定します。", "decision-of-rejection-a02", "拒絶査定"), DocumentKind.Mailed, progress: Progress(entry));
        Assert.Equal((null, null), (decision.ResponsePeriod, decision.ResponseDueDate));
        Assert.Equal(
            ["3 Months Service Appeal 2023-07-11 True False", "4 Months Service Appeal 2023-08-14 True True"],
            decision.Periods.Select(p => $"{p.Number} {p.Unit} {p.RunsFrom} {p.Purpose} {p.DueDate:yyyy-MM-dd} {p.IsEarliest} {p.IsForResidentsAbroad}"));
        Assert.Null(decision.Problem);
    }

    [Theory]
    [InlineData("decision-of-registration-a01", "特許査定", "30 Days Payment False")]
    [InlineData("decision-of-rejection-a02", "拒絶査定", "3 Months Appeal False")]
    [InlineData("declining-the-amendment-a191", "補正の却下の決定", "")]
    public void What_the_law_sets_stands_beside_what_the_text_leaves_out(string kind, string name, string periods) =>
        Assert.Equal(periods, string.Join(';', Paper.One("06123001234-jpntce.xml", Paper.Notice(true, "本文", "結論", kind, name), DocumentKind.Mailed).Periods.Select(p => $"{p.Number} {p.Unit} {p.Purpose} {p.IsStated}")));

    [Fact]
    public void A_notice_without_a_period_says_so()
    {
        JpoDocument notice = Paper.One("06123001234-jpntce.xml", Paper.Notice(true, "本文", "拒絶をすべきものです。"));
        Assert.Empty(notice.Periods);
        Assert.Equal(Client.DocumentMessages.ProblemNoPeriod, notice.Problem);
    }

    [Theory]
    [InlineData("発送日（令和５年４月１１日）から６０日以内に意見書を", null, "2023-06-12")]
    [InlineData("発送日（令和５年４月１１日）から６０日以内に意見書を", "2023-04-18", "2023-06-12")]
    [InlineData("発送日から６０日以内に意見書を", "2023-04-11", "2023-06-12")]
    [InlineData("発送日から６０日以内に意見書を", null, null)]
    public void The_day_of_dispatch_comes_from_the_text_too(string text, string? legal, string? due)
    {
        CaseProgress? progress = legal == null ? null : Progress(new DocumentEntry { DocumentNumber = "06123001234", DocumentCode = "A131", LegalDate = DateTime.Parse(legal) });
        JpoDocument notice = Paper.One("06123001234-jpntce.xml", Paper.Notice(true, "本文", text), progress: progress);
        Assert.Equal((due, due), (notice.ResponseDueDate?.ToString("yyyy-MM-dd"), notice.Periods[0].DueDate?.ToString("yyyy-MM-dd")));
    }

    private static PatentProgress Progress(DocumentEntry entry)
    {
        var progress = new PatentProgress { BibliographyInformation = [new BibliographyGroup { Documents = [entry] }] };
        ((System.Text.Json.Serialization.IJsonOnDeserialized)progress).OnDeserialized();
        return progress;
    }
}
