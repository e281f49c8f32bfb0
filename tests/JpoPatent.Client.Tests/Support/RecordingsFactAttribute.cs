using System;
using Xunit;

namespace JpoPatent.Tests;

/// <summary>A fact about what the live service sent; shown as skipped where the recordings are not at hand.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RecordingsFactAttribute : FactAttribute
{
    public RecordingsFactAttribute()
    {
        if (SharedFolder.Recordings == null)
        {
            Skip = "needs the recordings of the service beside the repository";
        }
    }
}
