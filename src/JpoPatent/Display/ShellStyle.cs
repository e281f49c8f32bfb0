using System;
using System.Management.Automation;

namespace JpoPatent.Display;

/// <summary>
/// The shell's <c>$PSStyle</c>, which PowerShell has from 7.2 and Windows PowerShell has not; the reference assembly of
/// both knows nothing of it. The shell itself takes the colours out again where <c>NO_COLOR</c> is set or a command
/// takes the output; where the whole process is redirected it leaves them in, and so none are given out there, unless
/// the user asks for them with <c>$PSStyle.OutputRendering = 'Ansi'</c>.
/// </summary>
internal static class ShellStyle
{
    private static readonly Type? StyleType = typeof(PSObject).Assembly.GetType("System.Management.Automation.PSStyle");
    private static readonly object? Style = StyleType?.GetProperty("Instance")?.GetValue(null);
    private static readonly object? Formatting = Style == null
        ? null
        : StyleType!.GetProperty("Formatting")?.GetValue(Style);

    /// <summary>In the colour in which the user has warnings.</summary>
    internal static string Attention(string text) => Paint(text, "Warning");

    /// <summary>In the colour in which the user has errors.</summary>
    internal static string Alarm(string text) => Paint(text, "Error");

    private static bool IsWanted =>
        !Console.IsOutputRedirected || StyleType?.GetProperty("OutputRendering")?.GetValue(Style)?.ToString() == "Ansi";

    private static string Paint(string text, string colour) =>
        IsWanted
            && Formatting?.GetType().GetProperty(colour)?.GetValue(Formatting) is string { Length: > 0 } start
            && StyleType?.GetProperty("Reset")?.GetValue(Style) is string end
            ? start + text + end
            : text;
}
