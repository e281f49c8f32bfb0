using System;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.Answers;
using JpoPatent.Calls;
using JpoPatent.Failures;
using JpoPatent.Http;
using JpoPatent.Retries;
using JpoPatent.Serialization;
using JpoPatent.Time;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Authentication;

/// <summary>
/// Hands out a valid token. However many callers wait, one of them logs in or renews; the others get what it got.
/// Tokens live here and in requests under way, nowhere else.
/// </summary>
internal sealed class TokenProvider(
    HttpMessageInvoker wire,
    Uri tokenUri,
    JpoCredential credential,
    ServiceClock clock,
    RetryLoop retry,
    TimeSpan timeout,
    FailureLog failures)
{
    private const int MaxAnswerBytes = 256 * 1024;

    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile Token? _token;
    private volatile JpoAuthenticationException? _refused;
    private volatile JpoException? _lastFailure;
    private volatile bool _isForgotten;

    /// <summary>When the token in use expires; null if absent.</summary>
    internal DateTimeOffset? ExpiresAt
    {
        get
        {
            Token? token = _token;
            return token == null ? null : clock.Now + (token.Lifetime - Age(token));
        }
    }

    /// <exception cref="JpoAuthenticationException">The service refused user name or password.</exception>
    /// <exception cref="JpoNotConnectedException">The connection was disconnected.</exception>
    internal ValueTask<Token> GetAsync(
        IProgress<JpoActivity>? activity, CallBudget budget, CancellationToken cancellationToken)
    {
        Token? token = _token;
        return token != null && !_isForgotten && Age(token) < token.RenewAfter
            ? new ValueTask<Token>(token)
            : new ValueTask<Token>(RenewAsync(activity, budget, cancellationToken));
    }

    /// <summary>
    /// Says that the service did not accept a token. Of many callers that say so of the same token,
    /// the first makes the difference.
    /// </summary>
    internal void Reject(Token token)
    {
        if (ReferenceEquals(_token, token))
        {
            // Without its refresh token: what made the one invalid, a new password say, has made the other so too.
            _token = null;
        }
    }

    /// <summary>Forgets token and password for good.</summary>
    internal void Forget()
    {
        _isForgotten = true;
        _token = null;
        credential.Dispose();
    }

    private TimeSpan Age(Token token) => clock.Time.GetElapsedTime(token.ObtainedAt);

    private async Task<Token> RenewAsync(
        IProgress<JpoActivity>? activity, CallBudget budget, CancellationToken cancellationToken)
    {
        using CallBudget.Running running = budget.Run();
        JpoException? earlierFailure = _lastFailure;
        if (_one.CurrentCount == 0)
        {
            activity?.Report(new JpoActivity(
                JpoActivityKind.Waiting, Format(Client.Messages.WaitingForToken, tokenUri.Host)));
        }

        if (!await _one.EnterAsync(clock.Time, budget.AtMost(Timeout.InfiniteTimeSpan), cancellationToken)
            .ConfigureAwait(false))
        {
            throw new JpoConnectionException(
                Format(Client.Messages.TokenBusy, tokenUri.Host, Math.Round(budget.Spent.TotalSeconds, 1)), null);
        }

        try
        {
            if (_isForgotten)
            {
                throw new JpoNotConnectedException(Client.Messages.ConnectionDisconnected);
            }

            Token? old = _token;
            if (old != null && Age(old) < old.RenewAfter)
            {
                return old;
            }

            // A password that was refused stays refused: asking again for every number of a
            // pipeline could lock the company's only ID.
            if (_refused is { } refused)
            {
                throw Copy(refused);
            }

            // A login failed during this caller's wait: its failure is theirs too.
            // Each trying four times in turn would be the storm.
            if (_lastFailure is { } failure && !ReferenceEquals(failure, earlierFailure))
            {
                throw Copy(failure);
            }

            Token? renewed = null;
            if (old?.RefreshToken != null && Age(old) < old.RefreshLifetime)
            {
                activity?.Report(new JpoActivity(JpoActivityKind.Token, Client.Messages.TokenRefresh));
                renewed = await RefreshAsync(old, activity, budget, cancellationToken).ConfigureAwait(false);
            }

            if (renewed == null)
            {
                activity?.Report(new JpoActivity(
                    JpoActivityKind.Token, Format(Client.Messages.TokenLogin, credential.UserName)));
                long startedAt = clock.Time.GetTimestamp();
                try
                {
                    renewed = await LogInAsync(activity, budget, cancellationToken).ConfigureAwait(false);
                }
                catch (JpoException error)
                {
                    _lastFailure = Copy(error);
                    Note(error, startedAt);
                    throw;
                }
            }

            if (_isForgotten)
            {
                throw new JpoNotConnectedException(Client.Messages.ConnectionDisconnected);
            }

            return _token = renewed;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>
    /// Keeps a failed login for the report to JPO's support: nothing of what was sent,
    /// and nothing of the answer but its status.
    /// </summary>
    private void Note(JpoException error, long startedAt)
    {
        if (error is JpoNotConnectedException)
        {
            return;
        }

        failures.Add(new FailedCall
        {
            At = JapanTime.ToJapan(clock.Now),
            Address = FailureLog.Show(tokenUri),
            Attempts = error.Attempts,
            Duration = clock.Time.GetElapsedTime(startedAt),
            HttpStatus = error.HttpStatus,
            StatusCode = error.StatusCode,
            ErrorType = error.GetType().Name,
            Message = error.Message,
        });
    }

    /// <summary>
    /// The new token, or null where a login has to do: the refresh was refused, or did not come through at all.
    /// </summary>
    private async Task<Token?> RefreshAsync(
        Token old, IProgress<JpoActivity>? activity, CallBudget budget, CancellationToken cancellationToken)
    {
        byte[] form = Encoding.ASCII.GetBytes(
            "grant_type=refresh_token&refresh_token=" + Uri.EscapeDataString(old.RefreshToken!));
        try
        {
            return (await AskAsync(form, activity, budget, cancellationToken).ConfigureAwait(false)).Token;
        }
        catch (Exception error) when (error is WireException or JpoException)
        {
            return null;
        }
    }

    private async Task<Token> LogInAsync(
        IProgress<JpoActivity>? activity, CallBudget budget, CancellationToken cancellationToken)
    {
        (Reply reply, int attempts, string givenUp) = await retry.RunAsync(
            tokenUri.Host, tokenUri.Host, budget, activity, AskOnceAsync, null, cancellationToken)
            .ConfigureAwait(false);
        if (reply.Token != null)
        {
            return reply.Token;
        }

        if (reply.IsRefusal)
        {
            _refused = Refused(reply, attempts);
            throw Copy(_refused);
        }

        throw Unusable(reply, attempts, givenUp);

        async Task<Try<Reply>> AskOnceAsync(int attempt)
        {
            byte[] form;
            try
            {
                form = credential.ToLoginForm();
            }
            catch (ObjectDisposedException)
            {
                throw new JpoNotConnectedException(Client.Messages.ConnectionDisconnected);
            }

            try
            {
                Reply reply = await AskAsync(form, activity, budget, cancellationToken).ConfigureAwait(false);
                string? reason = reply.Token != null || reply.IsRefusal
                    ? null
                    : RetryPolicy.ReasonToRetry((int)reply.Status, reply.Code, reply.Form);
                return new Try<Reply>(reply, reason) { IsBusy = reply.IsBusy, RetryAfter = reply.RetryAfter };
            }
            catch (JpoException error)
            {
                error.Attempts = attempt;
                throw;
            }
            finally
            {
                Array.Clear(form, 0, form.Length);
            }
        }
    }

    private JpoException Unusable(Reply reply, int attempts, string more)
    {
        int http = (int)reply.Status;
        string tries = attempts > 1 ? Format(Client.Messages.AfterAttempts, attempts) : string.Empty;
        if (reply.RequestId != null)
        {
            more = " " + Format(Client.Messages.RequestIdSuffix, reply.RequestId) + more;
        }

        JpoException error = reply.Code switch
        {
            // Nothing hands out tokens there, and the address is the user's to give.
            StatusCodes.NoSuchApi => new JpoInvalidAnswerException(
                Format(Client.Messages.TokenAnswerInvalid, FailureLog.Show(tokenUri), http) + more),
            StatusCodes.TooManyAtOnce =>
                Service(JpoServiceProblem.Busy, Format(Client.Messages.ServiceBusy, tokenUri.Host, tries)),
            StatusCodes.TimedOut =>
                Service(JpoServiceProblem.Timeout, Format(Client.Messages.ServiceTimeout, tokenUri.Host, tries)),
            { } code when code != StatusCodes.Done => Service(
                JpoServiceProblem.Error,
                Format(
                    StatusCodes.IsKnown(code) ? Client.Messages.ServiceError : Client.Messages.ServiceUnknownCode,
                    tokenUri.Host,
                    http,
                    code,
                    tries)),
            null when http == 403 =>
                Service(JpoServiceProblem.Error, Format(Client.Messages.ServiceForbidden, tokenUri.Host, tries)),
            null when http == 429 =>
                Service(JpoServiceProblem.Busy, Format(Client.Messages.ServiceBusy, tokenUri.Host, tries)),
            null when http >= 500 => Service(
                JpoServiceProblem.Error, Format(Client.Messages.ServiceError, tokenUri.Host, http, "-", tries)),
            null when reply.Form == AnswerForm.Html =>
                Service(JpoServiceProblem.Error, Format(Client.Messages.TokenPage, tokenUri.Host, http, tries)),
            _ => new JpoInvalidAnswerException(
                Format(Client.Messages.TokenAnswerInvalid, FailureLog.Show(tokenUri), http) + more),
        };
        error.HttpStatus = http;
        error.StatusCode = reply.Code;
        error.Attempts = attempts;
        return error;

        JpoServiceException Service(JpoServiceProblem problem, string message) => new(problem, message + more);
    }

    private async Task<Reply> AskAsync(
        byte[] form, IProgress<JpoActivity>? activity, CallBudget budget, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, tokenUri);
        RequestLog.Follow(request, activity);
        request.Content = new ByteArrayContent(form);

        // .NET Framework would ask first whether it may send the form, and wait for the answer.
        request.Headers.ExpectContinue = false;
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        long askedAt = clock.Time.GetTimestamp();
        using WireAnswer answer = await Wire.SendAsync(
            wire.SendAsync, request, tokenUri.Host, MaxAnswerBytes, budget.AtMost(timeout), clock,
            cancellationToken)
            .ConfigureAwait(false);
        Envelope envelope = Envelope.Read(answer.Body);
        Token? token = (int)answer.Status is >= 200 and < 300 ? Read(answer.Body, askedAt) : null;
        bool isRefusal = IsRefusal(answer, envelope);
        if (token != null || envelope.StatusCode != null || (isRefusal && envelope.Form != AnswerForm.Html))
        {
            // A page of a gateway or a proxy has the date of that machine.
            answer.TellTime(clock);
        }

        return new Reply
        {
            Status = answer.Status,
            Code = envelope.StatusCode,
            Form = envelope.Form,
            RequestId = answer.RequestId,
            RetryAfter = answer.RetryAfter(clock.Now),
            Token = token,
            IsRefusal = isRefusal,
        };
    }

    /// <summary>
    /// Refused credentials come as HTTP 401, as 400 with OAuth's word for it, or as JPO's envelope with code 212.
    /// </summary>
    private static bool IsRefusal(WireAnswer answer, Envelope envelope) =>
        envelope.StatusCode is StatusCodes.InvalidCredentials or StatusCodes.InvalidToken
        || answer.Status == HttpStatusCode.Unauthorized
        || (answer.Status == HttpStatusCode.BadRequest && answer.Body.Span.IndexOf("invalid_grant"u8) >= 0);

    internal static Token? Read(ReadOnlyMemory<byte> body, long askedAt)
    {
        try
        {
            ReadOnlySpan<byte> json = body.Span;
            TokenAnswer? answer = JsonSerializer.Deserialize(
                json.StartsWith("\uFEFF"u8) ? json.Slice(3) : json, TokenJsonContext.Default.TokenAnswer);
            if (!IsHeaderValue(answer?.AccessToken))
            {
                return null;
            }

            // The documented lifetimes, should the service leave them out.
            return new Token(
                answer!.AccessToken!,
                string.IsNullOrEmpty(answer.RefreshToken) ? null : answer.RefreshToken,
                askedAt,
                TimeSpan.FromSeconds(Math.Max(1, answer.ExpiresIn ?? 3600)),
                TimeSpan.FromSeconds(answer.RefreshExpiresIn ?? 28800));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>
    /// Whether a header can carry the token. What cannot be sent would otherwise come to light later,
    /// in an exception that shows it.
    /// </summary>
    private static bool IsHeaderValue(string? token)
    {
        foreach (char c in token ?? string.Empty)
        {
            if (c is <= ' ' or > '~')
            {
                return false;
            }
        }

        return !string.IsNullOrEmpty(token);
    }

    private JpoAuthenticationException Refused(Reply reply, int attempts)
    {
        string message = Format(Client.Messages.AuthenticationRefused, credential.UserName, (int)reply.Status);
        if (!credential.LooksLikeJpoId)
        {
            message += " " + Format(Client.Messages.AuthenticationUserNameHint, credential.UserName);
        }

        return new JpoAuthenticationException(message)
        {
            HttpStatus = (int)reply.Status,
            StatusCode = reply.Code,
            Attempts = attempts,
        };
    }

    /// <summary>An exception of its own for every caller: one that is thrown twice mixes up the traces.</summary>
    private static JpoException Copy(JpoException original)
    {
        JpoException copy = original switch
        {
            JpoAuthenticationException => new JpoAuthenticationException(original.Message, original.InnerException),
            JpoConnectionException => new JpoConnectionException(original.Message, original.InnerException),
            JpoServiceException service => new JpoServiceException(service.Problem, service.Message),
            JpoNotConnectedException => new JpoNotConnectedException(original.Message),
            _ => new JpoInvalidAnswerException(original.Message, original.InnerException),
        };
        copy.HttpStatus = original.HttpStatus;
        copy.StatusCode = original.StatusCode;
        copy.Attempts = original.Attempts;
        return copy;
    }

    /// <summary>What came of one request. Of the body only what is told here outlives it.</summary>
    private sealed class Reply
    {
        internal required HttpStatusCode Status { get; init; }

        internal string? Code { get; init; }

        internal AnswerForm Form { get; init; }

        internal string? RequestId { get; init; }

        internal TimeSpan? RetryAfter { get; init; }

        internal Token? Token { get; init; }

        internal bool IsRefusal { get; init; }

        internal bool IsBusy => Code == StatusCodes.TooManyAtOnce || (Code == null && (int)Status == 429);
    }
}
