namespace JpoPatent;

/// <summary>Publication numbers as the service writes them.</summary>
internal static class PublicationText
{
    /// <summary>Ten digits, year first, of a publication number with the year of the era, bare or behind <c>JPA</c>; null where that is not certain.</summary>
    internal static string? ToTenDigits(string? text) => null;
}
