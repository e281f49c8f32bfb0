using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Threading;

namespace JpoPatent.Words;

/// <summary>
/// The words of one resource file, in Japanese where the reader's language is Japanese, in English for everybody else.
/// A word that one language lacks, such as an example number, is the same in both.
/// </summary>
internal sealed class WordBook
{
    private static readonly AsyncLocal<CultureInfo?> Asked = new();

    private readonly ResourceManager _english;
    private readonly ResourceManager _japanese;
    private readonly bool _hasJapanese;

    /// <summary>Opens nothing yet: the words are read when the first of them is needed.</summary>
    /// <param name="name">The file's name in the assembly, without language and ending.</param>
    /// <param name="assembly">The assembly that holds it.</param>
    internal WordBook(string name, Assembly assembly)
    {
        _english = new ResourceManager(name, assembly);
        _japanese = new ResourceManager(name + ".ja", assembly);
        _hasJapanese = assembly.GetManifestResourceInfo(name + ".ja.resources") != null;
    }

    /// <summary>
    /// The language of the reader for whom work runs, null for the thread's own. Set where the work begins, it goes
    /// with the work to every thread. The thread's culture does not do so in Windows PowerShell, whose process has the
    /// habits of .NET Framework 4.0 and gives each thread of the pool the culture of the machine.
    /// </summary>
    internal static CultureInfo? Reader
    {
        get => Asked.Value;
        set => Asked.Value = value;
    }

    /// <summary>Whether the reader's language is Japanese.</summary>
    internal static bool IsJapanese => (Asked.Value ?? CultureInfo.CurrentUICulture).TwoLetterISOLanguageName == "ja";

    /// <summary>The words of a key.</summary>
    internal string this[string key] => InJapanese(key) ?? _english.GetString(key, CultureInfo.InvariantCulture)!;

    /// <summary>The Japanese words of a key, in any language of the reader; null where Japanese has none.</summary>
    internal string? Japanese(string key) =>
        _hasJapanese ? _japanese.GetString(key, CultureInfo.InvariantCulture) : null;

    /// <summary>The words of a key where the reader's language is Japanese and has it; else null.</summary>
    internal string? InJapanese(string key) => IsJapanese ? Japanese(key) : null;
}
