using System;
using System.IO;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace JpoPatent.Tests.Faults;

/// <summary>One request that a <see cref="RawServer"/> has read, and the socket on which it can be answered byte by byte.</summary>
internal sealed class RawExchange(Socket socket, NetworkStream stream, CallKind kind, byte[] goodBody, PatientTime time, CancellationToken stopped)
{
    internal CallKind Kind => kind;

    /// <summary>What the service would send.</summary>
    internal byte[] GoodBody => goodBody;

    internal string GoodText => Encoding.UTF8.GetString(goodBody);

    internal string GoodType => kind switch
    {
        CallKind.Xml => "application/xml",
        CallKind.Zip or CallKind.Bundle => "application/zip",
        CallKind.Pdf => "application/pdf",
        _ => "application/json;charset=UTF-8",
    };

    /// <summary>Whether the connection can carry another request.</summary>
    internal bool IsKeptOpen { get; private set; }

    /// <summary>Bytes that the system took off our hands; a little more than the client has read.</summary>
    internal long Sent { get; private set; }

    internal Task GoodAsync() => AnswerAsync(200, goodBody, GoodType);

    /// <summary>A whole and regular answer with some headers more.</summary>
    internal async Task AnswerAsync(int status, byte[] body, string contentType, params string[] headers)
    {
        await HeadAsync(status, ["Content-Type: " + contentType, "Content-Length: " + body.Length, .. headers]).ConfigureAwait(false);
        await SendAsync(body).ConfigureAwait(false);
        IsKeptOpen = true;
    }

    /// <summary>The good answer with another on its heels, in one piece: the client has both before it could take the connection for idle.</summary>
    internal async Task GoodAndAsync(byte[] another, string contentType)
    {
        byte[] first = Head(200, "Content-Type: " + GoodType, "Content-Length: " + goodBody.Length);
        byte[] second = Head(200, "Content-Type: " + contentType, "Content-Length: " + another.Length);
        await SendAsync((byte[])[.. first, .. goodBody, .. second, .. another]).ConfigureAwait(false);
        IsKeptOpen = true;
    }

    internal Task AnswerAsync(int status, string body, string contentType, params string[] headers) => AnswerAsync(status, Encoding.UTF8.GetBytes(body), contentType, headers);

    /// <summary>The status line, <c>Date</c> unless there is one, and just the headers given.</summary>
    internal Task HeadAsync(int status, params string[] headers) => SendAsync(Head(status, headers));

    private static byte[] Head(int status, params string[] headers)
    {
        var head = new StringBuilder().Append("HTTP/1.1 ").Append(status.ToString("000")).Append(" Whatever\r\n");
        if (!Array.Exists(headers, static header => header.StartsWith("Date:", StringComparison.Ordinal)))
        {
            head.Append("Date: ").Append(DateTimeOffset.UtcNow.ToString("r")).Append("\r\n");
        }

        foreach (string header in headers)
        {
            head.Append(header).Append("\r\n");
        }

        return Encoding.Latin1.GetBytes(head.Append("\r\n").ToString());
    }

    internal Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    internal async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        await stream.WriteAsync(bytes, stopped).ConfigureAwait(false);
        Sent += bytes.Length;
    }

    /// <summary>Ends the connection with a reset, as a crashed gateway does.</summary>
    internal void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }

    /// <summary>Lets the client's patience end.</summary>
    internal void LoseThePatience() => time.PassDeadlines();

    /// <summary>Waits until the client has seen the head; for some seconds at most, should it not look at the clock then.</summary>
    internal async Task SendHeadAndWaitAsync(int status, params string[] headers)
    {
        Task seen = time.NextLookAsync();
        await HeadAsync(status, headers).ConfigureAwait(false);
        await Task.WhenAny(seen, Task.Delay(TimeSpan.FromSeconds(5), stopped)).ConfigureAwait(false);
    }

    /// <summary>Says nothing more, for longer than the client waits.</summary>
    internal Task FallSilentAsync()
    {
        LoseThePatience();
        return HangAsync();
    }

    /// <summary>Says nothing more until the client goes away.</summary>
    internal async Task HangAsync()
    {
        byte[] any = new byte[1];
        await stream.ReadAsync(any, stopped).ConfigureAwait(false);
    }

    internal static bool IsEndOfConnection(Exception error) => error is IOException or SocketException or ObjectDisposedException or OperationCanceledException;
}
