using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace JpoPatent.Tests;

public sealed class CreatedLockTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private int _inside;
    private int _collisions;

    private string Lock => Path.Combine(_folder.Path, "test.lock");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Of_all_who_try_one_has_it()
    {
        using (CreatedLock held = Take())
        {
            Assert.True(held.IsCertain);
            Assert.Null(CreatedLock.TryAcquire(Lock));
        }

        Take().Dispose();
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task Threads_are_never_two_inside()
    {
        await EnterOftenAsync(turns: 200);

        Assert.Equal(0, _collisions);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [InlineData("a holder that was killed")]
    [InlineData("")]
    public async Task A_dead_holder_is_removed_once_and_nobody_else_is(string holder)
    {
        await File.WriteAllTextAsync(Lock + ".held", holder);

        await EnterOftenAsync(turns: 20);

        Assert.Equal(0, _collisions);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task One_that_died_while_it_removed_a_dead_holder_is_removed_too()
    {
        await File.WriteAllTextAsync(Lock + ".held", "dead");
        await File.WriteAllTextAsync(Lock + ".held.dead", "dead as well");

        await EnterOftenAsync(turns: 5);

        Assert.Equal(0, _collisions);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void The_lock_of_the_system_waits_for_one_that_was_created_once_a_process_takes_it_so()
    {
        FileLock.Acquire(Lock).Dispose();
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        HeldLock before = FileLock.Acquire(Lock);
        Assert.True(before.IsCertain);
        CreatedLock.UseAt(Lock);
        Assert.False(before.IsCertain);
        before.Dispose();

        using (Take())
        {
            Assert.Throws<IOException>(() => FileLock.Acquire(Lock, TimeSpan.Zero));
        }

        using HeldLock after = FileLock.Acquire(Lock);
        Assert.True(after.IsCertain);
        Assert.Null(CreatedLock.TryAcquire(Lock));
    }

    [Fact]
    public void A_mark_that_nobody_renews_is_forgotten()
    {
        CreatedLock.UseAt(Lock);
        CreatedLock.ForgetOld(_folder.Path);
        Assert.Single(Directory.GetFiles(_folder.Path));

        File.SetLastWriteTimeUtc(Directory.GetFiles(_folder.Path).Single(), DateTime.UtcNow.AddDays(-8));
        CreatedLock.ForgetOld(_folder.Path);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    private CreatedLock Take() => CreatedLock.TryAcquire(Lock) ?? throw new InvalidOperationException("Another holds it.");

    private Task EnterOftenAsync(int turns) => Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
    {
        for (int turn = 0; turn < turns;)
        {
            using CreatedLock? held = CreatedLock.TryAcquire(Lock);
            if (held == null)
            {
                Thread.Sleep(1);
                continue;
            }

            turn++;
            _collisions += Interlocked.Increment(ref _inside) > 1 ? 1 : 0;
            Thread.Yield();
            Interlocked.Decrement(ref _inside);
        }
    })));
}
