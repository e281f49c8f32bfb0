using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.State;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Azure;

/// <summary>
/// Tokens for Azure Storage from the identity that Azure gives to a machine, a function or an Automation account. The
/// endpoint is on the machine and plain HTTP; it is never asked through a proxy.
/// </summary>
internal sealed class ManagedIdentity : IDisposable
{
    private const string Resource = "https://storage.azure.com/";
    private const int MaxKeyBytes = 4096;

    private static readonly TimeSpan Attempt = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly HttpMessageInvoker _wire;
    private readonly TimeProvider _time;
    private readonly Func<string, string?> _environment;
    private readonly string _instanceMetadata;
    private string? _token;
    private long _fetchedAt;
    private TimeSpan _lasts;

    /// <param name="wire">A line without a proxy.</param>
    /// <param name="time">The clock.</param>
    /// <param name="environment">Reads a variable of the environment.</param>
    /// <param name="instanceMetadata">Azure's own documented address, the same on each of its virtual machines;
    /// requests to it do not leave the machine. Tests give another.</param>
    internal ManagedIdentity(
        HttpMessageInvoker wire,
        TimeProvider time,
        Func<string, string?> environment,
        string instanceMetadata = "http://169.254.169.254/metadata/identity/oauth2/token")
    {
        _wire = wire;
        _time = time;
        _environment = environment;
        _instanceMetadata = instanceMetadata;
    }

    public void Dispose() => _wire.Dispose();

    internal void Forget() => _token = null;

    /// <exception cref="StateStoreException">No token could be had.</exception>
    internal async Task<string> GetAsync(CancellationToken cancellationToken)
    {
        if (Known() is { } known)
        {
            return known;
        }

        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (Known() is { } fresh)
            {
                return fresh;
            }

            return await FetchAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The token in hand. Its life is counted by the monotonic clock, which cannot be set.</summary>
    private string? Known() => _token is { } token && _time.GetElapsedTime(_fetchedAt) < _lasts ? token : null;

    private async Task<string> FetchAsync(CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Attempt);
        try
        {
            using HttpResponseMessage answer = await AskAsync(deadline.Token).ConfigureAwait(false);
#if NET8_0_OR_GREATER
            string body = await answer.Content.ReadAsStringAsync(deadline.Token).ConfigureAwait(false);
#else
            string body = await answer.Content.ReadAsStringAsync().ConfigureAwait(false);
#endif
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                // 400 without an identity, 5xx and 429 while it is busy.
                throw Failed(
                    "HTTP " + ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture),
                    isRefusal: answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden
                        or HttpStatusCode.Unauthorized);
            }

            return Read(body);
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException or JsonException
            or UriFormatException or UnauthorizedAccessException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw Failed(error.GetType().Name, isRefusal: false);
        }
    }

    private async Task<HttpResponseMessage> AskAsync(CancellationToken cancellationToken)
    {
        string? endpoint = _environment("IDENTITY_ENDPOINT");
        string? secret = _environment("IDENTITY_HEADER");
        if (string.IsNullOrEmpty(endpoint))
        {
            return await SendAsync(
                _instanceMetadata,
                "2018-02-01",
                static request => request.Headers.Add("Metadata", "true"),
                cancellationToken)
                .ConfigureAwait(false);
        }

        if (!string.IsNullOrEmpty(secret))
        {
            return await SendAsync(
                endpoint!,
                "2019-08-01",
                request =>
                {
                    request.Headers.Add("X-IDENTITY-HEADER", secret);
                    request.Headers.Add("Metadata", "true");
                },
                cancellationToken).ConfigureAwait(false);
        }

        // An Arc machine: a caller who can read a file that only its administrators can read is one of them.
        HttpResponseMessage answer = await SendAsync(
            endpoint!, "2020-06-01", static request => request.Headers.Add("Metadata", "true"), cancellationToken)
            .ConfigureAwait(false);
        if (answer.StatusCode != HttpStatusCode.Unauthorized)
        {
            return answer;
        }

        string key = ReadKey(answer.Headers.WwwAuthenticate);
        answer.Dispose();
        return await SendAsync(
            endpoint!,
            "2020-06-01",
            request =>
            {
                request.Headers.Add("Metadata", "true");
                request.Headers.Authorization = new AuthenticationHeaderValue("Basic", key);
            },
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<HttpResponseMessage> SendAsync(
        string endpoint, string version, Action<HttpRequestMessage> sign, CancellationToken cancellationToken)
    {
        string address = endpoint + (endpoint.IndexOf('?') < 0 ? "?" : "&") + "api-version=" + version + "&resource="
            + Uri.EscapeDataString(Resource);
        if (_environment("AZURE_CLIENT_ID") is { Length: > 0 } client)
        {
            address += "&client_id=" + Uri.EscapeDataString(client);
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address));
        sign(request);
        return await _wire.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The answer names the file; only one where Arc's agent keeps its keys is read.</summary>
    private string ReadKey(IEnumerable<AuthenticationHeaderValue> challenges)
    {
        string[] folders =
        [
            "/var/opt/azcmagent/tokens",
            Path.Combine(_environment("ProgramData") ?? string.Empty, "AzureConnectedMachineAgent", "Tokens"),
        ];
        foreach (AuthenticationHeaderValue challenge in challenges)
        {
            const string Realm = "realm=";
            if (challenge.Parameter is { } parameter && parameter.StartsWith(Realm, StringComparison.OrdinalIgnoreCase))
            {
                var file = new FileInfo(parameter.Substring(Realm.Length).Trim('"'));
                bool isKept = file.Extension == ".key"
                    && Array.Exists(
                        folders,
                        folder => string.Equals(
                            file.DirectoryName, Path.GetFullPath(folder), StringComparison.OrdinalIgnoreCase));
                if (isKept && file.Exists && file.Length <= MaxKeyBytes)
                {
                    return File.ReadAllText(file.FullName).Trim();
                }
            }
        }

        throw Failed("HTTP 401", isRefusal: true);
    }

    private string Read(string body)
    {
        using JsonDocument json = JsonDocument.Parse(body);
        if (json.RootElement.ValueKind != JsonValueKind.Object
            || !json.RootElement.TryGetProperty("access_token", out JsonElement token)
            || token.ValueKind != JsonValueKind.String
            || token.GetString() is not { Length: > 0 } access)
        {
            throw Failed("access_token", isRefusal: false);
        }

        _lasts = Lasts(json.RootElement);
        _fetchedAt = _time.GetTimestamp();
        return _token = access;
    }

    /// <summary>
    /// How long it may be used: what the answer says in seconds, else by the end that it names in seconds since 1970,
    /// which is right where this machine's clock is. One that would have ended already, and one that says nothing, is
    /// used for a while: the store says when it is over.
    /// </summary>
    private TimeSpan Lasts(JsonElement answer)
    {
        TimeSpan life = TimeSpan.Zero;
        if (answer.TryGetProperty("expires_in", out JsonElement lasts)
            && int.TryParse(lasts.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out int left))
        {
            life = TimeSpan.FromSeconds(left);
        }
        else if (answer.TryGetProperty("expires_on", out JsonElement on)
            && long.TryParse(on.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out long seconds)
            && seconds < 99_999_999_999)
        {
            life = DateTimeOffset.FromUnixTimeSeconds(seconds) - _time.GetUtcNow();
        }

        return (life > Shortest ? life : Shortest) - Ahead;
    }

    private static StateStoreException Failed(string why, bool isRefusal) =>
        new(Format(Client.Messages.StateNoIdentity, why), isRefusal);
}
