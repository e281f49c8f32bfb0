using System;
using System.IO;
using System.Security.Cryptography;
using System.Text;

namespace JpoPatent;

/// <summary>
/// Where the state of one ID lies: quota book, pacing windows and cache, readable by the user alone. The folder's name is a hash of the ID and of the host
/// that it is used at, so that neither stands on the disk and the sandbox's cases never mix with real ones.
/// </summary>
internal sealed class StateFolder
{
    private StateFolder(string path) => Path = path;

    internal string Path { get; }

    internal string QuotaBook => System.IO.Path.Combine(Path, "quota.v1.book");

    internal string PacingBook => System.IO.Path.Combine(Path, "pacing.v1.book");

    internal string Flights => System.IO.Path.Combine(Path, "flights.v1.board");

    internal string Cache => System.IO.Path.Combine(Path, "cache");

    /// <summary>The folder that is used unless the user names another: in the user's local application data.</summary>
    internal static string Default
    {
        get
        {
            string local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
            return System.IO.Path.Combine(local.Length == 0 ? System.IO.Path.GetTempPath() : local, "JpoPatent");
        }
    }

    /// <exception cref="IOException">The folder cannot be made or written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be made or written.</exception>
    internal static StateFolder Open(string root, string userName, Uri baseUri)
    {
        var folder = new StateFolder(System.IO.Path.Combine(root, NameFor(userName, baseUri)));

        // One by one: of a path with several missing folders only the last gets the mode that is asked for.
        CreateFolder(root);
        CreateFolder(folder.Path);
        CreateFolder(folder.Cache);

        // A folder that exists can still be read-only: better to learn that now than at the first booking.
        string probe = System.IO.Path.Combine(folder.Path, Guid.NewGuid().ToString("N") + ".new");
        CreateFile(probe).Dispose();
        File.Delete(probe);
        return folder;
    }

    internal static string NameFor(string userName, Uri baseUri)
    {
        using var sha = SHA256.Create();
        byte[] hash = sha.ComputeHash(Encoding.UTF8.GetBytes(userName + "\n" + baseUri.GetLeftPart(UriPartial.Authority)));
        return BitConverter.ToString(hash, 0, 8).Replace("-", string.Empty).ToLowerInvariant();
    }

    /// <summary>Makes a folder for the user alone, if it is not there. Of several processes that make it at once, none fails.</summary>
    internal static void CreateFolder(string path)
    {
        try
        {
#if NET8_0_OR_GREATER
            if (!OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
                return;
            }
#endif
            // On Windows the user's local application data are the user's alone, and what lies below inherits that.
            Directory.CreateDirectory(path);
        }
        catch (IOException) when (Directory.Exists(path))
        {
            // Another process was faster.
        }
    }

    internal static FileStream CreateFile(string path) => OpenFile(path, FileMode.CreateNew);

    /// <summary>Opens a file for this process alone; if it has to be made, it is made readable by the user alone.</summary>
    internal static FileStream OpenFile(string path, FileMode mode)
    {
#if NET8_0_OR_GREATER
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 1 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
#else
        return new FileStream(path, mode, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
#endif
    }
}
