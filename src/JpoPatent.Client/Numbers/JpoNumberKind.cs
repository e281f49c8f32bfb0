namespace JpoPatent;

/// <summary>
/// What a number counts: two numbers of different kinds are different cases even when their digits agree.
/// </summary>
public enum JpoNumberKind : long
{
    /// <summary>Application (出願番号), e.g. 特願2020-123456.</summary>
    Application,

    /// <summary>Publication of an application (公開番号, 公表番号, 再公表番号), e.g. 特開2021-090037, 特表2015-508823.</summary>
    Publication,

    /// <summary>Registration (登録番号), e.g. 特許第7533889号.</summary>
    Registration,

    /// <summary>PCT international application (国際出願番号), e.g. PCT/JP2019/011858.</summary>
    InternationalApplication,

    /// <summary>PCT international publication (国際公開番号), e.g. WO2020/123456.</summary>
    InternationalPublication,
}
