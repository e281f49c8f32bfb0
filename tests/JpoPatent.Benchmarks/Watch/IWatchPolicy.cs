using System.Collections.Generic;
using JpoPatent.Planning;

namespace JpoPatent.Benchmarks;

/// <summary>Who chooses the looks of a night. It is told what each look showed, and nothing else.</summary>
internal interface IWatchPolicy
{
    /// <summary>A case comes on the list.</summary>
    void Add(int id, int filed, int night);

    /// <summary>The looks of the night.</summary>
    IReadOnlyList<(int Case, LookApi Api)> Choose(int night, NightBudget budget);

    /// <summary>What a look showed.</summary>
    void Seen(int id, LookApi api, int night, IReadOnlyList<WatchEvent> events);
}
