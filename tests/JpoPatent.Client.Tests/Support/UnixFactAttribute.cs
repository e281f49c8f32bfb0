using System;
using Xunit;

namespace JpoPatent.Tests;

/// <summary>A fact that can only be seen on Unix; shown as skipped elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "needs Unix";
        }
    }
}
