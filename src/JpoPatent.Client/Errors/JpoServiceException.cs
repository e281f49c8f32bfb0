namespace JpoPatent;

/// <summary>The service was reached and could not answer, also not when asked again.</summary>
public sealed class JpoServiceException : JpoException
{
    internal JpoServiceException(JpoServiceProblem problem, string message)
        : base(message)
    {
        Problem = problem;
    }

    /// <summary>Why there was no answer.</summary>
    public JpoServiceProblem Problem { get; }
}
