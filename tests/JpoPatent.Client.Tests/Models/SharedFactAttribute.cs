using Xunit;

namespace JpoPatent.Tests.Models;

/// <summary>A fact about <see cref="Shared"/>, skipped where that is not at hand.</summary>
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute()
    {
        if (Shared.Folder == null)
        {
            Skip = "The description of the service (shared/jpo) does not lie beside the repository.";
        }
    }
}
