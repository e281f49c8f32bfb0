using System;
using System.Globalization;
using System.Text;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Archives;

/// <summary>The two ways in which a bundle can be refused.</summary>
internal static class ArchiveErrors
{
    private const int MaxShown = 80;

    internal static JpoInvalidAnswerException Damaged(string why, string? entry = null, Exception? cause = null) =>
        new(
            entry == null
                ? Format(Client.DocumentMessages.ArchiveDamaged, why)
                : Format(Client.DocumentMessages.ArchiveEntryDamaged, Printable(entry), why),
            cause);

    internal static JpoUnsafeArchiveException Unsafe(string why, string? entry = null) =>
        entry == null
            ? new(Format(Client.DocumentMessages.ArchiveUnsafe, why), null)
            : new(Format(Client.DocumentMessages.ArchiveEntryUnsafe, Printable(entry), why), Printable(entry));

    /// <summary>A name from a hostile bundle must not steer the terminal that shows it.</summary>
    internal static string Printable(string name)
    {
        var shown = new StringBuilder();
        foreach (char c in name)
        {
            if (shown.Length == MaxShown)
            {
                shown.Append('…');
                break;
            }

            shown.Append(
                char.IsControl(c)
                    || char.IsSurrogate(c)
                    || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator
                        or UnicodeCategory.ParagraphSeparator
                    ? '?'
                    : c);
        }

        return shown.ToString();
    }
}
