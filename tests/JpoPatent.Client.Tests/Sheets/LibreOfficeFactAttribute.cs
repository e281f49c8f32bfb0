using System;
using System.IO;
using System.Linq;
using Xunit;

namespace JpoPatent.Tests.Sheets;

/// <summary>A test that opens a file in LibreOffice; skipped where it is not on PATH.</summary>
internal sealed class LibreOfficeFactAttribute : FactAttribute
{
    public LibreOfficeFactAttribute()
    {
        string path = Environment.GetEnvironmentVariable("PATH") ?? string.Empty;
        if (!path.Split(Path.PathSeparator).Any(static folder => File.Exists(Path.Combine(folder, "soffice"))))
        {
            Skip = "LibreOffice (soffice) is not on PATH.";
        }
    }
}
