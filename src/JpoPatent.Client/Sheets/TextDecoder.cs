using System;
using System.IO;
using System.Text;
using JpoPatent.Encodings;

namespace JpoPatent.Sheets;

/// <summary>
/// Tells the encoding of a text file by looking: its mark, else zeros where UTF-16 has them, else UTF-8 if every byte
/// fits, else the code page that Excel in Japan writes.
/// </summary>
internal static class TextDecoder
{
    private const int ShiftJis = 932;

    private static readonly Encoding StrictUtf8 = new UTF8Encoding(
        encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of a file.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="asked">The encoding that the user named; null to find it.</param>
    /// <param name="name">The name of the encoding that was used.</param>
    internal static string Decode(byte[] bytes, Encoding? asked, out string name)
    {
        if (asked != null)
        {
            name = asked.WebName;
            return asked.CodePage == ShiftJis ? CodePage932.Decode(bytes).Text : Strip(asked.GetString(bytes));
        }

        if (JapaneseEncoding.StartsWith(bytes, 0xEF, 0xBB, 0xBF))
        {
            name = "utf-8";
            return Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3);
        }

        if (JapaneseEncoding.StartsWith(bytes, 0xFF, 0xFE) && !JapaneseEncoding.StartsWith(bytes, 0xFF, 0xFE, 0, 0))
        {
            name = "utf-16";
            return Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2);
        }

        if (JapaneseEncoding.StartsWith(bytes, 0xFE, 0xFF))
        {
            name = "utf-16BE";
            return Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2);
        }

        if (LooksLikeUtf16(bytes) is { } wide)
        {
            name = wide.WebName;
            return wide.GetString(bytes);
        }

        try
        {
            name = "utf-8";
            return StrictUtf8.GetString(bytes);
        }
        catch (ArgumentException)
        {
            name = "shift_jis";
            return CodePage932.Decode(bytes).Text;
        }
    }

    /// <summary>The whole file, also while Excel has it open.</summary>
    internal static byte[] ReadAll(Stream stream)
    {
        if (stream.Length > SheetLimits.MaxBytes)
        {
            throw new JpoSheetException(string.Format(
                System.Globalization.CultureInfo.InvariantCulture,
                Client.SheetMessages.TooLong,
                SheetLimits.MaxBytes / (1024 * 1024)));
        }

        using var all = new MemoryStream((int)stream.Length);
        stream.CopyTo(all);
        return all.ToArray();
    }

    private static Encoding? LooksLikeUtf16(byte[] bytes)
    {
        int even = 0;
        int odd = 0;
        int length = Math.Min(bytes.Length, 4096);
        for (int i = 0; i < length; i++)
        {
            if (bytes[i] == 0)
            {
                even += 1 - (i & 1);
                odd += i & 1;
            }
        }

        // Text has no zeros but in UTF-16, where commas and line ends have one each, all on the same side.
        return even + odd == 0 ? null : odd > even ? Encoding.Unicode : Encoding.BigEndianUnicode;
    }

    private static string Strip(string text) => text.Length > 0 && text[0] == '\uFEFF' ? text.Substring(1) : text;
}
