namespace JpoPatent;

/// <summary>
/// The service answered that it has nothing: no data (107), no such document (108), or a number that it does not cover
/// (111). The answer cost an access and is good until the next midnight in Japan.
/// </summary>
public sealed class JpoEmptyAnswerException : JpoException
{
    internal JpoEmptyAnswerException(string message)
        : base(message)
    {
    }
}
