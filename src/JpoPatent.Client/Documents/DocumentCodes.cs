using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace JpoPatent;

/// <summary>JPO's codes of kinds of documents, such as <c>A131</c>, as far as a document itself gives them away.</summary>
internal static class DocumentCodes
{
    private static readonly Regex InTag = new("-(a[0-9]{2,6}|c[0-9]{2,6})$", RegexOptions.CultureInvariant);
    private static readonly Regex WithLaw = new("^([A-Z])[1-4]([0-9]{2,})$", RegexOptions.CultureInvariant);

    /// <summary>The code in the name of the element below the root: <c>notice-of-rejection-a131-rn</c>. Null where there is none.</summary>
    internal static string? Find(XElement root)
    {
        if (InTag.Match(root.Part()) is { Success: true } own)
        {
            return own.Groups[1].Value.ToUpperInvariant();
        }

        foreach (XElement child in root.Elements())
        {
            Match match = InTag.Match(child.Part());
            if (match.Success)
            {
                return match.Groups[1].Value.ToUpperInvariant();
            }
        }

        return null;
    }

    /// <summary>The code without the digit of the law that the filing software puts in: <c>A153</c> is <c>A53</c>. What is not sure to be one stays as it is.</summary>
    internal static string Plain(string? code)
    {
        string plain = PeriodText.Plain(code ?? string.Empty).ToUpperInvariant();
        return NameOf(plain) == null && WithLaw.Match(plain) is { Success: true } match && NameOf(match.Groups[1].Value + match.Groups[2].Value) != null
            ? match.Groups[1].Value + match.Groups[2].Value
            : plain;
    }

    /// <summary>The name of a kind, of the few that are certain; null for the others.</summary>
    internal static string? NameOf(string? code) => code switch
    {
        "A53" => "意見書",
        "A59" => "弁明書",
        "A51" or "A521" or "A522" or "A523" => "手続補正書",
        "A63" => "特許願",
        "A621" => "出願審査請求書",
        "A131" => "拒絶理由通知書",
        "A01" => "特許査定",
        "A02" => "拒絶査定",
        _ => null,
    };
}
