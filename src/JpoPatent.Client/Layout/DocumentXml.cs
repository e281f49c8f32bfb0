using System.IO;
using System.Xml;
using System.Xml.Linq;
using JpoPatent.Archives;
using JpoPatent.Encodings;

namespace JpoPatent.Layout;

/// <summary>
/// JPO's XML into a tree. Its DTD is not delivered, and no DTD is ever read:
/// neither one named nor one within the document.
/// </summary>
internal static class DocumentXml
{
    /// <summary>JPO's elements nest some fifteen deep.</summary>
    internal const int MaxDepth = 128;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = 2L * ArchiveLimits.MaxTextBytes,
        MaxCharactersFromEntities = 1024,

        // Examiners paste what XML does not allow, such as form feeds.
        CheckCharacters = false,
    };

    /// <summary>The root; null where the text is no well-formed XML, or nests without end.</summary>
    internal static XElement? TryParse(string text)
    {
        try
        {
            var names = new NameTable();
            var namespaces = new XmlNamespaceManager(names);

            // The DTD declares the prefix, so a document may leave it out.
            namespaces.AddNamespace("jp", "http://www.jpo.go.jp");
            using var reader = XmlReader.Create(
                new StringReader(text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n', '\0')),
                Settings,
                new XmlParserContext(names, namespaces, null, XmlSpace.None));
            return Load(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static XElement? Load(XmlReader reader)
    {
        XElement? root = null;
        XElement? current = null;
        for (int nodes = 0; reader.Read(); nodes++)
        {
            if (nodes > 2 * LooseMarkup.MaxNodes)
            {
                return null;
            }

            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (reader.Depth > MaxDepth)
                    {
                        return null;
                    }

                    bool isEmpty = reader.IsEmptyElement;
                    var element = new XElement(XName.Get(XmlConvert.EncodeLocalName(reader.LocalName)!));
                    for (int i = 0; i < LooseMarkup.MaxAttributes && reader.MoveToNextAttribute(); i++)
                    {
                        if (reader.Prefix != "xmlns" && reader.Name != "xmlns")
                        {
                            element.SetAttributeValue(
                                XmlConvert.EncodeLocalName(reader.LocalName)!, PlainText.Clean(reader.Value));
                        }
                    }

                    current?.Add(element);
                    root ??= element;
                    if (!isEmpty)
                    {
                        current = element;
                    }

                    break;
                case XmlNodeType.EndElement:
                    current = current?.Parent;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace
                    or XmlNodeType.SignificantWhitespace:
                    current?.Add(new XText(PlainText.Clean(reader.Value)));
                    break;
            }
        }

        return root;
    }
}
