using Xunit;

namespace JpoPatent.Tests;

/// <summary>What people write, and the number that it is.</summary>
public sealed class NumberSpellingTests
{
    [Theory]

    // Patent applications
    [InlineData("特願2020-123456", "2020123456", "特願2020-123456")]
    [InlineData("特願２０２０－１２３４５６号", "2020123456", "特願2020-123456")]
    [InlineData("特願2020/8423", "2020008423", "特願2020-008423")]
    [InlineData("特願2020-008423", "2020008423", "特願2020-008423")]
    [InlineData("特願 2020 - 123456 号", "2020123456", "特願2020-123456")]
    [InlineData("特願2020 8423", "2020008423", "特願2020-008423")]
    [InlineData("　特願２０２０　－　１２３４５６　号　", "2020123456", "特願2020-123456")]
    [InlineData("\t特願2020-123456\r\n", "2020123456", "特願2020-123456")]
    [InlineData("\uFEFF特願2020-123456\u200B", "2020123456", "特願2020-123456")]
    [InlineData("特願\u00A02020-123456", "2020123456", "特願2020-123456")]
    [InlineData("特願2020−123456", "2020123456", "特願2020-123456")]
    [InlineData("特願2020‐123456", "2020123456", "特願2020-123456")]
    [InlineData("特願2020–123456", "2020123456", "特願2020-123456")]
    [InlineData("特願2020—123456", "2020123456", "特願2020-123456")]
    [InlineData("特願2020ー123456", "2020123456", "特願2020-123456")]
    [InlineData("特願2020ｰ123456", "2020123456", "特願2020-123456")]
    [InlineData("特願2020‑123456", "2020123456", "特願2020-123456")]
    [InlineData("特願2020／123456", "2020123456", "特願2020-123456")]
    [InlineData("特願2020123456", "2020123456", "特願2020-123456")]
    [InlineData("特願2020年第123456号", "2020123456", "特願2020-123456")]
    [InlineData("特願第2020-123456号", "2020123456", "特願2020-123456")]
    [InlineData("特許願2020-123456", "2020123456", "特願2020-123456")]
    [InlineData("特許出願2020-123456", "2020123456", "特願2020-123456")]
    [InlineData("特許出願番号2020-123456", "2020123456", "特願2020-123456")]
    [InlineData("出願番号 特願2020-123456", "2020123456", "特願2020-123456")]
    [InlineData("日本国特許出願2020-123456", "2020123456", "特願2020-123456")]
    [InlineData("2020年特許願第123456号", "2020123456", "特願2020-123456")]
    [InlineData("特願2020-123456A", "2020123456", "特願2020-123456")]
    [InlineData("特願平10-123456", "1998123456", "特願平10-123456")]
    [InlineData("特願1998-123456", "1998123456", "特願平10-123456")]
    [InlineData("特願平成10年第123456号", "1998123456", "特願平10-123456")]
    [InlineData("平成10年特許願第123456号", "1998123456", "特願平10-123456")]
    [InlineData("平成１０年特許願第１２３４５６号", "1998123456", "特願平10-123456")]
    [InlineData("特願H10-123456", "1998123456", "特願平10-123456")]
    [InlineData("特願h10-123456", "1998123456", "特願平10-123456")]
    [InlineData("特願Ｈ１０－１２３４５６", "1998123456", "特願平10-123456")]
    [InlineData("特願平10123456", "1998123456", "特願平10-123456")]
    [InlineData("特願平01123456", "1989123456", "特願1989-123456")]
    [InlineData("特願平2-1", "1990000001", "特願平2-000001")]
    [InlineData("特願平元-123456", "1989123456", "特願1989-123456")]
    [InlineData("平成元年特許願第1234号", "1989001234", "特願1989-001234")]
    [InlineData("特願昭64-1234", "1989001234", "特願1989-001234")]
    [InlineData("特願昭63-123456", "1988123456", "特願昭63-123456")]
    [InlineData("昭和60年特許願第123456号", "1985123456", "特願昭60-123456")]
    [InlineData("特願S60-123456", "1985123456", "特願昭60-123456")]
    [InlineData("令和元年特許願第123456号", "2019123456", "特願2019-123456")]
    [InlineData("特願令1-123456", "2019123456", "特願2019-123456")]
    [InlineData("特願R2-123456", "2020123456", "特願2020-123456")]
    [InlineData("特願平31-123456", "2019123456", "特願2019-123456")]
    public void PatentApplication(string text, string value, string display)
        => Check(text, JpoNumberKind.Application, JpoLaw.Patent, value, display);

    [Theory]
    [InlineData("特開2021-090037", "2021090037", "特開2021-090037")]
    [InlineData("特開2021-90037", "2021090037", "特開2021-090037")]
    [InlineData("特開2021-090037号公報", "2021090037", "特開2021-090037")]
    [InlineData("特開2021-090037A", "2021090037", "特開2021-090037")]
    [InlineData("特開２０２１－０９００３７号公報", "2021090037", "特開2021-090037")]
    [InlineData("特開平10-123456", "1998123456", "特開平10-123456")]
    [InlineData("特開平10-123456号公報", "1998123456", "特開平10-123456")]
    [InlineData("特開昭60-123456", "1985123456", "特開昭60-123456")]
    [InlineData("平成10年特許出願公開第123456号", "1998123456", "特開平10-123456")]
    [InlineData("公開番号 特開2021-090037", "2021090037", "特開2021-090037")]
    [InlineData("公開番号2021-090037", "2021090037", "特開2021-090037")]
    [InlineData("公開番号2015-508823", "2015508823", "特表2015-508823")]
    [InlineData("特表2015-508823", "2015508823", "特表2015-508823")]
    [InlineData("特表平10-508823", "1998508823", "特表平10-508823")]
    [InlineData("再表2019/123456", "2019123456", "再表2019/123456")]
    [InlineData("再公表2019/123456", "2019123456", "再表2019/123456")]
    [InlineData("再公表特許WO2019/123456", "2019123456", "再表2019/123456")]
    [InlineData("再表2019-123456号公報", "2019123456", "再表2019/123456")]
    [InlineData("再表98/12345", "1998012345", "再表1998/012345")]
    [InlineData("JPWO2019/123456A1", "2019123456", "再表2019/123456")]
    [InlineData("JPWO2019123456", "2019123456", "再表2019/123456")]
    [InlineData("特公平6-12345", "1994012345", "特公平6-012345")]
    [InlineData("特公平6-012345号公報", "1994012345", "特公平6-012345")]
    [InlineData("特公昭60-12345", "1985012345", "特公昭60-012345")]
    [InlineData("JPH06-012345B2", "1994012345", "特公平6-012345")]
    [InlineData("JPH0612345B2", "1994012345", "特公平6-012345")]
    public void PatentPublication(string text, string value, string display)
        => Check(text, JpoNumberKind.Publication, JpoLaw.Patent, value, display);

    [Theory]
    [InlineData("特許第7533889号", "7533889", "特許第7533889号")]
    [InlineData("特許7533889", "7533889", "特許第7533889号")]
    [InlineData("特許第７５３３８８９号公報", "7533889", "特許第7533889号")]
    [InlineData("特許第7,533,889号", "7533889", "特許第7533889号")]
    [InlineData("特許番号第7533889号", "7533889", "特許第7533889号")]
    [InlineData("特許番号 特許第7533889号", "7533889", "特許第7533889号")]
    [InlineData("登録番号 特許第7533889号", "7533889", "特許第7533889号")]
    [InlineData("特許第533889号", "0533889", "特許第533889号")]
    [InlineData("特許第0533889号", "0533889", "特許第533889号")]
    [InlineData("日本国特許第7533889号", "7533889", "特許第7533889号")]
    [InlineData("JP7533889B2", "7533889", "特許第7533889号")]
    [InlineData("jp7533889b2", "7533889", "特許第7533889号")]
    [InlineData("JP 7533889 B2", "7533889", "特許第7533889号")]
    [InlineData("JP7533889B1", "7533889", "JP7533889B1")]
    [InlineData("JP.7533889.B2", "7533889", "特許第7533889号")]
    public void PatentRegistration(string text, string value, string display)
        => Check(text, JpoNumberKind.Registration, JpoLaw.Patent, value, display);

    [Theory]
    [InlineData("意願2020-015234", JpoNumberKind.Application, JpoLaw.Design, "2020015234", "意願2020-015234")]
    [InlineData("意願2020-15234", JpoNumberKind.Application, JpoLaw.Design, "2020015234", "意願2020-015234")]
    [InlineData("意願平11-15234", JpoNumberKind.Application, JpoLaw.Design, "1999015234", "意願平11-015234")]
    [InlineData("意願平12-015234", JpoNumberKind.Application, JpoLaw.Design, "2000015234", "意願2000-015234")]
    [InlineData("平成12年意匠登録願第15234号", JpoNumberKind.Application, JpoLaw.Design, "2000015234", "意願2000-015234")]
    [InlineData("意匠登録出願2020-015234", JpoNumberKind.Application, JpoLaw.Design, "2020015234", "意願2020-015234")]
    [InlineData("意匠登録第1680736号", JpoNumberKind.Registration, JpoLaw.Design, "1680736", "意匠登録第1680736号")]
    [InlineData("意匠登録1680736", JpoNumberKind.Registration, JpoLaw.Design, "1680736", "意匠登録第1680736号")]
    [InlineData("意匠登録番号 第1680736号", JpoNumberKind.Registration, JpoLaw.Design, "1680736", "意匠登録第1680736号")]
    [InlineData("意匠登録第680736号", JpoNumberKind.Registration, JpoLaw.Design, "0680736", "意匠登録第680736号")]
    [InlineData("商願2024-123456", JpoNumberKind.Application, JpoLaw.Trademark, "2024123456", "商願2024-123456")]
    [InlineData("商願２０２４－１２３４５６号", JpoNumberKind.Application, JpoLaw.Trademark, "2024123456", "商願2024-123456")]
    [InlineData("商願平11-123456", JpoNumberKind.Application, JpoLaw.Trademark, "1999123456", "商願平11-123456")]
    [InlineData("平成12年商標登録願第123456号", JpoNumberKind.Application, JpoLaw.Trademark, "2000123456", "商願2000-123456")]
    [InlineData("商標登録第6210000号", JpoNumberKind.Registration, JpoLaw.Trademark, "6210000", "商標登録第6210000号")]
    [InlineData("商標登録6210000", JpoNumberKind.Registration, JpoLaw.Trademark, "6210000", "商標登録第6210000号")]
    public void DesignAndTrademark(string text, JpoNumberKind kind, JpoLaw law, string value, string display)
        => Check(text, kind, law, value, display);

    [Theory]
    [InlineData("PCT/JP2019/011858", "JP2019011858", "PCT/JP2019/011858")]
    [InlineData("pct/jp2019/11858", "JP2019011858", "PCT/JP2019/011858")]
    [InlineData("ＰＣＴ／ＪＰ２０１９／０１１８５８", "JP2019011858", "PCT/JP2019/011858")]
    [InlineData("PCT/JP2019011858", "JP2019011858", "PCT/JP2019/011858")]
    [InlineData("PCTJP2019011858", "JP2019011858", "PCT/JP2019/011858")]
    [InlineData("PCT-JP2019-011858", "JP2019011858", "PCT/JP2019/011858")]
    [InlineData("PCT/JP2019/011858号", "JP2019011858", "PCT/JP2019/011858")]
    [InlineData("国際出願番号 PCT/JP2019/011858", "JP2019011858", "PCT/JP2019/011858")]
    [InlineData("国際出願番号JP2019011858", "JP2019011858", "PCT/JP2019/011858")]
    [InlineData("PCT/US2019/012345", "US2019012345", "PCT/US2019/012345")]
    [InlineData("PCT/IB2019/012345", "IB2019012345", "PCT/IB2019/012345")]
    [InlineData("PCT/EP2019/012345", "EP2019012345", "PCT/EP2019/012345")]
    [InlineData("PCT/JP98/01234", "JP1998001234", "PCT/JP1998/001234")]
    [InlineData("PCT/JP03/12345", "JP2003012345", "PCT/JP2003/012345")]
    [InlineData("PCT/JP9801234", "JP1998001234", "PCT/JP1998/001234")]
    public void InternationalApplication(string text, string value, string display)
        => Check(text, JpoNumberKind.InternationalApplication, JpoLaw.Patent, value, display);

    [Theory]
    [InlineData("WO2020/123456", "WO2020123456", "WO2020/123456")]
    [InlineData("wo2020/123456", "WO2020123456", "WO2020/123456")]
    [InlineData("WO 2020/123456", "WO2020123456", "WO2020/123456")]
    [InlineData("WO/2020/123456", "WO2020123456", "WO2020/123456")]
    [InlineData("WO2020-123456", "WO2020123456", "WO2020/123456")]
    [InlineData("WO2020123456", "WO2020123456", "WO2020/123456")]
    [InlineData("WO2020123456A1", "WO2020123456", "WO2020/123456A1")]
    [InlineData("WO 2020/123456 A1", "WO2020123456", "WO2020/123456A1")]
    [InlineData("WO.2020123456.A1", "WO2020123456", "WO2020/123456A1")]
    [InlineData("ＷＯ２０２０／１２３４５６", "WO2020123456", "WO2020/123456")]
    [InlineData("国際公開第2020/123456号", "WO2020123456", "WO2020/123456")]
    [InlineData("国際公開第WO2020/123456号", "WO2020123456", "WO2020/123456")]
    [InlineData("国際公開番号 WO2020/123456", "WO2020123456", "WO2020/123456")]
    [InlineData("国際公開第98/12345号", "WO1998012345", "WO1998/012345")]
    [InlineData("WO98/12345", "WO1998012345", "WO1998/012345")]
    [InlineData("WO9812345", "WO1998012345", "WO1998/012345")]
    [InlineData("WO03/012345", "WO2003012345", "WO2003/012345")]
    [InlineData("WO03012345", "WO2003012345", "WO2003/012345")]
    public void InternationalPublication(string text, string value, string display)
        => Check(text, JpoNumberKind.InternationalPublication, JpoLaw.Patent, value, display);

    [Theory]
    [InlineData("2020-123456", JpoNumberKind.Application, JpoLaw.Patent, "2020123456", "特願2020-123456")]
    [InlineData("2020-8423", JpoNumberKind.Application, JpoLaw.Patent, "2020008423", "特願2020-008423")]
    [InlineData("2020123456", JpoNumberKind.Application, JpoLaw.Patent, "2020123456", "特願2020-123456")]
    [InlineData("２０２０１２３４５６", JpoNumberKind.Application, JpoLaw.Patent, "2020123456", "特願2020-123456")]
    [InlineData("H10-123456", JpoNumberKind.Application, JpoLaw.Patent, "1998123456", "特願平10-123456")]
    [InlineData("平10-123456", JpoNumberKind.Application, JpoLaw.Patent, "1998123456", "特願平10-123456")]
    [InlineData("JP2020-123456", JpoNumberKind.Application, JpoLaw.Patent, "2020123456", "特願2020-123456")]
    [InlineData("JP2020123456A", JpoNumberKind.Publication, JpoLaw.Patent, "2020123456", "特開2020-123456")]
    [InlineData("JP2020123456A", null, null, "2020123456", "特開2020-123456")]
    [InlineData("JP 2021-090038 A", null, JpoLaw.Patent, "2021090038", "特開2021-090038")]
    [InlineData("JP-2002-000123 A1", null, null, "2002000123", "特開2002-000123")]
    [InlineData("JP.2020123456.A", JpoNumberKind.Application, null, "2020123456", "特願2020-123456")]
    [InlineData("jp.2020123456.a", JpoNumberKind.Publication, null, "2020123456", "特開2020-123456")]
    [InlineData("JP2019011858", JpoNumberKind.Application, JpoLaw.Patent, "2019011858", "特願2019-011858")]
    [InlineData("JP2019011858", JpoNumberKind.InternationalApplication, null, "JP2019011858", "PCT/JP2019/011858")]
    [InlineData("JP2019/011858", JpoNumberKind.InternationalApplication, null, "JP2019011858", "PCT/JP2019/011858")]
    [InlineData("US2019012345", JpoNumberKind.InternationalApplication, null, "US2019012345", "PCT/US2019/012345")]
    [InlineData("2021-090037", JpoNumberKind.Publication, null, "2021090037", "特開2021-090037")]
    [InlineData("2015508823", JpoNumberKind.Publication, null, "2015508823", "特表2015-508823")]
    [InlineData("JPH10-123456A", JpoNumberKind.Publication, null, "1998123456", "特開平10-123456")]
    [InlineData("JPH1123456A", JpoNumberKind.Publication, null, "1999023456", "特開平11-023456")]
    [InlineData("2020/123456", JpoNumberKind.InternationalPublication, null, "WO2020123456", "WO2020/123456")]
    [InlineData("2020123456", JpoNumberKind.InternationalPublication, null, "WO2020123456", "WO2020/123456")]
    [InlineData("7533889", JpoNumberKind.Registration, JpoLaw.Patent, "7533889", "特許第7533889号")]
    [InlineData("7,533,889", JpoNumberKind.Registration, JpoLaw.Patent, "7533889", "特許第7533889号")]
    [InlineData("第7533889号", JpoNumberKind.Registration, JpoLaw.Patent, "7533889", "特許第7533889号")]
    [InlineData("登録番号7533889", null, JpoLaw.Patent, "7533889", "特許第7533889号")]
    [InlineData("1680736", JpoNumberKind.Registration, JpoLaw.Design, "1680736", "意匠登録第1680736号")]
    [InlineData("JP1680736S", JpoNumberKind.Registration, JpoLaw.Design, "1680736", "意匠登録第1680736号")]
    [InlineData("6210000", JpoNumberKind.Registration, JpoLaw.Trademark, "6210000", "商標登録第6210000号")]
    [InlineData("2020-015234", JpoNumberKind.Application, JpoLaw.Design, "2020015234", "意願2020-015234")]
    [InlineData("2020015234", null, JpoLaw.Design, "2020015234", "意願2020-015234")]
    [InlineData("2024-123456", null, JpoLaw.Trademark, "2024123456", "商願2024-123456")]
    public void WithWhatTheParameterExpects(string text, JpoNumberKind? kind, JpoLaw? law, string value, string display)
    {
        JpoNumber number = JpoNumber.Parse(text, kind, law);

        Assert.Equal(value, number.Value);
        Assert.Equal(display, number.Display);
        Assert.Equal(kind ?? number.Kind, number.Kind);
        Assert.Equal(law ?? number.Law, number.Law);
        NumberAssert.RoundTrips(number);
    }

    [Theory]
    [InlineData("特願2020-123456", "JP.2020123456.A")]
    [InlineData("特願平12-123456", "JP.2000123456.A")]
    [InlineData("特願平11-123456", null)]
    [InlineData("特開2021-090037", "JP.2021090037.A")]
    [InlineData("特表2015-508823", "JP.2015508823.A")]
    [InlineData("特開平10-123456", null)]
    [InlineData("再表2019/123456", null)]
    [InlineData("特公平6-12345", null)]
    [InlineData("特許第7533889号", "JP.7533889.B2")]
    [InlineData("JP7533889B1", "JP.7533889.B1")]
    [InlineData("特許第2500001号", "JP.2500001.B2")]
    [InlineData("特許第2500000号", null)]
    [InlineData("WO2020/123456", null)]
    [InlineData("WO2020/123456A1", "WO.2020123456.A1")]
    [InlineData("PCT/JP2019/011858", null)]
    [InlineData("意願2020-015234", null)]
    [InlineData("意匠登録第1680736号", null)]
    [InlineData("商願2024-123456", null)]
    public void Docdb(string text, string? docdb) => Assert.Equal(docdb, JpoNumber.Parse(text).Docdb);

    [Fact]
    public void TheSameDigitsInAnotherSeriesAreAnotherNumber()
    {
        Assert.NotEqual(JpoNumber.Parse("特開2019-123456"), JpoNumber.Parse("再表2019/123456"));
        Assert.NotEqual(JpoNumber.Parse("特開2019-123456"), JpoNumber.Parse("特願2019-123456"));
        Assert.NotEqual(JpoNumber.Parse("意願2019-123456"), JpoNumber.Parse("特願2019-123456"));
        Assert.Equal(JpoNumber.Parse("特願平10-123456"), JpoNumber.Parse("特願1998-123456"));
        Assert.Equal(JpoNumber.Parse("特願平10-123456").GetHashCode(), JpoNumber.Parse("特願1998-123456").GetHashCode());
    }

    private static void Check(string text, JpoNumberKind kind, JpoLaw law, string value, string display)
    {
        JpoNumber number = JpoNumber.Parse(text);

        Assert.Equal((kind, law, value, display), (number.Kind, number.Law, number.Value, number.Display));
        Assert.Equal(number, JpoNumber.Parse(text, kind, law));
        NumberAssert.RoundTrips(number);
    }
}
