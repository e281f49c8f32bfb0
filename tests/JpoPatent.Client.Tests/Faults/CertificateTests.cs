using System;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using JpoPatent.TestServer;
using Xunit;

namespace JpoPatent.Tests.Faults;

public sealed class CertificateTests
{
    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_gets_no_password()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 own = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Task<bool> server = ServeAsync(listener, own);
        using var folder = new TempFolder();
        using var client = new JpoClient(new JpoClientOptions
        {
            Credential = TestClient.Credential(),
            BaseUri = new Uri("https://localhost:" + ((IPEndPoint)listener.LocalEndpoint).Port),
            StatePath = folder.Path,
            RequestsPerMinute = 0,
            OpdRequestsPerMinute = 0,
        });

        JpoConnectionException error = await Assert.ThrowsAsync<JpoConnectionException>(() => client.ConnectAsync());

        listener.Stop();
        Assert.False(await server, "The client spoke to a server that it does not know.");
        Assert.Equal(4, error.Attempts);
        Assert.IsType<AuthenticationException>(error.GetBaseException());
    }

    /// <summary>Whether anything was said after the handshake.</summary>
    private static async Task<bool> ServeAsync(TcpListener listener, X509Certificate2 certificate)
    {
        while (true)
        {
            try
            {
                using Socket socket = await listener.AcceptSocketAsync();
                using var tls = new SslStream(new NetworkStream(socket, ownsSocket: false));
                await tls.AuthenticateAsServerAsync(certificate);
                if (await tls.ReadAsync(new byte[1]) > 0)
                {
                    return true;
                }
            }
            catch (Exception error) when (error is System.IO.IOException or AuthenticationException)
            {
                // As it should be: the client broke off.
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException)
            {
                return false;
            }
        }
    }
}
