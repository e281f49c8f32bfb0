namespace JpoPatent.Session;

/// <summary>What an import has to tell, if anything.</summary>
public sealed class ImportNotes
{
    internal ImportNotes(string? warning, string? detail)
    {
        Warning = warning;
        Detail = detail;
    }

    /// <summary>What the user must know; null for nothing.</summary>
    public string? Warning { get; }

    /// <summary>What explains the import to those who ask with -Verbose; null for nothing.</summary>
    public string? Detail { get; }
}
