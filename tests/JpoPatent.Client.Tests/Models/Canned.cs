using System;
using System.IO;
using System.Security;
using System.Text;
using System.Threading.Tasks;
using Xunit;

namespace JpoPatent.Tests.Models;

/// <summary>A client that asks a <see cref="CannedTransport"/>: from the number to the model, without a network.</summary>
internal sealed class Canned : IDisposable
{
    private readonly string _state = Path.Combine(Path.GetTempPath(), "jpo-models-" + Guid.NewGuid().ToString("N"));

    private Canned(CannedTransport transport)
    {
        Transport = transport;
        Client = new JpoClient(new JpoClientOptions
        {
            Credential = Credential(),
            Transport = transport,
            StatePath = _state,
            RequestsPerMinute = 0,
            OpdRequestsPerMinute = 0,
        });
    }

    public CannedTransport Transport { get; }

    public JpoClient Client { get; }

    /// <summary>The path of the only call that was made.</summary>
    public string OnlyPath => Assert.Single(Transport.Paths);

    /// <summary>A whole body as the service sends it.</summary>
    public static Canned Body(string json) => new(new CannedTransport(Encoding.UTF8.GetBytes(json), "application/json"));

    public static Canned Body(byte[] json) => new(new CannedTransport(json, "application/json"));

    /// <summary>The <c>data</c> of a domestic answer.</summary>
    public static Canned Json(string data) =>
        Body("{\"result\":{\"statusCode\":\"100\",\"errorMessage\":\"\",\"remainAccessCount\":\"57\",\"data\":" + data + "}}");

    /// <summary>What stands behind the counter in an OPD answer.</summary>
    public static Canned Xml(string elements, string prolog = "") => new(new CannedTransport(
        Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + prolog
            + "<api-data xmlns=\"https://www.jpo.go.jp\"><statusCode>100</statusCode><errorMessage/><remainAccessCount>57</remainAccessCount>" + elements + "</api-data>"),
        "application/xml"));

    public static Canned File(byte[] body, string contentType, string? fileName) => new(new CannedTransport(body, contentType, fileName));

    /// <summary>One question, one answer, one path.</summary>
    public static async Task<T> AskAsync<T>(string data, string path, Func<JpoClient, Task<T>> ask)
    {
        using Canned canned = Json(data);
        T answer = await ask(canned.Client);
        Assert.Equal(path, canned.OnlyPath);
        return answer;
    }

    private static JpoCredential Credential()
    {
        using var password = new SecureString();
        password.AppendChar('x');
        return new JpoCredential("tester-01", password);
    }

    public void Dispose()
    {
        Client.Dispose();
        try
        {
            Directory.Delete(_state, recursive: true);
        }
        catch (IOException)
        {
            // The client tidies its cache up on a thread of its own, which may be at work in there.
        }
    }
}
