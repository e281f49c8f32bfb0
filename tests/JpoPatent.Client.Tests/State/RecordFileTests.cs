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
    private const int Records = 4;
    private const int TextLength = 60;

    private readonly TempFolder _folder = new();
    private readonly List<string> _setAside = [];

    private string Book => Path.Combine(_folder.Path, "state", "test.book");

    public RecordFileTests() => StateFolder.CreateFolder(Path.GetDirectoryName(Book)!);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_written_is_read_by_everybody()
    {
        Write(NewFile(), 0, "first");
        Write(NewFile(), 3, "last");

        Assert.Equal(["first", "", "", "last"], Enumerable.Range(0, Records).Select(NewFile().Read));
    }

    [Fact]
    public void A_reader_creates_nothing()
    {
        Assert.Equal(string.Empty, NewFile().Read(2));
        Assert.Empty(Directory.GetFileSystemEntries(Path.GetDirectoryName(Book)!));
    }

    [Fact]
    public void An_update_that_changes_nothing_writes_nothing()
    {
        RecordFile file = NewFile();
        Write(file, 0, "first");
        File.SetLastWriteTimeUtc(Book, DateTime.UnixEpoch);

        Assert.Equal(5, file.Update(0, 0, static (ref string text, int _) => text.Length));

        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(Book));
    }

    [Fact]
    public void Many_threads_with_files_of_their_own_lose_no_update()
    {
        RecordFile[] files = Enumerable.Range(0, 4).Select(_ => NewFile()).ToArray();

        Parallel.For(0, 4 * 250, i => files[i % 4].Update(1, 0, static (ref string text, int _) => text = text.Length == 0 ? "1" : (int.Parse(text) + 1).ToString()));

        Assert.Equal("1000", NewFile().Read(1));
        Assert.Empty(_setAside);
    }

    [Fact]
    public void The_file_can_be_read_at_every_instant_and_is_never_torn()
    {
        RecordFile writer = NewFile();
        Write(writer, 0, "0");
        int torn = 0;
        int unreadable = 0;

        Parallel.Invoke(
            () => Parallel.For(0, 500, i => Write(writer, 0, i.ToString())),
            () =>
            {
                RecordFile reader = NewFile();
                for (int i = 0; i < 500; i++)
                {
                    torn += int.TryParse(reader.Read(0), out _) ? 0 : 1;
                    try
                    {
                        unreadable += File.ReadAllLines(Book).Length == Records ? 0 : 1;
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
        Write(file, 0, "first");
        Write(file, 1, "second");
        byte[] bytes = File.ReadAllBytes(Book);
        bytes[at] ^= 1;
        File.WriteAllBytes(Book, bytes);

        Assert.Equal(string.Empty, file.Read(0));
        Assert.Equal("second", file.Read(1));
        Write(file, 0, "again");

        Assert.Equal("again", file.Read(0));
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

        Write(file, 2, "new");

        Assert.Equal("new", file.Read(2));
        Assert.Equal(string.Empty, file.Read(3));
        Assert.Equal(content, File.ReadAllText(Assert.Single(_setAside)));
    }

    [Fact]
    public void A_file_that_was_cut_off_is_set_aside_and_begun_anew()
    {
        RecordFile file = NewFile();
        Write(file, 3, "last");
        using (FileStream cut = File.OpenWrite(Book))
        {
            cut.SetLength(cut.Length - 5);
        }

        Write(file, 3, "new");

        Assert.Equal("new", NewFile().Read(3));
        Assert.Single(_setAside);
    }

    [Fact]
    public void When_somebody_deletes_the_file_those_who_run_share_the_new_one()
    {
        RecordFile one = NewFile();
        RecordFile other = NewFile();
        Write(one, 0, "1");
        Write(other, 0, "2");
        File.Delete(Book);

        Write(one, 0, "3");
        Assert.Equal("3", other.Update(0, 0, static (ref string text, int _) => text));
        Write(other, 0, "4");

        Assert.Equal("4", one.Read(0));
    }

    [Fact]
    public void When_somebody_deletes_the_folder_it_is_made_anew()
    {
        RecordFile file = NewFile();
        Write(file, 0, "1");
        Directory.Delete(Path.GetDirectoryName(Book)!, recursive: true);

        Assert.Equal(string.Empty, file.Read(0));
        Write(file, 0, "2");

        Assert.Equal("2", NewFile().Read(0));
    }

    [Fact]
    public void The_file_is_text_that_a_person_can_read()
    {
        Write(NewFile(), 1, "patent/app_progress used=5");

        string[] lines = File.ReadAllText(Book, Encoding.ASCII).Split('\n');

        Assert.StartsWith("patent/app_progress used=5 ", lines[1], StringComparison.Ordinal);
        Assert.Equal(Records + 1, lines.Length);
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
            Write(NewFile(), 0, "waited");
        });
        reached.Wait();
        Assert.False(write.IsCompleted);
        held.Dispose();
        await write;

        Assert.Equal("waited", NewFile().Read(0));
    }

    [UnixFact]
    public void Everything_in_the_folder_is_the_users_alone()
    {
        Write(NewFile(), 0, "1");

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

    private static void Write(RecordFile file, int record, string value) =>
        file.Update(record, value, static (ref string text, string wanted) => text = wanted);

    private RecordFile NewFile() => new(Book, Records, TextLength, _setAside.Add);
}
