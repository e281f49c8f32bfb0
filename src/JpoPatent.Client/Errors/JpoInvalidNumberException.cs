namespace JpoPatent;

/// <summary>
/// A text that is not the number that was asked for, or that could be more than one number. No access was spent.
/// </summary>
public sealed class JpoInvalidNumberException : JpoException
{
    /// <summary>Reports a number that cannot be used.</summary>
    /// <param name="input">The text as the user wrote it.</param>
    /// <param name="message">What is wrong with it and what to write instead.</param>
    /// <param name="recommendedAction">What the user can do, where that says more than the message.</param>
    public JpoInvalidNumberException(string input, string message, string? recommendedAction = null)
        : base(message)
    {
        Input = input;
        RecommendedAction = recommendedAction;
    }

    /// <summary>The text as the user wrote it.</summary>
    public string Input { get; }

    /// <summary>
    /// What the user can do, e.g. the command that takes this kind of number; null where the message says it.
    /// </summary>
    public string? RecommendedAction { get; }
}
