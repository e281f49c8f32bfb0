using System;
using System.IO;
using System.Xml;

namespace JpoPatent;

/// <summary>The head of an OPD answer in XML: the first three children of <c>api-data</c>.</summary>
internal static class OpdEnvelope
{
    /// <summary>OPD's elements nest eight deep. Who nests them without end means harm: a tree of them takes time that grows with the square of the depth.</summary>
    private const int MaxDepth = 64;

    /// <summary>Neither a DTD nor anything outside the body is ever read.</summary>
    internal static readonly XmlReaderSettings ReaderSettings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        MaxCharactersInDocument = 128L * 1024 * 1024,
    };

    internal static bool TryRead(ReadOnlySpan<byte> body, out string? statusCode, out string? errorMessage, out int? remaining)
    {
        statusCode = null;
        errorMessage = null;
        remaining = null;
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body.ToArray(), writable: false), ReaderSettings);
            reader.MoveToContent();
            if (reader.LocalName != "api-data")
            {
                return false;
            }

            reader.Read();
            while (!reader.EOF)
            {
                if (reader.Depth > MaxDepth)
                {
                    return false;
                }

                if (reader.NodeType != XmlNodeType.Element || reader.Depth != 1)
                {
                    reader.Read();
                    continue;
                }

                switch (reader.LocalName)
                {
                    case "statusCode":
                        statusCode = Text(reader);
                        break;
                    case "errorMessage":
                        errorMessage = Text(reader);
                        break;
                    case "remainAccessCount":
                        remaining = Envelope.Count(Text(reader));
                        break;
                    default:
                        reader.Read();
                        break;
                }
            }
        }
        catch (XmlException)
        {
            return false;
        }

        return statusCode != null;
    }

    private static string? Text(XmlReader reader)
    {
        string text = reader.ReadElementContentAsString().Trim();
        return text.Length == 0 ? null : text;
    }
}
