namespace JpoPatent.Planning;

/// <summary>The rates of one stage.</summary>
/// <param name="Critical">Notices and decisions.</param>
/// <param name="All">All events, weighed.</param>
/// <param name="Documents">Those that the register does not show, weighed.</param>
internal sealed record RateTable(SummedRates Critical, SummedRates All, SummedRates Documents);
