using System;
using Xunit;

namespace JpoPatent.Tests;

/// <summary>A fact about a store in a container; shown as skipped where the stand-in for Azure is not at hand.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AzuriteFactAttribute : FactAttribute
{
    public AzuriteFactAttribute()
    {
        if (!Azurite.IsHere)
        {
            Skip = "there is no node on PATH, or tests/Azurite is not restored";
        }
    }
}
