using System;
using System.Globalization;
using BenchmarkDotNet.Attributes;

namespace JpoPatent.Benchmarks;

/// <summary>One answer read from today's cache, looked for in vain, and written.</summary>
[MemoryDiagnoser]
public class CacheBenchmarks
{
    private const int Answers = 1000;

    private readonly ScratchFolder _folder = new();
    private FileAnswerCache _cache = null!;
    private readonly ScratchFolder _files = new();
    private OneFileCache _oneFile = null!;
    private byte[] _body = [];
    private int _next;

    [GlobalSetup]
    public void Fill()
    {
        _body = new Corpus().Progress(1)[0];
        _cache = new FileAnswerCache(_folder.Path, TimeProvider.System);
        _oneFile = new OneFileCache(_files.Path);
        for (int i = 0; i < Answers; i++)
        {
            Keep(i);
            _oneFile.Write(ApiCatalog.PatentProgress, Name(i), _body);
        }
    }

    [GlobalCleanup]
    public void Close()
    {
        _cache.LastPrune.Wait();
        _folder.Dispose();
        _files.Dispose();
    }

    [Benchmark]
    public int Hit() => _cache.Read(ApiCatalog.PatentProgress, Name(_next++ % Answers), DateTimeOffset.UtcNow)!.Body.Length;

    [Benchmark]
    public bool Miss() => _cache.Read(ApiCatalog.PatentProgress, Name(-1 - (_next++ % Answers)), DateTimeOffset.UtcNow) == null;

    [Benchmark]
    public void Write() => Keep(Answers + _next++);

    [Benchmark]
    public int HitOneFile() => _oneFile.Read(ApiCatalog.PatentProgress, Name(_next++ % Answers))!.Length;

    [Benchmark]
    public bool MissOneFile() => _oneFile.Read(ApiCatalog.PatentProgress, Name(-1 - (_next++ % Answers))) == null;

    [Benchmark]
    public void WriteOneFile() => _oneFile.Write(ApiCatalog.PatentProgress, Name(Answers + _next++), _body);

    private static string Name(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void Keep(int number) => _cache.Write(ApiCatalog.PatentProgress, Name(number), new CachedAnswer(DateTimeOffset.UtcNow, null, _body));
}
