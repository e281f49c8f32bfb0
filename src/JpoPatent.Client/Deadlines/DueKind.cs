namespace JpoPatent;

/// <summary>What is due.</summary>
public enum DueKind : long
{
    /// <summary>An answer to a notice: an opinion, an amendment.</summary>
    Response,

    /// <summary>An appeal to the office, against a refusal or the dismissal of an amendment.</summary>
    Appeal,

    /// <summary>The first fees of a decision to grant or to register.</summary>
    Payment,

    /// <summary>
    /// A later fee of a right: the annuity of a patent or a design,
    /// the second half of a trademark's registration fee (後期分).
    /// </summary>
    Annuity,

    /// <summary>The renewal of a trademark's term (更新登録).</summary>
    Renewal,

    /// <summary>The request for examination (patents).</summary>
    ExaminationRequest,

    /// <summary>A suit against a decision of the board.</summary>
    Court,
}
