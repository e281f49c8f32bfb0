namespace JpoPatent.Sheets;

/// <summary>
/// Text that Excel would run as a formula when it opens a CSV file: an apostrophe in front makes it text. A single
/// sign, the usual mark for "nothing", runs nowhere and is left alone.
/// </summary>
internal static class FormulaGuard
{
    private const char Guard = '\'';

    /// <summary>The text as a CSV file holds it safely.</summary>
    internal static string Protect(string text) => NeedsGuard(text) ? Guard + text : text;

    /// <summary>The text that <see cref="Protect"/> was given.</summary>
    internal static string Unprotect(string text) =>
        text.Length > 0 && text[0] == Guard && NeedsGuard(text.Substring(1)) ? text.Substring(1) : text;

    private static bool NeedsGuard(string text)
    {
        // Text that begins with apostrophes before the sign gets one more, so that taking one off gives it back.
        int start = 0;
        while (start < text.Length && text[start] == Guard)
        {
            start++;
        }

        return start < text.Length
            && text[start] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\uFF1D' or '\uFF0B' or '\uFF0D'
                or '\uFF20'
            && text.Length - start > 1;
    }
}
