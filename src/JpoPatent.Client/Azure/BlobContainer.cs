using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using System.Xml;
using System.Xml.Linq;
using JpoPatent.State;
using JpoPatent.Time;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Azure;

/// <summary>
/// A container of Azure Blob Storage, over its plain HTTPS interface. Believes only what the storage itself says: a
/// proxy or a captive portal answers 200 to anything.
/// </summary>
internal sealed class BlobContainer : IRecordEngine, IDisposable
{
    private const string ServiceVersion = "2021-08-06";
    private const int MaxBytes = 64 * 1024 * 1024;

    private readonly HttpMessageInvoker _wire;
    private readonly BlobAccess _access;
    private readonly TimeProvider _time;

    internal BlobContainer(Uri address, BlobAccess access, HttpMessageInvoker wire, TimeProvider time)
    {
        Address = address;
        _access = access;
        _wire = wire;
        _time = time;
        Clock = new RemoteClock(time);
    }

    /// <summary>The container's address with a slash at its end.</summary>
    internal Uri Address { get; }

    public RemoteClock Clock { get; }

    public void Dispose()
    {
        _access.Dispose();
        _wire.Dispose();
    }

    public async ValueTask<(string Text, string Version)?> LoadAsync(
        string name, TimeSpan timeout, CancellationToken cancellationToken) =>
        await GetAsync(name, timeout, cancellationToken).ConfigureAwait(false) is { } blob
            ? (Encoding.UTF8.GetString(blob.Body), blob.Version)
            : null;

    public ValueTask<string?> SaveAsync(
        string name, string text, string? version, TimeSpan timeout, CancellationToken cancellationToken) =>
        PutAsync(name, Encoding.UTF8.GetBytes(text), version, isReplacing: false, timeout, cancellationToken);

    /// <summary>Reads a blob.</summary>
    /// <returns>Its bytes and version; null where it is not there.</returns>
    /// <exception cref="StateStoreException">The storage did not say.</exception>
    internal async ValueTask<(byte[] Body, string Version)?> GetAsync(
        string name, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using Answer answer = await SendAsync(
            HttpMethod.Get, name, string.Empty, static _ => { }, timeout, cancellationToken)
            .ConfigureAwait(false);
        if (answer.Status == HttpStatusCode.OK && answer.Version is { } version)
        {
            return (answer.Body, version);
        }

        return answer.Status == HttpStatusCode.NotFound && answer.Code == "BlobNotFound" ? null : throw Failure(answer);
    }

    /// <summary>Writes a blob.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="body">Its bytes.</param>
    /// <param name="version">The version that it must still have; null for one that is not to be there yet.</param>
    /// <param name="isReplacing">Whether to write whatever is there.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The new version; null where another was faster.</returns>
    /// <exception cref="StateStoreException">The storage did not say that it has written.</exception>
    internal async ValueTask<string?> PutAsync(
        string name,
        byte[] body,
        string? version,
        bool isReplacing,
        TimeSpan timeout,
        CancellationToken cancellationToken)
    {
        using Answer answer = await SendAsync(
            HttpMethod.Put,
            name,
            string.Empty,
            request =>
            {
                request.Content = new ByteArrayContent(body);
                request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
                request.Headers.Add("x-ms-blob-type", "BlockBlob");
                if (version != null)
                {
                    request.Headers.TryAddWithoutValidation("If-Match", version);
                }
                else if (!isReplacing)
                {
                    request.Headers.TryAddWithoutValidation("If-None-Match", "*");
                }
            },
            timeout,
            cancellationToken).ConfigureAwait(false);
        if (answer.Status == HttpStatusCode.Created && answer.Version is { } written)
        {
            return written;
        }

        return answer.Code.Length > 0 && answer.Status is HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict
            ? null
            : throw Failure(answer);
    }

    /// <summary>
    /// The names that begin so, with the time of their last change; with a delimiter the part
    /// up to the next one, once each.
    /// </summary>
    /// <exception cref="StateStoreException">The storage did not say.</exception>
    internal async Task<List<(string Name, DateTimeOffset ChangedAt)>> ListAsync(
        string prefix, bool isByFolder, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var names = new List<(string, DateTimeOffset)>();
        string marker = string.Empty;
        string above = Prefix();
        do
        {
            string query = "restype=container&comp=list&prefix=" + Uri.EscapeDataString(above + prefix)
                + (isByFolder ? "&delimiter=%2F" : string.Empty)
                + (marker.Length > 0 ? "&marker=" + Uri.EscapeDataString(marker) : string.Empty);
            using Answer answer = await SendAsync(
                HttpMethod.Get, string.Empty, query, static _ => { }, timeout, cancellationToken)
                .ConfigureAwait(false);
            if (answer.Status != HttpStatusCode.OK || !answer.IsStorage)
            {
                throw Failure(answer);
            }

            XElement list = Read(answer.Body);
            foreach (XElement entry in list.Element("Blobs")?.Elements() ?? [])
            {
                string name = entry.Element("Name")?.Value ?? string.Empty;
                DateTimeOffset.TryParse(
                    entry.Element("Properties")?.Element("Last-Modified")?.Value,
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal,
                    out DateTimeOffset changedAt);
                if (name.StartsWith(above, StringComparison.Ordinal))
                {
                    names.Add((name.Substring(above.Length), changedAt));
                }
            }

            marker = list.Element("NextMarker")?.Value ?? string.Empty;
        }
        while (marker.Length > 0);
        return names;
    }

    /// <summary>Removes a blob; one that is not there is removed already.</summary>
    /// <exception cref="StateStoreException">The storage did not say.</exception>
    internal async Task DeleteAsync(string name, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using Answer answer = await SendAsync(
            HttpMethod.Delete, name, string.Empty, static _ => { }, timeout, cancellationToken)
            .ConfigureAwait(false);
        if (answer.Status != HttpStatusCode.Accepted
            && !(answer.Status == HttpStatusCode.NotFound && answer.Code == "BlobNotFound"))
        {
            throw Failure(answer);
        }
    }

    /// <summary>What stands before all names, where the address goes on behind the container.</summary>
    private string Prefix()
    {
        string[] parts = Address.AbsolutePath.Trim('/').Split('/');
        int container = Address.IsLoopback ? 2 : 1;
        return parts.Length > container ? string.Join("/", parts.Skip(container).ToArray()) + "/" : string.Empty;
    }

    private Uri Container()
    {
        string above = Prefix();
        string address = Address.ToString();
        return above.Length == 0 ? Address : new Uri(address.Substring(0, address.Length - above.Length));
    }

    private static XElement Read(byte[] body)
    {
        try
        {
            using var reader = XmlReader.Create(
                new MemoryStream(body),
                new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XElement.Load(reader);
        }
        catch (XmlException)
        {
            throw new StateStoreException(Client.Messages.StateStoreForeign, isRefusal: false);
        }
    }

    private async Task<Answer> SendAsync(
        HttpMethod method,
        string name,
        string query,
        Action<HttpRequestMessage> prepare,
        TimeSpan timeout,
        CancellationToken cancellationToken)
    {
        Answer answer = await SendOnceAsync(method, name, query, prepare, timeout, cancellationToken)
            .ConfigureAwait(false);
        if (answer.Status != HttpStatusCode.Unauthorized || !_access.IsIdentity)
        {
            return answer;
        }

        // The token has ended before its time, or this machine's clock goes wrong.
        answer.Dispose();
        _access.Reject();
        return await SendOnceAsync(method, name, query, prepare, timeout, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Answer> SendOnceAsync(
        HttpMethod method,
        string name,
        string query,
        Action<HttpRequestMessage> prepare,
        TimeSpan timeout,
        CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(timeout);
        HttpResponseMessage? message = null;
        try
        {
            using HttpRequestMessage request = await _access.NewRequestAsync(
                method, name.Length == 0 ? Container() : Address, name, query, deadline.Token)
                .ConfigureAwait(false);
            request.Headers.Add("x-ms-version", ServiceVersion);

            // .NET Framework would ask first whether the body may come: a way there and back for a few bytes.
            request.Headers.ExpectContinue = false;
            prepare(request);
            long sentAt = _time.GetTimestamp();
            message = await _wire.SendAsync(request, deadline.Token).ConfigureAwait(false);
            var answer = new Answer(message, await ReadAsync(message, deadline, timeout).ConfigureAwait(false));
            if (answer.IsStorage && message.Headers.Date is { } date)
            {
                Clock.Observe(date, sentAt);
            }

            message = null;
            return answer;
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException
            or ObjectDisposedException
            || (error is IOException and not StateStoreException))
        {
            cancellationToken.ThrowIfCancellationRequested();

            // The framework's words can name a proxy with its password, so they stay here.
            throw new StateStoreException(
                Format(
                    deadline.IsCancellationRequested
                        ? Client.Messages.StateStoreSilent
                        : Client.Messages.StateStoreUnreachable,
                    Address.Host,
                    timeout.TotalSeconds),
                isRefusal: false);
        }
        finally
        {
            message?.Dispose();
        }
    }

    /// <summary>Reads the body. Silence may take as long as the head; the whole as long as something comes.</summary>
    private static async Task<byte[]> ReadAsync(
        HttpResponseMessage message, CancellationTokenSource deadline, TimeSpan timeout)
    {
        CancellationToken cancellationToken = deadline.Token;
        if (message.Content == null)
        {
            return [];
        }

#if NET8_0_OR_GREATER
        using Stream stream = await message.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
        using CancellationTokenRegistration close = cancellationToken.Register(message.Dispose);
        using Stream stream = await message.Content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
        using var body = new MemoryStream();
        byte[] part = new byte[16 * 1024];
        while (true)
        {
            int read = await stream.ReadAsync(part, 0, part.Length, cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                break;
            }

            deadline.CancelAfter(timeout);
            body.Write(part, 0, read);
            if (body.Length > MaxBytes)
            {
                throw new StateStoreException(Client.Messages.StateStoreForeign, isRefusal: false);
            }
        }

        byte[] whole = body.ToArray();
        return message.Content.Headers.ContentLength is { } length && length != whole.Length
            ? throw new StateStoreException(Client.Messages.StateStoreForeign, isRefusal: false)
            : whole;
    }

    /// <summary>What went wrong, in words that say what to look at.</summary>
    private StateStoreException Failure(Answer answer)
    {
        string code = answer.Code.Length > 0
            ? answer.Code
            : "HTTP " + ((int)answer.Status).ToString(CultureInfo.InvariantCulture);
        switch (answer.Status)
        {
            case HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden:
                _access.Reject();
                string words = answer.Code switch
                {
                    "AuthorizationFailure" => Client.Messages.StateStoreFirewall,
                    _ when _access.IsIdentity => Client.Messages.StateStoreRole,
                    _ => Client.Messages.StateStoreSignature,
                };
                return new StateStoreException(
                    Format(words, Address.Host, code, _access.Ends ?? "-"),
                    isRefusal: true);
            case HttpStatusCode.NotFound when answer.Code == "ContainerNotFound":
                return new StateStoreException(
                    Format(Client.Messages.StateStoreNoContainer, Address.ToString().TrimEnd('/')),
                    isRefusal: true);
            case HttpStatusCode.BadRequest when answer.IsStorage:
                return new StateStoreException(
                    Format(Client.Messages.StateStoreRefused, Address.Host, code),
                    isRefusal: true);
            default:
                return new StateStoreException(
                    Format(Client.Messages.StateStoreRefused, Address.Host, code),
                    isRefusal: false);
        }
    }

    private sealed class Answer(HttpResponseMessage message, byte[] body) : IDisposable
    {
        internal HttpStatusCode Status => message.StatusCode;

        internal byte[] Body => body;

        /// <summary>The blob's version; null where the answer is not the storage's.</summary>
        internal string? Version => IsStorage ? message.Headers.ETag?.ToString() : null;

        /// <summary>The storage's own name for what is wrong; empty where it did not say.</summary>
        internal string Code =>
            message.Headers.TryGetValues("x-ms-error-code", out IEnumerable<string>? codes)
                ? codes.FirstOrDefault() ?? string.Empty
                : string.Empty;

        internal bool IsStorage =>
            message.Headers.Contains("x-ms-request-id") || message.Headers.Contains("x-ms-version");

        public void Dispose() => message.Dispose();
    }
}
