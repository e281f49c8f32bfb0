namespace JpoPatent.Planning;

/// <summary>Events a day that the prior expects.</summary>
/// <param name="Critical">Notices and decisions.</param>
/// <param name="Request">Requests for examination.</param>
/// <param name="Other">Other documents.</param>
/// <param name="Register">What the register shows: annuities, the end of the right.</param>
internal readonly record struct StagePrior(double Critical, double Request, double Other, double Register = 0);
