using System;
using System.Text;
using System.Text.RegularExpressions;

namespace JpoPatent;

/// <summary>Bytes to text. What JPO calls Shift_JIS is Windows code page 932, with the characters that NEC and IBM added.</summary>
internal static class JapaneseEncoding
{
    private const int CodePage932 = 932;
    private const int HeadLength = 1024;

    private static readonly Regex Declared = new("(?:encoding|charset)\\s*=\\s*[\"']?\\s*([A-Za-z0-9_\\-]+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
    private static readonly Encoding StrictUtf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Windows code page 932; what is none of its characters becomes U+FFFD.</summary>
    internal static Encoding ShiftJis { get; } = Of(CodePage932);

    /// <summary>Reads a document in the encoding that it declares; without a declaration in UTF-8 if it can be that, else in code page 932.</summary>
    internal static string Decode(byte[] bytes)
    {
        if (StartsWith(bytes, 0xEF, 0xBB, 0xBF))
        {
            return Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3);
        }

        if (StartsWith(bytes, 0xFF, 0xFE))
        {
            return Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2);
        }

        if (StartsWith(bytes, 0xFE, 0xFF))
        {
            return Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2);
        }

        Match declared = Declared.Match(Encoding.ASCII.GetString(bytes, 0, Math.Min(bytes.Length, HeadLength)));
        if (!declared.Success)
        {
            try
            {
                return StrictUtf8.GetString(bytes);
            }
            catch (DecoderFallbackException)
            {
                return ShiftJis.GetString(bytes);
            }
        }

        Encoding encoding = declared.Groups[1].Value.ToLowerInvariant() switch
        {
            "utf-8" or "utf8" => Encoding.UTF8,
            "euc-jp" or "eucjp" or "x-euc-jp" => Of(51932),
            "iso-2022-jp" => Of(50220),
            _ => ShiftJis,
        };
        return encoding.GetString(bytes);
    }

    private static Encoding Of(int codePage)
    {
        var unknown = new DecoderReplacementFallback("\uFFFD");
#if NET
        // Asked of the provider itself: registering it would change the encodings of the whole process.
        return CodePagesEncodingProvider.Instance.GetEncoding(codePage, EncoderFallback.ReplacementFallback, unknown)!;
#else
        return Encoding.GetEncoding(codePage, EncoderFallback.ReplacementFallback, unknown);
#endif
    }

    private static bool StartsWith(byte[] bytes, params byte[] mark)
    {
        for (int i = 0; i < mark.Length; i++)
        {
            if (i >= bytes.Length || bytes[i] != mark[i])
            {
                return false;
            }
        }

        return true;
    }
}
