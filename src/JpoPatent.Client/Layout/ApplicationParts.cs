using System.Xml.Linq;

namespace JpoPatent.Layout;

/// <summary>The parts of an application: description, claims, abstract, drawings.</summary>
internal sealed class ApplicationParts(XmlPage page)
{
    /// <summary>Lays a part out; false for one that is not of this family.</summary>
    internal bool Lay(XElement element, string part, int indent)
    {
        if (part is "description" or "claims" or "abstract" or "drawings")
        {
            page.Block(PageBlock.Gap());
            page.Field("書類名", PageWords.Label(part)!, indent > 0 ? 2 : 0);
            page.Section(element, 0);
            return true;
        }

        if (part == "invention-title" && page.Context.IsFiled)
        {
            page.Field(page.Context.IsUtilityModel ? "考案の名称" : "発明の名称", element, 0);
            return true;
        }

        if (Heading(element, part) is not { } heading)
        {
            return false;
        }

        page.Heading("【" + heading + "】");
        page.Section(element, 0);
        return true;
    }

    private static string? Heading(XElement element, string part) => part switch
    {
        "claim" => "請求項" + PageText.Count(element, "num"),
        "figure" => "図" + PageText.Count(element, "num"),
        "chemistry" => "化" + PageText.Count(element, "num"),
        "maths" => "数" + PageText.Count(element, "num"),
        "tables" => "表" + PageText.Count(element, "num"),
        "patcit" => "特許文献" + PageText.Count(element, "num"),
        "nplcit" => "非特許文献" + PageText.Count(element, "num"),
        "embodiments-example" => "実施例" + PageText.Count(element, "ex-num"),
        _ => PageWords.Section(part),
    };
}
