using System;
using System.IO;

namespace JpoPatent.Benchmarks;

/// <summary>A folder that goes away.</summary>
internal sealed class ScratchFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("jpo-bench-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
