using System;
using System.Xml.Linq;

namespace JpoPatent.Layout;

/// <summary>What the words on a page depend on.</summary>
internal sealed class PageContext
{
    private static readonly DateTime Numbered = new(2005, 4, 1);

    private PageContext()
    {
    }

    /// <summary>The law of the case.</summary>
    internal required JpoLaw Law { get; init; }

    /// <summary>Whether an applicant filed the document: then labels stand in brackets.</summary>
    internal required bool IsFiled { get; init; }

    /// <summary>
    /// Whether it has the structure of 2021, whose lists have points where the older one has numbers.
    /// </summary>
    internal required bool IsRenewed { get; init; }

    /// <summary>The code of its kind, without the digit of a law; empty where it has none.</summary>
    internal required string Code { get; init; }

    /// <summary>Whether the code is one of a utility model.</summary>
    internal required bool IsUtilityModel { get; init; }

    /// <summary>The day on which it was drafted.</summary>
    internal required DateTime? Drafted { get; init; }

    /// <summary>
    /// Whether it was drafted before the forms of April 2005. What has no date is taken for newer, as the office does.
    /// </summary>
    internal bool IsBefore2005 => Drafted < Numbered;

    internal static PageContext Of(XElement root, JpoLaw law, bool isFiled)
    {
        string? code = DocumentCodes.Find(root) ?? root.FirstPart("document-code").Line();
        return new PageContext
        {
            Law = law,
            IsFiled = isFiled,
            IsRenewed = root.IsRenewed(),
            Code = DocumentCodes.Plain(code, isFiled),
            IsUtilityModel = isFiled && DocumentCodes.IsUtilityModel(root.FirstPart("document-code").Line()),
            Drafted = root.FirstPart("drafting-date").DayIn(),
        };
    }
}
