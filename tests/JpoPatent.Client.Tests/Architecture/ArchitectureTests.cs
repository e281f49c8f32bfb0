using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Xunit;

namespace JpoPatent.Tests;

/// <summary>Which way things may point, and how the house is kept.</summary>
public sealed class ArchitectureTests
{
    /// <summary>The columns that a line may have at most. Most lines end at 120.</summary>
    private const int MaxColumns = 160;

    private static readonly string Root = SourceTree.Root;

    public static TheoryData<string, string[]> Allowed => new()
    {
        { "JpoPatent.Client", [] },
        { "JpoPatent.Sandbox", ["JpoPatent.Client"] },
        { "JpoPatent.Loader", [] },

        // The loader is built along with the module and never referred to by its code.
        { "JpoPatent", ["JpoPatent.Client", "JpoPatent.Sandbox", "JpoPatent.Loader"] },
    };

    [Theory]
    [MemberData(nameof(Allowed))]
    public void A_project_refers_only_to_what_stands_below_it(string project, string[] allowed)
    {
        string file = Path.Combine(Root, "src", project, project + ".csproj");
        IEnumerable<string> references = Regex.Matches(File.ReadAllText(file), "ProjectReference Include=\"[^\"]*?([^/\\\\\"]+)\\.csproj\"")
            .Select(match => match.Groups[1].Value);

        Assert.Equal(allowed.Order(), references.Distinct().Order());
    }

    [Fact]
    public void The_client_knows_nothing_of_powershell_and_nothing_of_ours()
    {
        string[] references = typeof(JpoClient).Assembly.GetReferencedAssemblies().Select(reference => reference.Name!).ToArray();

        Assert.DoesNotContain(references, name => name.StartsWith("JpoPatent", StringComparison.Ordinal));
        Assert.DoesNotContain(references, name => name.Contains("PowerShell", StringComparison.OrdinalIgnoreCase) || name.StartsWith("System.Management", StringComparison.Ordinal));
    }

    [Fact]
    public void The_sandbox_knows_the_client_and_nothing_of_powershell()
    {
        string[] references = Assembly.Load("JpoPatent.Sandbox").GetReferencedAssemblies().Select(reference => reference.Name!).ToArray();

        Assert.Empty(references.Where(name => name.StartsWith("JpoPatent", StringComparison.Ordinal)).Except(["JpoPatent.Client"]));
        Assert.DoesNotContain(references, name => name.Contains("PowerShell", StringComparison.OrdinalIgnoreCase) || name.StartsWith("System.Management", StringComparison.Ordinal));
    }

    [Fact]
    public void The_quota_machine_and_its_neighbours_know_nothing_of_http()
    {
        foreach (string folder in new[] { "Quota", "Pacing", "State", "Caching", "Time" })
        {
            Assert.All(Sources(folder), file => Assert.DoesNotContain("System.Net.Http", File.ReadAllText(file), StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Classes_of_the_client_are_sealed_unless_they_are_bases()
    {
        Type[] types = typeof(JpoClient).Assembly.GetTypes();
        HashSet<Type> bases = [.. types.Select(type => type.BaseType).OfType<Type>().Select(type => type.IsGenericType ? type.GetGenericTypeDefinition() : type)];
        IEnumerable<string> open = types
            .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false, Namespace: "JpoPatent" } && !bases.Contains(type))
            .Select(type => type.FullName!);

        Assert.Empty(open);
    }

    [Fact]
    public void No_second_list_of_apis_exists()
    {
        IEnumerable<string> others = Sources(".")
            .Where(file => !file.EndsWith("ApiCatalog.cs", StringComparison.Ordinal) && Regex.IsMatch(File.ReadAllText(file), "\"/(api|opdapi)/"));

        Assert.Empty(others);
    }

    [Fact]
    public void Clocks_are_injected()
    {
        // Names of files that are set aside, and ages of files that the system dates by its own clock.
        string[] exempt = ["RecordFile.cs", "FileAnswerCache.cs", "StateFolder.cs", "CreatedLock.cs"];
        IEnumerable<string> culprits = Sources(".")
            .Where(file => !exempt.Contains(Path.GetFileName(file)) && Regex.IsMatch(File.ReadAllText(file), @"DateTime(Offset)?\.(Utc)?Now|DateTime\.Today"));

        Assert.Empty(culprits);
    }

    [Fact]
    public void Hashes_and_ciphers_are_those_that_FIPS_allows_on_NET_Framework()
    {
        var factory = new Regex(@"\b(SHA\d+|MD5|HMAC\w*|Aes|Rijndael|TripleDES|DES|HashAlgorithm|KeyedHashAlgorithm|SymmetricAlgorithm|CryptoConfig)\.Create\w*\(|\bnew \w+Managed\(|\bnew (MD5|HMACMD5|RC2)");
        string[] files = [.. AllSources()];

        Assert.True(files.Length > 200);
        Assert.Empty(files.Where(file => Regex.Replace(File.ReadAllText(file), "///.*", string.Empty) is { } code && factory.IsMatch(code)).Select(Path.GetFileName));
        Assert.Contains("new SHA256Cng()", File.ReadAllText(Path.Combine(Root, "src", "JpoPatent.Client", "Text", "Sha256.cs")), StringComparison.Ordinal);
    }

    [Fact]
    public void No_line_of_the_source_is_longer_than_160_columns()
    {
        string[] files = [.. AllSources()];

        string[] tooLong =
        [
            .. from file in files
               from line in File.ReadLines(file).Select((text, index) => (text.Length, Number: index + 1))
               where line.Length > MaxColumns
               select $"{Path.GetRelativePath(Root, file)}:{line.Number} has {line.Length} columns",
        ];

        Assert.True(files.Length > 200);
        Assert.True(tooLong.Length == 0, string.Join(Environment.NewLine, tooLong));
    }

    private static IEnumerable<string> AllSources() => SourcesBelow("src");

    private static IEnumerable<string> Sources(string folder) => SourcesBelow(Path.Combine("src", "JpoPatent.Client", folder));

    private static IEnumerable<string> SourcesBelow(string folder) =>
        Directory.GetFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !Regex.IsMatch(file, @"[/\\](obj|bin)[/\\]"));
}
