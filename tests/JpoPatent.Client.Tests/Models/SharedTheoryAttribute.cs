using Xunit;

namespace JpoPatent.Tests.Models;

/// <summary>A theory on <see cref="Shared"/>, skipped where that is not at hand.</summary>
internal sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute()
    {
        if (Shared.Folder == null)
        {
            Skip = "needs the description of the service beside the repository";
        }
    }
}
