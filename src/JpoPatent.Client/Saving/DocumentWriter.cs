using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading;
using JpoPatent.Archives;
using JpoPatent.Documents;
using JpoPatent.Files;
using JpoPatent.Numbers;
using JpoPatent.Saving;

namespace JpoPatent;

/// <summary>
/// Saves documents into a folder with descriptive, sortable names:
/// <c>2020-123456_2024-02-27_拒絶理由通知書_06124084096.xml</c>. First it plans, which writes nothing; then it
/// writes what was planned, each file whole or not at all. Not thread-safe.
/// </summary>
public sealed class DocumentWriter
{
    /// <summary>What Windows takes without further ado.</summary>
    private const int WindowsPath = 255;

    private readonly HashSet<FileContent> _zips = [];
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly int _maxPath;
    private SavedDocuments? _saved;

    /// <summary>Makes a writer. Nothing is written yet.</summary>
    /// <param name="folder">The folder; made when the first file is written.</param>
    /// <param name="format">How documents are saved.</param>
    /// <param name="force">Whether files that exist are replaced.</param>
    /// <param name="skipExisting">Whether documents that are there already are left alone, without an error.</param>
    /// <exception cref="ArgumentException">The folder is no path, or both are asked for,
    /// replacing and skipping.</exception>
    public DocumentWriter(string folder, DocumentFormat format, bool force = false, bool skipExisting = false)
        : this(folder, format, force, RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? WindowsPath : int.MaxValue)
    {
        SkipExisting = !(force && skipExisting)
            ? skipExisting
            : throw new ArgumentException(Client.DocumentMessages.ForceOrSkip);
    }

    internal DocumentWriter(string folder, DocumentFormat format, bool force, int maxPath)
    {
        Folder = Path.GetFullPath(folder);
        Format = format;
        Force = force;
        _maxPath = maxPath;
    }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>How documents are saved.</summary>
    public DocumentFormat Format { get; }

    /// <summary>Whether files that exist are replaced.</summary>
    public bool Force { get; }

    /// <summary>Whether documents that are there already are left alone, without an error.</summary>
    public bool SkipExisting { get; }

    /// <summary>Which files saving a document would write.</summary>
    /// <param name="document">The document.</param>
    /// <returns>The plan, good for this writer.</returns>
    public DocumentPlan Plan(JpoDocument document)
    {
        DocumentPlan plan = PlanAll(document);
        if (!SkipExisting || plan.Files.Count == 0)
        {
            return plan;
        }

        // A bundle grows: one of another size is another bundle.
        return Format == DocumentFormat.Zip
            ? (new FileInfo(plan.Target) is { Exists: true } zip && zip.Length == document.Bundle.Length
                ? Skipped(plan, [plan.Target])
                : plan)
            : WithoutExisting(plan, document.DocumentNumber);
    }

    private DocumentPlan PlanAll(JpoDocument document)
    {
        switch (Format)
        {
            case DocumentFormat.Text:
                return Single(Name(document, ".txt", Folder), (stream, _) => WriteText(stream, document.Text));
            case DocumentFormat.Html:
                return Single(Name(document, ".html", Folder), (stream, stop) =>
                {
                    using var writer = new StreamWriter(
                        stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 16 * 1024, leaveOpen: true);
                    HtmlLayout.Write(document, writer, stop);
                });
            case DocumentFormat.Zip:
                string zip = Below(
                    Folder,
                    SafeFileName.Join(
                        [Number(document.ApplicationNumber), Stem(document.BundleName, ".zip")], ".zip", Room(Folder)));
                return _zips.Contains(document.Bundle)
                    ? new DocumentPlan(zip, [])
                    : new DocumentPlan(
                        zip, [new PlannedFile(zip, (stream, stop) => Copy(document.Bundle.OpenRead(), stream, stop))])
                    {
                        Bundle = document.Bundle,
                    };
            default:
                return Original(document);
        }
    }

    /// <summary>Which file saving a file of the OPD would write: a PDF as it is.</summary>
    /// <param name="file">The file.</param>
    /// <returns>The plan, good for this writer.</returns>
    /// <exception cref="JpoInvalidParameterException">The format is text or HTML, and the file is a PDF,
    /// of which neither can be made.</exception>
    public DocumentPlan Plan(OpdDocumentFile file)
    {
        if (Format is DocumentFormat.Text or DocumentFormat.Html)
        {
            throw new JpoInvalidParameterException(string.Format(
                CultureInfo.CurrentCulture, Client.DocumentMessages.PdfHasNoText, file.DocumentId, Format));
        }

        string extension = file.MediaType == "application/pdf" ? ".pdf" : ".zip";
        DocumentPlan plan = Single(
            Below(Folder, SafeFileName.Join([file.ApplicationNumber, file.DocumentId], extension, Room(Folder))),
            (stream, stop) => Copy(file.OpenRead(), stream, stop));
        return SkipExisting ? WithoutExisting(plan, number: null) : plan;
    }

    /// <summary>Writes what was planned: every file beside its place first, and then all of them into it.</summary>
    /// <param name="plan">A plan of this writer.</param>
    /// <param name="cancellationToken">Stops the writing; nothing is left behind then.</param>
    /// <returns>The files that were written, with their folders.</returns>
    /// <exception cref="JpoFileException">A file exists and <see cref="Force"/> is off,
    /// or the folder cannot be written.</exception>
    /// <exception cref="JpoInvalidAnswerException">The bundle is damaged.</exception>
    /// <exception cref="ObjectDisposedException">The bundle was disposed of.</exception>
    public IReadOnlyList<string> Write(DocumentPlan plan, CancellationToken cancellationToken = default)
    {
        foreach (PlannedFile file in plan.Files)
        {
            if (!Force && File.Exists(file.Path))
            {
                throw Exists(file.Path);
            }
        }

        var temporary = new List<string>(plan.Files.Count);
        string current = plan.Target;
        try
        {
            foreach (PlannedFile file in plan.Files)
            {
                current = file.Path;
                string folder = Path.GetDirectoryName(file.Path)!;
                Directory.CreateDirectory(folder);
                string fresh = Path.Combine(folder, "~" + Guid.NewGuid().ToString("N").Substring(0, 12) + ".tmp");
                temporary.Add(fresh);
                using var stream = new FileStream(fresh, FileMode.CreateNew, FileAccess.Write, FileShare.None);
                file.Write(stream, cancellationToken);
            }

            for (int i = 0; i < plan.Files.Count; i++)
            {
                current = plan.Files[i].Path;
                Move(temporary[i], current);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException
            or ArgumentException)
        {
            throw new JpoFileException(
                string.Format(
                    CultureInfo.CurrentCulture, Client.DocumentMessages.FileNotWritten, current, error.Message),
                current,
                isConflict: false,
                error);
        }
        finally
        {
            foreach (string left in temporary)
            {
                TryDelete(left);
            }
        }

        if (plan.Bundle != null)
        {
            _zips.Add(plan.Bundle);
        }

        return plan.Paths;
    }

    /// <summary>
    /// What is left of a plan when the files that are there are taken out. A document is there too under the name
    /// that it had when its day or its name was not known yet, or was known already.
    /// </summary>
    private DocumentPlan WithoutExisting(DocumentPlan plan, string? number)
    {
        var missing = new List<PlannedFile>();
        var existing = new List<string>();
        foreach (PlannedFile file in plan.Files)
        {
            if (File.Exists(file.Path))
            {
                existing.Add(file.Path);
            }
            else
            {
                missing.Add(file);
            }
        }

        if (existing.Count == 0
            && number != null
            && (_saved ??= new SavedDocuments(Folder)).Find(plan.Target) is { } twin)
        {
            return Skipped(
                plan, Directory.Exists(twin) ? Directory.GetFiles(twin, "*", SearchOption.AllDirectories) : [twin]);
        }

        return new DocumentPlan(plan.Target, missing) { ExistingPaths = existing.AsReadOnly() };
    }

    private static DocumentPlan Skipped(DocumentPlan plan, IReadOnlyList<string> existing) =>
        new(plan.Target, []) { ExistingPaths = existing };

    private DocumentPlan Original(JpoDocument document)
    {
        ArchiveEntry main = document.Files[0];
        if (document.Files.Count + document.Attachments.Count == 1)
        {
            return Single(
                Name(document, main.Extension, Folder),
                (stream, stop) => Copy(document.Archive.OpenRead(main), stream, stop));
        }

        // Its pictures are looked for beside it, and those of other documents have the same names:
        // such a document gets a folder of its own.
        string folder = Name(document, string.Empty, Folder);
        var files = new List<PlannedFile>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        string own = Path.Combine(folder, Path.GetFileName(folder) + main.Extension);
        taken.Add(ArchiveNames.Fold(own));
        files.Add(new PlannedFile(own, (stream, stop) => Copy(document.Archive.OpenRead(main), stream, stop)));
        string beside = main.Folder.Length == 0 ? string.Empty : main.Folder + "/";
        for (int i = 1; i < document.Files.Count; i++)
        {
            string path = document.Files[i].Path;
            Add(
                beside.Length > 0 && path.StartsWith(beside, StringComparison.Ordinal)
                    ? path.Substring(beside.Length)
                    : path,
                document.Files[i]);
        }

        foreach (JpoAttachment attachment in document.Attachments)
        {
            Add(attachment.Name, attachment.Entry);
        }

        return new DocumentPlan(files[0].Path, files);

        void Add(string name, ArchiveEntry entry)
        {
            string path = folder;
            string[] parts = name.Split('/');
            foreach (string part in parts)
            {
                path = Path.Combine(path, SafeFileName.Fit(part, Math.Max(24, Room(path) / 2)));
            }

            for (int count = 2; !taken.Add(ArchiveNames.Fold(path)); count++)
            {
                path = Path.Combine(
                    Path.GetDirectoryName(path)!,
                    Path.GetFileNameWithoutExtension(path) + "-" + count.ToString(CultureInfo.InvariantCulture)
                        + Path.GetExtension(path));
            }

            files.Add(new PlannedFile(
                Below(folder, path.Substring(folder.Length + 1)),
                (stream, stop) => Copy(document.Archive.OpenRead(entry), stream, stop)));
        }
    }

    private static DocumentPlan Single(string path, Action<Stream, CancellationToken> write) =>
        new(path, [new PlannedFile(path, write)]);

    private string Name(JpoDocument document, string extension, string folder)
    {
        string stem = Path.GetFileNameWithoutExtension(document.FileName.Substring(
            document.FileName.LastIndexOf('/') + 1));
        string? day = (document.LegalDate
            ?? document.SubmissionDate
            ?? document.DraftingDate)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        // A folder holds a file of its own name, so that both must find room.
        int room = extension.Length == 0 ? (Room(folder) / 2) - 8 : Room(folder);
        string name = SafeFileName.Join(
            [
                Number(document.ApplicationNumber),
                day,
                document.DocumentName ?? document.DocumentCode,
                document.DocumentNumber ?? stem,
            ],
            extension,
            room);
        string bare = name;
        for (int count = 2; document.DocumentNumber == null && !_names.Add(name); count++)
        {
            name = bare.Substring(0, bare.Length - extension.Length) + "-"
                + count.ToString(CultureInfo.InvariantCulture) + extension;
        }

        return Below(folder, name);
    }

    private int Room(string folder) =>
        _maxPath == int.MaxValue ? int.MaxValue : Math.Max(48, _maxPath - folder.Length - 1);

    /// <summary>The last word on where a file goes: below the folder, whatever its name was made from.</summary>
    private static string Below(string folder, string name)
    {
        string path = Path.GetFullPath(Path.Combine(folder, name));
        string root = folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
        return path.StartsWith(root, StringComparison.Ordinal) && path.Length > root.Length
            ? path
            : throw ArchiveErrors.Unsafe(Client.DocumentMessages.WhyParent, name);
    }

    private static string Number(string number) =>
        CaseNumbers.IsTenDigits(number) ? number.Substring(0, 4) + "-" + number.Substring(4) : number;

    private static string Stem(string name, string extension) =>
        name.EndsWith(extension, StringComparison.OrdinalIgnoreCase)
            ? name.Substring(0, name.Length - extension.Length)
            : name;

    private static void WriteText(Stream stream, string text)
    {
        // With a byte-order mark: Windows PowerShell and old editors take a file without one
        // for the machine's ANSI code page.
        using var writer = new StreamWriter(
            stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 16 * 1024, leaveOpen: true);
        writer.Write(text.Replace("\n", Environment.NewLine));
        writer.Write(Environment.NewLine);
    }

    private static void Copy(Stream from, Stream to, CancellationToken cancellationToken)
    {
        using (from)
        {
            byte[] buffer = new byte[80 * 1024];
            int read;
            while ((read = from.Read(buffer, 0, buffer.Length)) > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                to.Write(buffer, 0, read);
            }
        }
    }

    private void Move(string from, string to)
    {
        if (Force && File.Exists(to))
        {
#if NET8_0_OR_GREATER
            File.Move(from, to, overwrite: true);
#else
            File.Replace(from, to, destinationBackupFileName: null);
#endif
            return;
        }

        try
        {
            File.Move(from, to);
        }
        catch (IOException) when (!Force && File.Exists(to))
        {
            // Somebody else wrote it meanwhile.
            throw Exists(to);
        }
    }

    private static JpoFileException Exists(string path) =>
        new(
            string.Format(CultureInfo.CurrentCulture, Client.DocumentMessages.FileExists, path),
            path,
            isConflict: true);

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException
            or ArgumentException)
        {
            // What kept it from being written keeps it from being deleted too.
        }
    }
}
