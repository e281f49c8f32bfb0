using Xunit;

namespace JpoPatent.Tests.Models;

/// <summary>A fact about <see cref="Shared"/>, skipped where that is not at hand.</summary>
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute()
    {
        if (Shared.Folder == null)
        {
            Skip = "needs the description of the service beside the repository";
        }
    }
}
