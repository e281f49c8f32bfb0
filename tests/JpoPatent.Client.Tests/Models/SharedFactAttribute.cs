using System.IO;
using Xunit;

namespace JpoPatent.Tests.Models;

/// <summary>A fact about <see cref="Shared"/>, or about a folder beside it, skipped where that is not at hand.</summary>
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute(string folder = ".")
    {
        if (Shared.Folder == null || !Directory.Exists(Path.Combine(Shared.Folder, folder)))
        {
            Skip = "needs the description of the service beside the repository";
        }
    }
}
