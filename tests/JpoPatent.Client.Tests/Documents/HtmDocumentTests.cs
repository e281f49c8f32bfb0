using System;
using System.Linq;
using Xunit;

namespace JpoPatent.Tests.Documents;

/// <summary>Documents about designs and trademarks.</summary>
public sealed class HtmDocumentTests
{
    private const string Head =
        "　意匠登録出願の番号　　　　意願２０２３－００１２３４\r\n　起案日　　　　　　　　　　令和　５年　９月　４日\r\n　特許庁審査官　　　　　　　試作　次郎　　　　　　　　１２３４　１Ｄ００\r\n　意匠登録出願人代理人　　　雛形　花子（外　１名）　様\r\n　適用条文　　　　　　　　　第３条第１項第３号、\r\n　　　　　　　　　　　　　　第９条第１項\r\n\r\n";

    [Fact]
    public void A_notice()
    {
        JpoDocument notice = Paper.One(
            "06423001234P.HTM",
            Paper.Htm("拒絶理由通知書", Head + "　この意匠登録出願について、意見があれば、この通知書の発送の日から４\r\n０日以内に意見書を提出してください。\r\n\r\n　　　　　　　　　理由\r\n　公知の意匠と&amp;似ています。<BR>　以上\r\n　発送番号　００１２３４"),
            DocumentKind.Refusal,
            JpoLaw.Design);
        Assert.Equal(("06423001234", "拒絶理由通知書", "001234"), (notice.DocumentNumber, notice.DocumentName, notice.DispatchNumber));
        Assert.Equal(new DateTime(2023, 9, 4), notice.DraftingDate);
        Assert.Equal("試作　次郎", notice.DrafterName);
        Assert.Equal("雛形　花子", notice.AddresseeName);
        Assert.Empty(notice.ApplicantNames);
        Assert.Equal(["雛形　花子"], notice.AgentNames);
        Assert.Equal(["第3条第1項第3号", "第9条第1項"], notice.Articles);
        Assert.Equal((40, PeriodUnit.Days), (notice.ResponsePeriod!.Number, notice.ResponsePeriod.Unit));
        Assert.Equal("06423001234P.HTM", notice.FileName);
        string[] lines = notice.Text.Split('\n');
        Assert.Equal("　　　　　　　　拒絶理由通知書", lines[0]);
        Assert.Equal("", lines[1]);
        Assert.Equal("　意匠登録出願の番号　　　　意願２０２３－００１２３４", lines[2]);
        Assert.Contains("　公知の意匠と&似ています。", lines);
        Assert.Contains("　以上", lines);
    }

    [Fact]
    public void Articles_in_the_reasons_alone()
    {
        JpoDocument notice = Paper.One("06523001234P.HTM", Paper.Htm("拒絶理由通知書", "　この商標は、商標法第４条第１項第１１号に該当し、商標法第３条第１項柱書の要件も欠く。なお商標法第１５条の２による。"), DocumentKind.Refusal, JpoLaw.Trademark);
        Assert.Equal(["第4条第1項第11号", "第3条第1項柱書"], notice.Articles);
    }

    [Fact]
    public void An_amendment()
    {
        JpoDocument amendment = Paper.One(
            "A523_52300009876/JPOSGMLDOC1P.HTM",
            Paper.Htm("", "【書類名】　　　　　　手続補正書\r\n【提出日】　　　　　　令和　５年１０月　２日\r\n【あて先】　　　　　　特許庁審査官　殿\r\n【発送番号】　　　　　１２３４５６\r\n【手続補正１】\r\n　【補正の内容】\r\n<IMG SRC=\"図.gif\">"),
            DocumentKind.Application,
            JpoLaw.Trademark,
            beside: ("A523_52300009876/図.gif", Paper.Gif));
        Assert.Equal(("A523", "52300009876", "手続補正書", "123456"), (amendment.DocumentCode, amendment.DocumentNumber, amendment.DocumentName, amendment.DispatchNumber));
        Assert.Equal((new DateTime(2023, 10, 2), "特許庁審査官　殿"), (amendment.SubmissionDate, amendment.AddresseeName));
        Assert.EndsWith("　【補正の内容】\n［画像: 図.gif］", amendment.Text, StringComparison.Ordinal);
        Assert.Equal("図.gif", amendment.Attachments.Single().Name);
        Assert.Contains("src=\"data:image/gif;base64,", amendment.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_and_loose_markup()
    {
        JpoDocument document = Paper.One(
            "06523001234P.HTM",
            "<html><body><p>一<p>二  と\r\n三<table border><tr><td>甲<td>乙<br>丙<tr><th>丁</th><td>戊</table><script>alert('x')</script><!-- 秘 --><style>p{}</style>終&nbsp;&#x2460;&unknown;</body>",
            DocumentKind.Mailed,
            JpoLaw.Trademark);
        Assert.Equal("一\n二 と三\n| 甲 | 乙 |\n|    | 丙 |\n| 丁 | 戊 |\n終\u00A0①&unknown;", document.Text);
    }

    [Fact]
    public void A_trademark_refusal_speaks_to_nobody()
    {
        JpoDocument decision = Paper.One(
            "06423001234P.HTM",
            Paper.Htm("拒絶査定", "　商標登録出願の番号　　　　商願２０２３－００１２３４\r\n　起案日　　　　　　　　　　令和　５年　９月　４日\r\n　特許庁審査官　　　　　　　試作　次郎\r\n　商標登録出願人　　　　　　架空商事株式会社\r\n　代理人　　　　　　　　　　雛形　花子（外　１名）\r\n\r\n　この商標登録出願は、商標法第４条第１項第１１号に該当し、拒絶をすべきものです。"),
            DocumentKind.Mailed,
            JpoLaw.Trademark);
        Assert.Null(decision.AddresseeName);
        Assert.Equal(["架空商事株式会社"], decision.ApplicantNames);
        Assert.Equal(["雛形　花子"], decision.AgentNames);
        Assert.Equal(["第4条第1項第11号"], decision.Articles);
    }

    [Fact]
    public void A_filing_about_a_design_names_both()
    {
        JpoDocument filing = Paper.One(
            "A53_52300009877/JPOSGMLDOC1P.HTM",
            Paper.Htm("", "【書類名】　　　　　　意見書\r\n【意匠登録出願人】\r\n　　【識別番号】　　　０００００００００\r\n　　【氏名又は名称】　架空工業株式会社\r\n【代理人】\r\n　　【氏名又は名称】　雛形　花子\r\n【発送番号】　　　　　１２３４５６"),
            DocumentKind.Application,
            JpoLaw.Design);
        Assert.Equal(["架空工業株式会社"], filing.ApplicantNames);
        Assert.Equal(["雛形　花子"], filing.AgentNames);
    }

    [Theory]
    [InlineData("甲\u001b[2J乙&#27;[31m丙\a&#155;1m", "甲[2J乙[31m丙1m")]
    [InlineData("甲\t乙", "甲\t乙")]
    public void No_text_steers_the_terminal(string source, string text)
    {
        JpoDocument document = Paper.One("06523001234P.HTM", "<html><body><pre>始" + source + "</pre></body></html>", DocumentKind.Mailed, JpoLaw.Trademark);
        Assert.Equal("始" + text, document.Text);
    }

    [Theory]
    [InlineData("<")]
    [InlineData("<b>")]
    public void A_part_does_not_pass_for_the_whole(string piece)
    {
        string few = string.Concat(Enumerable.Repeat(piece, 1000)) + "末尾";
        string many = string.Concat(Enumerable.Repeat(piece, LooseMarkup.MaxNodes + 1)) + "末尾";
        Assert.Null(Read(few).Problem);
        Assert.EndsWith("末尾", Read(few).Text, StringComparison.Ordinal);
        JpoDocument cut = Read(many);
        Assert.DoesNotContain("末尾", cut.Text, StringComparison.Ordinal);
        Assert.Contains("06523001234P.HTM", cut.Problem, StringComparison.Ordinal);

        static JpoDocument Read(string body) => Paper.One("06523001234P.HTM", "<pre>" + body + "</pre>", DocumentKind.Mailed, JpoLaw.Trademark);
    }

    [Theory]
    [InlineData("<HR>\r\n                                        2/3\r\n")]
    [InlineData("　　　　　　　　　　　　　　- 1 -\r\n<HR>\r\n")]
    [InlineData("<HR>")]
    public void A_page_may_end_within_a_sentence(string pageBreak)
    {
        JpoDocument notice = Paper.One(
            "06423001234P.HTM",
            Paper.Htm("拒絶理由通知書", "　この通知書の発送の日から４\r\n" + pageBreak + "０日以内に意見書を提出してください。\r\n\r\n　この意匠は、意匠法第３条第１項\r\n" + pageBreak + "第３号に該当します。"),
            DocumentKind.Refusal,
            JpoLaw.Design);
        Assert.Equal((40, PeriodUnit.Days), (notice.ResponsePeriod!.Number, notice.ResponsePeriod.Unit));
        Assert.Equal(["第3条第1項第3号"], notice.Articles);
    }
}
