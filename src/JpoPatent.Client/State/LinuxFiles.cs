#if NET8_0_OR_GREATER
using System;
using System.IO;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace JpoPatent.State;

/// <summary>
/// What Linux does with files and .NET does not offer: to tell which file stands under a name without opening it, and
/// to lock a file that is open already. The lock is the one that .NET takes for <see cref="FileShare.None"/>, so both
/// kinds of holders exclude each other.
/// </summary>
internal static class LinuxFiles
{
    private const string Library = "libc";

    // linux/fcntl.h, linux/stat.h and sys/file.h; the same on every processor.
    private const int WorkingFolder = -100;
    private const int NoFollow = 0x100;
    private const int EmptyPath = 0x1000;
    private const uint Asked = 0x300;
    private const int LockExclusive = 2;
    private const int LockNow = 4;
    private const int LockNone = 8;
    private const int AnswerLength = 256;
    private const int MaskAt = 0;
    private const int NodeAt = 32;
    private const int LengthAt = 40;
    private const int DeviceAt = 136;

    private static readonly byte[] NoName = [0];

    /// <summary>
    /// Whether files below a folder may stay open between changes. Not on a share: there, an open file does not show
    /// what other machines wrote.
    /// </summary>
    internal static bool CanKeep(string folder)
    {
        try
        {
            return OperatingSystem.IsLinux()
                && new DriveInfo(folder).DriveType is DriveType.Fixed or DriveType.Ram
                && TryLook(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Which file stands under a name; a link is itself, and not what it leads to.</summary>
    /// <param name="name">The path as <see cref="NameOf"/> gives it.</param>
    /// <param name="file">The file.</param>
    /// <param name="length">Its length in bytes.</param>
    /// <returns>False where none stands there, or where the system does not say.</returns>
    internal static bool TryLook(byte[] name, out FileIdentity file, out long length)
    {
        Span<byte> answer = stackalloc byte[AnswerLength];
        return Read(
            Look(WorkingFolder, ref name[0], NoFollow, Asked, ref MemoryMarshal.GetReference(answer)),
            answer,
            out file,
            out length);
    }

    /// <summary>Which file is open.</summary>
    internal static bool TryLook(SafeFileHandle open, out FileIdentity file, out long length)
    {
        Span<byte> answer = stackalloc byte[AnswerLength];
        return Read(
            Look(open, ref NoName[0], EmptyPath, Asked, ref MemoryMarshal.GetReference(answer)),
            answer,
            out file,
            out length);
    }

    /// <summary>A path as the system takes it.</summary>
    internal static byte[] NameOf(string path) => System.Text.Encoding.UTF8.GetBytes(Path.GetFullPath(path) + "\0");

    /// <summary>Locks an open file for this caller alone.</summary>
    /// <returns>False where another holds it.</returns>
    internal static bool TryLock(SafeFileHandle open) => Lock(open, LockExclusive | LockNow) == 0;

    internal static void Unlock(SafeFileHandle open) => _ = Lock(open, LockNone);

    private static bool TryLook(string path)
    {
        try
        {
            return TryLook(NameOf(path), out _, out _);
        }
        catch (Exception error) when (error is DllNotFoundException or EntryPointNotFoundException)
        {
            // A C library of before 2018.
            return false;
        }
    }

    private static bool Read(int failed, ReadOnlySpan<byte> answer, out FileIdentity file, out long length)
    {
        file = default;
        length = 0;
        if (failed != 0 || (MemoryMarshal.Read<uint>(answer.Slice(MaskAt)) & Asked) != Asked)
        {
            return false;
        }

        file = new FileIdentity(
            MemoryMarshal.Read<ulong>(answer.Slice(DeviceAt)), MemoryMarshal.Read<ulong>(answer.Slice(NodeAt)));
        length = MemoryMarshal.Read<long>(answer.Slice(LengthAt));
        return true;
    }

    [DllImport(Library, EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Look(int folder, ref byte name, int flags, uint mask, ref byte answer);

    [DllImport(Library, EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Look(SafeFileHandle folder, ref byte name, int flags, uint mask, ref byte answer);

    [DllImport(Library, EntryPoint = "flock")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Lock(SafeFileHandle open, int operation);
}
#endif
