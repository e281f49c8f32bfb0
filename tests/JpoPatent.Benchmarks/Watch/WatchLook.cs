using JpoPatent.Planning;

namespace JpoPatent.Benchmarks;

/// <summary>A look that was made: a line of <c>looks.csv</c>.</summary>
internal readonly record struct WatchLook(int Night, int Case, LookApi Api);
