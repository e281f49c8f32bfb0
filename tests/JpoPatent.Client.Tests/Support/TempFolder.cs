using System;
using System.IO;

namespace JpoPatent.Tests;

/// <summary>A folder that goes when the test ends.</summary>
internal sealed class TempFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("jpo-test-").FullName;

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A client tidies its cache up in the background; what is left lies in the system's temporary folder.
        }
    }
}
