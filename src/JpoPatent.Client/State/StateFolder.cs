using System;
using System.IO;
using System.Text;
using JpoPatent.Text;
#if NET8_0_OR_GREATER
using static JpoPatent.Words.Sentence;
#endif

namespace JpoPatent.State;

/// <summary>
/// Where the state of one ID lies: quota book, pacing windows and cache, readable by the user alone. The folder's name
/// is a hash of the ID and of the host that it is used at, so that neither stands on the disk and the sandbox's cases
/// never mix with real ones.
/// </summary>
internal sealed class StateFolder
{
    internal const string QuotaFile = "quota.v1.book";

    // Slots of the first version were dated by one machine's clocks; they are no longer read.
    internal const string PacingFile = "pacing.v2.book";

    private const string Product = "JpoPatent";

    private static readonly string Stranger = Guid.NewGuid().ToString("N");

    private readonly string _root;

    private StateFolder(string root, string name)
    {
        _root = root;
        Path = System.IO.Path.Combine(root, name);
    }

    internal string Path { get; }

    internal string QuotaBook => System.IO.Path.Combine(Path, QuotaFile);

    internal string Flights => System.IO.Path.Combine(Path, "flights.v1.board");

    internal string Cache => System.IO.Path.Combine(Path, "cache");

    /// <summary>The folder that is used unless the user names another: in the user's local application data.</summary>
    internal static string Default => DefaultPlace.Path;

    /// <summary>
    /// Whether <see cref="Default"/> lies in the temporary folder, because the user has no home: a container, or a
    /// service account without a profile.
    /// </summary>
    internal static bool IsDefaultTemporary => DefaultPlace.IsTemporary;

    /// <summary>
    /// A folder of the user's own in the temporary folder; another one where somebody else has made one of that name.
    /// </summary>
    internal static string Temporary
    {
        get
        {
            string own = System.IO.Path.Combine(System.IO.Path.GetTempPath(), Product + "-" + UserMark);
            return !Directory.Exists(own) || IsOwn(own) ? own : own + "-" + Stranger;
        }
    }

    private static (string Path, bool IsTemporary) DefaultPlace =>
        Locate(Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify));

    /// <summary>The default folder below a user's local application data, where those can be had.</summary>
    internal static (string Path, bool IsTemporary) Locate(string local)
    {
        string folder = System.IO.Path.Combine(local, Product);
        return local.Length > 0 && (Directory.Exists(folder) || CanBeMade(local)) ? (folder, false) : (Temporary, true);
    }

    /// <exception cref="ArgumentException">The root is no path.</exception>
    /// <exception cref="NotSupportedException">The root is no path.</exception>
    internal static StateFolder At(string root, string userName, Uri baseUri) =>
        new(System.IO.Path.GetFullPath(root), NameFor(userName, baseUri));

    /// <summary>
    /// Makes the folder where it is not there yet, and finds out whether it can be written and locked.
    /// </summary>
    /// <returns>False the first time that this process finds that the system's locks do nothing in it.</returns>
    /// <exception cref="IOException">The folder cannot be made or written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be made or written.</exception>
    internal bool Prepare()
    {
        // One by one: of a path with several missing folders only the last gets the mode that is asked for.
        CreateFolder(_root);
        CreateFolder(Path);
        CreateFolder(Cache);

        // A folder that exists can still be read-only: better to learn that now than at the first booking.
        string probe = System.IO.Path.Combine(Path, Guid.NewGuid().ToString("N") + ".new");
        CreateFile(probe).Dispose();
        File.Delete(probe);
        CreatedLock.ForgetOld(Path);
        return FileLock.WorksAt(QuotaBook + RecordFile.LockExtension, out bool isNew) || !isNew;
    }

    /// <summary>
    /// Where changes go while this folder cannot be written: a folder of the same name in the user's temporary folder.
    /// </summary>
    /// <param name="file">The file's name.</param>
    internal string SpareOf(string file) => SpareOf(Path, file);

    /// <summary>The same for a store that is no folder.</summary>
    /// <param name="store">What tells the store, and the ID in it, from others.</param>
    /// <param name="file">The file's name.</param>
    internal static string SpareOf(string store, string file) =>
        System.IO.Path.Combine(Temporary, "spare", HashOf(store), file);

    internal static string HashOf(string text) => Hex(Sha256.Hash(Encoding.UTF8.GetBytes(text)));

    /// <summary>Makes the folder of a spare, for the user alone.</summary>
    /// <returns>False where that cannot be, or where it is somebody else's.</returns>
    internal static bool TryPrepareSpare(string file)
    {
        try
        {
            string folder = System.IO.Path.GetDirectoryName(file)!;
            string spares = System.IO.Path.GetDirectoryName(folder)!;
            string own = System.IO.Path.GetDirectoryName(spares)!;
            CreateFolder(own);
            if (!IsOwn(own))
            {
                return false;
            }

            CreateFolder(spares);
            foreach (string old in Directory.GetDirectories(spares))
            {
                // Nothing in a spare is of use on the next day.
                if (Directory.GetLastWriteTimeUtc(old) < DateTime.UtcNow.AddDays(-3))
                {
                    Directory.Delete(old, recursive: true);
                }
            }

            CreateFolder(folder);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    internal static string NameFor(string userName, Uri baseUri) =>
        HashOf(userName + "\n" + baseUri.GetLeftPart(UriPartial.Authority));

    /// <summary>
    /// Makes a folder for the user alone, if it is not there. Of several processes that make it at once, none fails.
    /// </summary>
    internal static void CreateFolder(string path)
    {
        try
        {
#if NET8_0_OR_GREATER
            if (!OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(
                    path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
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

    /// <summary>
    /// No file of ours is a link: a process that follows one writes into a file of somebody else. Not asked on .NET
    /// Framework, where only administrators make them.
    /// </summary>
    /// <exception cref="IOException">It is a link.</exception>
    internal static void RefuseLink(string path)
    {
#if NET8_0_OR_GREATER
        if (new FileInfo(path).LinkTarget != null)
        {
            throw new IOException(Format(Client.Messages.StateLink, path));
        }
#endif
    }

    internal static FileStream CreateFile(string path, FileShare share = FileShare.None) =>
        OpenFile(path, FileMode.CreateNew, share);

    /// <summary>
    /// Opens a file, for this process alone if nothing else is said; if it has to be made,
    /// it is made readable by the user alone.
    /// </summary>
    internal static FileStream OpenFile(string path, FileMode mode, FileShare share = FileShare.None)
    {
        RefuseLink(path);
#if NET8_0_OR_GREATER
        var options = new FileStreamOptions
        {
            Mode = mode,
            Access = FileAccess.ReadWrite,
            Share = share,
            BufferSize = 1,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
#else
        return new FileStream(path, mode, FileAccess.ReadWrite, share, bufferSize: 1);
#endif
    }

    private static string Hex(byte[] hash) =>
        BitConverter.ToString(hash, 0, 8).Replace("-", string.Empty).ToLowerInvariant();

    /// <summary>
    /// The temporary folder can be everybody's: each user has a folder of an own name there. A user without a name,
    /// as in containers, has a number.
    /// </summary>
    private static string UserMark
    {
        get
        {
            string name = Environment.UserName;
            const string Status = "/proc/self/status";
            if (name.Length == 0 && File.Exists(Status))
            {
                foreach (string line in File.ReadAllLines(Status))
                {
                    if (line.StartsWith("Uid:", StringComparison.Ordinal))
                    {
                        name = line.Split('\t')[1];
                    }
                }
            }

            foreach (char c in System.IO.Path.GetInvalidFileNameChars())
            {
                name = name.Replace(c, '_');
            }

            return name.Length == 0 ? "user" : name;
        }
    }

    /// <summary>
    /// Whether the folder, or the nearest one above it that exists, can be written: tried,
    /// because rights say little in containers.
    /// </summary>
    private static bool CanBeMade(string folder)
    {
        try
        {
            string? there = folder;
            while (there != null && !Directory.Exists(there))
            {
                there = System.IO.Path.GetDirectoryName(there);
            }

            // The root of the disk is not a home, also where a process without a home may write to it.
            if (there == null || System.IO.Path.GetDirectoryName(there) == null)
            {
                return false;
            }

            string probe = System.IO.Path.Combine(there, Guid.NewGuid().ToString("N") + ".new");
            CreateFile(probe).Dispose();
            File.Delete(probe);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>
    /// Whether a folder in the temporary folder is ours: no link to elsewhere, and not open to others.
    /// </summary>
    private static bool IsOwn(string folder)
    {
#if NET8_0_OR_GREATER
        if (new DirectoryInfo(folder).LinkTarget != null)
        {
            return false;
        }

        return OperatingSystem.IsWindows()
            || (File.GetUnixFileMode(folder) & (UnixFileMode.GroupWrite | UnixFileMode.OtherWrite
                | UnixFileMode.GroupRead | UnixFileMode.OtherRead)) == 0;
#else
        return (File.GetAttributes(folder) & FileAttributes.ReparsePoint) == 0;
#endif
    }
}
