using BenchmarkDotNet.Attributes;

namespace JpoPatent.Benchmarks;

/// <summary>Numbers as people write them; the time is that of one.</summary>
[MemoryDiagnoser]
public class NumberBenchmarks
{
    [Params("2020123456", "2020-123456", "特願２０２０－１２３４５６", "特願平11-123456号", "JP2020-123456")]
    public string Written { get; set; } = string.Empty;

    [Benchmark]
    public bool Parse() => JpoNumber.TryParse(Written, JpoNumberKind.Application, JpoLaw.Patent, out _, out _);
}
