using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;

namespace JpoPatent.Benchmarks;

/// <summary>The goals of booking and parsing, measured in rounds that take turns; compare.ps1 reads the medians.</summary>
internal static class QuickRun
{
    private const int Bookings = 2000;
    private const int Processes = 4;
    private const int Answers = 10_000;

    internal static void Run(int rounds)
    {
        byte[][] answers = new Corpus().Progress(Answers);
        long bytes = answers.Sum(static answer => (long)answer.Length);
        using var folder = new ScratchFolder();
        using var shared = new ScratchFolder();
        QuotaBook book = Books.Open(folder.Path);
        BookingProcess[] processes = BookingProcess.Start(Processes, shared.Path);
        var figures = new Dictionary<string, List<double>>();
        try
        {
            // The first round warms up and does not count.
            for (int round = 0; round <= rounds; round++)
            {
                Note("bookMicroseconds", Time(() => Repeat(Bookings, () => Books.Book(book))) / Bookings);
                Note("bookAndSettleMicroseconds", Time(() => Repeat(Bookings, () => Books.Settle(book, Books.Book(book)))) / Bookings);
                Note("contendedMicroseconds", Contended(processes));
                long before = GC.GetAllocatedBytesForCurrentThread();
                double parsing = Time(() => Parse(answers));
                Note("bytesAllocatedPerByte", (GC.GetAllocatedBytesForCurrentThread() - before) / (double)bytes);
                Note("megabytesPerSecond", bytes / parsing);
                if (round == 0)
                {
                    figures.Clear();
                }
            }
        }
        finally
        {
            foreach (BookingProcess process in processes)
            {
                process.Dispose();
            }
        }

        Console.WriteLine("{" + string.Join(",", figures.Select(static figure => $"\"{figure.Key}\":{Median(figure.Value).ToString("0.###", CultureInfo.InvariantCulture)}")) + "}");

        void Note(string name, double value)
        {
            if (!figures.TryGetValue(name, out List<double>? values))
            {
                figures.Add(name, values = []);
            }

            values.Add(value);
        }
    }

    private static double Contended(BookingProcess[] processes)
    {
        foreach (BookingProcess process in processes)
        {
            process.Begin(Bookings / Processes);
        }

        return processes.Select(static process => process.End()).ToList().Average();
    }

    private static void Parse(byte[][] answers)
    {
        foreach (byte[] answer in answers)
        {
            Parsing.Progress(answer);
        }
    }

    private static void Repeat(int times, Action action)
    {
        for (int i = 0; i < times; i++)
        {
            action();
        }
    }

    /// <summary>Microseconds.</summary>
    private static double Time(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }

    private static double Median(List<double> values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
