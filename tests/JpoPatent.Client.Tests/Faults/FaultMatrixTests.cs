using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace JpoPatent.Tests.Faults;

/// <summary>Every fault of <see cref="FaultMatrix"/> against every kind of call, over a real socket.</summary>
public sealed class FaultMatrixTests(FaultMatrixRuns runs) : IClassFixture<FaultMatrixRuns>
{
    public static TheoryData<string> Faults => new(FaultMatrix.Rows.Select(static row => row.Name));

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_ends_in_an_answer_or_in_its_error_and_harms_nothing_else(string fault)
    {
        FaultRow row = FaultMatrix.Rows.Single(known => known.Name == fault);
        var cells = Enum.GetValues<CallKind>().Where(kind => row.Of(kind) != Outcome.None).Select(kind => (Kind: kind, Run: runs.Of(row, kind))).ToList();
        await Task.WhenAll(cells.Select(static cell => cell.Run)).ContinueWith(static _ => { }, TaskScheduler.Default);

        Assert.Empty(cells.Where(static cell => cell.Run.IsFaulted).Select(static cell => cell.Kind + ": " + cell.Run.Exception!.InnerException!.Message));
    }

    [Fact]
    public async Task A_redirect_is_followed_by_nobody()
    {
        await Task.WhenAll(FaultMatrix.Rows.Where(static row => row.Name.StartsWith("redirect", StringComparison.Ordinal)).Select(row => runs.Of(row, CallKind.Json)));

        Assert.All(Enum.GetValues<CallKind>(), static kind => Assert.Equal(0, FaultMatrix.Elsewhere.Requests(kind)));
    }
}
