using System;
using System.Diagnostics;
using System.Globalization;
using System.Threading;

namespace JpoPatent.Benchmarks;

/// <summary>Another process that books accesses in the same book, told what to do by lines.</summary>
internal sealed class BookingProcess : IDisposable
{
    private readonly Process _process;

    private BookingProcess(string folder)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (System.IO.Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add(typeof(BookingProcess).Assembly.Location);
        }

        start.ArgumentList.Add("book");
        start.ArgumentList.Add(folder);
        _process = Process.Start(start)!;
    }

    internal static BookingProcess[] Start(int count, string folder)
    {
        var processes = new BookingProcess[count];
        for (int i = 0; i < count; i++)
        {
            processes[i] = new BookingProcess(folder);
        }

        foreach (BookingProcess process in processes)
        {
            process._process.StandardOutput.ReadLine();
        }

        return processes;
    }

    /// <summary>Books for as long as this process lives.</summary>
    internal void BookUntilStopped() => _process.StandardInput.WriteLine("-1");

    /// <summary>Begins to book so many accesses.</summary>
    internal void Begin(int count) => _process.StandardInput.WriteLine(count.ToString(CultureInfo.InvariantCulture));

    /// <summary>Microseconds for one of the accesses begun, on average.</summary>
    internal double End() => double.Parse(_process.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    /// <summary>The other side.</summary>
    internal static void Work(string folder)
    {
        QuotaBook book = Books.Open(folder);
        for (int i = 0; i < 500; i++)
        {
            Books.Book(book);
        }

        Console.WriteLine("ready");
        while (Console.ReadLine() is { } line)
        {
            int count = int.Parse(line, CultureInfo.InvariantCulture);
            if (count < 0)
            {
                // The parent's end is the end of the line: nobody is left behind when it dies.
                new Thread(() => Environment.Exit(Console.In.Read())) { IsBackground = true }.Start();
            }

            long start = Stopwatch.GetTimestamp();
            for (int i = 0; i != count; i++)
            {
                Books.Book(book);
            }

            Console.WriteLine((Stopwatch.GetElapsedTime(start).TotalMicroseconds / count).ToString("R", CultureInfo.InvariantCulture));
        }
    }
}
