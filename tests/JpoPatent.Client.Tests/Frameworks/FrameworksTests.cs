using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace JpoPatent.Tests.Frameworks;

/// <summary>Windows PowerShell loads the net472 build of client and sandbox, which no other test here runs.</summary>
public sealed class FrameworksTests
{
    [MonoFact]
    public async Task Both_builds_give_the_same_answers_errors_and_files_in_both_languages()
    {
        using var core = new TempFolder();
        using var desktop = new TempFolder();
        IReadOnlyList<string> expected = await DesktopProgram.RunAsync("net10.0", core.Path);
        IReadOnlyList<string> actual = await DesktopProgram.RunAsync("net472", desktop.Path);

        foreach (string culture in new[] { "en-US", "ja-JP" })
        {
            Assert.All(ApiCatalog.All, api => Assert.True(
                expected.Contains($"{culture} used {api.Id} = True"), $"{api} has no question in tests/JpoPatent.Frameworks/Program.cs (CONTRIBUTING.md, step 6)."));
            Assert.True(expected.Count(line => line.StartsWith(culture, StringComparison.Ordinal)) > 15_000);
        }

        Assert.Contains(expected, line => line.Contains(" saved Html ", StringComparison.Ordinal));
        Assert.Equal(expected.Count, actual.Count);
        Assert.Empty(expected.Zip(actual).Where(pair => pair.First != pair.Second).Select(pair => pair.First + "\n" + pair.Second).Take(5));
    }
}
