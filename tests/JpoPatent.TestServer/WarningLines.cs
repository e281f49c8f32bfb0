using System;

namespace JpoPatent.TestServer;

/// <summary>Writes warnings and waits as lines, so that the process that started this one sees them.</summary>
internal sealed class WarningLines : IProgress<JpoActivity>
{
    public void Report(JpoActivity value)
    {
        if (value.Kind is JpoActivityKind.Warning or JpoActivityKind.Waiting)
        {
            Console.WriteLine((value.Kind == JpoActivityKind.Warning ? "warning " : "waiting ") + value.Message);
        }
    }
}
