using System.Security;

namespace JpoPatent.TestServer;

/// <summary>What tests and workers make clients from.</summary>
internal static class TestClient
{
    /// <summary>The credential that the token desk lets in, or another.</summary>
    internal static JpoCredential Credential(string userName = TokenDesk.DefaultUserName, string password = TokenDesk.DefaultPassword)
    {
        using var secret = new SecureString();
        foreach (char c in password)
        {
            secret.AppendChar(c);
        }

        return new JpoCredential(userName, secret);
    }
}
