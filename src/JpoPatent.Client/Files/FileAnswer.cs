using System;
using JpoPatent.Answers;

namespace JpoPatent.Files;

/// <summary>
/// What an API for files answers, carried from the wire to the object that a user gets: the file, or for more than 10
/// MB the address at which it lies for some minutes, until the file is fetched from there. A file came when its address
/// came.
/// </summary>
internal sealed class FileAnswer : JpoAnswer
{
    private FileContent? _content;

    internal FileAnswer(AnswerForm form, string? fileName, FileContent content)
    {
        Form = form;
        FileName = fileName;
        _content = content;
    }

    internal FileAnswer(AnswerForm form, Uri address)
    {
        Form = form;
        Address = address;
    }

    /// <summary>What the file is.</summary>
    internal AnswerForm Form { get; }

    /// <summary>Where the file lies; null where it came itself.</summary>
    internal Uri? Address { get; }

    /// <summary>
    /// The name that the service gave to the file, not fit for a path as it is; null where it gave none.
    /// </summary>
    internal string? FileName { get; private set; }

    /// <summary>The file. It is there once it has come.</summary>
    internal FileContent Content => _content ?? throw new InvalidOperationException("The file was not fetched yet.");

    internal string MediaType => Form == AnswerForm.Pdf ? "application/pdf" : "application/zip";

    /// <summary>Takes what was fetched from the address.</summary>
    internal void Take(FileContent content, string? fileName)
    {
        _content = content;
        FileName = fileName;
    }

    /// <summary>The name without any folder: a name from outside must not choose where a file goes.</summary>
    /// <param name="fallback">The name, without extension, where the service gave none.</param>
    internal string SafeName(string fallback)
    {
        string last = FileName == null
            ? string.Empty
            : FileName.Substring(FileName.LastIndexOfAny(['/', '\\']) + 1).Trim();
        return last is "" or "." or ".." ? fallback + (Form == AnswerForm.Pdf ? ".pdf" : ".zip") : last;
    }
}
