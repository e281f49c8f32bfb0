using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;

namespace JpoPatent.Tests.Faults;

/// <summary>Bodies as they should not be.</summary>
internal static class Bodies
{
    internal const string Page = "<!DOCTYPE html>\n<html><head><title>Maintenance</title></head><body><h1>503</h1></body></html>";

    internal static readonly byte[] Noise = MakeNoise();

    /// <summary>10 MB of blanks in a gzip of 10 KB.</summary>
    internal static readonly Lazy<byte[]> TenMegabytes = new(static () => Gzip(Encoding.ASCII.GetBytes(new string(' ', 10 * 1024 * 1024))));

    internal static byte[] Half(byte[] body) => body[..(body.Length / 2)];

    internal static string Envelope(string code) => $$"""{"result":{"statusCode":"{{code}}","errorMessage":"架空のエラー","remainAccessCount":"","data":{} } }""";

    internal static byte[] Gzip(byte[] body) => Pack(body, static stream => new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true));

    internal static byte[] ZLib(byte[] body) => Pack(body, static stream => new ZLibStream(stream, CompressionLevel.Optimal, leaveOpen: true));

    internal static byte[] Deflate(byte[] body) => Pack(body, static stream => new DeflateStream(stream, CompressionLevel.Optimal, leaveOpen: true));

    /// <summary>A gzip whose checksum is not that of what it holds.</summary>
    internal static byte[] WithWrongChecksum(byte[] gzip)
    {
        byte[] damaged = [.. gzip];
        damaged[^8] ^= 0xFF;
        return damaged;
    }

    /// <summary>The JSON with every text that is all digits as a number; of a login the other way round.</summary>
    internal static string WithNumbersAndTextsMixedUp(RawExchange exchange) => exchange.Kind == CallKind.Token
        ? System.Text.RegularExpressions.Regex.Replace(exchange.GoodText, ":([0-9]+)", ":\"$1\"")
        : System.Text.RegularExpressions.Regex.Replace(exchange.GoodText, "\"([1-9][0-9]*)\"", "$1");

    /// <summary>The body with members or elements that nobody knows, before and behind those that are known.</summary>
    internal static string WithUnknownMembers(RawExchange exchange) => exchange.Kind == CallKind.Xml
        ? exchange.GoodText.Replace("<statusCode>", "<novelty a=\"1\"><statusCode>999</statusCode></novelty><statusCode>", StringComparison.Ordinal)
        : exchange.GoodText.Replace("{\"", "{\"novelty\":{\"result\":[1,{\"statusCode\":\"999\"},null,true]},\"", StringComparison.Ordinal);

    /// <summary>The body with nothing in the place of each value that can be missed.</summary>
    internal static string WithNulls(RawExchange exchange) => exchange.Kind switch
    {
        CallKind.Token => System.Text.RegularExpressions.Regex.Replace(exchange.GoodText, "\"(expires_in|refresh_expires_in|refresh_token|token_type|scope)\":(\"[^\"]*\"|[0-9]+)", "\"$1\":null"),
        CallKind.Xml => System.Text.RegularExpressions.Regex.Replace(exchange.GoodText, "<(country|date|document-number)>[^<]*<", "<$1><"),
        _ => exchange.GoodText[..exchange.GoodText.IndexOf("\"data\"", StringComparison.Ordinal)]
            + """ "data":{"applicationNumber":null,"inventionTitle":null,"filingDate":null,"applicantAttorney":[null],"bibliographyInformation":[{"documentList":null},null],"parentApplicationInformation":null}}}""",
    };

    /// <summary>Braces or elements without end: what makes a careless parser recurse until it falls.</summary>
    internal static string Deep(RawExchange exchange, int depth) => exchange.Kind == CallKind.Xml
        ? exchange.GoodText.Replace("<families>", string.Concat(Enumerable.Repeat("<families>", depth)), StringComparison.Ordinal).Replace("</families>", string.Concat(Enumerable.Repeat("</families>", depth)), StringComparison.Ordinal)
        : "{\"result\":" + string.Concat(Enumerable.Repeat("{\"result\":", depth)) + "1" + new string('}', depth + 1);

    internal static string WithCounter(RawExchange exchange, string counter) =>
        System.Text.RegularExpressions.Regex.Replace(exchange.GoodText, "(remainAccessCount\"?[:>]\"?)[0-9]+", "${1}" + counter);

    private static byte[] Pack(byte[] body, Func<Stream, Stream> packer)
    {
        var packed = new MemoryStream();
        using (Stream stream = packer(packed))
        {
            stream.Write(body);
        }

        return packed.ToArray();
    }

    private static byte[] MakeNoise()
    {
        byte[] noise = new byte[2000];
        new Random(20261122).NextBytes(noise);
        noise[0] = 0xF7;
        return noise;
    }
}
