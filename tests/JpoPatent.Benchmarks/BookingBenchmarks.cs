using BenchmarkDotNet.Attributes;

namespace JpoPatent.Benchmarks;

/// <summary>One access booked in the state folder's book and written out to the operating system; alone, and while three more processes do nothing else.</summary>
[MemoryDiagnoser]
public class BookingBenchmarks
{
    private readonly ScratchFolder _folder = new();
    private BookingProcess[] _others = [];
    private QuotaBook _book = null!;

    [Params(0, 3)]
    public int Others { get; set; }

    [GlobalSetup]
    public void Open()
    {
        _book = Books.Open(_folder.Path);
        _others = BookingProcess.Start(Others, _folder.Path);
        foreach (BookingProcess other in _others)
        {
            other.BookUntilStopped();
        }
    }

    [GlobalCleanup]
    public void Close()
    {
        foreach (BookingProcess other in _others)
        {
            other.Dispose();
        }

        _folder.Dispose();
    }

    [Benchmark]
    public void Book() => Books.Book(_book);
}
