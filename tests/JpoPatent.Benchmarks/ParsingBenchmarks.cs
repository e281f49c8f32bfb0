using BenchmarkDotNet.Attributes;

namespace JpoPatent.Benchmarks;

/// <summary>Progress answers; the time is that of one.</summary>
[MemoryDiagnoser]
public class ParsingBenchmarks
{
    private const int Answers = 500;

    private byte[][] _answers = [];

    [GlobalSetup]
    public void Prepare() => _answers = new Corpus().Progress(Answers);

    [Benchmark(OperationsPerInvoke = Answers)]
    public int EnvelopeOnly()
    {
        int length = 0;
        foreach (byte[] answer in _answers)
        {
            length += Envelope.Read(answer).DataLength;
        }

        return length;
    }

    [Benchmark(OperationsPerInvoke = Answers)]
    public int EnvelopeAndModel()
    {
        int documents = 0;
        foreach (byte[] answer in _answers)
        {
            documents += Parsing.Progress(answer).Documents.Count;
        }

        return documents;
    }
}
