using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.Tests.Documents;
using JpoPatent.TestServer;
using Xunit;

namespace JpoPatent.Tests.Faults;

/// <summary>How long a call may take, and how long the other side asks us to wait: the same for APIs, the token address and bundles that lie on another host.</summary>
public sealed class LimitMatrixTests
{
    private static readonly Uri Store = new("https://store.test/bundles/docCont_1.zip?Signature=hidden");

    public static TheoryData<string> Kinds => new("token", "api", "bundle");

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Silence_ends_with_the_time_of_the_call_and_not_later(string kind)
    {
        using var bench = new LimitBench(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3));
        bench.Fault = (kind, _ => null);

        JpoException error = Assert.ThrowsAny<JpoException>(() => bench.Ask());

        Assert.IsType<JpoConnectionException>(error);
        Assert.Equal(TimeSpan.FromSeconds(3), bench.Elapsed);
        Assert.Contains("may take 3 s (CallTimeout)", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_body_that_stalls_ends_with_the_time_of_the_call(string kind)
    {
        using var bench = new LimitBench(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3));
        bench.Fault = (kind, good => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new StallingStream(good.Take(10).ToArray(), bench.Time)) });

        JpoException error = Assert.ThrowsAny<JpoException>(() => bench.Ask());

        Assert.IsType<JpoConnectionException>(error);
        Assert.True(bench.Elapsed == TimeSpan.FromSeconds(3), bench.Elapsed + "\n" + string.Join("\n", bench.Told.All) + "\n" + error);
        Assert.Contains("(CallTimeout)", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_the_other_side_asks_for_is_waited(string kind)
    {
        using var bench = new LimitBench(TimeSpan.FromSeconds(100), TimeSpan.FromSeconds(300));
        int faults = 0;
        bench.Fault = (kind, good => ++faults <= 2 ? LimitBench.Busy(30) : LimitBench.Good(good));

        bench.Ask();

        Assert.Equal(TimeSpan.FromSeconds(60), bench.Elapsed);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_wait_that_the_call_has_no_time_for_is_not_begun(string kind)
    {
        using var bench = new LimitBench(TimeSpan.FromSeconds(100), TimeSpan.FromSeconds(40));
        int asked = 0;
        bench.Fault = (kind, _ =>
        {
            asked++;
            return LimitBench.Busy(30);
        });

        JpoException error = Assert.ThrowsAny<JpoException>(() => bench.Ask());

        Assert.IsType<JpoServiceException>(error);
        Assert.Equal((2, TimeSpan.FromSeconds(30)), (asked, bench.Elapsed));
        Assert.Contains("(CallTimeout)", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_maintenance_window_is_not_sat_out(string kind)
    {
        using var bench = new LimitBench(TimeSpan.FromSeconds(100), TimeSpan.FromHours(10));
        int asked = 0;
        bench.Fault = (kind, _ =>
        {
            asked++;
            return LimitBench.Busy(3600);
        });

        Assert.Throws<JpoServiceException>(() => bench.Ask());

        Assert.Equal((1, TimeSpan.Zero), (asked, bench.Elapsed));
    }

    /// <summary>A client whose bundles lie on another host, all on one simulated clock.</summary>
    private sealed class LimitBench : HttpMessageHandler
    {
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

        /// <summary>Which of the three goes wrong, and what comes in place of the good answer; null for silence.</summary>
        internal (string Kind, Func<byte[], HttpResponseMessage?> Play) Fault { get; set; }

        internal TimeSpan Elapsed => Time.GetUtcNow() - FakeTime.Noon;

        internal static HttpResponseMessage Busy(int seconds)
        {
            var busy = new HttpResponseMessage(HttpStatusCode.ServiceUnavailable) { Content = new ByteArrayContent([]) };
            busy.Headers.TryAddWithoutValidation("Retry-After", seconds.ToString(System.Globalization.CultureInfo.InvariantCulture));
            return busy;
        }

        internal static HttpResponseMessage Good(byte[] body) => new(HttpStatusCode.OK) { Content = new ByteArrayContent(body) };

        internal Activities Told { get; } = new();

        internal void Ask()
        {
            using DocumentBundle bundle = Time.Run(() => _client.Patents.GetDocumentsAsync(TestNumber.Patent(1), DocumentKind.Mailed, new JpoCallOptions { Activity = Told }));
            Assert.Equal(Zip.Length, bundle.Length);
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            string kind = request.Method == HttpMethod.Post ? "token" : request.RequestUri!.Host == Store.Host ? "bundle" : "api";
            HttpResponseMessage good = kind == "bundle" ? Good(Zip) : await _service.SendAsync(request, cancellationToken);
            if (Fault.Kind != kind)
            {
                return good;
            }

            HttpResponseMessage? faulty = Fault.Play(await good.Content.ReadAsByteArrayAsync(cancellationToken));
            if (faulty == null)
            {
                await Time.Wait(TimeSpan.FromDays(1), cancellationToken);
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

    /// <summary>A body of which a little comes, and then nothing more.</summary>
    private sealed class StallingStream(byte[] head, FakeTime time) : Stream
    {
        private int _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_at < head.Length)
            {
                buffer.Span[0] = head[_at++];
                return 1;
            }

            await time.Wait(TimeSpan.FromDays(1), cancellationToken);
            return 0;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
