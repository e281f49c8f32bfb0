using System;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace JpoPatent.Tests.Documents;

/// <summary>The page that a browser shows: whole, and harmless whatever the source says.</summary>
public sealed class HtmlLayoutTests
{
    private static readonly string[] Allowed =
    [
        "html", "head", "meta", "title", "style", "body", "dl", "dt", "dd", "main", "h1", "h2", "p", "div", "span", "br", "table", "tr", "td", "b", "i", "u", "sub", "sup", "img", "ul", "li",
    ];

    public static TheoryData<string> Attacks =>
    [
        "<script>alert(1)</script>",
        "<SCRIPT SRC=//evil.test/x.js></SCRIPT>",
        "<img src=x onerror=alert(1)>",
        "<img src=\"javascript:alert(1)\">",
        "<img file=\"x&quot; onerror=&quot;alert(1)\">",
        "<img src=\"data:image/svg+xml;base64,PHN2Zz4=\">",
        "<img src=\"https://evil.test/track.gif\">",
        "<a href=\"javascript:alert(1)\">click</a>",
        "<p onclick=\"alert(1)\" style=\"background:url(https://evil.test)\">x</p>",
        "<svg onload=alert(1)><script>alert(1)</script></svg>",
        "<iframe src=\"https://evil.test\"></iframe>",
        "<meta http-equiv=\"refresh\" content=\"0;url=https://evil.test\">",
        "<base href=\"https://evil.test/\">",
        "<link rel=stylesheet href=https://evil.test/x.css>",
        "<object data=\"evil.swf\"></object><embed src=evil>",
        "<form action=https://evil.test><input type=submit></form>",
        "<style>@import url(https://evil.test/x.css);</style>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "&#60;img src=x onerror=alert(1)&#62;",
        "</p></main></body></html><script>alert(1)</script>",
        "<table><tr><td onmouseover=alert(1)>x</td></tr></table>",
        "<b style=\"x:expression(alert(1))\">x</b>",
        "<![CDATA[<script>alert(1)</script>]]>",
        "\" onload=\"alert(1)",
        "<details open ontoggle=alert(1)>x</details>",
    ];

    [Theory]
    [MemberData(nameof(Attacks))]
    public void Nothing_of_the_source_can_run(string attack)
    {
        JpoDocument[] documents =
        [
            Paper.One("06123001234-jpntce.xml", Paper.Notice(true, "前" + attack + "後", name: "<![CDATA[" + attack.Replace("]]>", "") + "]]>")),
            Paper.One("06523001234P.HTM", Paper.Htm("<b>" + attack + "</b>", "前" + attack + "後"), DocumentKind.Mailed, JpoLaw.Trademark),
            Paper.One("A53_52300000001/x.HTM", attack, DocumentKind.Application, JpoLaw.Design),
        ];
        foreach (JpoDocument document in documents)
        {
            AssertHarmless(document.ToHtml());
        }
    }

    [Fact]
    public void A_page_is_whole_and_fit_to_print()
    {
        string html = Paper.Notice("Ｈ<sub>2</sub>Ｏ<br/><u>改</u>").ToHtml();
        AssertHarmless(html);
        foreach (string part in new[]
        {
            "<!DOCTYPE html>\n<html lang=\"ja\">", "<meta charset=\"utf-8\">", "Content-Security-Policy", "default-src &#39;none&#39;", "@page", "Noto Serif CJK JP", "Hiragino", "MS Mincho",
            "<h1>拒絶理由通知書</h1>", "Ｈ<sub>2</sub>Ｏ<br><u>改</u>", "特願２０１９－７６５４３２", "</html>\n",
        })
        {
            Assert.Contains(part, html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Pictures_go_in_by_their_bytes_and_not_by_their_names()
    {
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Enumerable.Repeat((byte)7, 100_000)];
        JpoDocument document = Paper.Read(ZipForge.Honest(
            ("06123001234-jpntce.xml", Paper.Jis(Paper.Notice(true, "<img file=\"a.tif\"/><img file=\"b.tif\"/><img file=\"c.gif\"/><img file=\"dir\\D.GIF\"/><img file=\"none.gif\"/><img file=\"e.jpg\"/>"))),
            ("a.tif", png), ("b.tif", [0x49, 0x49, 0x2A, 0]), ("c.gif", Encoding.ASCII.GetBytes("<svg onload=alert(1)>")), ("d.gif", Paper.Gif), ("e.jpg", [0xFF, 0xD8, 0xFF, 0xE0]))).Single();
        string html = document.ToHtml();
        AssertHarmless(html);
        Match first = Regex.Match(html, "alt=\"a\\.tif\" src=\"data:image/png;base64,([^\"]+)\"");
        Assert.Equal(png, Convert.FromBase64String(first.Groups[1].Value));
        Assert.Contains("data:image/gif;base64," + Convert.ToBase64String(Paper.Gif), html, StringComparison.Ordinal);
        Assert.Contains("data:image/jpeg;base64,", html, StringComparison.Ordinal);
        Assert.Equal(3, Regex.Matches(html, "<img ").Count);
        Assert.Equal(3, Regex.Matches(html, "class=\"missing\"").Count);
        Assert.Contains("b.tif", html, StringComparison.Ordinal);
    }

    private static void AssertHarmless(string html)
    {
        foreach (Match tag in Regex.Matches(html, "<(/?)([A-Za-z!][^\\s>/]*)([^>]*)>"))
        {
            string name = tag.Groups[2].Value;
            if (name == "!DOCTYPE")
            {
                continue;
            }

            Assert.Contains(name, Allowed);
            string attributes = tag.Groups[3].Value;
            foreach (Match attribute in Regex.Matches(attributes, "([A-Za-z-]+)=\"([^\"]*)\""))
            {
                Assert.Contains(attribute.Groups[1].Value, new[] { "lang", "charset", "http-equiv", "content", "name", "class", "alt", "src" });
                if (attribute.Groups[1].Value == "src")
                {
                    Assert.Matches("^data:image/(gif|png|jpeg);base64,[A-Za-z0-9+/=]*$", attribute.Groups[2].Value);
                }
            }

            Assert.DoesNotContain("=", Regex.Replace(attributes, "[A-Za-z-]+=\"[^\"]*\"", ""), StringComparison.Ordinal);
        }

        Assert.Single(Regex.Matches(html, "<style>"));
        Assert.Single(Regex.Matches(html, "<meta http-equiv"));
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
    }
}
