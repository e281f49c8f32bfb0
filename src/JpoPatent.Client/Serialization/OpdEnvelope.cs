using System;
using System.IO;
using System.Xml;
using System.Xml.Linq;
using JpoPatent.Files;
using JpoPatent.Text;

namespace JpoPatent.Serialization;

/// <summary>An OPD answer in XML, read once into a tree whose first three elements are its head.</summary>
internal static class OpdEnvelope
{
    /// <summary>
    /// OPD's elements nest eight deep. Who nests them without end means harm: a tree of them takes time that grows
    /// with the square of the depth.
    /// </summary>
    private const int MaxDepth = 64;

    /// <summary>Neither a DTD nor anything outside the body is ever read.</summary>
    private static readonly XmlReaderSettings ReaderSettings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        MaxCharactersInDocument = 128L * 1024 * 1024,
    };

    /// <returns>The tree; null where the body is no OPD answer, or none that is whole.</returns>
    internal static XElement? Read(ReadOnlyMemory<byte> body)
    {
        using Stream stream = new MemoryContent(body).OpenRead();
        try
        {
            using var reader = XmlReader.Create(stream, ReaderSettings);
            XElement? root = null;
            XElement? current = null;
            while (reader.Read())
            {
                switch (reader.NodeType)
                {
                    case XmlNodeType.Element
                        when reader.Depth > MaxDepth || (root == null && reader.LocalName != "api-data"):
                        return null;
                    case XmlNodeType.Element:
                        bool isEmpty = reader.IsEmptyElement;
                        XElement element = ReadStart(reader);
                        current?.Add(element);
                        root ??= element;
                        current = isEmpty ? current : element;
                        break;
                    case XmlNodeType.EndElement:
                        current = current!.Parent;
                        break;
                    case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                        current!.Add(new XText(ServiceText.Clean(reader.Value)));
                        break;
                }
            }

            return root;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>The text of an element of the head; null if absent.</summary>
    internal static string? Head(XElement answer, string name)
    {
        foreach (XElement element in answer.Elements())
        {
            if (element.Name.LocalName == name)
            {
                return element.Value.Trim() is { Length: > 0 } text ? text : null;
            }
        }

        return null;
    }

    private static XElement ReadStart(XmlReader reader)
    {
        var element = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI));
        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix != "xmlns" && reader.Name != "xmlns")
            {
                element.SetAttributeValue(
                    XName.Get(reader.LocalName, reader.NamespaceURI), ServiceText.Clean(reader.Value));
            }
        }

        return element;
    }
}
