namespace JpoPatent;

/// <summary>The service would not take a parameter or an address (204, 208, 301, 400).</summary>
public sealed class JpoInvalidParameterException : JpoException
{
    internal JpoInvalidParameterException(string message)
        : base(message)
    {
    }
}
