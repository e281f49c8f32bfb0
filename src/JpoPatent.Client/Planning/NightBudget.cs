using System;

namespace JpoPatent.Planning;

/// <summary>The looks that a night has.</summary>
/// <param name="Progress">Looks at documents, of both APIs together.</param>
/// <param name="Registration">Looks at the register; none where registered cases are looked at
/// by their documents alone.</param>
internal readonly record struct NightBudget(int Progress, int Registration)
{
    /// <summary>The budget, with what is below nothing as nothing.</summary>
    public NightBudget Sane => new(Math.Max(Progress, 0), Math.Max(Registration, 0));
}
