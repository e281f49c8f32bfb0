using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Xunit;

namespace JpoPatent.Tests;

public sealed class RecordFileTests : IDisposable
{
    private static readonly string[] Keys = ["zero", "one", "two", "three"];
    private const int TextLength = 60;

    private readonly TempFolder _folder = new();
    private readonly List<string> _setAside = [];

    private string Book => Path.Combine(_folder.Path, "state", "test.book");

    public RecordFileTests() => StateFolder.CreateFolder(Path.GetDirectoryName(Book)!);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_written_is_read_by_everybody()
    {
        Write(NewFile(), Keys[0], "first");
        Write(NewFile(), Keys[3], "last");

        Assert.Equal(["first", "", "", "last"], Keys.Select(NewFile().Read));
    }

    [Fact]
    public void A_reader_creates_nothing()
    {
        Assert.Equal(string.Empty, NewFile().Read(Keys[2]));
        Assert.Empty(Directory.GetFileSystemEntries(Path.GetDirectoryName(Book)!));
    }

    [Fact]
    public void An_update_that_changes_nothing_writes_nothing()
    {
        RecordFile file = NewFile();
        Write(file, Keys[0], "first");
        File.SetLastWriteTimeUtc(Book, DateTime.UnixEpoch);

        Assert.Equal(5, Result(file.UpdateAsync(Keys[0], static (ref string text, RecordFacts _) => text.Length)));

        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(Book));
    }

    [Fact]
    public void Many_threads_with_files_of_their_own_lose_no_update()
    {
        RecordFile[] files = Enumerable.Range(0, 4).Select(_ => NewFile()).ToArray();

        Parallel.For(0, 4 * 250, i => files[i % 4].UpdateAsync(Keys[1], static (ref string text, RecordFacts _) => text = text.Length == 0 ? "1" : (int.Parse(text) + 1).ToString()).AsTask().Wait());

        Assert.Equal("1000", NewFile().Read(Keys[1]));
        Assert.Empty(_setAside);
    }

    [Fact]
    public void The_file_can_be_read_at_every_instant_and_is_never_torn()
    {
        RecordFile writer = NewFile();
        Write(writer, Keys[0], "0");
        int torn = 0;
        int unreadable = 0;

        Parallel.Invoke(
            () => Parallel.For(0, 500, i => Write(writer, Keys[0], i.ToString())),
            () =>
            {
                RecordFile reader = NewFile();
                for (int i = 0; i < 500; i++)
                {
                    torn += int.TryParse(reader.Read(Keys[0]), out _) ? 0 : 1;
                    try
                    {
                        unreadable += File.ReadAllLines(Book).Length == Keys.Length ? 0 : 1;
                    }
                    catch (IOException)
                    {
                        unreadable++;
                    }
                }
            });

        Assert.Equal(0, torn);
        Assert.Equal(0, unreadable);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    [InlineData(70)]
    public void A_damaged_line_is_set_aside_and_leaves_the_others_as_they_are(int at)
    {
        RecordFile file = NewFile();
        Write(file, Keys[0], "first");
        Write(file, Keys[1], "second");
        byte[] bytes = File.ReadAllBytes(Book);
        bytes[at] ^= 1;
        File.WriteAllBytes(Book, bytes);

        Assert.Equal(string.Empty, file.Read(Keys[0]));
        Assert.Equal("second", file.Read(Keys[1]));
        Write(file, Keys[0], "again");

        Assert.Equal("again", file.Read(Keys[0]));
        Assert.Equal(bytes, File.ReadAllBytes(Assert.Single(_setAside)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("\0\0\0\0\0\0\0\0")]
    public void A_file_of_something_else_is_set_aside_and_begun_anew(string content)
    {
        File.WriteAllText(Book, content);
        RecordFile file = NewFile();

        Write(file, Keys[2], "new");

        Assert.Equal("new", file.Read(Keys[2]));
        Assert.Equal(string.Empty, file.Read(Keys[3]));
        Assert.Equal(content, File.ReadAllText(Assert.Single(_setAside)));
    }

    [Fact]
    public void A_file_that_was_cut_off_is_set_aside_and_begun_anew()
    {
        RecordFile file = NewFile();
        Write(file, Keys[3], "last");
        using (FileStream cut = File.OpenWrite(Book))
        {
            cut.SetLength(cut.Length - 5);
        }

        Write(file, Keys[3], "new");

        Assert.Equal("new", NewFile().Read(Keys[3]));
        Assert.Single(_setAside);
    }

    [Fact]
    public void A_file_that_was_cut_off_keeps_what_can_be_read()
    {
        RecordFile file = NewFile();
        Write(file, Keys[0], "first");
        Write(file, Keys[3], "last");
        using (FileStream cut = File.OpenWrite(Book))
        {
            cut.SetLength(cut.Length - 5);
        }

        Write(file, Keys[2], "new");

        Assert.Equal(["first", "", "new", ""], Keys.Select(NewFile().Read));
        Assert.Single(_setAside);
    }

    [Fact]
    public void A_row_added_in_the_middle_moves_no_other_and_two_versions_share_all_rows()
    {
        string[] more = ["zero", "between", "one", "two", "three"];
        RecordFile older = NewFile();
        for (int i = 0; i < Keys.Length; i++)
        {
            Write(older, Keys[i], "before" + i);
        }

        RecordFile newer = NewFile(more);
        Assert.Equal(["before0", "", "before1", "before2", "before3"], more.Select(newer.Read));
        Write(newer, "between", "added");
        Write(newer, "two", "by the newer");
        Write(older, "three", "by the older");

        Assert.Equal(["before0", "before1", "by the newer", "by the older"], Keys.Select(older.Read));
        Assert.Equal(["before0", "added", "before1", "by the newer", "by the older"], more.Select(newer.Read));
        Assert.Equal(["before0", "before1", "by the newer", "by the older"], Keys.Select(NewFile().Read));
        Assert.Empty(_setAside);
    }

    [Fact]
    public void A_new_book_of_the_newer_version_is_read_by_the_older_one()
    {
        string[] more = ["zero", "between", "one", "two", "three"];
        foreach (string key in more)
        {
            Write(NewFile(more), key, "of " + key);
        }

        RecordFile older = NewFile();
        Write(older, "three", "again");

        Assert.Equal(["of zero", "of one", "of two", "again"], Keys.Select(older.Read));
        Assert.Equal("of between", NewFile(more).Read("between"));
        Assert.Empty(_setAside);
    }

    [Fact]
    public void When_somebody_deletes_the_file_those_who_run_share_the_new_one()
    {
        RecordFile one = NewFile();
        RecordFile other = NewFile();
        Write(one, Keys[0], "1");
        Write(other, Keys[0], "2");
        File.Delete(Book);

        Write(one, Keys[0], "3");
        Assert.Equal("3", Result(other.UpdateAsync(Keys[0], static (ref string text, RecordFacts _) => text)));
        Write(other, Keys[0], "4");

        Assert.Equal("4", one.Read(Keys[0]));
    }

    [Fact]
    public void When_somebody_deletes_the_folder_it_is_made_anew()
    {
        RecordFile file = NewFile();
        Write(file, Keys[0], "1");
        Directory.Delete(Path.GetDirectoryName(Book)!, recursive: true);

        Assert.Equal(string.Empty, file.Read(Keys[0]));
        Write(file, Keys[0], "2");

        Assert.Equal("2", NewFile().Read(Keys[0]));
    }

    [Fact]
    public void The_file_is_text_that_a_person_can_read()
    {
        Write(NewFile(), Keys[1], "used=5");

        string[] lines = File.ReadAllText(Book, Encoding.ASCII).Split('\n');

        Assert.StartsWith("one used=5 ", lines[1], StringComparison.Ordinal);
        Assert.Equal(Keys.Length + 1, lines.Length);
    }

    [Fact]
    public async Task A_lock_that_is_held_is_waited_for()
    {
        using var reached = new System.Threading.ManualResetEventSlim();
        IDisposable held = FileLock.Acquire(Book + ".lock");
        Assert.Null(FileLock.TryAcquire(Book + ".lock"));

        Task write = Task.Run(() =>
        {
            reached.Set();
            Write(NewFile(), Keys[0], "waited");
        });
        reached.Wait();
        Assert.False(write.IsCompleted);
        held.Dispose();
        await write;

        Assert.Equal("waited", NewFile().Read(Keys[0]));
    }

    [UnixFact]
    public void Everything_in_the_folder_is_the_users_alone()
    {
        Write(NewFile(), Keys[0], "1");

        AssertPrivate(_folder.Path, Path.GetDirectoryName(Book)!);
    }

    internal static void AssertPrivate(string root, string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const UnixFileMode Others = ~(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(folder) & Others);
        foreach (string entry in Directory.GetFileSystemEntries(root, "*", SearchOption.AllDirectories))
        {
            Assert.True((File.GetUnixFileMode(entry) & Others) == 0, entry + " is open to others");
        }
    }

    private static void Write(RecordFile file, string key, string value) =>
        Result(file.UpdateAsync(key, (ref string text, RecordFacts _) => text = value));

    /// <summary>What a file gives is there when it returns.</summary>
    private static T Result<T>(ValueTask<T> finished)
    {
        Assert.True(finished.IsCompleted);
        return finished.GetAwaiter().GetResult();
    }

    private RecordFile NewFile(string[]? keys = null) => new(Book, keys ?? Keys, TextLength, _setAside.Add);
}
