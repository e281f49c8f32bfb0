using System;
using System.Linq;
using Xunit;

namespace JpoPatent.Tests.Faults;

/// <summary>How long a call may take, and how long the other side asks us to wait: every row of <see cref="FaultMatrix.Limits"/> against the token address, an API and a bundle that lies on another host.</summary>
public sealed class LimitMatrixTests
{
    public static TheoryData<string, LimitKind> Cells
    {
        get
        {
            var cells = new TheoryData<string, LimitKind>();
            foreach (LimitRow row in FaultMatrix.Limits)
            {
                foreach (LimitKind kind in Enum.GetValues<LimitKind>())
                {
                    cells.Add(row.Name, kind);
                }
            }

            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_limit_holds_for_the_token_address_apis_and_bundles_alike(string name, LimitKind kind)
    {
        LimitRow row = FaultMatrix.Limits.Single(known => known.Name == name);
        TimeSpan callTimeout = row.CallTimeout == 0 ? System.Threading.Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(row.CallTimeout);
        using var bench = new LimitBench(TimeSpan.FromSeconds(row.Timeout), callTimeout);
        bench.Fault = (kind, row.Play);

        JpoException? error = Record.Exception(bench.Ask) switch
        {
            null => null,
            JpoException known => known,
            { } other => throw new InvalidOperationException("No exception of ours.", other),
        };

        Assert.Equal(row.Outcome, error == null ? Outcome.Answer : RawBench.OutcomeOf(error));
        Assert.Equal(row.Tries ?? bench.Tries, bench.Tries);
        if (row.Elapsed is { } seconds)
        {
            Assert.Equal(TimeSpan.FromSeconds(seconds), bench.Elapsed);
        }

        string text = error?.ToString() ?? string.Empty;
        Assert.Equal(row.IsGivenUp, text.Contains("may take " + row.CallTimeout + " s (CallTimeout)", StringComparison.Ordinal));
        Assert.DoesNotContain(LimitBench.Secret, text, StringComparison.Ordinal);
    }
}
