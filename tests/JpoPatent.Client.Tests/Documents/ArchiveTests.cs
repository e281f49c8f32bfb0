using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Xunit;

namespace JpoPatent.Tests.Documents;

/// <summary>Zips: honest ones are read, hostile ones refused, damaged ones told apart from both.</summary>
public sealed class ArchiveTests
{
    private static readonly byte[] Some = Encoding.ASCII.GetBytes("some content, some content, some content");

    public static TheoryData<string> HostileNames =>
    [
        "../evil.xml", "..\\evil.xml", "a/../../evil.xml", "a\\..\\..\\evil.xml", "a/..", "..", "/etc/passwd", "\\windows\\evil.xml", "\\\\server\\share\\evil.xml", "//server/share/x",
        "C:/evil.xml", "C:\\evil.xml", "C:evil.xml", "c:", "a.xml:stream", "a.xml::$DATA", "file:///etc/passwd",
        "CON", "con.xml", "NUL.txt", "nul", "PRN", "AUX.gif", "COM1", "com9.xml", "COM\u00B2.xml", "LPT1.txt", "LPT9", "a/NUL/b.xml", "CONIN$", "conout$", "CLOCK$", "nul .txt", "COM0",
        "evil.xml.", "evil.xml ", "evil. ", "a./b.xml", "a /b.xml", "...", ".. /evil.xml", ". ./x", "a/ /b",
        "a\nb.xml", "a\rb.xml", "a\tb.xml", "a\u0001b.xml", "a\u007Fb.xml", "a\u001b[2Jb.xml", "a\0b.xml",
        "a*b.xml", "a?b.xml", "a<b.xml", "a>b.xml", "a|b.xml", "a\"b.xml",
        "a\u202Efdp.xml", "a\u200Bb.xml", "a\uFEFFb.xml", "a\u2028b.xml", "a\uFFFEb.xml",
        "a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q/r.xml", "",
    ];

    public static TheoryData<string> HarmlessNames =>
    [
        "06123001234-jpntce.xml", "A53_52300001234/JPOXMLDOC01-jpbibl.xml", "A53_52300001234\\JPOXMLDOC01-jpbibl.xml", "甲第１号証.gif", "表ソ能予.xml", "ﾊﾝｶｸ.xml", "①㈱髙.xml", "～－∥.xml",
        ".hidden.xml", "console.xml", "com10.xml", "a..b.xml", "..a.xml", "a b.xml", "./a.xml", "a//b.xml", "nulls/auxiliary.xml", "xCON.xml",
    ];

    [Theory]
    [MemberData(nameof(HostileNames))]
    public void Names_that_could_do_harm(string name)
    {
        foreach (bool utf8 in new[] { true, false })
        {
            byte[] bytes = utf8 ? Encoding.UTF8.GetBytes(name) : ZipForge.Cp932.GetBytes(name);
            if (!utf8 && ZipForge.Cp932.GetString(bytes) != name)
            {
                continue;
            }

            byte[] zip = ZipForge.Zip(new ForgedEntry("good.xml", Some), new ForgedEntry(bytes, Some) { Flags = utf8 ? 0x0800 : 0 });
            var error = Assert.Throws<JpoUnsafeArchiveException>(() => Paper.Read(zip));
            Assert.DoesNotContain(error.Message, char.IsControl);
        }
    }

    [Theory]
    [MemberData(nameof(HarmlessNames))]
    public void Names_that_do_none(string name)
    {
        SafeArchive archive = Open(ZipForge.Zip(new ForgedEntry(name, Some)));
        ArchiveEntry entry = Assert.Single(archive.Entries);
        Assert.Equal(name.Replace('\\', '/').Replace("./a", "a").Replace("//", "/"), entry.Path);
        Assert.Equal(Some, archive.Read(entry));
        Assert.Equal(name.Replace('\\', '/').Replace("./a", "a").Replace("//", "/"), Assert.Single(Open(ZipForge.Zip(new ForgedEntry(Encoding.UTF8.GetBytes(name), Some) { Flags = 0x0800 })).Entries).Path);
    }

    [Theory]
    [InlineData("a.xml", "a.xml")]
    [InlineData("a.xml", "A.XML")]
    [InlineData("a.xml", "ａ.xml")]
    [InlineData("a.xml", "./a.xml")]
    [InlineData("a/b.xml", "a\\b.xml")]
    [InlineData("a", "a/b.xml")]
    [InlineData("A", "a/b.xml")]
    [InlineData("か\u3099.xml", "が.xml")]
    public void Names_that_are_one_to_some_system(string first, string second)
    {
        ForgedEntry Entry(string name) => new(Encoding.UTF8.GetBytes(name), Some) { Flags = 0x0800 };
        Assert.Throws<JpoUnsafeArchiveException>(() => Open(ZipForge.Zip(Entry(first), Entry(second))));
        Assert.Throws<JpoUnsafeArchiveException>(() => Open(ZipForge.Zip(Entry(second), Entry(first))));
    }

    [Theory]
    [InlineData(0xA1FF_0000u)] // a link
    [InlineData(0x21FF_0000u)] // a device
    [InlineData(0x11FF_0000u)] // a pipe
    [InlineData(0xC1FF_0000u)] // a socket
    [InlineData(0x0000_0400u)] // a reparse point
    public void What_is_no_file(uint attributes) =>
        Assert.Throws<JpoUnsafeArchiveException>(() => Open(ZipForge.Zip(new ForgedEntry("a.xml", Some) { Attributes = attributes })));

    [Fact]
    public void Folders_are_passed_over_and_links_by_folder_names_too()
    {
        SafeArchive archive = Open(ZipForge.Zip(new ForgedEntry("a/", []) { Attributes = 0x41ED_0010, IsStored = true }, new ForgedEntry("a/b.xml", Some)));
        Assert.Equal(["a/b.xml"], archive.Entries.Select(entry => entry.Path));
        Assert.Throws<JpoUnsafeArchiveException>(() => Open(ZipForge.Zip(new ForgedEntry("../a/", []) { IsStored = true })));
    }

    [Fact]
    public void A_bomb()
    {
        byte[] zeros = new byte[40 * 1024 * 1024];
        Assert.Throws<JpoUnsafeArchiveException>(() => Open(ZipForge.Zip(new ForgedEntry("a.xml", zeros) { Checksum = 0 })));
        ForgedEntry[] many = Enumerable.Range(0, 20).Select(i => new ForgedEntry(i + ".xml", new byte[2 * 1024 * 1024]) { Checksum = 0 }).ToArray();
        Assert.Throws<JpoUnsafeArchiveException>(() => Open(ZipForge.Zip(many)));
    }

    [Fact]
    public void Sizes_that_lie()
    {
        // More comes than the headers say: the reader stops at the first byte too many, whatever is behind it.
        Assert.Throws<JpoUnsafeArchiveException>(() => Open(ZipForge.Zip(new ForgedEntry("a.xml", new byte[30_000_000]) { Unpacked = 10, Checksum = 0 })));
        Assert.Throws<JpoInvalidAnswerException>(() => Open(ZipForge.Zip(new ForgedEntry("a.xml", Some) { Unpacked = 1000 })));
        Assert.Throws<JpoUnsafeArchiveException>(() => Open(ZipForge.Zip(new ForgedEntry("a.xml", Some) { Unpacked = 0xFFFF_FFF0 })));
        Assert.Throws<JpoInvalidAnswerException>(() => Open(ZipForge.Zip(new ForgedEntry("a.xml", Some) { IsStored = true, Unpacked = 5 })));
    }

    [Fact]
    public void Entries_that_share_their_data()
    {
        byte[] packed = ZipForge.Deflate(Some);
        Assert.Throws<JpoUnsafeArchiveException>(() => Open(ZipForge.Zip(new ForgedEntry("a.xml", Some), new ForgedEntry("b.xml", Some) { Offset = 0 })));
        Assert.Throws<JpoUnsafeArchiveException>(() => Open(ZipForge.Zip(new ForgedEntry("a.xml", Some), new ForgedEntry("b.xml", Some) { Offset = (uint)packed.Length - 2 })));
    }

    [Fact]
    public void Headers_that_contradict_each_other() =>
        Assert.Throws<JpoUnsafeArchiveException>(() => Open(ZipForge.Zip(new ForgedEntry("good.xml", Some) { LocalName = Encoding.ASCII.GetBytes("evil.exe") })));

    [Fact]
    public void Too_many_entries()
    {
        ForgedEntry[] many = Enumerable.Range(0, ArchiveLimits.MaxEntries + 1).Select(i => new ForgedEntry(i + "", []) { IsStored = true }).ToArray();
        Assert.Throws<JpoUnsafeArchiveException>(() => Open(ZipForge.Zip(many)));
        Assert.Throws<JpoInvalidAnswerException>(() => Open(ZipForge.Zip([new ForgedEntry("a.xml", Some)], [], count: 500)));
    }

    [Fact]
    public void Damaged_ones_are_not_called_hostile()
    {
        byte[] zip = ZipForge.Zip(new ForgedEntry("a.xml", Some));
        Assert.Throws<JpoInvalidAnswerException>(() => Open([]));
        Assert.Throws<JpoInvalidAnswerException>(() => Open(Some));
        Assert.Throws<JpoInvalidAnswerException>(() => Open(zip[..^5]));
        Assert.Throws<JpoInvalidAnswerException>(() => Open(zip[5..]));
        Assert.Throws<JpoInvalidAnswerException>(() => Open(ZipForge.Zip(new ForgedEntry("a.xml", Some) { Checksum = 1 })));
        Assert.Throws<JpoInvalidAnswerException>(() => Open(ZipForge.Zip(new ForgedEntry("a.xml", Some) { Method = 12 })));
        Assert.Throws<JpoInvalidAnswerException>(() => Open(ZipForge.Zip(new ForgedEntry("a.xml", Some) { Flags = 1 })));
        Assert.Throws<JpoInvalidAnswerException>(() => Open(ZipForge.Zip(new ForgedEntry("a.xml", Some) { Packed = [0xFF, 0xFF, 0xFF, 0xFF] })));
    }

    [Fact]
    public void Comments_and_empty_ones_are_fine()
    {
        Assert.Single(Open(ZipForge.Zip([new ForgedEntry("a.xml", Some)], Encoding.ASCII.GetBytes("PK\u0005\u0006 a comment"), null)).Entries);
        Assert.Empty(Open(ZipForge.Zip()).Entries);
    }

    [Fact]
    public void How_many_files_there_are_is_cheap_to_ask()
    {
        byte[] zip = ZipForge.Zip(new ForgedEntry("a.xml", Some));
        Assert.Equal(1, SafeArchive.CountFiles(new MemoryContent(zip)));
        Assert.Null(SafeArchive.CountFiles(new MemoryContent(zip[..^1])));
        Assert.Equal(1, SafeArchive.CountFiles(new MemoryContent(ZipForge.Zip(new ForgedEntry("../x", Some)))));
        Assert.Equal(0, SafeArchive.CountFiles(new MemoryContent(ZipForge.Zip())));
        Assert.Equal(1, SafeArchive.CountFiles(new MemoryContent(ZipForge.Zip(new ForgedEntry("A53_52400900476/", []), new ForgedEntry("A53_52400900476/a.xml", Some)))));
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\"><!ENTITY g \"&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;\">]><x><p>前&g;後</p></x>")]
    [InlineData("<!DOCTYPE x [<!ENTITY g SYSTEM \"file:///etc/passwd\">]><x><p>前&g;後</p></x>")]
    [InlineData("<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\" [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/p\"> %p;]><x><p>前&g;後</p></x>")]
    public void Entities_grow_to_nothing_and_fetch_nothing(string xml)
    {
        JpoDocument document = Paper.One("06123001234-jpntce.xml", "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>" + xml);
        Assert.Equal("前&g;後", document.Text);
        Assert.DoesNotContain("root:", document.ToHtml(), StringComparison.Ordinal);
    }

    /// <summary>A head that makes the reader look for provisions and periods.</summary>
    private const string Refusal = "<FONT SIZE=6>拒絶理由通知書</FONT>\n";

    public static IEnumerable<object[]> Heavy()
    {
        yield return ["nested", string.Concat(Enumerable.Repeat("<a>", 200_000)) + "x"];
        yield return ["nested and closed", string.Concat(Enumerable.Repeat("<b>", 20_000)) + "x" + string.Concat(Enumerable.Repeat("</b>", 20_000))];
        yield return ["brackets", new string('<', 600_000)];
        yield return ["questions", string.Concat(Enumerable.Repeat("<?", 100_000))];
        yield return ["comments", string.Concat(Enumerable.Repeat("<!--", 190_000))];
        yield return ["declarations", string.Concat(Enumerable.Repeat("<!x>", 190_000))];
        yield return ["declarations with brackets", string.Concat(Enumerable.Repeat("<![>", 190_000))];
        yield return ["sections", string.Concat(Enumerable.Repeat("<![CDATA[", 100_000))];
        yield return ["scripts", string.Concat(Enumerable.Repeat("<script>", 100_000))];
        yield return ["attributes", "<a " + string.Concat(Enumerable.Range(0, 100_000).Select(i => "a" + i + "=1 ")) + ">x</a>"];
        yield return ["quotes", string.Concat(Enumerable.Repeat("<a b=\"", 120_000))];
        yield return ["cells", "<table>" + string.Concat(Enumerable.Repeat("<td>", 120_000))];
        yield return ["entities", string.Concat(Enumerable.Repeat("&", 600_000))];
        yield return ["breaks", string.Concat(Enumerable.Repeat("<br/>", 600_000))];
        yield return ["tables in tables", string.Concat(Enumerable.Repeat("<table><tr><td>x", 100))];
        yield return ["tables in tables, and rows", string.Concat(Enumerable.Repeat("<table><row><entry>x", 100))];
        yield return ["codes", string.Concat(Enumerable.Repeat("<document-code>A</document-code>", 100_000))];
        yield return ["articles", "<article-group>" + string.Concat(Enumerable.Range(0, 100_000).Select(i => "<article>第" + i + "条</article>")) + "</article-group>"];
        yield return ["lines", "適用条文" + string.Concat(Enumerable.Repeat("\nx", 300_000))];
        yield return ["blanks", "意匠登録出願人" + new string('　', 600_000)];
        yield return ["columns and lines", "<table><tr><td>" + string.Concat(Enumerable.Repeat("<br>", 100_000)) + "</td>" + string.Concat(Enumerable.Repeat("<td>x</td>", 60_000)) + "</tr></table>"];
        yield return ["periods", string.Concat(Enumerable.Repeat("発送の日から1111", 60_000))];
        yield return ["provisions", Refusal + string.Concat(Enumerable.Repeat("第1条第1項", 30_000)) + "に該当する"];
        yield return ["lines of a refusal", Refusal + string.Concat(Enumerable.Repeat("\n理由x", 60_000))];
        yield return ["blanks of a refusal", Refusal + "\n" + new string(' ', 190_000) + "\n-----"];
        yield return ["rules", Refusal + string.Concat(Enumerable.Repeat("\n-----\n 1/2", 20_000))];
        yield return ["deadlines", Refusal + string.Concat(Enumerable.Repeat("この通知書の発送の日から60日以内", 10_000))];
        yield return ["ends", string.Concat(Enumerable.Repeat("</a>", 600_000))];
    }

    [Theory]
    [MemberData(nameof(Heavy))]
    public void Markup_that_weighs_more_than_it_shows(string what, string markup)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        foreach (string name in new[] { "06123001234-jpntce.xml", "06523001234P.HTM" })
        {
            foreach (string text in new[] { markup, "<?xml version=\"1.0\"?><x>" + markup + "</x>", "<pre>" + markup })
            {
                Paper.One(name, text, DocumentKind.Mailed).ToHtml();
            }
        }

        // Six documents were made of it. Work out of proportion makes nodes and copies out of proportion: a character costs 5 to 700 bytes each time, however long the text is.
        long each = (GC.GetAllocatedBytesForCurrentThread() - before) / 6 / markup.Length;
        Assert.True(each < 1000, what + ": " + each + " bytes a character");
    }

    private static SafeArchive Open(byte[] zip) => SafeArchive.Open(new MemoryContent(zip), default);
}
