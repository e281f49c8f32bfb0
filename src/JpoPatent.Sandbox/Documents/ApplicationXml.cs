using System.Globalization;
using JpoPatent.Sandbox.World;

namespace JpoPatent.Sandbox.Documents;

/// <summary>The body of an application as filed: description, claims, abstract and one drawing.</summary>
internal static class ApplicationXml
{
    public const string Drawing = "JPOXMLDOC01-appb-D000001.gif";

    public static byte[] Write(PatentCase found)
    {
        string thing = found.Subject.Thing;
        var xml = new XmlText();
        xml.Line("<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>")
            .Line(
                "<!DOCTYPE application-body PUBLIC \"-//JPO//DTD APPLICATION BODY 1.0//EN\" \"application-body.dtd\">")
            .Open("application-body", " lang=\"ja\" country=\"JP\" dtd-version=\"1.0\"")
            .Open("description")
            .Element("invention-title", found.Subject.Title);
        int paragraph = 0;
        Section("technical-field", "　本発明は、" + found.Subject.Title + "に関する。");
        Section("background-art", "　これまでの" + thing + "は、組み立てに手間がかかった。");
        xml.Open("summary-of-invention");
        Section("tech-problem", "　手間のかからない" + thing + "を提供する。");
        Section("tech-solution", "　土台と可動部とを分けた。");
        Section("advantageous-effects", "　組み立ての時間が半分になる。");
        xml.Close("summary-of-invention");
        Section("description-of-embodiments", "　図１のとおり、土台１０は可動部２０を支える。");
        xml.Open("reference-signs-list")
            .Line("<p num=\"" + Next() + "\">１０　土台<br/>２０　可動部</p>")
            .Close("reference-signs-list")
            .Close("description")
            .Open("claims");
        for (int claim = 1; claim <= found.Claims; claim++)
        {
            string number = claim.ToString(CultureInfo.InvariantCulture);
            xml.Open("claim", " num=\"" + number + "\"")
                .Element("claim-text", claim == 1
                    ? "　土台と、前記土台に支えられる可動部とを備える" + thing + "。"
                    : "　前記可動部の" + PatentPublication.Wide(number) + "番目の辺が丸められている、請求項１に記載の" + thing + "。")
                .Close("claim");
        }

        xml.Close("claims")
            .Open("abstract").Paragraph("【課題】手間のかからない" + thing + "を提供する。\n【解決手段】土台と可動部とを分けた。\n【選択図】図１")
            .Close("abstract")
            .Open("drawings")
            .Line("<figure num=\"1\"><img id=\"000001\" he=\"10\" wi=\"10\" file=\"" + Drawing
                + "\" img-format=\"gif\" img-content=\"drawing\"/></figure>")
            .Close("drawings")
            .Close("application-body");
        return xml.ToShiftJis();

        void Section(string name, string text) =>
            xml.Open(name).Line("<p num=\"" + Next() + "\">" + System.Security.SecurityElement.Escape(text) + "</p>")
                .Close(name);

        string Next() => (++paragraph).ToString("D4", CultureInfo.InvariantCulture);
    }
}
