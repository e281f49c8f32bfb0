using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Threading.Tasks;
using static JpoPatent.Tests.Faults.Outcome;

namespace JpoPatent.Tests.Faults;

/// <summary>What can go wrong between the service and us, and what each kind of call makes of it.</summary>
internal static class FaultMatrix
{
    internal static readonly IReadOnlyList<FaultRow> Rows =
    [
        // Connections.        tries  login                 JSON              XML               zip               PDF               what the server does
        new("refused",             4, ConnectionFailed,     ConnectionFailed, ConnectionFailed, ConnectionFailed, ConnectionFailed, null),
        new("reset at once",       4, ConnectionFailed,     ConnectionFailed, ConnectionFailed, ConnectionFailed, ConnectionFailed, Reset),
        new("closed at once",      4, ConnectionFailed,     ConnectionFailed, ConnectionFailed, ConnectionFailed, ConnectionFailed, static _ => Task.CompletedTask),
        new("silence",             4, ConnectionFailed,     ConnectionFailed, ConnectionFailed, ConnectionFailed, ConnectionFailed, static it => it.FallSilentAsync()),
        new("half of a head",      4, ConnectionFailed,     ConnectionFailed, ConnectionFailed, ConnectionFailed, ConnectionFailed, HalfHead),
        new("head without end",    4, ConnectionFailed,     ConnectionFailed, ConnectionFailed, ConnectionFailed, ConnectionFailed, EndlessHead),
        new("100s without end",    4, ConnectionFailed,     ConnectionFailed, ConnectionFailed, ConnectionFailed, ConnectionFailed, EndlessContinue),
        new("another protocol",    4, ConnectionFailed,     ConnectionFailed, ConnectionFailed, ConnectionFailed, ConnectionFailed, static it => it.SendAsync("SSH-2.0-OpenSSH_9.6\r\n")),
        new("reset in the body",   4, InvalidAnswer,        InvalidAnswer,    InvalidAnswer,    InvalidAnswer,    InvalidAnswer,    ResetInBody),
        new("closed in the body",  4, InvalidAnswer,        InvalidAnswer,    InvalidAnswer,    InvalidAnswer,    InvalidAnswer,    ClosedInBody),
        new("closed in a chunk",   4, InvalidAnswer,        InvalidAnswer,    InvalidAnswer,    InvalidAnswer,    InvalidAnswer,    static it => Chunked(it, "40\r\nab")),
        new("chunks of nonsense",  4, InvalidAnswer,        InvalidAnswer,    InvalidAnswer,    InvalidAnswer,    InvalidAnswer,    static it => Chunked(it, "zz\r\nab\r\n")),
        new("silence in the body", 4, ConnectionFailed,     ConnectionFailed, ConnectionFailed, ConnectionFailed, ConnectionFailed, SilenceInBody),
        new("a trickle of bytes",  4, ConnectionFailed,     ConnectionFailed, ConnectionFailed, ConnectionFailed, ConnectionFailed, Trickle),

        // Lengths.
        new("length too small",    1, InvalidAnswer,        InvalidAnswer,    InvalidAnswer,    InvalidAnswer,    None,             LengthTooSmall),
        new("length of nonsense",  1, Answer,               Answer,           Answer,           Answer,           Answer,           static it => Unmeasured(it, "Content-Length: many")),
        new("length below zero",   1, Answer,               Answer,           Answer,           Answer,           Answer,           static it => Unmeasured(it, "Content-Length: -1")),
        new("no length",           1, Answer,               Answer,           Answer,           Answer,           Answer,           static it => Unmeasured(it, "Connection: close")),
        new("a second answer",     1, Answer,               Answer,           Answer,           Answer,           Answer,           SecondAnswer),
        new("100 MB, announced",   1, InvalidAnswer,        InvalidAnswer,    InvalidAnswer,    InvalidAnswer,    InvalidAnswer,    static it => Huge(it, "Content-Length: 104857600")) { Bundle = None },
        new("100 MB, by surprise", 1, InvalidAnswer,        InvalidAnswer,    InvalidAnswer,    InvalidAnswer,    InvalidAnswer,    static it => Huge(it, "Connection: close")) { Bundle = None },

        // Bodies.
        new("nothing behind 200",  1, InvalidAnswer,        InvalidAnswer,    InvalidAnswer,    InvalidAnswer,    InvalidAnswer,    static it => it.AnswerAsync(200, [], it.GoodType)),
        new("nothing behind 204",  1, InvalidAnswer,        InvalidAnswer,    InvalidAnswer,    InvalidAnswer,    InvalidAnswer,    NoContent) { Bundle = ServiceError },
        new("noise",               1, InvalidAnswer,        InvalidAnswer,    InvalidAnswer,    InvalidAnswer,    InvalidAnswer,    static it => it.AnswerAsync(200, Bodies.Noise, it.GoodType)),
        new("zeros",               1, InvalidAnswer,        InvalidAnswer,    InvalidAnswer,    InvalidAnswer,    InvalidAnswer,    static it => it.AnswerAsync(200, new byte[500], it.GoodType)),
        new("half of the body",    1, InvalidAnswer,        InvalidAnswer,    InvalidAnswer,    InvalidAnswer,    None,             static it => it.AnswerAsync(200, Bodies.Half(it.GoodBody), it.GoodType)),
        new("another kind's body", 1, InvalidAnswer,        InvalidAnswer,    InvalidAnswer,    InvalidAnswer,    InvalidAnswer,    AnotherKind),
        new("UTF-16",              1, InvalidAnswer,        InvalidAnswer,    InvalidAnswer,    None,             None,             static it => it.AnswerAsync(200, [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(it.GoodText)], it.GoodType)),
        new("a byte-order mark",   1, Answer,               Answer,           Answer,           None,             None,             static it => it.AnswerAsync(200, [0xEF, 0xBB, 0xBF, .. it.GoodBody], it.GoodType)),
        new("wrong content type",  1, Answer,               Answer,           Answer,           Answer,           Answer,           static it => it.AnswerAsync(200, it.GoodBody, "text/html; charset=Shift_JIS")),
        new("no content type",     1, Answer,               Answer,           Answer,           Answer,           Answer,           static it => it.AnswerAsync(200, it.GoodBody, "nonsense/;;=")),
        new("unknown members",     1, Answer,               Answer,           Answer,           None,             None,             static it => it.AnswerAsync(200, Bodies.WithUnknownMembers(it), it.GoodType)),
        new("numbers for texts",   1, Answer,               Answer,           None,             None,             None,             static it => it.AnswerAsync(200, Bodies.WithNumbersAndTextsMixedUp(it), it.GoodType)),
        new("nulls",               1, Answer,               InvalidAnswer,    InvalidAnswer,    None,             None,             static it => it.AnswerAsync(200, Bodies.WithNulls(it), it.GoodType)),
        new("nested without end",  1, InvalidAnswer,        InvalidAnswer,    InvalidAnswer,    None,             None,             static it => it.AnswerAsync(200, Bodies.Deep(it, 100_000), it.GoodType)),
        new("another case",        1, None,                 InvalidAnswer,    InvalidAnswer,    InvalidAnswer,    None,             AnotherCase),
        new("success, no data",    1, InvalidAnswer,        InvalidAnswer,    InvalidAnswer,    InvalidAnswer,    InvalidAnswer,    NoData),
        new("a wordy counter",     1, None,                 Answer,           Answer,           None,             None,             static it => it.AnswerAsync(200, Bodies.WithCounter(it, "many"), it.GoodType)),
        new("a counter below 0",   1, None,                 Answer,           Answer,           None,             None,             static it => it.AnswerAsync(200, Bodies.WithCounter(it, "-3"), it.GoodType)),
        new("a counter of 2^31-1", 1, None,                 Answer,           Answer,           None,             None,             static it => it.AnswerAsync(200, Bodies.WithCounter(it, "2147483647"), it.GoodType)),
        new("a counter of 10^30",  1, None,                 Answer,           Answer,           None,             None,             static it => it.AnswerAsync(200, Bodies.WithCounter(it, "1" + new string('0', 30)), it.GoodType)),

        new("a counter of 5",      1, None,                 Answer,           Answer,           None,             None,             static it => it.AnswerAsync(200, Bodies.WithCounter(it, "5"), it.GoodType)),
        new("a counter of 9999999", 1, None,                Answer,           Answer,           None,             None,             static it => it.AnswerAsync(200, Bodies.WithCounter(it, "9999999"), it.GoodType)),

        // Pages for people, from a gateway in front.
        new("page behind 200",     4, ServiceError,         ServiceError,     ServiceError,     ServiceError,     ServiceError,     static it => it.AnswerAsync(200, Bodies.Page, "text/html")) { Bundle = InvalidAnswer, BundleTries = 1 },
        new("page behind 403",     1, ServiceError,         ServiceError,     ServiceError,     ServiceError,     ServiceError,     static it => it.AnswerAsync(403, Bodies.Page, "text/html")) { BundleTries = 2 },
        new("page behind 404",     1, ServiceError,         ServiceError,     ServiceError,     ServiceError,     ServiceError,     static it => it.AnswerAsync(404, Bodies.Page, "text/html")),
        new("page behind 502",     4, ServiceError,         ServiceError,     ServiceError,     ServiceError,     ServiceError,     static it => it.AnswerAsync(502, Bodies.Page, "text/html")),
        new("page behind 503",     4, ServiceError,         ServiceError,     ServiceError,     ServiceError,     ServiceError,     static it => it.AnswerAsync(503, Bodies.Page, "text/html")),

        // The service's own codes, behind 200 and behind the HTTP status that belongs to them.
        new("302 behind 200",      4, ServiceTimeout,       ServiceTimeout,   ServiceTimeout,   ServiceTimeout,   ServiceTimeout,   static it => it.AnswerAsync(200, Bodies.Envelope("302"), "application/json")) { Bundle = InvalidAnswer, BundleTries = 1 },
        new("302 behind 504",      4, ServiceTimeout,       ServiceTimeout,   ServiceTimeout,   ServiceTimeout,   ServiceTimeout,   static it => it.AnswerAsync(504, Bodies.Envelope("302"), "application/json")) { Bundle = ServiceError },
        new("303 behind 200",      4, ServiceBusy,          ServiceBusy,      ServiceBusy,      ServiceBusy,      ServiceBusy,      static it => it.AnswerAsync(200, Bodies.Envelope("303"), "application/json")) { Bundle = InvalidAnswer, BundleTries = 1 },
        new("303 behind 429",      4, ServiceBusy,          ServiceBusy,      ServiceBusy,      ServiceBusy,      ServiceBusy,      static it => it.AnswerAsync(429, Bodies.Envelope("303"), "application/json")),
        new("303 in XML",          4, None,                 ServiceBusy,      ServiceBusy,      ServiceBusy,      ServiceBusy,      static it => it.AnswerAsync(200, "<api-data xmlns=\"https://www.jpo.go.jp\"><statusCode>303</statusCode></api-data>", "application/xml")) { Bundle = InvalidAnswer, BundleTries = 1 },
        new("999 behind 200",      1, ServiceError,         ServiceError,     ServiceError,     ServiceError,     ServiceError,     static it => it.AnswerAsync(200, Bodies.Envelope("999"), "application/json")) { Bundle = InvalidAnswer, BundleTries = 1 },
        new("999 behind 500",      4, ServiceError,         ServiceError,     ServiceError,     ServiceError,     ServiceError,     static it => it.AnswerAsync(500, Bodies.Envelope("999"), "application/json")),
        new("999 behind 504",      4, ServiceError,         ServiceError,     ServiceError,     ServiceError,     ServiceError,     static it => it.AnswerAsync(504, Bodies.Envelope("999"), "application/json")),
        new("210 storm",           3, AuthenticationFailed, AuthenticationFailed, AuthenticationFailed, AuthenticationFailed, AuthenticationFailed, static it => it.AnswerAsync(401, Bodies.Envelope("210"), "application/json")) { Bundle = ServiceError, BundleTries = 2 },
        new("999 with escapes",    1, ServiceError,         ServiceError,     ServiceError,     ServiceError,     ServiceError,     static it => it.AnswerAsync(200, Bodies.Envelope("999").Replace("架空の", "\\u001b]0;x\\u0007\\u009b31m架空の", StringComparison.Ordinal), "application/json")) { Bundle = InvalidAnswer, BundleTries = 1 },
        new("an unknown code",     1, ServiceError,         ServiceError,     ServiceError,     ServiceError,     ServiceError,     static it => it.AnswerAsync(200, Bodies.Envelope("555"), "application/json")) { Bundle = InvalidAnswer, BundleTries = 1 },

        // HTTP statuses alone.
        new("401 storm",           3, AuthenticationFailed, AuthenticationFailed, AuthenticationFailed, AuthenticationFailed, AuthenticationFailed, static it => it.AnswerAsync(401, [], "text/plain")) { Bundle = ServiceError, BundleTries = 2 },
        new("403",                 1, ServiceError,         ServiceError,     ServiceError,     ServiceError,     ServiceError,     static it => it.AnswerAsync(403, [], "text/plain")) { BundleTries = 2 },
        new("429",                 4, ServiceBusy,          ServiceBusy,      ServiceBusy,      ServiceBusy,      ServiceBusy,      static it => it.AnswerAsync(429, [], "text/plain")),
        new("500",                 4, ServiceError,         ServiceError,     ServiceError,     ServiceError,     ServiceError,     static it => it.AnswerAsync(500, [], "text/plain")),
        new("502",                 4, ServiceError,         ServiceError,     ServiceError,     ServiceError,     ServiceError,     static it => it.AnswerAsync(502, [], "text/plain")),
        new("503",                 4, ServiceError,         ServiceError,     ServiceError,     ServiceError,     ServiceError,     static it => it.AnswerAsync(503, [], "text/plain")),
        new("503, be patient",     1, ServiceError,         ServiceError,     ServiceError,     ServiceError,     ServiceError,     static it => it.AnswerAsync(503, [], "text/plain", "Retry-After: 86400")),
        new("503, odd patience",   4, ServiceError,         ServiceError,     ServiceError,     ServiceError,     ServiceError,     static it => it.AnswerAsync(503, [], "text/plain", "Retry-After: -1")),
        new("599",                 4, ServiceError,         ServiceError,     ServiceError,     ServiceError,     ServiceError,     static it => it.AnswerAsync(599, [], "text/plain")),
        new("999 as HTTP status",  4, ServiceError,         ServiceError,     ServiceError,     ServiceError,     ServiceError,     static it => it.AnswerAsync(999, [], "text/plain")),
        new("418",                 1, InvalidAnswer,        ServiceError,     ServiceError,     ServiceError,     ServiceError,     static it => it.AnswerAsync(418, [], "text/plain")),
        new("299 with the answer", 1, Answer,               Answer,           Answer,           Answer,           Answer,           static it => it.AnswerAsync(299, it.GoodBody, it.GoodType)) { Bundle = ServiceError },
        new("redirect 301",        1, InvalidAnswer,        ServiceError,     ServiceError,     ServiceError,     ServiceError,     static it => Redirect(it, 301)) { Bundle = None },
        new("redirect 302",        1, InvalidAnswer,        ServiceError,     ServiceError,     ServiceError,     ServiceError,     static it => Redirect(it, 302)) { Bundle = None },
        new("redirect 307",        1, InvalidAnswer,        ServiceError,     ServiceError,     ServiceError,     ServiceError,     static it => Redirect(it, 307)) { Bundle = None },
        new("redirect 308",        1, InvalidAnswer,        ServiceError,     ServiceError,     ServiceError,     ServiceError,     static it => Redirect(it, 308)) { Bundle = None },

        // Compression.
        new("gzip",                1, Answer,               Answer,           Answer,           Answer,           Answer,           static it => Encoded(it, "gzip", Bodies.Gzip(it.GoodBody))) { Bundle = InvalidAnswer },
        new("deflate",             1, Answer,               Answer,           Answer,           Answer,           Answer,           static it => Encoded(it, "deflate", Bodies.ZLib(it.GoodBody))) { Bundle = InvalidAnswer },
        new("deflate, bare",       1, Answer,               Answer,           Answer,           Answer,           Answer,           static it => Encoded(it, "deflate", Bodies.Deflate(it.GoodBody))) { Bundle = InvalidAnswer },
        new("an unknown encoding", 1, Answer,               Answer,           Answer,           Answer,           Answer,           static it => Encoded(it, "x-jpo", it.GoodBody)),
        new("no gzip after all",   1, InvalidAnswer,        InvalidAnswer,    InvalidAnswer,    InvalidAnswer,    InvalidAnswer,    static it => Encoded(it, "gzip", it.GoodBody)) { Bundle = Answer },
        new("no deflate at all",   1, InvalidAnswer,        InvalidAnswer,    InvalidAnswer,    InvalidAnswer,    InvalidAnswer,    static it => Encoded(it, "deflate", Bodies.Noise)),
        new("half of a gzip",      1, InvalidAnswer,        InvalidAnswer,    InvalidAnswer,    InvalidAnswer,    InvalidAnswer,    static it => Encoded(it, "gzip", Bodies.Half(Bodies.Gzip(it.GoodBody)))),
        new("gzip, wrong sum",     1, InvalidAnswer,        InvalidAnswer,    InvalidAnswer,    InvalidAnswer,    InvalidAnswer,    static it => Encoded(it, "gzip", Bodies.WithWrongChecksum(Bodies.Gzip(it.GoodBody)))),
        new("gzip in gzip",        1, InvalidAnswer,        InvalidAnswer,    InvalidAnswer,    InvalidAnswer,    InvalidAnswer,    static it => Encoded(it, "gzip", Bodies.Gzip(Bodies.Gzip(it.GoodBody)))),
        new("a bomb in gzip",      1, InvalidAnswer,        InvalidAnswer,    InvalidAnswer,    InvalidAnswer,    InvalidAnswer,    GzipBomb),

        // Headers.
        new("the year 9999",       1, Answer,               Answer,           Answer,           Answer,           Answer,           static it => it.AnswerAsync(200, it.GoodBody, it.GoodType, "Date: Fri, 31 Dec 9999 23:59:59 GMT")),
        new("the year 1",          1, Answer,               Answer,           Answer,           Answer,           Answer,           static it => it.AnswerAsync(200, it.GoodBody, it.GoodType, "Date: Mon, 01 Jan 0001 00:00:00 GMT")),
        new("a date of nonsense",  1, Answer,               Answer,           Answer,           Answer,           Answer,           static it => it.AnswerAsync(200, it.GoodBody, it.GoodType, "Date: yesterday")),
        new("a page of tomorrow",  4, ServiceError,         ServiceError,     ServiceError,     ServiceError,     ServiceError,     PageOfTomorrow),
        new("a name of 48 KB",     1, Answer,               Answer,           Answer,           Answer,           Answer,           static it => it.AnswerAsync(200, it.GoodBody, it.GoodType, "Content-Disposition: attachment;filename=\"" + new string('ÿ', 48_000) + "\"")),
        new("a token in two lines", 1, InvalidAnswer,       None,             None,             None,             None,             static it => it.AnswerAsync(200, it.GoodText.Replace("access-", "access\\r\\nX-Header: ", StringComparison.Ordinal), it.GoodType)),
        new("a token in kanji",    1, InvalidAnswer,        None,             None,             None,             None,             static it => it.AnswerAsync(200, it.GoodText.Replace("access-", "架空", StringComparison.Ordinal), it.GoodType)),
    ];

    /// <summary>How long a call may take (<c>-CallTimeoutSec</c>), and how long the other side asks us to wait (<c>Retry-After</c>), on a clock that the tests move.</summary>
    internal static readonly IReadOnlyList<LimitRow> Limits =
    [
        //                              try  call  outcome           tries  takes  given up
        new("silence",                    2,    3, ConnectionFailed,     2,     3, true,  static (_, _, _) => null),
        new("silence, no limit",          2,    0, ConnectionFailed,     4,  null, false, static (_, _, _) => null),
        new("silence in the body",        2,    3, ConnectionFailed,     2,     3, true,  static (it, _, good) => it.Slow(good, 10, TimeSpan.Zero)),
        new("a trickle of bytes",         2,    3, ConnectionFailed,  null,     3, true,  static (it, _, good) => it.Slow(good, good.Length, TimeSpan.FromSeconds(1))),
        new("503, asks twice for 30 s", 100,  300, Answer,               3,    60, false, static (_, attempt, good) => attempt <= 2 ? LimitBench.Busy(503, "30") : LimitBench.Good(good)),
        new("429, asks twice for 30 s", 100,  300, Answer,               3,    60, false, static (_, attempt, good) => attempt <= 2 ? LimitBench.Busy(429, "30") : LimitBench.Good(good)),
        new("503, asks by the clock",   100,  300, Answer,               2,    45, false, static (it, attempt, good) => attempt == 1 ? LimitBench.Busy(503, it.In(45)) : LimitBench.Good(good)),
        new("503, asks for two minutes", 100, 300, Answer,               2,   120, false, static (_, attempt, good) => attempt == 1 ? LimitBench.Busy(503, "120") : LimitBench.Good(good)),
        new("503, asks for longer",     100, 3600, ServiceError,         1,     0, false, static (_, _, _) => LimitBench.Busy(503, "121")),
        new("503, asks for an hour",    100, 9999, ServiceError,         1,     0, false, static (_, _, _) => LimitBench.Busy(503, "3600")),
        new("503, asks for the past",   100,  300, Answer,               2,  null, false, static (it, attempt, good) => attempt == 1 ? LimitBench.Busy(503, it.In(-500)) : LimitBench.Good(good)),
        new("503, asks for nonsense",   100,  300, Answer,               2,  null, false, static (_, attempt, good) => attempt == 1 ? LimitBench.Busy(503, "soon") : LimitBench.Good(good)),
        new("503, no time to wait",     100,   40, ServiceError,         2,    30, true,  static (_, _, _) => LimitBench.Busy(503, "30")),
        new("429, no time to wait",     100,   40, ServiceBusy,          2,    30, true,  static (_, _, _) => LimitBench.Busy(429, "30")),
    ];

    /// <summary>Where redirects point; nobody may ever call there.</summary>
    internal static RawServer Elsewhere { get; } = new();

    private static Task PageOfTomorrow(RawExchange it) =>
        it.AnswerAsync(503, Bodies.Page, "text/html", "Date: " + DateTimeOffset.UtcNow.AddDays(1).ToString("r", CultureInfo.InvariantCulture));

    private static Task Reset(RawExchange it)
    {
        it.Reset();
        return Task.CompletedTask;
    }

    private static async Task HalfHead(RawExchange it)
    {
        await it.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: applic").ConfigureAwait(false);
        await it.FallSilentAsync().ConfigureAwait(false);
    }

    private static async Task EndlessHead(RawExchange it)
    {
        await it.SendAsync("HTTP/1.1 200 OK\r\n").ConfigureAwait(false);
        string line = "X-Filler: " + new string('x', 1000) + "\r\n";
        while (true)
        {
            await it.SendAsync(line).ConfigureAwait(false);
        }
    }

    private static async Task EndlessContinue(RawExchange it)
    {
        for (int sent = 1; ; sent++)
        {
            await it.SendAsync("HTTP/1.1 102 Processing\r\n\r\n").ConfigureAwait(false);
            await EnoughAsync(it, sent).ConfigureAwait(false);
        }
    }

    private static async Task ResetInBody(RawExchange it)
    {
        // A reset overtakes what the client has not read yet; then it would be one before the answer.
        await it.SendHeadAndWaitAsync(200, "Content-Type: " + it.GoodType, "Content-Length: " + it.GoodBody.Length).ConfigureAwait(false);
        await it.SendAsync(Bodies.Half(it.GoodBody)).ConfigureAwait(false);
        it.Reset();
    }

    private static async Task ClosedInBody(RawExchange it)
    {
        await it.HeadAsync(200, "Content-Type: " + it.GoodType, "Content-Length: " + it.GoodBody.Length).ConfigureAwait(false);
        await it.SendAsync(Bodies.Half(it.GoodBody)).ConfigureAwait(false);
    }

    private static async Task Chunked(RawExchange it, string chunks)
    {
        await it.HeadAsync(200, "Content-Type: " + it.GoodType, "Transfer-Encoding: chunked").ConfigureAwait(false);
        await it.SendAsync(chunks).ConfigureAwait(false);
    }

    private static async Task SilenceInBody(RawExchange it)
    {
        await it.HeadAsync(200, "Content-Type: " + it.GoodType, "Content-Length: " + it.GoodBody.Length).ConfigureAwait(false);
        await it.SendAsync(Bodies.Half(it.GoodBody)).ConfigureAwait(false);
        await it.FallSilentAsync().ConfigureAwait(false);
    }

    private static async Task Trickle(RawExchange it)
    {
        await it.HeadAsync(200, "Content-Type: " + it.GoodType, "Content-Length: " + it.GoodBody.Length).ConfigureAwait(false);
        for (int sent = 1; sent < it.GoodBody.Length; sent++)
        {
            await it.SendAsync(it.GoodBody.AsMemory(sent - 1, 1)).ConfigureAwait(false);
            await EnoughAsync(it, sent).ConfigureAwait(false);
        }

        await it.HangAsync().ConfigureAwait(false);
    }

    /// <summary>Lets the client lose its patience in the middle of what still comes.</summary>
    private static async Task EnoughAsync(RawExchange it, int sent)
    {
        if (sent == 5)
        {
            it.LoseThePatience();
        }

        await Task.Delay(sent < 5 ? 1 : 50).ConfigureAwait(false);
    }

    private static async Task LengthTooSmall(RawExchange it)
    {
        await it.HeadAsync(200, "Content-Type: " + it.GoodType, "Content-Length: " + (it.GoodBody.Length - 10)).ConfigureAwait(false);
        await it.SendAsync(it.GoodBody).ConfigureAwait(false);
        await it.HangAsync().ConfigureAwait(false);
    }

    private static async Task Unmeasured(RawExchange it, string header)
    {
        await it.HeadAsync(200, "Content-Type: " + it.GoodType, header).ConfigureAwait(false);
        await it.SendAsync(it.GoodBody).ConfigureAwait(false);
    }

    private static Task SecondAnswer(RawExchange it) => it.GoodAndAsync(Encoding.UTF8.GetBytes(Bodies.Envelope("999")), "application/json");

    private static async Task Huge(RawExchange it, string header)
    {
        await it.HeadAsync(200, "Content-Type: " + it.GoodType, header).ConfigureAwait(false);
        await it.SendAsync("{\"result\":{\"statusCode\":\"100\",\"errorMessage\":\"").ConfigureAwait(false);
        byte[] part = new byte[1024 * 1024];
        Array.Fill(part, (byte)'x');
        for (int sent = 0; sent < 100; sent++)
        {
            await it.SendAsync(part).ConfigureAwait(false);
        }
    }

    private static Task NoContent(RawExchange it) => it.HeadAsync(204, "Connection: close");

    private static Task AnotherKind(RawExchange it) => it.Kind == CallKind.Json
        ? it.AnswerAsync(200, "<api-data xmlns=\"https://www.jpo.go.jp\"><statusCode>100</statusCode></api-data>", "application/xml")
        : it.AnswerAsync(200, Bodies.Envelope("100"), "application/json");

    private static Task AnotherCase(RawExchange it) => it.Kind == CallKind.Zip
        ? it.AnswerAsync(200, it.GoodBody, it.GoodType, "Content-Disposition: attachment;filename=docContRefusalReason_2018000123.zip")
        : it.AnswerAsync(200, it.GoodText.Replace("2019000123", "2018000123", StringComparison.Ordinal), it.GoodType);

    private static Task NoData(RawExchange it) => it.Kind switch
    {
        CallKind.Token => it.AnswerAsync(200, """{"access_token":"","expires_in":3600,"token_type":"Bearer"}""", it.GoodType),
        CallKind.Zip => it.AnswerAsync(200, Documents.ZipForge.Zip(), it.GoodType),
        CallKind.Xml => it.AnswerAsync(200, "<api-data xmlns=\"https://www.jpo.go.jp\"><statusCode>100</statusCode><errorMessage/><remainAccessCount>90</remainAccessCount><family-data><families/></family-data></api-data>", it.GoodType),
        _ => it.AnswerAsync(200, Bodies.Envelope("100"), "application/json"),
    };

    private static Task Redirect(RawExchange it, int status) => it.AnswerAsync(status, [], "text/plain", "Location: " + Elsewhere.BaseUri + "api/patent/v1/app_progress/2019000123");

    private static Task Encoded(RawExchange it, string encoding, byte[] body) => it.AnswerAsync(200, body, it.GoodType, "Content-Encoding: " + encoding);

    private static async Task GzipBomb(RawExchange it)
    {
        // A gzip may be made of many: 20 GB in 20 MB.
        await it.HeadAsync(200, "Content-Type: " + it.GoodType, "Content-Encoding: gzip", "Connection: close").ConfigureAwait(false);
        for (int sent = 0; sent < 2000; sent++)
        {
            await it.SendAsync(Bodies.TenMegabytes.Value).ConfigureAwait(false);
        }
    }
}
