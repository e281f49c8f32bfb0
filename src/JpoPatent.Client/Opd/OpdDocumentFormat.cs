namespace JpoPatent;

/// <summary>In which form a document of a dossier is asked for.</summary>
public enum OpdDocumentFormat : long
{
    /// <summary>
    /// What there is: XML of originals of Japanese dossiers, PDF of translations and of the dossiers of other offices.
    /// </summary>
    Auto,

    /// <summary>XML, which is read (API 4-6). Only originals of Japanese dossiers have it.</summary>
    Xml,

    /// <summary>A PDF file (API 4-5).</summary>
    Pdf,
}
