using System.Collections.Generic;
using System.Text;

namespace JpoPatent.TestServer;

/// <summary>What goes back over the wire.</summary>
public sealed record ServiceAnswer(int Status, byte[] Body, string ContentType)
{
    /// <summary>Headers beside <c>Date</c>, <c>Content-Type</c> and <c>Content-Length</c>.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The status code in the envelope, for the log; null where the body has none.</summary>
    public string? Code { get; init; }

    /// <summary>How the connection is to break, if at all.</summary>
    public Breakage Breakage { get; init; }

    /// <summary>A domestic JSON envelope.</summary>
    public static ServiceAnswer Envelope(int status, string code, string message = "", int? remaining = null, string data = "{}") =>
        Json(status, $$"""{"result":{"statusCode":"{{code}}","errorMessage":"{{message}}","remainAccessCount":"{{remaining}}","data":{{data}} } }""", code);

    /// <summary>JSON of any kind.</summary>
    public static ServiceAnswer Json(int status, string body, string? code = null) =>
        new(status, Encoding.UTF8.GetBytes(body), "application/json;charset=UTF-8") { Code = code };

    /// <summary>A page for people, as a gateway sends it during maintenance.</summary>
    public static ServiceAnswer Page(int status) =>
        new(status, Encoding.UTF8.GetBytes("<!DOCTYPE html>\n<html><head><title>Maintenance</title></head><body><h1>Under maintenance</h1></body></html>"), "text/html");
}
