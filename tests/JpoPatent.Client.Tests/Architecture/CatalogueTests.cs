using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using JpoPatent.Tests.EndToEnd;
using JpoPatent.Tests.Models;
using Xunit;

namespace JpoPatent.Tests;

/// <summary>
/// A row of the catalogue is the first step of a new API. What it promises has to follow, step by step, as CONTRIBUTING.md has it. What the compiler and the
/// tests of the cmdlets ask for is not asked for again, but where their words do not name the place.
/// </summary>
public sealed class CatalogueTests
{
    private static readonly string[] Languages = ["en-US", "ja-JP"];

    private static readonly string Contract = SourceTree.Read("tests/JpoPatent.Module.Tests/Contract.txt");

    public static TheoryData<string> Ids => [.. ApiCatalog.All.Select(api => api.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void What_a_row_promises_is_there(string id)
    {
        ApiDescriptor api = ApiCatalog.Find(id)!;
        string[] missing = [.. Door(api), .. Cmdlet(api), .. Views(api), .. Help(api), .. Sandbox(api)];

        Assert.True(missing.Length == 0, $"{api} is not complete. See \"How to add an API\" in CONTRIBUTING.md:\n{string.Join('\n', missing)}");
    }

    /// <summary>Prose counts the APIs where a reader wants to know how many there are.</summary>
    [Theory]
    [InlineData("README.md")]
    [InlineData("README.ja.md")]
    [InlineData("JpoPatent.psd1")]
    public void Where_a_page_counts_the_APIs_it_counts_those_of_the_catalogue(string page)
    {
        MatchCollection counts = Regex.Matches(SourceTree.Read(page), @"\b([0-9]+) APIs\b|([0-9]+)のAPI");

        Assert.NotEmpty(counts);
        Assert.All(counts, count => Assert.True(
            count.Groups[1].Value + count.Groups[2].Value == ApiCatalog.All.Count.ToString(), $"{page} says \"{count.Value}\", and there are {ApiCatalog.All.Count} (CONTRIBUTING.md, step 5)."));
    }

    [Fact]
    public void The_release_notes_count_the_cmdlets_of_the_manifest()
    {
        string manifest = SourceTree.Read("JpoPatent.psd1");
        int exported = Regex.Matches(manifest, @"^        '\w+-Jpo\w+'$", RegexOptions.Multiline).Count;

        Assert.True(exported > 40);
        Assert.All(new[] { $"APIs as {exported} cmdlets", $"APIに{exported}のコマンド" }, words => Assert.True(
            manifest.Contains(words, StringComparison.Ordinal), $"The release notes in JpoPatent.psd1 do not say \"{words}\" (CONTRIBUTING.md, step 3)."));
    }

    private static IEnumerable<string> Door(ApiDescriptor api)
    {
        // The nine domestic bundles of documents have one door with a kind.
        if ((api.Group == ApiGroup.Opd || api.Answer != ApiAnswer.Zip) && !Doors.All.ContainsKey(api))
        {
            yield return "step 2: the model, its door in src/JpoPatent.Client/Apis, and how that is asked in tests/JpoPatent.Client.Tests/Models/Doors.cs";
        }
    }

    private static IEnumerable<string> Cmdlet(ApiDescriptor api)
    {
        string[] words = api.Command.Split(' ');
        if (!SourceTree.Read("JpoPatent.psd1").Contains($"'{words[0]}'", StringComparison.Ordinal))
        {
            yield return $"step 3: {words[0]}, and its line in JpoPatent.psd1";
        }

        if (InContract(api) is not { } cmdlet)
        {
            yield return $"step 3: {words[0]} in Contract.txt, which Get-Contract.ps1 -Write adds";
            yield break;
        }

        foreach (string parameter in words.Skip(1).Where(word => word.StartsWith('-')))
        {
            if (!Regex.IsMatch(cmdlet, $"^  parameter {parameter[1..]} ", RegexOptions.Multiline))
            {
                yield return $"step 3: the parameter {parameter} of {words[0]}, which the row names";
            }
        }
    }

    private static IEnumerable<string> Views(ApiDescriptor api)
    {
        string views = SourceTree.Read("src/JpoPatent/JpoPatent.format.ps1xml");
        foreach (string type in Outputs(api))
        {
            if (!views.Contains($"<TypeName>JpoPatent.{type}</TypeName>", StringComparison.Ordinal))
            {
                yield return $"step 4: a table of {type} in src/JpoPatent/JpoPatent.format.ps1xml";
            }

            bool hasList = Regex.IsMatch(views, $@"<TypeName>JpoPatent\.{type}</TypeName>\s*</ViewSelectedBy>(?:(?!</View>)[\s\S])*<ListControl>");
            if (!hasList && !SourceTree.Read("src/JpoPatent/Resources/Lists.ja.xml").Contains($"<list of=\"{type}\">", StringComparison.Ordinal))
            {
                yield return $"step 4: the properties of {type} in src/JpoPatent/Resources/Lists.ja.xml";
            }

            if (HasListOfObjects(type) && !SourceTree.Read("src/JpoPatent/Session/JpoTypeData.cs").Contains($"nameof({type})", StringComparison.Ordinal))
            {
                yield return $"step 4: {type} in src/JpoPatent/Session/JpoTypeData.cs, because it has a list of objects";
            }
        }
    }

    private static IEnumerable<string> Help(ApiDescriptor api)
    {
        string cmdlet = api.Command.Split(' ')[0];
        foreach (string language in Languages)
        {
            if (!File.Exists(Path.Combine(SourceTree.Root, "docs", language, cmdlet + ".md")))
            {
                yield return $"step 5: the page docs/{language}/{cmdlet}.md";
            }
            else if (!SourceTree.Read($"{language}/JpoPatent.dll-Help.xml").Contains($"<command:name>{cmdlet}</command:name>", StringComparison.Ordinal))
            {
                yield return $"step 5: {cmdlet} in the help, which ./build.ps1 Help makes of its page";
            }

            foreach (string type in Outputs(api))
            {
                if (!SourceTree.Read($"docs/{language}/about_JpoPatent_Objects.md").Contains($"\n## {type}\n", StringComparison.Ordinal))
                {
                    yield return $"step 5: {type} in docs/{language}/about_JpoPatent_Objects.md";
                }
            }

            if (!Names(SourceTree.Read($"docs/{language}/about_JpoPatent.md"), cmdlet))
            {
                yield return $"step 5: {cmdlet} in docs/{language}/about_JpoPatent.md";
            }

            if (!Regex.IsMatch(SourceTree.Read($"docs/{language}/about_JpoPatent_Quota.md"), $@"^{api.Number}\s+{api.DailyLimit}\s+{api.Id}$", RegexOptions.Multiline))
            {
                yield return $"step 5: {api.Number}, {api.DailyLimit} and {api.Id} in the table of docs/{language}/about_JpoPatent_Quota.md";
            }
        }

        foreach (string page in new[] { "README.md", "README.ja.md" })
        {
            if (!Names(SourceTree.Read(page), cmdlet))
            {
                yield return $"step 5: {cmdlet} in {page}";
            }
        }

        if (!File.Exists(Path.Combine(SourceTree.Root, "tests", "JpoPatent.Module.Tests", "Examples", cmdlet + ".ps1")))
        {
            yield return $"step 5: what the examples of its page give, in tests/JpoPatent.Module.Tests/Examples/{cmdlet}.ps1";
        }
    }

    private static IEnumerable<string> Sandbox(ApiDescriptor api)
    {
        string row = typeof(ApiCatalog).GetProperties(BindingFlags.Public | BindingFlags.Static).Single(property => property.GetValue(null) == api).Name;
        if (!SourceTree.Read("src/JpoPatent.Sandbox/Answers/AnswerDesk.cs").Contains($"[ApiCatalog.{row}]", StringComparison.Ordinal))
        {
            yield return "step 6: its line in src/JpoPatent.Sandbox/Answers/AnswerDesk.cs, and the answer beside it";
        }

        if (!ApiTrips.All.ContainsKey(api))
        {
            yield return "step 6: its trip in tests/JpoPatent.Client.Tests/EndToEnd/ApiTrips.cs";
        }
    }

    /// <summary>The lines of the row's cmdlet in the contract; null where it is not there.</summary>
    private static string? InContract(ApiDescriptor api) =>
        Regex.Match(Contract, $@"^cmdlet {api.Command.Split(' ')[0]}\n(?:  .*\n?)*", RegexOptions.Multiline) is { Success: true } match ? match.Value : null;

    /// <summary>What the row's cmdlet gives.</summary>
    private static IEnumerable<string> Outputs(ApiDescriptor api) =>
        Regex.Matches(InContract(api) ?? string.Empty, @"^  output JpoPatent\.(\w+)$", RegexOptions.Multiline).Select(match => match.Groups[1].Value);

    private static bool HasListOfObjects(string type) =>
        typeof(ApiCatalog).Assembly.GetType("JpoPatent." + type)!.GetProperties().Any(property =>
            property.PropertyType.IsGenericType && property.PropertyType.GenericTypeArguments[0].Namespace == nameof(JpoPatent) && !property.PropertyType.IsValueType);

    private static bool Names(string text, string cmdlet) => Regex.IsMatch(text, $@"\b{cmdlet}\b");
}
