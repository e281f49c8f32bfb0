namespace JpoPatent.Layout;

/// <summary>A stretch of text in one style, an end of a line, or a picture within a line.</summary>
internal readonly struct PageInline
{
    private PageInline(string? text, PageStyle style, string? picture)
    {
        Text = text;
        Style = style;
        Picture = picture;
    }

    /// <summary>The text; null for an end of a line and for a picture.</summary>
    internal string? Text { get; }

    internal PageStyle Style { get; }

    /// <summary>The name of a picture's file as the document gives it; null for anything else.</summary>
    internal string? Picture { get; }

    internal bool IsBreak => Text == null && Picture == null;

    internal static PageInline Break => default;

    internal static PageInline OfText(string text, PageStyle style) => new(text, style, null);

    internal static PageInline OfPicture(string file) => new(null, PageStyle.None, file);
}
