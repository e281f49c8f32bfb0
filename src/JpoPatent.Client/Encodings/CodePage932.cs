using System;
using System.IO;
using System.Text;

namespace JpoPatent.Encodings;

/// <summary>
/// Windows code page 932: what JPO calls Shift_JIS, with the characters that NEC and IBM added. A decoder of our own,
/// because the frameworks read 398 of its codes wrong as soon as they are asked to mark codes that stand for nothing,
/// and because not every runtime that loads the .NET Framework build has Windows' table.
/// </summary>
internal static class CodePage932
{
    /// <summary>Stands where a code is assigned to nothing.</summary>
    internal const char Unknown = '\uFFFD';

    private const int FirstLead = 0x81;
    private const int LastLead = 0xFC;
    private const int FirstTrail = 0x40;
    private const int LastTrail = 0xFC;
    private const int TrailsOfRow = 188;

    private const int FirstUserLead = 0xF0;
    private const int LastUserLead = 0xF9;
    private const char FirstUserCharacter = '\uE000';

    private static readonly Lazy<char[]> Table = new(Load);

    /// <summary>Reads text as Windows does. Codes that are assigned to nothing become U+FFFD and are counted.</summary>
    internal static DecodedText Decode(byte[] bytes)
    {
        char[] table = Table.Value;
        var text = new StringBuilder(bytes.Length);
        int unknown = 0;
        int first = -1;
        int at = 0;
        while (at < bytes.Length)
        {
            byte code = bytes[at];
            if (!IsLead(code))
            {
                text.Append(Single(code));
                at++;
                continue;
            }

            // A byte that cannot come second is read for itself: it may begin a tag.
            int trail = at + 1 < bytes.Length ? TrailOf(bytes[at + 1]) : -1;
            char read = trail < 0 ? Unknown : Double(table, code, trail);
            if (read == Unknown)
            {
                unknown++;
                first = first < 0 ? at : first;
            }

            text.Append(read);
            at += trail < 0 ? 1 : 2;
        }

        return new DecodedText(text.ToString(), unknown, first);
    }

    private static bool IsLead(byte code) => code is (>= FirstLead and <= 0x9F) or (>= 0xE0 and <= LastLead);

    private static int TrailOf(byte code) =>
        code is (< FirstTrail or 0x7F or > LastTrail) ? -1 : code - FirstTrail - (code > 0x7F ? 1 : 0);

    /// <summary>One byte: ASCII, half-width kana, and five codes that Windows keeps for its own use.</summary>
    private static char Single(byte code) => code switch
    {
        <= 0x80 => (char)code,
        0xA0 => '\uF8F0',
        >= 0xFD => (char)('\uF8F1' + (code - 0xFD)),
        _ => (char)('\uFF61' + (code - 0xA1)),
    };

    private static char Double(char[] table, byte lead, int trail) =>
        lead is >= FirstUserLead and <= LastUserLead
            ? (char)(FirstUserCharacter + ((lead - FirstUserLead) * TrailsOfRow) + trail)
            : table[((lead - FirstLead) * TrailsOfRow) + trail];

    /// <summary>The characters of a first byte stand in a line, in the order of their second bytes.</summary>
    private static char[] Load()
    {
        char[] table = new char[(LastLead - FirstLead + 1) * TrailsOfRow];
        table.AsSpan().Fill(Unknown);
        using Stream stream = typeof(CodePage932).Assembly.GetManifestResourceStream(
            "JpoPatent.Client.CodePage932.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            int lead = Convert.ToInt32(line.Substring(0, 2), 16);
            line.CopyTo(3, table, (lead - FirstLead) * TrailsOfRow, line.Length - 3);
        }

        return table;
    }
}
