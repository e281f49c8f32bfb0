using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace JpoPatent.Tests;

/// <summary>The file that holds the answers of an API, written by several at once, cut off, cleared and spoiled.</summary>
public sealed class SegmentTests
{
    private static readonly ApiDescriptor Api = ApiCatalog.PatentProgress;

    [Fact]
    public void What_one_process_adds_the_others_find()
    {
        using var folder = new TempFolder();
        var one = new FileAnswerCache(folder.Path, TimeProvider.System);
        var other = new FileAnswerCache(folder.Path, TimeProvider.System);
        for (int i = 0; i < 20; i++)
        {
            Write(i % 2 == 0 ? one : other, i, (byte)i);
            Assert.Equal((byte)i, Read(i % 2 == 0 ? other : one, i));
        }

        Assert.All(Enumerable.Range(0, 20), i => Assert.Equal((byte)i, Read(new FileAnswerCache(folder.Path, TimeProvider.System), i)));
    }

    [Fact]
    public void Of_several_who_write_at_once_no_answer_is_lost()
    {
        using var folder = new TempFolder();
        FileAnswerCache[] caches = [.. Enumerable.Range(0, 4).Select(_ => new FileAnswerCache(folder.Path, TimeProvider.System))];
        Parallel.For(0, 400, i =>
        {
            Write(caches[i % 4], i, (byte)i);
            Assert.Equal((byte)i, Read(caches[(i + 1) % 4], i));
        });

        Assert.All(Enumerable.Range(0, 400), i => Assert.Equal((byte)i, Read(caches[0], i)));
    }

    [Fact]
    public void The_later_answer_counts_for_everybody()
    {
        using var folder = new TempFolder();
        var one = new FileAnswerCache(folder.Path, TimeProvider.System);
        var other = new FileAnswerCache(folder.Path, TimeProvider.System);
        Write(one, 1, 1);
        Assert.Equal((byte)1, Read(other, 1));
        Write(one, 1, 2);

        Assert.Equal((byte)2, Read(other, 1));
        Assert.Equal((byte)2, Read(new FileAnswerCache(folder.Path, TimeProvider.System), 1));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(24)]
    [InlineData(100)]
    public void What_a_killed_process_left_half_written_is_no_answer_and_harms_no_other(int bytesLeft)
    {
        using var folder = new TempFolder();
        Write(new FileAnswerCache(folder.Path, TimeProvider.System), 1, 1);
        string file = Segment(folder);
        long whole = new FileInfo(file).Length;
        Write(new FileAnswerCache(folder.Path, TimeProvider.System), 2, 2);
        using (FileStream stream = File.OpenWrite(file))
        {
            stream.SetLength(whole + bytesLeft);
        }

        var cache = new FileAnswerCache(folder.Path, TimeProvider.System);
        Assert.Null(Read(cache, 2));
        Assert.Equal((byte)1, Read(cache, 1));
        Write(new FileAnswerCache(folder.Path, TimeProvider.System), 3, 3);

        Assert.Equal((byte)1, Read(cache, 1));
        Assert.Null(Read(cache, 2));
        Assert.Equal((byte)3, Read(cache, 3));
        Assert.Equal((byte)3, Read(new FileAnswerCache(folder.Path, TimeProvider.System), 3));
    }

    [Fact]
    public void What_another_process_forgets_is_forgotten_and_its_new_answers_are_found()
    {
        using var folder = new TempFolder();
        var one = new FileAnswerCache(folder.Path, TimeProvider.System);
        var other = new FileAnswerCache(folder.Path, TimeProvider.System);
        Write(one, 1, 1);
        Assert.Equal((byte)1, Read(other, 1));

        Assert.Equal(1, one.Clear(Api, null));
        Assert.Null(Read(other, 1));

        // As long as the old file and longer: the list of the old one must not be believed.
        Write(one, 2, 2);
        Write(one, 3, 3);
        Assert.Null(Read(other, 1));
        Assert.Equal((byte)2, Read(other, 2));
        Assert.Equal((byte)3, Read(other, 3));
    }

    [Fact]
    public void Forgetting_the_older_ones_keeps_the_newer_ones_whole()
    {
        using var folder = new TempFolder();
        var time = new FakeTime();
        var cache = new FileAnswerCache(folder.Path, time);
        Write(cache, 1, 1);
        time.Advance(TimeSpan.FromSeconds(1));
        DateTimeOffset between = time.GetUtcNow();
        time.Advance(TimeSpan.FromSeconds(1));
        Write(cache, 2, 2);
        Write(cache, 3, 3);

        Assert.Equal(1, cache.Clear(null, between));

        var other = new FileAnswerCache(folder.Path, TimeProvider.System);
        Assert.All([cache, other], one => Assert.Null(Read(one, 1)));
        Assert.All([cache, other], one => Assert.Equal((byte)2, Read(one, 2)));
        Assert.All([cache, other], one => Assert.Equal((byte)3, Read(one, 3)));
        Write(other, 4, 4);
        Assert.Equal((byte)4, Read(cache, 4));
    }

    [Fact]
    public void A_spoiled_file_gives_what_was_written_or_nothing_and_can_be_written_again()
    {
        using var folder = new TempFolder();
        var first = new FileAnswerCache(folder.Path, TimeProvider.System);
        for (int i = 0; i < 8; i++)
        {
            Write(first, i, (byte)i);
        }

        string file = Segment(folder);
        byte[] good = File.ReadAllBytes(file);
        var random = new Random(8);
        for (int round = 0; round < 300; round++)
        {
            byte[] bad = good[..random.Next(good.Length + 1)];
            for (int flips = random.Next(4); flips > 0 && bad.Length > 0; flips--)
            {
                bad[random.Next(bad.Length)] ^= (byte)(1 << random.Next(8));
            }

            File.WriteAllBytes(file, bad);
            FileAnswerCache cache = round % 2 == 0 ? first : new FileAnswerCache(folder.Path, TimeProvider.System);
            for (int i = 0; i < 8; i++)
            {
                Assert.True(Read(cache, i) is not { } read || read == i);
            }

            Write(cache, 9, 99);
            Assert.Equal((byte)99, Read(cache, 9));
        }
    }

    private static string Segment(TempFolder folder) => Assert.Single(Directory.GetFiles(folder.Path, "*.answers", SearchOption.AllDirectories));

    private static void Write(FileAnswerCache cache, int number, byte content)
    {
        byte[] body = new byte[200];
        Array.Fill(body, content);
        cache.Write(Api, number.ToString(), new CachedAnswer(FakeTime.Noon, null, body));
    }

    private static byte? Read(FileAnswerCache cache, int number)
    {
        if (cache.Read(Api, number.ToString(), FakeTime.Noon) is not { } answer)
        {
            return null;
        }

        Assert.Equal(200, answer.Body.Length);
        return Assert.Single(answer.Body.ToArray().Distinct());
    }
}
