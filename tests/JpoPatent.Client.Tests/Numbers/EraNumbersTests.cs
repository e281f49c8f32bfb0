using Xunit;

namespace JpoPatent.Tests;

public sealed class EraNumbersTests
{
    [Theory]
    [InlineData("503090037", "2021090037")]
    [InlineData("414233033", "2002233033")]
    [InlineData("JPA 414233033", "2002233033")]
    [InlineData("JPA414233033", "2002233033")]
    [InlineData("360123456", "1985123456")]
    [InlineData("364001234", "1989001234")]
    [InlineData("401123456", "1989123456")]
    [InlineData("431123456", "2019123456")]
    [InlineData("501123456", "2019123456")]
    [InlineData("2021090037", "2021090037")]
    [InlineData("JPA 2021090037", "2021090037")]
    [InlineData(" 503090037 ", "2021090037")]
    [InlineData("365123456", null)]
    [InlineData("432123456", null)]
    [InlineData("500123456", null)]
    [InlineData("203090037", null)]
    [InlineData("50309003", null)]
    [InlineData("50309003X", null)]
    [InlineData("JPAXX 503090037", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void ToTenDigits(string? text, string? expected) => Assert.Equal(expected, EraNumbers.ToTenDigits(text));

    [Fact]
    public void TheKindLettersOfACitedDocumentAreKept()
    {
        Assert.True(EraNumbers.TryRead("JPA 414233033", out string letters, out string? digits));
        Assert.Equal(("JPA", "2002233033"), (letters, digits));
    }

    [Theory]
    [InlineData("JPA 414233033", "特開2002-233033")]
    [InlineData("503090037", "特開2021-090037")]
    [InlineData("JPA 427508823", "特表2015-508823")]
    [InlineData("JPB 406012345", null)]
    [InlineData("JPA 414000000", null)]
    public void ToPublication(string text, string? display) => Assert.Equal(display, EraNumbers.ToPublication(text)?.Display);
}
