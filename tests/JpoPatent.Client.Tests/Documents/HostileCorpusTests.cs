using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Xunit;

namespace JpoPatent.Tests.Documents;

/// <summary>
/// Some hundred bundles, damaged and spiced by a dice with a fixed seed. Each is either read or refused with an error of the client's own, in a time that a person would wait; and no file
/// ever appears outside the folder.
/// </summary>
public sealed class HostileCorpusTests
{
    private static readonly string[] Bits =
    [
        "<", ">", "&", "\"", "'", "</p>", "<p>", "<br/>", "<!DOCTYPE x [<!ENTITY a \"b\">]>", "<![CDATA[", "]]>", "<!--", "-->", "<?x", "?>", "&#0;", "&#xD800;", "&#x110000;", "&#xFFFE;", "&a;", "\0", "\u0008",
        "<table><row><entry>", "<img file=\"../../x\"/>", "<img file=\"\"/>", "xmlns:jp=\"\"", "jp:", "<jp:", "encoding=\"utf-7\"", "encoding=\"UTF-16\"", "encoding=\"x\"", "発送の日から９９９９９９日以内", "令和９９年９９月９９日", "\uD842",
        "<jp:date>99999999</jp:date>", "<script>", "<style>", "<svg/onload=x>",
    ];

    private static readonly string[] Names =
    [
        "../../outside.txt", "..\\..\\outside.txt", "/jpo-hostile-outside.txt", "C:\\outside.txt", "a/../../outside.txt", "NUL", "x:y", "x.", "x ", "\u0001", "甲.xml", "A53_52300000001/x.xml", "06123000001-jpntce.xml", "06423000001P.HTM", "a/b.gif", "",
        "A53_52300000001/..", "A53_52300000001/JPOXMLDOC01-jpbibl.xml", "A53_52300000001/sub/../y.xml", "same.xml", "SAME.xml", "readme", ".", "./.",
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 30)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Twenty_bundles_of_a_seed(int seed)
    {
        var dice = new Random(seed * 7919);
        using var folder = new TempFolder();
        string root = Path.Combine(folder.Path, "above", "target");
        Directory.CreateDirectory(root);
        for (int i = 0; i < 20; i++)
        {
            byte[] zip = Bundle(dice);
            DocumentKind kind = (DocumentKind)dice.Next(3);
            JpoLaw law = dice.Next(2) == 0 ? JpoLaw.Patent : JpoLaw.Design;
            IReadOnlyList<JpoDocument> documents;
            try
            {
                documents = Paper.Read(zip, kind, law);
            }
            catch (JpoException error)
            {
                Assert.DoesNotContain(error.Message, c => char.IsControl(c));
                continue;
            }

            foreach (DocumentFormat format in Enum.GetValues<DocumentFormat>())
            {
                var writer = new DocumentWriter(Path.Combine(root, i.ToString(), format.ToString()), format);
                foreach (JpoDocument document in documents)
                {
                    try
                    {
                        DocumentPlan plan = writer.Plan(document);
                        Assert.All(plan.Paths, path => Assert.StartsWith(root + Path.DirectorySeparatorChar, path));
                        Assert.Equal(plan.Paths, writer.Write(plan));
                        Assert.All(plan.Paths, path => Assert.True(File.Exists(path)));
                    }
                    catch (JpoException)
                    {
                        // Two documents of one number: the second is not written over the first.
                    }
                }
            }
        }

        foreach (string path in Directory.EnumerateFileSystemEntries(folder.Path, "*", SearchOption.AllDirectories))
        {
            Assert.True(path == Path.GetDirectoryName(root) || path == root || path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal), path);
            Assert.DoesNotContain(".tmp", path, StringComparison.Ordinal);
        }

        Assert.False(File.Exists("/jpo-hostile-outside.txt"));
    }

    private static byte[] Bundle(Random dice)
    {
        var entries = new List<ForgedEntry>();
        int count = dice.Next(0, 5);
        for (int i = 0; i <= count; i++)
        {
            bool isSpiced = dice.Next(6) == 0;
            string name = isSpiced ? Names[dice.Next(Names.Length)] : dice.Next(4) switch
            {
                0 => $"061230000{i:D2}-jpntce.xml",
                1 => $"A53_523000000{i:D2}/JPOXMLDOC01-jpbibl.xml",
                2 => $"064230000{i:D2}P.HTM",
                _ => $"A53_523000000{i:D2}/図{i}.gif",
            };
            byte[] content = Content(dice);
            entries.Add(new ForgedEntry(name, content)
            {
                IsStored = dice.Next(3) == 0,
                Flags = dice.Next(40) == 0 ? dice.Next(65536) : 0,
                Attributes = dice.Next(40) == 0 ? (uint)dice.NextInt64(uint.MaxValue) : 0x81A4_0000,
                Checksum = dice.Next(40) == 0 ? 7u : null,
                Unpacked = dice.Next(40) == 0 ? (uint)dice.Next(100) : null,
                Offset = dice.Next(40) == 0 ? (uint)dice.Next(1000) : null,
                LocalName = dice.Next(40) == 0 ? [1, 2, 3] : null,
                Packed = dice.Next(40) == 0 ? [3, 0] : null,
            });
        }

        byte[] zip = ZipForge.Zip(entries, new byte[dice.Next(3)], dice.Next(40) == 0 ? dice.Next(10) : null);
        if (dice.Next(3) == 0)
        {
            for (int hits = dice.Next(1, 8); hits > 0; hits--)
            {
                zip[dice.Next(zip.Length)] = (byte)dice.Next(256);
            }
        }

        return dice.Next(10) == 0 ? zip[..dice.Next(zip.Length)] : zip;
    }

    private static byte[] Content(Random dice)
    {
        string text = dice.Next(4) switch
        {
            0 => Paper.Notice(dice.Next(2) == 0, "本文<br/>続き"),
            1 => Paper.Filed("pat-rspns", "response-a53", "A153", "<jp:opinion-contents-article><p>意見</p></jp:opinion-contents-article>"),
            2 => Paper.Htm("拒絶理由通知書", "　起案日　令和５年４月１日\r\n本文"),
            _ => "<a/>",
        };
        for (int spices = dice.Next(6); spices > 0; spices--)
        {
            int at = dice.Next(text.Length + 1);
            text = dice.Next(3) switch
            {
                0 => text.Remove(Math.Min(at, text.Length - 1), Math.Min(dice.Next(1, 40), text.Length - Math.Min(at, text.Length - 1))),
                _ => text.Insert(at, Bits[dice.Next(Bits.Length)]),
            };
            if (text.Length == 0)
            {
                break;
            }
        }

        byte[] bytes = Paper.Jis(text);
        for (int hits = dice.Next(5) == 0 ? dice.Next(20) : 0; hits > 0 && bytes.Length > 0; hits--)
        {
            bytes[dice.Next(bytes.Length)] = (byte)dice.Next(256);
        }

        return bytes;
    }
}
