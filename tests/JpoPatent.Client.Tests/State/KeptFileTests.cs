using System;
using System.IO;
using System.Threading.Tasks;
using Xunit;

namespace JpoPatent.Tests;

/// <summary>A file that stays open between changes is still the one in the folder, whatever others do there.</summary>
public sealed class KeptFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Book => Path.Combine(_folder.Path, "kept.book");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_is_opened_once_where_a_look_tells_enough()
    {
        var file = new KeptFile(Book);
        StateFile first = file.OpenForWriting();
        first.Dispose();

        using StateFile second = file.OpenForWriting();

        Assert.Equal(LinuxFiles.CanKeep(_folder.Path), ReferenceEquals(first, second));
    }

    [Fact]
    public async Task What_others_write_into_a_new_file_of_the_same_name_is_found()
    {
        RecordFile book = NewBook();
        await AppendAsync(book, "a");
        File.Delete(Book);
        await AppendAsync(NewBook(), "b");

        Assert.Equal("b", book.Read("one"));
        await AppendAsync(book, "c");

        Assert.Equal("bc", NewBook().Read("one"));
    }

    [Fact]
    public async Task A_book_that_was_deleted_is_made_anew()
    {
        RecordFile book = NewBook();
        await AppendAsync(book, "a");
        File.Delete(Book);

        Assert.Equal(string.Empty, book.Read("one"));
        await AppendAsync(book, "b");

        Assert.Equal("b", NewBook().Read("one"));
    }

    [Fact]
    public async Task An_older_copy_that_was_put_back_is_the_book()
    {
        RecordFile book = NewBook();
        await AppendAsync(book, "a");
        string copy = Book + ".copy";
        File.Copy(Book, copy);
        await AppendAsync(book, "b");

        // Copied over it while it is open, which takes a lock of its own, and then moved over it.
        File.Copy(copy, Book, overwrite: true);
        Assert.Equal("a", book.Read("one"));
        await AppendAsync(book, "c");
        File.Move(copy, Book, overwrite: true);
        await AppendAsync(book, "d");

        Assert.Equal("ad", NewBook().Read("one"));
    }

    [Fact]
    public async Task A_link_in_its_place_is_refused_and_not_written_through()
    {
        RecordFile book = NewBook();
        await AppendAsync(book, "a");
        string elsewhere = Path.Combine(_folder.Path, "elsewhere");
        File.Move(Book, elsewhere);
        byte[] before = await File.ReadAllBytesAsync(elsewhere);
        File.CreateSymbolicLink(Book, elsewhere);

        await Assert.ThrowsAsync<IOException>(() => AppendAsync(book, "b"));

        Assert.Equal(before, await File.ReadAllBytesAsync(elsewhere));
    }

    [Fact]
    public void Its_lock_and_the_one_of_a_file_that_is_opened_alone_exclude_each_other()
    {
        var kept = new KeptFile(Book);
        for (int turn = 0; turn < 3; turn++)
        {
            using (FileLock.Acquire(kept, TimeSpan.Zero))
            {
                Assert.Null(FileLock.TryAcquire(Book));
                Assert.Throws<IOException>(() => FileLock.Acquire(new KeptFile(Book), TimeSpan.Zero));
            }

            using (FileLock.TryAcquire(Book) ?? throw new InvalidOperationException("The lock was not let go of."))
            {
                Assert.Throws<IOException>(() => FileLock.Acquire(kept, TimeSpan.Zero));
            }
        }
    }

    [Fact]
    public void Of_a_lock_file_that_is_gone_and_the_one_in_its_place_no_two_are_held()
    {
        var one = new KeptFile(Book);
        var other = new KeptFile(Book);
        FileLock.Acquire(one, TimeSpan.Zero).Dispose();
        File.Delete(Book);

        using (FileLock.Acquire(other, TimeSpan.Zero))
        {
            Assert.Throws<IOException>(() => FileLock.Acquire(one, TimeSpan.Zero));
        }

        FileLock.Acquire(one, TimeSpan.Zero).Dispose();
    }

    [Fact]
    public void Where_the_system_does_not_say_what_the_disk_is_each_change_opens_the_file() =>
        Assert.False(LinuxFiles.CanKeep(Path.Combine(_folder.Path, "missing")));

    private RecordFile NewBook() => new(Book, ["one", "two"], 40, static _ => { });

    private static async Task AppendAsync(RecordFile book, string letter) =>
        await book.UpdateAsync("one", (ref string text, RecordFacts _) => text += letter);
}
