using System;
using Xunit;

namespace JpoPatent.Tests.Frameworks;

/// <summary>A test that runs the net472 build: in Mono, or on Windows in .NET Framework itself. Where neither is here, it is skipped in words.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MonoFactAttribute : FactAttribute
{
    public MonoFactAttribute()
    {
        if (!OperatingSystem.IsWindows() && DesktopProgram.FindMono() == null)
        {
            Skip = "there is no mono on PATH";
        }
    }
}
