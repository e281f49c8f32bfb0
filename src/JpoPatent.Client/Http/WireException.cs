using System;
#if NET8_0_OR_GREATER
using System.Net.Http;
#else
using System.Net;
#endif
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Http;

/// <summary>
/// A try that failed on the wire. It stays inside the client; what a user sees says how many tries there were.
/// </summary>
internal sealed class WireException(
    WireFailure failure, string host, TimeSpan timeout, Exception cause) : Exception(cause.Message, cause)
{
    internal WireFailure Failure => failure;

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
        return failure switch
        {
            WireFailure.TimedOut => new JpoConnectionException(
                Format(Client.Messages.ConnectionTimedOut, what, host, timeout.TotalSeconds, tries) + more,
                InnerException)
            {
                Attempts = attempts,
            },
            WireFailure.CutOff => new JpoInvalidAnswerException(
                Format(Client.Messages.ConnectionLost, what, host, tries) + more, InnerException)
            {
                Attempts = attempts,
            },
            _ => new JpoConnectionException(
                Format(Client.Messages.ConnectionFailed, what, host, tries, Innermost(this)) + more, InnerException)
            {
                Attempts = attempts,
            },
        };
    }

    private static string Innermost(Exception error)
    {
        while (error.InnerException != null)
        {
            error = error.InnerException;
        }

        return error.Message;
    }
}
