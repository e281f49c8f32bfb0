using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Xunit;
using Xunit.Abstractions;

namespace JpoPatent.Tests.Faults;

/// <summary>Nothing lost, nothing leaked, whatever happens. <c>JPO_FAULT_RUNS</c> sets how many runs there are.</summary>
public sealed class RandomRunTests(ITestOutputHelper output)
{
    private const int Seed = 20261122;

    private static readonly int Runs = int.Parse(Environment.GetEnvironmentVariable("JPO_FAULT_RUNS") ?? "3", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Every_number_ends_once_and_book_and_service_agree_and_no_secret_is_seen()
    {
        int answered = 0;
        int failed = 0;
        int calls = 0;
        int faulty = 0;
        int mostAhead = 0;
        for (int i = 0; i < Runs; i++)
        {
            RandomRun run = await RandomRun.PlayAsync(Seed + i);

            Assert.Empty(run.Strange);
            Assert.Equal(Enumerable.Range(1, RandomRun.Numbers), run.Ends.Select(static end => end.Serial).Order());
            Assert.All(run.Ends, static end => Assert.True(end.Error == null || end.Error.Message.Length > 20));
            Assert.All(run.Ends.Where(static end => end.Answer != null), static end =>
                Assert.StartsWith("2020" + end.Serial.ToString("000000", CultureInfo.InvariantCulture), end.Answer, StringComparison.Ordinal));

            Assert.InRange(run.BookAhead, 0, run.Calls);
            Assert.Equal(0, run.BookAheadInTheEnd);

            foreach (string secret in run.Secrets)
            {
                Assert.All(run.Shown, text => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
            }

            Assert.All(run.Shown, static text => Assert.DoesNotContain("Bearer access-", text, StringComparison.OrdinalIgnoreCase));

            answered += run.Ends.Count(static end => end.Answer != null);
            failed += run.Ends.Count(static end => end.Error != null);
            calls += run.Calls;
            faulty += run.Faulty;
            mostAhead = Math.Max(mostAhead, run.BookAhead);
        }

        output.WriteLine($"{Runs} runs: {answered} numbers answered, {failed} named in an error, {calls} calls, of {Runs * RandomRun.Numbers * 4} places {faulty} faulty; book at most {mostAhead} ahead, 0 in the end.");
    }
}
