using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace JpoPatent.Tests.Faults;

/// <summary>What no test on a socket can show: that something is nowhere done.</summary>
public sealed class SourceScanTests
{
    public static TheoryData<string, string> Never => new()
    {
        { "checks certificates by itself", @"ServerCertificate(Custom)?Validation|RemoteCertificateValidation|DangerousAccept|CheckCertificateRevocationList\s*=\s*false" },
        { "assigns the TLS versions", @"SecurityProtocol\s*=[^=]|SslProtocols\.\w+|EnabledSslProtocols" },
        { "follows redirects", @"AllowAutoRedirect\s*=\s*true" },
        { "keeps cookies", @"UseCookies\s*=\s*true|CookieContainer" },
        { "writes to the console or a trace", @"\bConsole\.|\bTrace\.|\bDebug\.Write" },
    };

    [Theory]
    [MemberData(nameof(Never))]
    public void The_client_never(string does, string pattern)
    {
        var found = Sources().SelectMany(static file => File.ReadLines(file).Select((line, index) => (file, line, number: index + 1)))
            .Where(line => !line.line.TrimStart().StartsWith("//", StringComparison.Ordinal) && Regex.IsMatch(line.line, pattern))
            .Select(line => $"{Path.GetFileName(line.file)}:{line.number} {does}: {line.line.Trim()}");

        Assert.Empty(found);
    }

    [Fact]
    public void Tls_is_added_to_what_is_allowed_and_only_where_something_was_chosen()
    {
        string transport = File.ReadAllText(Sources().Single(static file => Path.GetFileName(file) == "Transport.cs"));

        Assert.Contains("ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls12", transport, StringComparison.Ordinal);
        Assert.Contains("if (ServicePointManager.SecurityProtocol != SecurityProtocolType.SystemDefault)", transport, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Sources()
    {
        string[] files = Directory.GetFiles(Path.Combine(SourceTree.Root, "src", "JpoPatent.Client"), "*.cs", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        return files.Where(static file => !file.Contains(Path.DirectorySeparatorChar + "obj" + Path.DirectorySeparatorChar, StringComparison.Ordinal));
    }
}
