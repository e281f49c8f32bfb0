using System;
using System.Text;
using System.Text.RegularExpressions;

namespace JpoPatent.Encodings;

/// <summary>Bytes of a document to text.</summary>
internal static class JapaneseEncoding
{
    private const int HeadLength = 1024;

    private static readonly Regex Declared = new(
        "(?:encoding|charset)\\s*=\\s*[\"']?\\s*([A-Za-z0-9_\\-]+)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
    private static readonly Encoding StrictUtf8 = new UTF8Encoding(
        encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// Reads a document in the encoding that it declares; without a declaration in UTF-8 if it
    /// can be that, else in code page 932.
    /// </summary>
    internal static DecodedText Decode(byte[] bytes)
    {
        if (StartsWith(bytes, 0xEF, 0xBB, 0xBF))
        {
            return DecodedText.Of(Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3));
        }

        if (StartsWith(bytes, 0xFF, 0xFE))
        {
            return DecodedText.Of(Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2));
        }

        if (StartsWith(bytes, 0xFE, 0xFF))
        {
            return DecodedText.Of(Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2));
        }

        Match declared = Declared.Match(Encoding.ASCII.GetString(bytes, 0, Math.Min(bytes.Length, HeadLength)));
        if (!declared.Success)
        {
            try
            {
                return new DecodedText(StrictUtf8.GetString(bytes), 0, -1);
            }
            catch (DecoderFallbackException)
            {
                return CodePage932.Decode(bytes);
            }
        }

        return declared.Groups[1].Value.ToLowerInvariant() switch
        {
            "utf-8" or "utf8" => DecodedText.Of(Encoding.UTF8.GetString(bytes)),
            "euc-jp" or "eucjp" or "x-euc-jp" => DecodedText.Of(Of(51932).GetString(bytes)),
            "iso-2022-jp" => DecodedText.Of(Of(50220).GetString(bytes)),
            _ => CodePage932.Decode(bytes),
        };
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

    /// <summary>Whether bytes begin with a mark, such as that of an encoding.</summary>
    internal static bool StartsWith(byte[] bytes, params byte[] mark)
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
