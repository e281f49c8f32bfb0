using System;

namespace JpoPatent.Opd;

/// <summary>What the id of a document of a dossier says.</summary>
internal static class OpdDocumentIds
{
    private const string Japan = "JP";
    private const string English = "_EN";

    /// <summary>Whether an id is that of a translation into English, of which there is no XML.</summary>
    internal static bool IsTranslation(string? id) =>
        id?.Trim().EndsWith(English, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>
    /// Whether a document is to be had as XML. What is wanted decides; without a wish, what there is.
    /// </summary>
    internal static bool IsXml(JpoDocdbNumber application, string? id, OpdDocumentFormat format) => format switch
    {
        OpdDocumentFormat.Xml => true,
        OpdDocumentFormat.Pdf => false,
        _ => application.Country == Japan && !IsTranslation(id),
    };
}
