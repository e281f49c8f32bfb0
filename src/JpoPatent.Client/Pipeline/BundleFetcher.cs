using System;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.Answers;
using JpoPatent.Archives;
using JpoPatent.Calls;
using JpoPatent.Files;
using JpoPatent.Http;
using JpoPatent.Retries;
using JpoPatent.Serialization;
using JpoPatent.Text;
using JpoPatent.Time;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Pipeline;

/// <summary>
/// Fetches what the service does not send itself: bundles of more than 10 MB, for which it names a signed address on
/// another host. That host never sees the token; every step of a redirect is looked at like the first; and the bytes go
/// to a temporary file as they come, so that memory does not grow with the bundle.
/// </summary>
internal sealed class BundleFetcher(
    HttpMessageInvoker wire, RetryLoop loop, ServiceClock clock, TimeSpan timeout, bool isOwnMachine)
{
    internal const int MaxRedirects = 5;

    private const int BufferLength = 80 * 1024;
    private const int HeadLength = 16;
    private static readonly TimeSpan TellEvery = TimeSpan.FromMilliseconds(500);

    /// <summary>Fetches a file from the address that came in its place. False where the address has expired.</summary>
    /// <exception cref="JpoInvalidAnswerException">The address is not followed,
    /// or what came from it is no such file.</exception>
    /// <exception cref="JpoServiceException">The host refused.</exception>
    /// <exception cref="JpoConnectionException">The host could not be reached.</exception>
    /// <exception cref="JpoFileException">The temporary folder cannot take it.</exception>
    internal async Task<bool> FetchAsync(
        ApiDescriptor api,
        string parameters,
        FileAnswer file,
        CallBudget budget,
        IProgress<JpoActivity>? activity,
        CancellationToken cancellationToken)
    {
        TempFileContent content = NewFile(api);
        bool isTaken = false;
        int tries = 0;
        try
        {
            (Head head, int attempts, string givenUp) = await loop.RunAsync(
                api.ToString(), api.ToString(), budget, activity, AskAsync, null, cancellationToken)
                .ConfigureAwait(false);
            if (head.Status is 401 or 403 or 410)
            {
                return false;
            }

            if (head.Status != 200)
            {
                throw Refused(api, file.Address!, head.Status, attempts, givenUp);
            }

            Check(api, parameters, file.Form, content, head.Name);
            file.Take(content, head.Name);
            return isTaken = true;
        }
        catch (JpoException error)
        {
            error.Api ??= api;
            error.Attempts = Math.Max(error.Attempts, tries);
            throw;
        }
        finally
        {
            if (!isTaken)
            {
                content.Dispose();
            }
        }

        async Task<Try<Head>> AskAsync(int attempt)
        {
            tries = attempt;
            using CallBudget.Running running = budget.Run();
            Head head = await SendAsync(api, file.Address!, content, budget, activity, cancellationToken)
                .ConfigureAwait(false);
            string? reason = head.Status >= 500 || head.Status == 429
                ? Format(Client.Messages.ReasonHttp, head.Status)
                : null;
            return new Try<Head>(head, reason) { IsBusy = head.Status == 429, RetryAfter = head.RetryAfter };
        }
    }

    internal static JpoServiceException Refused(
        ApiDescriptor api, Uri address, int status, int attempts, string more = "") =>
        new(
            status == 429 ? JpoServiceProblem.Busy : JpoServiceProblem.Error,
            Format(
                Client.DocumentMessages.BundleRefused,
                api,
                address.Host,
                status,
                attempts > 1 ? Format(Client.Messages.AfterAttempts, attempts) : string.Empty)
                + more)
        {
            Api = api,
            HttpStatus = status,
            Attempts = attempts,
        };

    /// <summary>
    /// Whether an address may be followed: HTTPS; this machine without it too,
    /// but only for a client that talks to this machine anyway.
    /// </summary>
    private bool IsAllowed(Uri address) =>
        address.IsAbsoluteUri && address.UserInfo.Length == 0
        && (address.Scheme == Uri.UriSchemeHttps
            || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback && isOwnMachine));

    private async Task<Head> SendAsync(
        ApiDescriptor api,
        Uri address,
        TempFileContent content,
        CallBudget budget,
        IProgress<JpoActivity>? activity,
        CancellationToken cancellationToken)
    {
        for (int step = 0; step <= MaxRedirects; step++)
        {
            if (!IsAllowed(address))
            {
                // The address itself is signed, which makes it a secret: only where it leads to is shown.
                throw new JpoInvalidAnswerException(Format(
                    Client.DocumentMessages.BundleAddressNotTaken,
                    api,
                    address.IsAbsoluteUri ? address.Scheme + "://" + address.Host : "-"));
            }

            TimeSpan patience = budget.AtMost(timeout);
            using var quiet = new Deadline(clock.Time, patience, cancellationToken);
            HttpResponseMessage? message = null;
            try
            {
                // A request of its own, with no header but the host: no token can stray into it.
                using var request = new HttpRequestMessage(HttpMethod.Get, address);
                RequestLog.Follow(request, activity);
                message = await wire.SendAsync(request, quiet.Token).ConfigureAwait(false);
                int status = (int)message.StatusCode;
                if (status is 301 or 302 or 303 or 307 or 308 && message.Headers.Location is { } location)
                {
                    address = location.IsAbsoluteUri ? location : new Uri(address, location);
                    continue;
                }

                if (status != 200)
                {
                    return new Head(status, null, WireAnswer.RetryAfterOf(message, clock.Now));
                }

                await ReadAsync(api, message, content, budget, activity, quiet, cancellationToken)
                    .ConfigureAwait(false);
                return new Head(status, NameOf(message, address), null);
            }
            catch (Exception error) when (error is not JpoException)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (WireException.Of(error, address.Host, quiet.IsPast, message != null, patience) is { } lost)
                {
                    throw lost;
                }

                throw;
            }
            finally
            {
                message?.Dispose();
            }
        }

        throw new JpoInvalidAnswerException(Format(Client.DocumentMessages.BundleRedirects, api, MaxRedirects));
    }

    private async Task ReadAsync(
        ApiDescriptor api,
        HttpResponseMessage message,
        TempFileContent content,
        CallBudget budget,
        IProgress<JpoActivity>? activity,
        Deadline quiet,
        CancellationToken cancellationToken)
    {
        Keep(api, content, null, 0);
        if (message.Content == null)
        {
            return;
        }

        long? due = message.Content.Headers.ContentLength;
        if (due > ArchiveLimits.MaxTotalBytes)
        {
            throw TooLong(api);
        }

        // On .NET Framework a read that waits does not hear of a cancellation; closing the answer ends it.
        using CancellationTokenRegistration close = quiet.Token.Register(message.Dispose);
#if NET8_0_OR_GREATER
        using Stream stream = await message.Content.ReadAsStreamAsync(quiet.Token).ConfigureAwait(false);
#else
        using Stream stream = await message.Content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
        byte[] buffer = new byte[BufferLength];
        long count = 0;
        long toldAt = clock.Time.GetTimestamp();
        Tell(api, 0, due, activity);
        while (true)
        {
            int read = await stream.ReadAsync(buffer, 0, buffer.Length, quiet.Token).ConfigureAwait(false);
            if (read == 0)
            {
                break;
            }

            // Silence may take as long as a try; the whole as long as the call has time.
            quiet.Restart(budget.AtMost(timeout));
            count += read;
            if (count > ArchiveLimits.MaxTotalBytes)
            {
                throw TooLong(api);
            }

            Keep(api, content, buffer, read);
            if (clock.Time.GetElapsedTime(toldAt) >= TellEvery)
            {
                toldAt = clock.Time.GetTimestamp();
                Tell(api, count, due, activity);
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (due is { } length && count != length)
        {
            // .NET Framework takes a connection that broke for the end of the answer.
            throw new IOException();
        }

        Tell(api, count, due ?? count, activity);
    }

    private static void Tell(ApiDescriptor api, long count, long? due, IProgress<JpoActivity>? activity)
    {
        const double Mega = 1024 * 1024;
        activity?.Report(due is > 0
            ? new JpoActivity(
                JpoActivityKind.Downloading,
                Format(Client.DocumentMessages.BundleDownloadingOf, api, count / Mega, due.Value / Mega))
            {
                Percent = (int)(100 * count / due.Value),
            }
            : new JpoActivity(
                JpoActivityKind.Downloading, Format(Client.DocumentMessages.BundleDownloading, api, count / Mega)));
    }

    /// <exception cref="JpoInvalidAnswerException">What came is no such file, or one of another case.</exception>
    private static void Check(
        ApiDescriptor api, string parameters, AnswerForm due, TempFileContent content, string? name)
    {
        byte[] head = new byte[HeadLength];
        int filled = content.Read(0, head, 0, head.Length);
        if (Envelope.FileFormOf(head.AsSpan(0, filled)) != due)
        {
            throw new JpoInvalidAnswerException(Format(Client.DocumentMessages.BundleNotFile, api, content.Length));
        }

        AnswerCheck check = due == AnswerForm.Zip ? AnswerCheck.OfZip(parameters, name, content) : default;
        if (check.Fault != AnswerFault.None)
        {
            throw AnswerErrors.Unfit(api, Uri.UnescapeDataString(parameters), check, 200, content.Length);
        }
    }

    private static string? NameOf(HttpResponseMessage message, Uri address) =>
        message.Content?.Headers.ContentDisposition?.FileName?.Trim('"') is { Length: > 0 } given
            ? ServiceText.Clean(given)
            : Uri.UnescapeDataString(address.AbsolutePath.Substring(address.AbsolutePath.LastIndexOf('/') + 1))
                is { Length: > 0 } last
                ? ServiceText.Clean(last)
                : null;

    private static TempFileContent NewFile(ApiDescriptor api)
    {
        try
        {
            return TempFileContent.Create();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw NoPlace(api, error);
        }
    }

    /// <summary>Adds to the file; with no bytes, begins it anew.</summary>
    private static void Keep(ApiDescriptor api, TempFileContent content, byte[]? bytes, int count)
    {
        try
        {
            if (bytes == null)
            {
                content.Clear();
            }
            else
            {
                content.Append(bytes, count);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The disk's fault, not the network's: trying again would fill it again.
            throw NoPlace(api, error);
        }
    }

    private static JpoFileException NoPlace(ApiDescriptor api, Exception error) =>
        new(
            Format(Client.DocumentMessages.BundleNoPlace, api, Path.GetTempPath(), error.Message),
            Path.GetTempPath(),
            isConflict: false,
            error)
        {
            Api = api,
        };

    private static JpoInvalidAnswerException TooLong(ApiDescriptor api) =>
        new(Format(Client.Messages.AnswerTooLong, api, ArchiveLimits.MaxTotalBytes / (1024 * 1024)));

    /// <summary>What came of one try; the content is in the file by then.</summary>
    private sealed record Head(int Status, string? Name, TimeSpan? RetryAfter);
}
