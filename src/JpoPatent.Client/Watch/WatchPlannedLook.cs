using JpoPatent.Planning;

namespace JpoPatent.Watch;

/// <summary>A look that is planned.</summary>
/// <param name="Case">The case.</param>
/// <param name="Watched">What the planner knew of it.</param>
/// <param name="Look">What it decided.</param>
internal readonly record struct WatchPlannedLook(WatchCase Case, WatchedCase Watched, PlannedLook Look);
