using System;
using System.IO;
#if !NET8_0_OR_GREATER
using System.Net;
#endif
using System.Net.Http;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Http;

/// <summary>
/// A try that failed on the wire. It stays inside the client; what a user sees says how many tries there were.
/// </summary>
internal sealed class WireException(
    WireFailure failure, string host, TimeSpan timeout, Exception cause) : Exception(cause.Message, cause)
{
    /// <summary>What an exception below means for a try; null where the wire has nothing to do with it.</summary>
    /// <param name="error">What was thrown.</param>
    /// <param name="host">Who was asked.</param>
    /// <param name="isPast">Whether the time was over. Past it a read ends in any of several ways, depending on the
    /// platform.</param>
    /// <param name="isAnswered">Whether the answer had begun.</param>
    /// <param name="timeout">The time that the try had.</param>
    internal static WireException? Of(Exception error, string host, bool isPast, bool isAnswered, TimeSpan timeout) =>
        error switch
        {
            OperationCanceledException or ObjectDisposedException or HttpRequestException or IOException when isPast =>
                new WireException(WireFailure.TimedOut, host, timeout, error),
            HttpRequestException or IOException or ObjectDisposedException => new WireException(
                isAnswered ? WireFailure.CutOff : WireFailure.Unreachable, host, timeout, error),
            _ => null,
        };

    /// <summary>
    /// Whether it is certain that the request never left this machine: there was no connection, to the service or
    /// through the proxy, on which it could have.
    /// </summary>
    internal bool IsUnsent
    {
        get
        {
            for (Exception? error = failure == WireFailure.Unreachable ? InnerException : null;
                error != null;
                error = error.InnerException)
            {
#if NET8_0_OR_GREATER
                if (error is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError
                    or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError
                    or HttpRequestError.ProxyTunnelError })
#else
                if (error is WebException
                    {
                        Status: WebExceptionStatus.NameResolutionFailure
                            or WebExceptionStatus.ProxyNameResolutionFailure or WebExceptionStatus.ConnectFailure
                            or WebExceptionStatus.TrustFailure
                            or WebExceptionStatus.SecureChannelFailure
                    })
#endif
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>A few words for a verbose line.</summary>
    internal string Reason => failure switch
    {
        WireFailure.TimedOut => Client.Messages.ReasonTimedOut,
        WireFailure.CutOff => Client.Messages.ReasonCutOff,
        _ => Client.Messages.ReasonUnreachable,
    };

    /// <summary>What the user gets to see in the end.</summary>
    /// <param name="what">The API or address that was asked.</param>
    /// <param name="attempts">How often it was tried.</param>
    /// <param name="more">Sentences that follow.</param>
    internal JpoException ToJpoException(string what, int attempts, string more = "")
    {
        string tries = attempts > 1 ? Format(Client.Messages.AfterAttempts, attempts) : string.Empty;
        JpoException error = failure switch
        {
            WireFailure.TimedOut => new JpoConnectionException(
                Format(Client.Messages.ConnectionTimedOut, what, host, timeout.TotalSeconds, tries) + more,
                InnerException),
            WireFailure.CutOff => new JpoInvalidAnswerException(
                Format(Client.Messages.ConnectionLost, what, host, tries) + more, InnerException),
            _ => new JpoConnectionException(
                Format(Client.Messages.ConnectionFailed, what, host, tries, GetBaseException().Message) + more,
                InnerException),
        };
        error.Attempts = attempts;
        return error;
    }
}
