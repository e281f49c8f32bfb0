using Xunit;

namespace JpoPatent.Tests.Documents;

/// <summary>Tests that measure the memory of the whole process, and so run while nothing else does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "Alone";
}
