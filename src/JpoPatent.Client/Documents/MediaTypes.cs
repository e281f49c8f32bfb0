namespace JpoPatent.Documents;

/// <summary>Media types of the files that bundles hold.</summary>
internal static class MediaTypes
{
    internal static string Of(string extension) => extension switch
    {
        ".gif" => "image/gif",
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".tif" or ".tiff" => "image/tiff",
        ".bmp" => "image/bmp",
        ".pdf" => "application/pdf",
        ".xml" => "application/xml",
        ".htm" or ".html" => "text/html",
        ".txt" => "text/plain",
        _ => "application/octet-stream",
    };

    /// <summary>
    /// The media type of a picture that every browser shows, by its first bytes and not by its
    /// name; null for all others.
    /// </summary>
    internal static string? OfShownPicture(byte[] head, int count) =>
        Starts(head, count, "GIF87a"u8) || Starts(head, count, "GIF89a"u8) ? "image/gif"
        : Starts(head, count, [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : Starts(head, count, [0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : null;

    private static bool Starts(byte[] head, int count, System.ReadOnlySpan<byte> mark) =>
        count >= mark.Length
        && System.MemoryExtensions.SequenceEqual(System.MemoryExtensions.AsSpan(head, 0, mark.Length), mark);
}
