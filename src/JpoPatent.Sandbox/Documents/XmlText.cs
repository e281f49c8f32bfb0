using System.Security;
using System.Text;

namespace JpoPatent.Sandbox.Documents;

/// <summary>Writes XML a tag a line, lines ended as on Windows, as JPO's documents are.</summary>
internal sealed class XmlText
{
    private readonly StringBuilder _text = new(4096);

    public XmlText Line(string markup)
    {
        _text.Append(markup).Append("\r\n");
        return this;
    }

    /// <summary>An element with a text in it, which is escaped.</summary>
    public XmlText Element(string name, string value) => Line("<" + name + ">" + Escape(value) + "</" + name + ">");

    public XmlText Open(string name, string attributes = "") => Line("<" + name + attributes + ">");

    public XmlText Close(string name) => Line("</" + name + ">");

    /// <summary>A paragraph of JPO's kind: line ends become <c>br</c> elements.</summary>
    public XmlText Paragraph(string text) => Line("<p num=\"\">" + Escape(text).Replace("\n", "<br/>") + "</p>");

    public override string ToString() => _text.ToString();

    public byte[] ToShiftJis() => ShiftJis.Encoding.GetBytes(_text.ToString());

    public byte[] ToUtf8() => Encoding.UTF8.GetBytes(_text.ToString());

    private static string Escape(string text) => SecurityElement.Escape(text);
}
