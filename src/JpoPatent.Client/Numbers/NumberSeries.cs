namespace JpoPatent.Numbers;

/// <summary>
/// Which series of publications a number was counted in: the same year and serial exist in more than one of them.
/// </summary>
internal enum NumberSeries
{
    /// <summary>Not a publication, or not told by the text.</summary>
    None,

    /// <summary>特開, publication of an application.</summary>
    LaidOpen,

    /// <summary>特表, national publication of a PCT application.</summary>
    National,

    /// <summary>再表, republication of a PCT publication, under that publication's number.</summary>
    Republication,

    /// <summary>特公, examined publication, until 1996.</summary>
    Examined,
}
