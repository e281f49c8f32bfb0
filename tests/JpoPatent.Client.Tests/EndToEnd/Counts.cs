using System.Collections.Generic;
using Xunit;

namespace JpoPatent.Tests.EndToEnd;

/// <summary>How often what is said to hold was met at all: a loop that meets nothing proves nothing.</summary>
internal sealed class Counts
{
    private readonly Dictionary<string, int> _counts = [];

    internal void Add(string what) => _counts[what] = _counts.GetValueOrDefault(what) + 1;

    internal void AssertEach(int least, params string[] names) =>
        Assert.All(names, name => Assert.True(_counts.GetValueOrDefault(name) >= least, name + ": " + _counts.GetValueOrDefault(name)));
}
