using System;
using System.IO;
using System.Text;

namespace JpoPatent;

/// <summary>Whose monotonic clock it is: those of two machines, of a machine before and after a restart, and of containers with a clock or processes of their own count different things.</summary>
internal static class MachineClock
{
    private const string BootId = "/proc/sys/kernel/random/boot_id";

    /// <summary>Eight hexadecimal digits, the same for all processes that share a monotonic clock.</summary>
    internal static string Id { get; } = Find();

    private static string Find()
    {
        var mark = new StringBuilder(Environment.MachineName);
        try
        {
            if (File.Exists(BootId))
            {
                mark.Append(File.ReadAllText(BootId).Trim());
#if NET8_0_OR_GREATER
                mark.Append(File.ResolveLinkTarget("/proc/self/ns/time", returnFinalTarget: false)?.Name);
#endif
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The machine's name has to do.
        }

        return BitConverter.ToString(Sha256.Hash(Encoding.UTF8.GetBytes(mark.ToString())), 0, 4).Replace("-", string.Empty).ToLowerInvariant();
    }
}
