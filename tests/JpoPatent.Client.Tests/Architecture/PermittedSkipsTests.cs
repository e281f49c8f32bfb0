using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Xunit;

namespace JpoPatent.Tests;

/// <summary>A test is skipped for a reason of tests/permitted-skips.txt or not at all.</summary>
public sealed class PermittedSkipsTests
{
    [Fact]
    public void A_test_is_skipped_for_a_permitted_reason_only()
    {
        Regex[] permitted = [.. File.ReadLines(Path.Combine(Path.Combine(SourceTree.Root, "tests"), "permitted-skips.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => new Regex("^" + Regex.Escape(line).Replace(@"\*", ".*", StringComparison.Ordinal) + "$"))];
        IEnumerable<string> refused = typeof(PermittedSkipsTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetCustomAttributes<FactAttribute>().Select(fact => (Method: method, fact.Skip)))
            .Where(test => test.Skip != null && !permitted.Any(reason => reason.IsMatch(test.Skip)))
            .Select(test => $"{test.Method.DeclaringType!.Name}.{test.Method.Name}: {test.Skip}");

        Assert.True(permitted.Length > 3);
        Assert.Empty(refused);
    }

    [Fact]
    public void Every_attribute_that_skips_has_a_permitted_reason()
    {
        string[] lines = File.ReadAllLines(Path.Combine(Path.Combine(SourceTree.Root, "tests"), "permitted-skips.txt"));
        string[] reasons =
        [
            .. Directory.GetFiles(Path.Combine(Path.Combine(SourceTree.Root, "tests"), "JpoPatent.Client.Tests"), "*.cs", SearchOption.AllDirectories)
                .SelectMany(file => Regex.Matches(File.ReadAllText(file), @"\bSkip = ""([^""]+)""").Select(match => match.Groups[1].Value)),
        ];

        Assert.True(reasons.Length > 3);
        Assert.Empty(reasons.Except(lines));
    }
}
