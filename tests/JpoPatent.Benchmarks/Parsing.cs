using System;
using System.Net;

namespace JpoPatent.Benchmarks;

/// <summary>From a body to a typed answer, as the client does it.</summary>
internal static class Parsing
{
    internal static PatentProgress Progress(byte[] body)
    {
        using var response = new ApiResponse(HttpStatusCode.OK, body, Envelope.Read(body), DateTimeOffset.UnixEpoch, isFromCache: false);
        return ModelReader.Read(ApiCatalog.PatentProgress, response, JpoJsonContext.Default.PatentProgress);
    }
}
