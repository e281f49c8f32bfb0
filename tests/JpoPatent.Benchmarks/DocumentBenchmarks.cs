using System.Collections.Generic;
using BenchmarkDotNet.Attributes;

namespace JpoPatent.Benchmarks;

/// <summary>Bundles of notices of reasons for refusal: zip, Shift_JIS, XML, layout. The time is that of one bundle.</summary>
[MemoryDiagnoser]
public class DocumentBenchmarks
{
    private const int Bundles = 100;

    private byte[][] _bundles = [];

    [GlobalSetup]
    public void Prepare() => _bundles = new Corpus().Bundles(Bundles);

    [Benchmark(OperationsPerInvoke = Bundles)]
    public int Read()
    {
        int characters = 0;
        foreach (byte[] zip in _bundles)
        {
            foreach (JpoDocument document in Documents(zip))
            {
                characters += document.Text.Length;
            }
        }

        return characters;
    }

    internal static IReadOnlyList<JpoDocument> Documents(byte[] zip) =>
        DocumentReader.Read(
            new FileAnswer(AnswerForm.Zip, "docCont_1.zip", new MemoryContent(zip)),
            new DocumentSource(JpoLaw.Patent, "2020123456", DocumentKind.Refusal),
            progress: null,
            cancellationToken: default);
}
