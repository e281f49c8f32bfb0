using System.Text;

namespace JpoPatent.Sandbox.Documents;

/// <summary>Windows code page 932, in which JPO writes its documents.</summary>
internal static class ShiftJis
{
#if NET
    public static Encoding Encoding { get; } = CodePagesEncodingProvider.Instance.GetEncoding(932)!;
#else
    public static Encoding Encoding { get; } = Encoding.GetEncoding(932);
#endif
}
