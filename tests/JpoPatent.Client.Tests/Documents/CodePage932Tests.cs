using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Xunit;

namespace JpoPatent.Tests.Documents;

/// <summary>Every code of Windows code page 932, against Windows' own mappings and against the rules by which they were made.</summary>
public sealed class CodePage932Tests
{
    /// <summary>The second bytes that there are, in their order.</summary>
    private static readonly byte[] Trails = [.. Enumerable.Range(0x40, 0x3F).Concat(Enumerable.Range(0x80, 0x7D)).Select(code => (byte)code)];

    private static readonly byte[] Leads = [.. Enumerable.Range(0x81, 0x1F).Concat(Enumerable.Range(0xE0, 0x1D)).Select(code => (byte)code)];

    /// <summary>The codes of each first byte that stand for nothing; all others stand for something.</summary>
    private static readonly string[] Unassigned =
    [
        "81 AD-B7 C0-C7 CF-D9 E9-EF F8-FB", "82 40-4E 59-5F 7A-80 9B-9E F2-FC", "83 97-9E B7-BE D7-FC", "84 61-6F 92-9E BF-FC", "85 40-FC", "86 40-FC", "87 5E 76-7D 9D-FC",
        "88 40-9E", "98 73-9E", "EA A5-FC", "EB 40-FC", "EC 40-FC", "EE ED-EE", "EF 40-FC", "FC 4C-FC",
    ];

    /// <summary>Windows' table as the runtime of these tests has it, with its own fallback: only so are all of its mappings used.</summary>
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(932)!;

    [Fact]
    public void Every_code_of_one_byte()
    {
        for (int code = 0; code <= 0xFF; code++)
        {
            if (Leads.Contains((byte)code))
            {
                Assert.Equal(new DecodedText("\uFFFD", 1, 0), CodePage932.Decode([(byte)code]));
            }
            else
            {
                Assert.Equal(new DecodedText(Windows.GetString([(byte)code]), 0, -1), CodePage932.Decode([(byte)code]));
            }
        }
    }

    [Fact]
    public void Every_code_of_two_bytes()
    {
        int assigned = 0;
        foreach ((byte lead, byte trail) in Codes())
        {
            byte[] code = [lead, trail];
            DecodedText read = CodePage932.Decode(code);
            if (IsUnassigned(lead, trail))
            {
                Assert.Equal(($"{lead:X2}{trail:X2}", new DecodedText("\uFFFD", 1, 0)), ($"{lead:X2}{trail:X2}", read));
                continue;
            }

            assigned++;
            Assert.Equal(($"{lead:X2}{trail:X2}", new DecodedText(Windows.GetString(code), 0, -1)), ($"{lead:X2}{trail:X2}", read));
        }

        // 7,724 characters in the rows of JIS, NEC and IBM, 1,880 places for the user's own.
        Assert.Equal(7724 + 1880, assigned);
    }

    [Fact]
    public void What_NEC_and_IBM_added_twice_is_the_same_both_times()
    {
        // NEC's selection of IBM's characters: the kanji first, then ten numerals and four signs.
        string nec = Text(Row(0xED).Concat(Row(0xEE)).Where(code => !IsUnassigned(code[0], code[1])));
        string ibm = Text(Row(0xFA).Concat(Row(0xFB)).Concat(Row(0xFC)).Where(code => !IsUnassigned(code[0], code[1])));
        Assert.Equal(374, nec.Length);
        Assert.Equal("ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ￢￤＇＂㈱№℡∵", ibm[..28]);
        Assert.Equal(nec[..360], ibm[28..]);
        Assert.Equal("ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ￢￤＇＂", nec[360..]);
        Assert.Equal("≒≡∫√⊥∠∵∩∪", Text([[0x87, 0x90], [0x87, 0x91], [0x87, 0x92], [0x87, 0x95], [0x87, 0x96], [0x87, 0x97], [0x87, 0x9A], [0x87, 0x9B], [0x87, 0x9C]]));
        Assert.Equal("髙﨑德濵瀨橫淸", Text([[0xEE, 0xE0], [0xED, 0x95], [0xED, 0x9E], [0xED, 0xEE], [0xED, 0xF1], [0xED, 0xD2], [0xED, 0xE4]]));
    }

    [Theory]
    [InlineData(new byte[] { 0x81 }, "\uFFFD", 1)]
    [InlineData(new byte[] { 0x88, 0x9F, 0xE0 }, "亜\uFFFD", 1)]
    [InlineData(new byte[] { 0x85, (byte)'<', (byte)'p', (byte)'>' }, "\uFFFD<p>", 1)]
    [InlineData(new byte[] { 0x85, 0x9F, 0x81, 0x00, 0x88, 0x9F }, "\uFFFD\uFFFD\0亜", 2)]
    public void What_is_no_code_does_not_swallow_what_follows(byte[] bytes, string text, int unknown)
    {
        DecodedText read = CodePage932.Decode(bytes);
        Assert.Equal((text, unknown), (read.Text, read.Unknown));
    }

    [Fact]
    public void A_document_says_how_much_of_it_could_not_be_read_and_where()
    {
        byte[] bytes = Paper.Jis(Paper.Notice(true, "前＊中＊後"));
        Assert.Null(Paper.Read(ZipForge.Honest(("06123001234-jpntce.xml", bytes))).Single().Problem);
        string[] lines = Encoding.Latin1.GetString(bytes).Split('\n');
        byte[] star = Paper.Jis("＊");
        int line = Array.FindIndex(lines, text => text.Contains(Encoding.Latin1.GetString(star), StringComparison.Ordinal)) + 1;
        for (int at = bytes.AsSpan().IndexOf(star); at >= 0; at = bytes.AsSpan().IndexOf(star))
        {
            (bytes[at], bytes[at + 1]) = (0x85, 0x9F);
        }

        JpoDocument document = Paper.Read(ZipForge.Honest(("06123001234-jpntce.xml", bytes))).Single();
        Assert.Contains("前\uFFFD中\uFFFD後", document.Text, StringComparison.Ordinal);
        Assert.Contains("06123001234-jpntce.xml: 2 codes", document.Problem, StringComparison.Ordinal);
        Assert.Contains($"line {line} (code 85 9F)", document.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void No_code_in_the_name_of_an_attachment_makes_a_bundle_unreadable()
    {
        byte[] notice = Paper.Jis(Paper.Notice(true, "本文"));
        List<byte[]> codes = [.. Codes().Select(code => new[] { code.Lead, code.Trail }), .. Enumerable.Range(0x80, 0x80).Select(code => new[] { (byte)code })];
        foreach (byte[][] some in codes.Chunk(900))
        {
            // Several codes can stand for one character; the counter keeps the names apart.
            IEnumerable<ForgedEntry> attachments = some.Select((code, i) => new ForgedEntry([.. Encoding.ASCII.GetBytes($"{i}-"), .. code, .. ".txt"u8], [1]));
            JpoDocument document = Paper.Read(ZipForge.Zip([new ForgedEntry("06123001234-jpntce.xml", notice), .. attachments])).Single();
            Assert.Equal(some.Length, document.Attachments.Count);
            Assert.All(document.Attachments, attachment => Assert.DoesNotContain('\uFFFD', attachment.Name));
        }
    }

    [Fact]
    public void Names_that_cannot_be_read_do_not_stand_in_each_others_way()
    {
        byte[] notice = Paper.Jis(Paper.Notice(true, "本文"));
        JpoDocument document = Paper.Read(ZipForge.Zip(
            new ForgedEntry("06123001234-jpntce.xml", notice),
            new ForgedEntry([0x85, 0x9F, (byte)'.', (byte)'t'], [1]),
            new ForgedEntry([0x85, 0xA0, (byte)'.', (byte)'t'], [2]),
            new ForgedEntry("_.t", [3]))).Single();
        Assert.Equal(["__2.t", "__3.t", "_.t"], document.Attachments.Select(attachment => attachment.Name));
    }

    private static IEnumerable<(byte Lead, byte Trail)> Codes() => Leads.SelectMany(lead => Trails.Select(trail => (lead, trail)));

    private static IEnumerable<byte[]> Row(byte lead) => Trails.Select(trail => new[] { lead, trail });

    private static string Text(IEnumerable<byte[]> codes) => CodePage932.Decode([.. codes.SelectMany(code => code)]).Text;

    private static bool IsUnassigned(byte lead, byte trail) => Array.Exists(Unassigned, row =>
    {
        string[] parts = row.Split(' ');
        return Convert.ToByte(parts[0], 16) == lead && parts.Skip(1).Any(range =>
        {
            string[] ends = range.Split('-');
            return trail >= Convert.ToByte(ends[0], 16) && trail <= Convert.ToByte(ends[^1], 16);
        });
    });
}
