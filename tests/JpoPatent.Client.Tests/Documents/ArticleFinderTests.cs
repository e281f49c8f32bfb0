using System;
using Xunit;

namespace JpoPatent.Tests.Documents;

/// <summary>Only what a notice rests on, in one form for all laws.</summary>
public sealed class ArticleFinderTests
{
    [Theory]
    [InlineData(JpoLaw.Design, "この意匠は、下記の意匠に類似するものと認められますので、意匠法第３条第１項第３号に規定する意匠に該当し、意匠登録を受けることができません。", "第3条第1項第3号")]
    [InlineData(JpoLaw.Design, "この意匠は、意匠法第３条第１項第３号に該当します。\n　なお、この意匠を本意匠とする関連意匠として、意匠法第１０条第２項の規定により登録を受けることができない意匠です。", "第3条第1項第3号")]
    [InlineData(JpoLaw.Design, "この意匠は、意匠法第３条第２項の規定に該当します。\n\nなお、意匠法第１０条第１項の要件を満たさない場合は、意匠法第９条第１項に該当します。", "第3条第2項")]
    [InlineData(JpoLaw.Design, "意匠法第７条の要件を満たしていません。願書の記載を補正すれば、意匠法第６条の要件を満たします。", "第7条")]
    [InlineData(JpoLaw.Trademark, "この商標は、商標法第４条第１項第１１号に該当し、商標法第３条第１項柱書の要件も欠く。なお商標法第１５条の２による。", "第4条第1項第11号;第3条第1項柱書")]
    [InlineData(JpoLaw.Trademark, "商標法第３条第１項第３号に該当し、前記商品以外に使用するときは、同法第４条第１項第１６号に該当します。", "第3条第1項第3号;第4条第1項第16号")]
    [InlineData(JpoLaw.Trademark, "商標法第４条第１項第１０号、同項第１１号及び同項第１５号に該当する。", "第4条第1項第10号;第4条第1項第11号;第4条第1項第15号")]
    [InlineData(JpoLaw.Trademark, "この商標登録出願は、商標法第６条第１項及び第２項の要件を具備しません。", "第6条第1項")]
    [InlineData(JpoLaw.Trademark, "指定商品を減縮すれば、商標法第４条第１項第１１号に該当しません。", "")]
    [InlineData(JpoLaw.Trademark, "理由１　商標法第３条第１項第６号\n　需要者が認識できない。", "第3条第1項第6号")]
    [InlineData(JpoLaw.Design, "この出願は、特許法第３８条の規定に違反する。", "特許法第38条")]
    [InlineData(JpoLaw.Design, "意匠法第４条第２項の適用を受けるための証明書は提出されていません。", "")]
    public void Grounds_only(JpoLaw law, string text, string articles) => Assert.Equal(articles, string.Join(';', ArticleFinder.InReasons(text, law)));

    [Theory]
    [InlineData("適用条文　第３条第１項第３号、第９条第１項", JpoLaw.Design, "第3条第1項第3号;第9条第1項")]
    [InlineData("適用条文　商標法第３条第１項第３号\n同法第４条第１項第１６号", JpoLaw.Trademark, "第3条第1項第3号;第4条第1項第16号")]
    public void All_of_a_list(string text, JpoLaw law, string articles) => Assert.Equal(articles, string.Join(';', ArticleFinder.InList(text, law)));

    [Theory]
    [InlineData("第２９条第２項（進歩性）", JpoLaw.Patent, "第29条第2項")]
    [InlineData("特許法第３６条第６項第２号", JpoLaw.Patent, "第36条第6項第2号")]
    [InlineData("実用新案法第３条", JpoLaw.Patent, "実用新案法第3条")]
    [InlineData("（その他）", JpoLaw.Patent, "(その他)")]
    public void One_form(string text, JpoLaw law, string article) => Assert.Equal(article, ArticleFinder.Bare(text, law));
}
