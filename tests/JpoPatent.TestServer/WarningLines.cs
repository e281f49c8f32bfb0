using System;

namespace JpoPatent.TestServer;

/// <summary>Writes warnings as lines, so that whoever started the process sees them.</summary>
internal sealed class WarningLines : IProgress<JpoActivity>
{
    public void Report(JpoActivity value)
    {
        if (value.Kind == JpoActivityKind.Warning)
        {
            Console.WriteLine("warning " + value.Message);
        }
    }
}
