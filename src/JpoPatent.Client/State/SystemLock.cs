using System;

namespace JpoPatent.State;

/// <summary>
/// A lock of the operating system; beside processes in which such locks do nothing, also the one that those take.
/// </summary>
internal sealed class SystemLock : HeldLock
{
    private readonly IDisposable _handle;
    private readonly CreatedLock? _created;
    private readonly string _path;

    private SystemLock(string path, IDisposable handle, CreatedLock? created)
    {
        _path = path;
        _handle = handle;
        _created = created;
    }

    internal override bool IsCertain => _created?.IsCertain ?? !CreatedLock.IsUsedAt(_path);

    /// <param name="path">The lock file.</param>
    /// <param name="handle">The file, opened for this caller alone.</param>
    /// <returns>The lock; null where another process holds it in the other way.</returns>
    internal static SystemLock? TryComplete(string path, IDisposable handle)
    {
        if (!CreatedLock.IsUsedAt(path))
        {
            return new SystemLock(path, handle, created: null);
        }

        CreatedLock? created = null;
        try
        {
            created = CreatedLock.TryAcquire(path);
            return created == null ? null : new SystemLock(path, handle, created);
        }
        finally
        {
            if (created == null)
            {
                handle.Dispose();
            }
        }
    }

    public override void Dispose()
    {
        _created?.Dispose();
        _handle.Dispose();
    }
}
