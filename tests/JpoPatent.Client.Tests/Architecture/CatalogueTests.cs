using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace JpoPatent.Tests;

/// <summary>A row of the catalogue is the first step of a new API. What it promises has to follow.</summary>
public sealed class CatalogueTests
{
    private static readonly string Repository = FindRoot();

    public static TheoryData<string> Ids => [.. ApiCatalog.All.Select(api => api.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_command_of_a_row_is_exported_and_has_the_parameters_that_the_row_names(string id)
    {
        string[] words = ApiCatalog.Find(id)!.Command.Split(' ');
        string manifest = File.ReadAllText(Path.Combine(Repository, "JpoPatent.psd1"));
        string contract = File.ReadAllText(Path.Combine(Repository, "tests", "JpoPatent.Module.Tests", "Contract.txt"));

        Assert.True(Regex.IsMatch(manifest, $"'{words[0]}'"), $"JpoPatent.psd1 does not export {words[0]}, which the catalogue names for {id}.");
        Match cmdlet = Regex.Match(contract, $@"^cmdlet {words[0]}\r?\n(?:  .*\n?)*", RegexOptions.Multiline);
        Assert.True(cmdlet.Success, $"Contract.txt does not know {words[0]}: Get-Contract.ps1 -Write adds it.");
        Assert.All(words.Skip(1).Where(word => word.StartsWith('-')), word =>
            Assert.True(Regex.IsMatch(cmdlet.Value, $@"^  parameter {word[1..]} ", RegexOptions.Multiline), $"{words[0]} has no parameter {word}."));
    }

    private static string FindRoot()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("These tests run within the repository.");
        }

        return folder.FullName;
    }
}
