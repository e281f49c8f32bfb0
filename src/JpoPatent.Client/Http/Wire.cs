using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.Time;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Http;

/// <summary>
/// One request over the wire and its whole body back, within bounds of time and size. Both the token address and the
/// APIs are asked through here.
/// </summary>
internal static class Wire
{
    /// <exception cref="WireException">No answer, or only a part of one, came in time.</exception>
    /// <exception cref="JpoInvalidAnswerException">The answer is longer than <paramref name="maxBytes"/>,
    /// or not packed as it says.</exception>
    internal static async Task<WireAnswer> SendAsync(
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send,
        HttpRequestMessage request,
        string what,
        int maxBytes,
        TimeSpan timeout,
        ServiceClock clock,
        CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(clock.Time, timeout, cancellationToken);
        HttpResponseMessage? message = null;
        if (request.Headers.AcceptEncoding.Count == 0)
        {
            request.Headers.AcceptEncoding.ParseAdd(BodyDecoder.Accepted);
        }

        long sentAt = clock.Time.GetTimestamp();
        try
        {
            message = await send(request, deadline.Token).ConfigureAwait(false);
            DateTimeOffset headAt = clock.Time.GetUtcNow();
            ReadOnlyMemory<byte> body = await ReadAsync(message, what, maxBytes, deadline.Token).ConfigureAwait(false);
            return new WireAnswer(message, Decode(message, body, what, maxBytes), sentAt, headAt);
        }
        catch (Exception error)
        {
            message?.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            if (WireException.Of(error, request.RequestUri!.Host, deadline.IsPast, message != null, timeout)
                is { } lost)
            {
                throw lost;
            }

            throw;
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(
        HttpResponseMessage message, string what, int maxBytes, CancellationToken cancellationToken)
    {
        // .NET Framework hands an answer without a body over with no content at all.
        if (message.Content == null)
        {
            return default;
        }

        long? length = message.Content.Headers.ContentLength;
        if (length > maxBytes)
        {
            throw TooLong(what, maxBytes);
        }

#if NET8_0_OR_GREATER
        using Stream stream = await message.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
        // On .NET Framework a read that waits does not hear of a cancellation; closing the answer ends it.
        using CancellationTokenRegistration close = cancellationToken.Register(message.Dispose);
        using Stream stream = await message.Content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
        byte[] body = new byte[length is > 0 ? (int)length + 1 : 8192];
        int filled = 0;
        while (true)
        {
            if (filled == body.Length)
            {
                Array.Resize(ref body, Math.Min(body.Length * 2, maxBytes + 1));
            }

            int read = await stream.ReadAsync(body, filled, body.Length - filled, cancellationToken)
                .ConfigureAwait(false);
            if (read == 0)
            {
                return body.AsMemory(0, filled);
            }

            filled += read;
            if (filled > maxBytes)
            {
                throw TooLong(what, maxBytes);
            }
        }
    }

    private static ReadOnlyMemory<byte> Decode(
        HttpResponseMessage message, ReadOnlyMemory<byte> body, string what, int maxBytes)
    {
        if (message.Content == null)
        {
            return body;
        }

        ICollection<string> encodings = message.Content.Headers.ContentEncoding;
        ReadOnlyMemory<byte> decoded;
        try
        {
            decoded = BodyDecoder.Decode(body, encodings, maxBytes);
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            throw new JpoInvalidAnswerException(Format(
                Client.Messages.AnswerUndecodable,
                what,
                (int)message.StatusCode,
                body.Length,
                string.Join(", ", encodings)))
            {
                HttpStatus = (int)message.StatusCode,
            };
        }

        return decoded.Length <= maxBytes ? decoded : throw TooLong(what, maxBytes);
    }

    private static JpoInvalidAnswerException TooLong(string what, int maxBytes) =>
        new(Format(Client.Messages.AnswerTooLong, what, maxBytes / (1024.0 * 1024)));
}
