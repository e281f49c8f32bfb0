using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Threading;
using Xunit;

namespace JpoPatent.Tests.Documents;

/// <summary>Saving: names, formats, and what happens to files that are there already.</summary>
public sealed class DocumentWriterTests : IDisposable
{
    private const string Base = "2019-765432_2023-04-07_拒絶理由通知書_06123001234";

    private readonly TempFolder _temp = new();

    private string Folder => Path.Combine(_temp.Path, "新しい", "out");

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void A_document_alone_in_every_format()
    {
        byte[] xml = Paper.Jis(Paper.Notice(true, "𠮷"));
        byte[] zip = ZipForge.Honest(("06123001234-jpntce.xml", xml));
        JpoDocument notice = Paper.Read(zip).Single();
        Assert.Equal(xml, Save(notice, DocumentFormat.Original, Base + ".xml"));
        byte[] text = Save(notice, DocumentFormat.Text, Base + ".txt");
        Assert.Equal([0xEF, 0xBB, 0xBF], text[..3]);
        Assert.Equal(notice.Text.Replace("\n", Environment.NewLine) + Environment.NewLine, Encoding.UTF8.GetString(text[3..]));
        Assert.Equal(notice.ToHtml(), Encoding.UTF8.GetString(Save(notice, DocumentFormat.Html, Base + ".html")));
        Assert.Equal(zip, Save(notice, DocumentFormat.Zip, "2019-765432_docContSpecimen_2019765432.zip"));
        Assert.Equal(4, Directory.GetFiles(Folder, "*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public void A_document_with_pictures_gets_a_folder_of_its_own()
    {
        JpoDocument opinion = Paper.One(
            "A53_52300001234/JPOXMLDOC01-jpbibl.xml",
            Paper.Filed("pat-rspns", "response-a53", "A153", ""),
            DocumentKind.Application,
            beside: [("A53_52300001234/甲第１号証.gif", Paper.Gif), ("A53_52300001234/sub/x.tif", [1])]);
        var writer = new DocumentWriter(Folder, DocumentFormat.Original);
        DocumentPlan plan = writer.Plan(opinion);
        Assert.False(Directory.Exists(Folder));
        string name = "2019-765432_2023-06-05_意見書_52300001234";
        Assert.Equal(new[] { name + "/" + name + ".xml", name + "/甲第１号証.gif", name + "/sub/x.tif" }.Select(path => Path.Combine([Folder, .. path.Split('/')])), plan.Paths);
        Assert.Equal(plan.Paths[0], plan.Target);
        writer.Write(plan);
        Assert.Equal(Paper.Gif, File.ReadAllBytes(plan.Paths[1]));
        Assert.Equal(3, Directory.GetFiles(Folder, "*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public void The_legal_date_comes_first()
    {
        JpoDocument notice = Paper.Notice("本文");
        notice.LegalDate = new DateTime(2023, 4, 11);
        Assert.EndsWith("2019-765432_2023-04-11_拒絶理由通知書_06123001234.txt", new DocumentWriter(Folder, DocumentFormat.Text).Plan(notice).Target, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_exists_is_left_alone()
    {
        JpoDocument notice = Paper.Notice("本文");
        var writer = new DocumentWriter(Folder, DocumentFormat.Text);
        string path = Assert.Single(writer.Write(writer.Plan(notice)));
        File.WriteAllText(path, "mine");
        var error = Assert.Throws<JpoFileException>(() => writer.Write(writer.Plan(notice)));
        Assert.True(error.IsConflict);
        Assert.Equal(path, error.Path);
        Assert.Equal("mine", File.ReadAllText(path));
        var force = new DocumentWriter(Folder, DocumentFormat.Text, force: true);
        force.Write(force.Plan(notice));
        Assert.NotEqual("mine", File.ReadAllText(path));
        Assert.Single(Directory.GetFiles(Folder));
    }

    [Fact]
    public void One_of_several_files_that_exists_keeps_all_from_being_written()
    {
        JpoDocument opinion = Paper.One("A53_52300001234/x.xml", "<x/>", DocumentKind.Application, beside: [("A53_52300001234/a.gif", Paper.Gif), ("A53_52300001234/b.gif", Paper.Gif)]);
        var writer = new DocumentWriter(Folder, DocumentFormat.Original);
        DocumentPlan plan = writer.Plan(opinion);
        Directory.CreateDirectory(Path.GetDirectoryName(plan.Paths[2])!);
        File.WriteAllText(plan.Paths[2], "mine");
        Assert.Throws<JpoFileException>(() => writer.Write(plan));
        Assert.Equal([plan.Paths[2]], Directory.GetFiles(Folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_bundle_is_saved_once()
    {
        IReadOnlyList<JpoDocument> documents = Paper.Read(ZipForge.Honest(("06123000001-jpntce.xml", Paper.Jis(Paper.Notice(true, "一"))), ("06123000002-jpntce.xml", Paper.Jis(Paper.Notice(true, "二")))));
        var writer = new DocumentWriter(Folder, DocumentFormat.Zip);
        DocumentPlan declined = writer.Plan(documents[0]);
        DocumentPlan first = writer.Plan(documents[0]);
        Assert.Single(writer.Write(first));
        DocumentPlan second = writer.Plan(documents[1]);
        Assert.Empty(second.Paths);
        Assert.Equal((declined.Target, first.Target), (first.Target, second.Target));
        Assert.Empty(writer.Write(second));
        using ZipArchive zip = ZipFile.OpenRead(first.Target);
        Assert.Equal(2, zip.Entries.Count);
    }

    [Fact]
    public void A_cancelled_write_leaves_nothing()
    {
        JpoDocument opinion = Paper.One("A53_52300001234/x.xml", "<x/>", DocumentKind.Application, beside: ("A53_52300001234/a.gif", Paper.Gif));
        var writer = new DocumentWriter(Folder, DocumentFormat.Original);
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => writer.Write(writer.Plan(opinion), stop.Token));
        Assert.Empty(Directory.GetFiles(Folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_an_error_of_the_family()
    {
        File.WriteAllText(Path.Combine(_temp.Path, "file"), "x");
        var writer = new DocumentWriter(Path.Combine(_temp.Path, "file", "below"), DocumentFormat.Text);
        Assert.False(Assert.Throws<JpoFileException>(() => writer.Write(writer.Plan(Paper.Notice("本文")))).IsConflict);
    }

    [Theory]
    [InlineData("../../evil")]
    [InlineData("a/b\\c:d*e?f\"g<h>i|j")]
    [InlineData("CON")]
    [InlineData("名\u0001\u202E前...")]
    [InlineData("   ")]
    public void Names_from_documents_become_names_of_files(string name)
    {
        JpoDocument notice = Paper.One("06123001234-jpntce.xml", Paper.Notice(true, "本文"));
        notice.DocumentName = name;
        string path = new DocumentWriter(Folder, DocumentFormat.Text).Plan(notice).Target;
        Assert.Equal(Folder, Path.GetDirectoryName(path));
        string file = Path.GetFileName(path);
        Assert.StartsWith("2019-765432_2023-04-07", file, StringComparison.Ordinal);
        Assert.EndsWith("_06123001234.txt", file, StringComparison.Ordinal);
        Assert.DoesNotContain(file, c => c < ' ' || "<>:\"/\\|?*\u202E".Contains(c));
    }

    [Fact]
    public void Long_names_are_cut_where_it_does_not_hurt()
    {
        JpoDocument notice = Paper.One("06123001234-jpntce.xml", Paper.Notice(true, "本文"), beside: (new string('図', 150) + ".gif", Paper.Gif));
        notice.DocumentName = new string('名', 300);
        foreach (int max in new[] { int.MaxValue, 255, 200 })
        {
            foreach (DocumentFormat format in Enum.GetValues<DocumentFormat>())
            {
                DocumentPlan plan = new DocumentWriter(Folder, format, false, max).Plan(notice);
                Assert.All(plan.Paths, path =>
                {
                    Assert.All(path.Split(Path.DirectorySeparatorChar), part => Assert.True(Encoding.UTF8.GetByteCount(part) <= 255, part));
                    Assert.True(max != 255 || path.Length <= 259, path);
                });
                Assert.Contains("2019-765432", Path.GetFileName(plan.Target), StringComparison.Ordinal);
                if (format != DocumentFormat.Zip)
                {
                    Assert.Contains("_2023-04-07_名", plan.Target, StringComparison.Ordinal);
                    Assert.Contains("_06123001234.", plan.Target, StringComparison.Ordinal);
                }

                var writer = new DocumentWriter(Path.Combine(Folder, max.ToString()), format, false, max);
                Assert.All(writer.Write(writer.Plan(notice)), path => Assert.True(File.Exists(path)));
            }
        }
    }

    [Fact]
    public void Documents_without_a_number_keep_apart()
    {
        IReadOnlyList<JpoDocument> documents = Paper.Read(ZipForge.Honest(("a/notice.xml", Paper.Jis(Paper.Notice(true, "一"))), ("b/notice.xml", Paper.Jis(Paper.Notice(true, "二")))));
        var writer = new DocumentWriter(Folder, DocumentFormat.Text);
        string[] names = documents.Select(document => Path.GetFileName(writer.Write(writer.Plan(document)).Single())).ToArray();
        Assert.Equal(["2019-765432_2023-04-07_拒絶理由通知書_notice.txt", "2019-765432_2023-04-07_拒絶理由通知書_notice-2.txt"], names);
    }

    private byte[] Save(JpoDocument document, DocumentFormat format, string expected)
    {
        var writer = new DocumentWriter(Folder, format);
        string path = Assert.Single(writer.Write(writer.Plan(document)));
        Assert.Equal(Path.Combine(Folder, expected), path);
        return File.ReadAllBytes(path);
    }
}
