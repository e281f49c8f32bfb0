using JpoPatent.Answers;

namespace JpoPatent.Files;

/// <summary>A file as the service sent it.</summary>
internal sealed class FileAnswer : JpoAnswer
{
    /// <summary>The name that the service gave to the file, not fit for a path as it is; null where it gave none.</summary>
    internal required string? FileName { get; init; }

    internal required AnswerForm Form { get; init; }

    internal required FileContent Content { get; init; }

    internal string MediaType => Form == AnswerForm.Pdf ? "application/pdf" : "application/zip";

    /// <summary>The name without any folder: a name from outside must not choose where a file goes.</summary>
    /// <param name="fallback">The name, without extension, where the service gave none.</param>
    internal string SafeName(string fallback)
    {
        string last = FileName == null ? string.Empty : FileName.Substring(FileName.LastIndexOfAny(['/', '\\']) + 1).Trim();
        return last is "" or "." or ".." ? fallback + (Form == AnswerForm.Pdf ? ".pdf" : ".zip") : last;
    }
}
