namespace JpoPatent.Planning;

/// <summary>One look of a plan.</summary>
/// <param name="Index">The case's place in the list that was planned.</param>
/// <param name="Api">What to ask for.</param>
/// <param name="Queue">Why.</param>
/// <param name="Score">The risk, weighed: what a night's delay of this look costs.</param>
internal readonly record struct PlannedLook(int Index, LookApi Api, LookQueue Queue, float Score);
