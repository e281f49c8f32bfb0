namespace JpoPatent;

/// <summary>A case of a law that the service does not cover (実用新案). No access was spent.</summary>
public sealed class JpoNotCoveredException : JpoException
{
    /// <summary>Reports a case that cannot be asked for.</summary>
    /// <param name="input">The number as the user wrote it.</param>
    /// <param name="message">Why it cannot be asked for.</param>
    public JpoNotCoveredException(string input, string message)
        : base(message)
    {
        Input = input;
    }

    /// <summary>The number as the user wrote it.</summary>
    public string Input { get; }
}
