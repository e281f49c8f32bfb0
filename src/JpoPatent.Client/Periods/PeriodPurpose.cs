namespace JpoPatent;

/// <summary>What a period is allowed for.</summary>
public enum PeriodPurpose : long
{
    /// <summary>An answer to the office: an opinion, an amendment, a correction (意見書, 手続補正書).</summary>
    Response,

    /// <summary>An appeal to the office (審判, 審査請求).</summary>
    Appeal,

    /// <summary>A payment, such as the first fees after a decision to grant (特許料, 登録料).</summary>
    Payment,

    /// <summary>A suit (訴え).</summary>
    Court,
}
