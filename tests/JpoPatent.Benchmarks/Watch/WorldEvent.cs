using JpoPatent.Planning;

namespace JpoPatent.Benchmarks;

/// <summary>An event and the first night on which a look can show it.</summary>
internal readonly record struct WorldEvent(WatchEvent Event, int Visible);
