using System;
using System.Globalization;
using System.Management.Automation;
using System.Text;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Abstractions;

/// <summary>
/// Takes an encoding as the shell's own commands do, by name, code page or object, and Shift_JIS by all its names, in
/// every version of the shell.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EncodingTransformationAttribute : ArgumentTransformationAttribute
{
    private const int ShiftJis = 932;

    /// <inheritdoc />
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        try
        {
            return value switch
            {
                Encoding known => known,
                int page => OfPage(page),
                string name when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int page) =>
                    OfPage(page),
                string name => OfName(name),
                _ => throw new ArgumentException(value?.ToString()),
            };
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            throw new ArgumentTransformationMetadataException(Format(Messages.NoSuchEncoding, value));
        }
    }

    private static Encoding OfName(string name) => name.ToLowerInvariant() switch
    {
        "utf8" or "utf8bom" or "utf8nobom" => Encoding.UTF8,
        "unicode" or "utf16" => Encoding.Unicode,
        "bigendianunicode" => Encoding.BigEndianUnicode,
        "bigendianutf32" => new UTF32Encoding(bigEndian: true, byteOrderMark: true),
        "utf32" => Encoding.UTF32,
        "shift_jis" or "shift-jis" or "shiftjis" or "sjis" or "cp932" or "ms932" or "windows-31j" => OfPage(ShiftJis),
        "ansi" => OfPage(CultureInfo.CurrentCulture.TextInfo.ANSICodePage),
        "oem" => OfPage(CultureInfo.CurrentCulture.TextInfo.OEMCodePage),
        "default" => Encoding.Default,
        string other => Named(other) ?? throw new ArgumentException(other),
    };

#if NET
    // Asked of the provider itself: registering it would change the encodings of the whole process.
    private static Encoding OfPage(int page) =>
        CodePagesEncodingProvider.Instance.GetEncoding(page) ?? Encoding.GetEncoding(page);

    private static Encoding? Named(string name) =>
        CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
#else
    private static Encoding OfPage(int page) => Encoding.GetEncoding(page);

    private static Encoding? Named(string name) => Encoding.GetEncoding(name);
#endif
}
