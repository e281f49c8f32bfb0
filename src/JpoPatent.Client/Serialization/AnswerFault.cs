namespace JpoPatent.Serialization;

/// <summary>What is wrong with an answer that calls itself a success.</summary>
internal enum AnswerFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>There are no data in it.</summary>
    NoData,

    /// <summary>It is about another case than the one asked for.</summary>
    OtherCase,

    /// <summary>The zip is damaged, or came only in part.</summary>
    Damaged,

    /// <summary>The zip holds no file.</summary>
    NoFiles,
}
