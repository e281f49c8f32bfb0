namespace JpoPatent.Numbers;

/// <summary>What a column holds, by its heading.</summary>
internal enum NumberColumn
{
    /// <summary>Nothing that helps to find a case.</summary>
    None,

    /// <summary>出願番号.</summary>
    Application,

    /// <summary>公開番号, 公表番号.</summary>
    Publication,

    /// <summary>登録番号.</summary>
    Registration,

    /// <summary>国際出願番号.</summary>
    InternationalApplication,

    /// <summary>国際公開番号.</summary>
    InternationalPublication,

    /// <summary>A number that must say itself what it counts.</summary>
    AnyNumber,

    /// <summary>申請人コード.</summary>
    ApplicantCode,

    /// <summary>Name of an applicant, exactly as JPO keeps it.</summary>
    ApplicantName,

    /// <summary>法域, 四法.</summary>
    Law,

    /// <summary>A heading such as 種別, below which a law may stand, or something else.</summary>
    PerhapsLaw,

    /// <summary>Country or office of the number.</summary>
    Country,
}
