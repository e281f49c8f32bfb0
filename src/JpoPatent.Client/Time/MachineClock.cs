using System;
using System.Globalization;
using System.IO;
using System.Text;
using JpoPatent.Text;

namespace JpoPatent.Time;

/// <summary>
/// Whose monotonic clock it is: those of two machines, of a machine before and after a restart, and of containers
/// with a clock or processes of their own count different things.
/// </summary>
internal static class MachineClock
{
    private const string BootId = "/proc/sys/kernel/random/boot_id";

    /// <summary>Eight hexadecimal digits, the same for all processes that share a monotonic clock.</summary>
    internal static string Id { get; } = Find();

    /// <summary>
    /// How far this process's clock is from the machine's, in quarters of a second: a process can be given a clock of
    /// its own (by a library that fakes time, in tests), and then counts something else.
    /// </summary>
    private static long Shift()
    {
        double least = double.MaxValue;
        for (int i = 0; i < 3; i++)
        {
            string uptime = File.ReadAllText("/proc/uptime");
            double shift = double.Parse(
                uptime.Substring(0, uptime.IndexOf(' ')),
                CultureInfo.InvariantCulture) - TimeProvider.System.GetElapsedTime(0).TotalSeconds;
            least = Math.Abs(shift) < Math.Abs(least) ? shift : least;
        }

        return (long)Math.Round(least * 4);
    }

    private static string Find()
    {
        var mark = new StringBuilder(Environment.MachineName);
        try
        {
            if (File.Exists(BootId))
            {
                mark.Append(File.ReadAllText(BootId).Trim()).Append(Shift());
#if NET8_0_OR_GREATER
                mark.Append(File.ResolveLinkTarget("/proc/self/ns/time", returnFinalTarget: false)?.Name);
#endif
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException
            or ArgumentException)
        {
            // The machine's name has to do.
        }

        return BitConverter.ToString(Sha256.Hash(Encoding.UTF8.GetBytes(mark.ToString())), 0, 4)
            .Replace("-", string.Empty)
            .ToLowerInvariant();
    }
}
