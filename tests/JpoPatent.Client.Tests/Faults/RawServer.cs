using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace JpoPatent.Tests.Faults;

/// <summary>
/// The service as bare bytes on a socket: what a web server would never let a test send. It knows one answer of each kind, checks tokens, and counts every request that
/// it has read, answered or not: the service's own count, which the client's book may never fall below.
/// </summary>
internal sealed class RawServer : IDisposable
{
    /// <summary>Stands in the address of a bundle, and may be seen nowhere else.</summary>
    private const string Signature = "hidden-signature";

    private const string BundlePath = "/bundles/";

    private readonly CancellationTokenSource _stopped = new();
    private readonly ConcurrentDictionary<Socket, bool> _connections = new();
    private readonly ConcurrentDictionary<CallKind, int> _requests = new();
    private readonly ConcurrentDictionary<ApiDescriptor, int> _counted = new();
    private readonly ConcurrentDictionary<string, bool> _tokens = new();
    private readonly Socket _reserved;
    private readonly int _port;
    private Socket? _listener;

    internal RawServer()
    {
        // Bound and never listening: while nobody listens the port refuses connections, and no other server gets it.
        _reserved = Bound(0);
        _port = ((IPEndPoint)_reserved.LocalEndPoint!).Port;
        Listen();
    }

    internal Uri BaseUri => new("http://127.0.0.1:" + _port.ToString(CultureInfo.InvariantCulture));

    /// <summary>The clock of the client, whose patience ends when the server says so.</summary>
    internal PatientTime Time { get; } = new();

    /// <summary>What happens in place of the good answer; null for nothing.</summary>
    internal Func<RawExchange, Task>? Fault { get; set; }

    /// <summary>The kind of call that the fault befalls.</summary>
    internal CallKind FaultKind { get; set; }

    /// <summary>How often the fault still happens.</summary>
    internal int FaultsLeft { get; set; }

    /// <summary>Bytes sent in faulty answers.</summary>
    internal long FaultySent { get; private set; }

    /// <summary>Forms that the token address was sent.</summary>
    internal ConcurrentQueue<string> Forms { get; } = new();

    /// <summary>What stood between method and version in the first line of each request.</summary>
    internal ConcurrentQueue<string> Targets { get; } = new();

    /// <summary>Everything that must be seen nowhere else.</summary>
    internal ICollection<string> HandedOut => [.. _tokens.Keys, Signature];

    /// <summary>Whether connections are refused: nobody listens, and those that were open are closed.</summary>
    internal bool IsRefusing
    {
        get => _listener == null;
        set
        {
            if (value)
            {
                Close();
            }
            else if (_listener == null)
            {
                Listen();
            }
        }
    }

    /// <summary>Requests of a kind that were read to their end.</summary>
    internal int Requests(CallKind kind) => _requests.GetValueOrDefault(kind);

    /// <summary>Accesses of an API as the service counts them.</summary>
    internal int Counted(ApiDescriptor api) => _counted.GetValueOrDefault(api);

    internal static ApiDescriptor? ApiOf(CallKind kind) => kind switch
    {
        CallKind.Json => ApiCatalog.PatentProgress,
        CallKind.Xml => ApiCatalog.OpdFamily,
        CallKind.Zip => ApiCatalog.PatentRefusalNotices,
        CallKind.Pdf => ApiCatalog.OpdDocument,
        CallKind.Bundle => ApiCatalog.PatentMailedDocuments,
        _ => null,
    };

    public void Dispose()
    {
        _stopped.Cancel();
        Close();
        _reserved.Dispose();
        _stopped.Dispose();
    }

    private void Close()
    {
        _listener?.Dispose();
        _listener = null;
        foreach (Socket socket in _connections.Keys)
        {
            socket.Close();
        }
    }

    private void Listen()
    {
        Socket listener = Bound(_port);
        listener.Listen(100);
        _listener = listener;
        _ = AcceptAsync(listener, _stopped.Token);
    }

    private static Socket Bound(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
        return socket;
    }

    private async Task AcceptAsync(Socket listener, CancellationToken stopped)
    {
        while (true)
        {
            Socket socket;
            try
            {
                socket = await listener.AcceptAsync(stopped).ConfigureAwait(false);
            }
            catch (Exception error) when (RawExchange.IsEndOfConnection(error))
            {
                return;
            }

            _ = ServeAsync(socket, stopped);
        }
    }

    private async Task ServeAsync(Socket socket, CancellationToken stopped)
    {
        socket.NoDelay = true;
        _connections[socket] = true;
        try
        {
            using var stream = new NetworkStream(socket, ownsSocket: true);
            while (await ReadRequestAsync(stream, stopped).ConfigureAwait(false) is { } request)
            {
                if (!await HandleAsync(socket, stream, request.Head, request.Body, stopped).ConfigureAwait(false))
                {
                    return;
                }
            }
        }
        catch (Exception error) when (RawExchange.IsEndOfConnection(error))
        {
            // The client went away, as it should after many of the faults.
        }
        finally
        {
            _connections.TryRemove(socket, out _);
        }
    }

    private async Task<bool> HandleAsync(Socket socket, NetworkStream stream, string head, string body, CancellationToken stopped)
    {
        string path = head.Split("\r\n")[0]["GET ".Length..^" HTTP/1.1".Length].TrimStart();
        Targets.Enqueue(path);
        if (path.StartsWith(BundlePath, StringComparison.Ordinal))
        {
            return await HandleBundleAsync(socket, stream, head, stopped).ConfigureAwait(false);
        }

        ApiDescriptor? api = ApiCatalog.All.FirstOrDefault(row => path.StartsWith(row.Path, StringComparison.Ordinal));
        CallKind kind = api == null ? CallKind.Token : Enum.GetValues<CallKind>().FirstOrDefault(known => ApiOf(known) == api);
        if (kind == CallKind.Bundle)
        {
            // The API that names the address; the faults of this kind befall the address itself.
            kind = CallKind.Json;
        }
        else
        {
            _requests.AddOrUpdate(kind, 1, static (_, count) => count + 1);
        }

        byte[] good;
        if (api == null)
        {
            Forms.Enqueue(body);
            good = TokenBody();
        }
        else
        {
            string? token = head.Split("\r\n").FirstOrDefault(static line => line.StartsWith("Authorization: Bearer ", StringComparison.Ordinal))?["Authorization: Bearer ".Length..];
            if (token == null || !_tokens.ContainsKey(token))
            {
                var refusal = new RawExchange(socket, stream, kind, [], Time, stopped);
                await refusal.AnswerAsync(401, """{"result":{"statusCode":"210","errorMessage":"","remainAccessCount":"","data":{}}}""", "application/json").ConfigureAwait(false);
                return true;
            }

            int counted = _counted.AddOrUpdate(api, 1, static (_, count) => count + 1);
            if (api == ApiOf(CallKind.Bundle))
            {
                return await GoodAsync(new RawExchange(socket, stream, kind, AddressBody(), Time, stopped)).ConfigureAwait(false);
            }

            good = Body(kind, api.DailyLimit - counted);
        }

        return await AnswerAsync(new RawExchange(socket, stream, kind, good, Time, stopped)).ConfigureAwait(false);
    }

    /// <summary>The host of a bundle takes no token: one that strays here is refused.</summary>
    private async Task<bool> HandleBundleAsync(Socket socket, NetworkStream stream, string head, CancellationToken stopped)
    {
        _requests.AddOrUpdate(CallKind.Bundle, 1, static (_, count) => count + 1);
        var exchange = new RawExchange(socket, stream, CallKind.Bundle, Body(CallKind.Zip, 0), Time, stopped);
        if (head.Contains("Authorization:", StringComparison.OrdinalIgnoreCase))
        {
            await exchange.AnswerAsync(400, [], "text/plain").ConfigureAwait(false);
            return true;
        }

        return await AnswerAsync(exchange).ConfigureAwait(false);
    }

    private static async Task<bool> GoodAsync(RawExchange exchange)
    {
        await exchange.GoodAsync().ConfigureAwait(false);
        return exchange.IsKeptOpen;
    }

    /// <summary>Answers as the fault says, as long as it befalls this kind; otherwise well.</summary>
    private async Task<bool> AnswerAsync(RawExchange exchange)
    {
        if (Fault != null && FaultKind == exchange.Kind && FaultsLeft > 0)
        {
            FaultsLeft--;
            try
            {
                await Fault(exchange).ConfigureAwait(false);
            }
            finally
            {
                FaultySent += exchange.Sent;
            }
        }
        else
        {
            await exchange.GoodAsync().ConfigureAwait(false);
        }

        return exchange.IsKeptOpen;
    }

    private byte[] AddressBody() => Encoding.UTF8.GetBytes(
        $$"""{"result":{"statusCode":"100","errorMessage":"","remainAccessCount":"","data":{"URL":"{{new Uri(BaseUri, BundlePath)}}docCont_2019000123.zip?Signature={{Signature}}"} } }""");

    private byte[] TokenBody()
    {
        string access = "access-" + Guid.NewGuid().ToString("N");
        string refresh = "refresh-" + Guid.NewGuid().ToString("N");
        _tokens[access] = true;
        _tokens[refresh] = true;
        return Encoding.UTF8.GetBytes($$"""{"access_token":"{{access}}","expires_in":3600,"refresh_expires_in":28800,"refresh_token":"{{refresh}}","token_type":"Bearer","scope":"openid"}""");
    }

    private static byte[] Body(CallKind kind, int remaining)
    {
        switch (kind)
        {
            case CallKind.Xml:
                return Encoding.UTF8.GetBytes($"""
                    <?xml version="1.0" encoding="UTF-8"?>
                    <api-data xmlns="https://www.jpo.go.jp"><statusCode>100</statusCode><errorMessage/><remainAccessCount>{remaining}</remainAccessCount><family-data><families><family><country>JP</country><family-items><family-item><application-number><document-number>JP.2019000123.A</document-number><date>20190104</date></application-number></family-item></family-items></family></families></family-data></api-data>
                    """);
            case CallKind.Zip:
                using (var stream = new MemoryStream())
                {
                    using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
                    {
                        using Stream entry = zip.CreateEntry("01234567890-jpntce.xml").Open();
                        entry.Write("<?xml version=\"1.0\"?><notice-pat-exam/>"u8);
                    }

                    return stream.ToArray();
                }

            case CallKind.Pdf:
                return Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n");
            default:
                return Encoding.UTF8.GetBytes($$"""{"result":{"statusCode":"100","errorMessage":"","remainAccessCount":"{{remaining}}","data":{"applicationNumber":"2019000123","inventionTitle":"架空の発明","filingDate":"20190104","applicantAttorney":[{"applicantAttorneyCd":"900000001","repeatNumber":"1","name":"架空特許株式会社","applicantAttorneyClass":"1"}],"bibliographyInformation":[] } } }""");
        }
    }

    private static async Task<(string Head, string Body)?> ReadRequestAsync(NetworkStream stream, CancellationToken stopped)
    {
        var received = new MemoryStream();
        byte[] buffer = new byte[4096];
        while (true)
        {
            string text = Encoding.Latin1.GetString(received.GetBuffer(), 0, (int)received.Length);
            int end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end >= 0)
            {
                string head = text[..end];
                string? length = head.Split("\r\n").FirstOrDefault(static line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
                int due = length == null ? 0 : int.Parse(length["Content-Length:".Length..], CultureInfo.InvariantCulture);
                if (text.Length >= end + 4 + due)
                {
                    return (head, text.Substring(end + 4, due));
                }
            }

            int read = await stream.ReadAsync(buffer, stopped).ConfigureAwait(false);
            if (read == 0)
            {
                return null;
            }

            received.Write(buffer, 0, read);
        }
    }
}
