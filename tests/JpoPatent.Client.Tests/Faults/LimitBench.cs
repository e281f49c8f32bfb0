using System;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.Tests.Documents;
using JpoPatent.TestServer;
using Xunit;

namespace JpoPatent.Tests.Faults;

/// <summary>A client whose bundles lie on another host, all on one simulated clock.</summary>
internal sealed class LimitBench : HttpMessageHandler
{
    /// <summary>Stands in the bundle's address, and may stand nowhere else.</summary>
    internal const string Secret = "hidden-signature";

    private static readonly Uri Store = new("https://store.test/bundles/docCont_1.zip?Signature=" + Secret);
    private static readonly byte[] Zip = ZipForge.Honest(("06123001234-jpntce.xml", Paper.Jis(Paper.Notice(true, "本文"))));

    private readonly TempFolder _folder = new();
    private readonly HttpMessageInvoker _service;
    private readonly JpoClient _client;

    internal LimitBench(TimeSpan timeout, TimeSpan callTimeout)
    {
        var service = new ScriptedService(Time) { Answers = new DelegateAnswers(static _ => ServiceAnswer.Envelope(200, "100", data: "{\"URL\":\"" + Store + "\"}")) };
        _service = new HttpMessageInvoker(new ScriptedTransport(service));
        _client = new JpoClient(new JpoClientOptions
        {
            Credential = TestClient.Credential(),
            BaseUri = new Uri("http://127.0.0.1:1"),
            Transport = this,
            StatePath = _folder.Path,
            Time = Time,
            RequestsPerMinute = 0,
            OpdRequestsPerMinute = 0,
            Timeout = timeout,
            CallTimeout = callTimeout,
        });
    }

    internal FakeTime Time { get; } = new();

    /// <summary>Which of the three goes wrong, and what comes in place of the good answer, given the number of the try; null for silence.</summary>
    internal (LimitKind Kind, Func<LimitBench, int, byte[], HttpResponseMessage?> Play) Fault { get; set; }

    /// <summary>How often the one that goes wrong was asked.</summary>
    internal int Tries { get; private set; }

    /// <summary>How far the simulated clock went: the same on any machine, however busy.</summary>
    internal TimeSpan Elapsed => Time.GetUtcNow() - FakeTime.Noon;

    internal static HttpResponseMessage Busy(int status, string retryAfter)
    {
        var busy = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent([]) };
        busy.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        return busy;
    }

    internal HttpResponseMessage Slow(byte[] good, int bytes, TimeSpan pause) =>
        new(HttpStatusCode.OK) { Content = new StreamContent(new StallingStream(good.AsSpan(0, Math.Min(bytes, good.Length)).ToArray(), pause, Time)) };

    /// <summary>So many seconds from now, as a header says it.</summary>
    internal string In(int seconds) => Time.GetUtcNow().AddSeconds(seconds).ToString("r", System.Globalization.CultureInfo.InvariantCulture);

    internal static HttpResponseMessage Good(byte[] body) => new(HttpStatusCode.OK) { Content = new ByteArrayContent(body) };

    internal Activities Told { get; } = new();

    internal void Ask()
    {
        using DocumentBundle bundle = Time.Run(() => _client.Patents.GetDocumentsAsync(TestNumber.Patent(1), DocumentKind.Mailed, new JpoCallOptions { Activity = Told }));
        Assert.Equal(Zip.Length, bundle.Length);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        LimitKind kind = request.Method == HttpMethod.Post ? LimitKind.Token : request.RequestUri!.Host == Store.Host ? LimitKind.Bundle : LimitKind.Api;
        HttpResponseMessage good = kind == LimitKind.Bundle ? Good(Zip) : await _service.SendAsync(request, cancellationToken);
        if (Fault.Kind != kind)
        {
            return good;
        }

        HttpResponseMessage? faulty = Fault.Play(this, ++Tries, await good.Content.ReadAsByteArrayAsync(cancellationToken));
        if (faulty == null)
        {
            await Time.PassAsync(TimeSpan.FromDays(1), cancellationToken);
        }

        return faulty!;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _client.Dispose();
            _service.Dispose();
            _folder.Dispose();
        }

        base.Dispose(disposing);
    }
}
