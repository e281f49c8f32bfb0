using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Xunit;

namespace JpoPatent.Tests.Fuzzing;

/// <summary>
/// Spoils inputs at random, by a fixed seed, and watches what becomes of them: no exception, no end that never comes, no memory out of proportion. <c>JPO_FUZZ_ITERATIONS</c> sets how many
/// inputs a parser gets, <c>JPO_FUZZ_SEED</c> another beginning.
/// </summary>
internal sealed class Fuzzer
{
    private const long MostBytes = 64L * 1024 * 1024;

    private static readonly byte[][] Bits =
    [
        [], [0], [0xFF], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xC3, 0x28], [0xED, 0xA0, 0x80], [.. "\""u8], [.. "\\ud800"u8], [.. "\\u0000"u8], [.. "{}"u8], [.. "[]"u8], [.. "{\"0\":"u8], [.. "null"u8], [.. "-1"u8],
        [.. "1e999"u8], [.. "99999999999999999999"u8], [.. "2147483648"u8], [.. "true"u8], [.. "<a>"u8], [.. "</a>"u8], [.. "<![CDATA["u8], [.. "<!DOCTYPE a [<!ENTITY b 'c'>]>"u8], [.. "&b;"u8], [.. "&#0;"u8],
        [.. "<?xml version=\"1.0\" encoding=\"utf-7\"?>"u8], [.. "<?xml version=\"1.0\" encoding=\"x-none\"?>"u8], [.. "xmlns=\"\""u8], [.. "PK\u0003\u0004"u8], [.. "%PDF-"u8], [.. "00000000"u8], [.. "20190229"u8],
    ];

    private Fuzzer(int seed) => Random = new Random(seed);

    internal static int Iterations { get; } = Setting("JPO_FUZZ_ITERATIONS", 400);

    internal Random Random { get; }

    /// <summary>Gives a parser so many inputs.</summary>
    /// <param name="make">Makes an input; its text, should it fail, is what <c>show</c> says.</param>
    /// <param name="parse">Takes it; whatever it throws is a fault.</param>
    /// <param name="show">The input as a text that can be put into a test.</param>
    internal static string Run<T>(Func<Fuzzer, T> make, Action<T> parse, Func<T, string> show)
    {
        var fuzzer = new Fuzzer(Setting("JPO_FUZZ_SEED", 20261122));
        var watch = new Stopwatch();
        TimeSpan longest = TimeSpan.Zero;
        long most = 0;
        for (int i = 0; i < Iterations; i++)
        {
            T input = make(fuzzer);
            long allocated = GC.GetAllocatedBytesForCurrentThread();
            watch.Restart();
            try
            {
                parse(input);
            }
            catch (Exception error)
            {
                Assert.Fail($"Input {i}: {show(input)}\n{error}");
            }

            longest = watch.Elapsed > longest ? watch.Elapsed : longest;
            most = Math.Max(most, GC.GetAllocatedBytesForCurrentThread() - allocated);
            Assert.True(most < MostBytes, $"Input {i} took {most} bytes: {show(input)}");
        }

        return FormattableString.Invariant($"{Iterations} inputs; the slowest took {longest.TotalMilliseconds:0.0} ms, the largest {most / 1024} KB");
    }

    internal static string Show(byte[] input) => Convert.ToBase64String(input);

    internal T Pick<T>(IReadOnlyList<T> among) => among[Random.Next(among.Count)];

    /// <summary>A few changes to an input: bytes turned over, taken out, doubled, put in, the end cut off.</summary>
    internal byte[] Spoil(byte[] input)
    {
        var bytes = new List<byte>(input);
        for (int changes = Random.Next(1, 6); changes > 0; changes--)
        {
            int at = Random.Next(bytes.Count + 1);
            int length = Math.Min(Random.Next(1, 40), bytes.Count - at);
            switch (Random.Next(6))
            {
                case 0 when at < bytes.Count:
                    bytes[at] ^= (byte)(1 << Random.Next(8));
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 3:
                    bytes.InsertRange(at, Pick(Bits));
                    break;
                case 4:
                    bytes.RemoveRange(at, length);
                    bytes.InsertRange(Math.Min(at, bytes.Count), Pick(Bits));
                    break;
                case 5 when Random.Next(4) == 0:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }
        }

        return bytes.ToArray();
    }

    /// <summary>The same for a text.</summary>
    internal string Spoil(string input, string alphabet)
    {
        var text = new StringBuilder(input);
        for (int changes = Random.Next(0, 5); changes > 0; changes--)
        {
            int at = Random.Next(text.Length + 1);
            switch (Random.Next(4))
            {
                case 0 when at < text.Length:
                    text[at] = alphabet[Random.Next(alphabet.Length)];
                    break;
                case 1:
                    text.Insert(at, alphabet[Random.Next(alphabet.Length)]);
                    break;
                case 2 when at < text.Length:
                    text.Remove(at, 1);
                    break;
                case 3:
                    text.Insert(at, text.ToString(0, Math.Min(at, 8)));
                    break;
            }
        }

        return text.ToString();
    }

    private static int Setting(string name, int fallback) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : fallback;
}
