namespace JpoPatent.Layout;

/// <summary>What a part of a page is.</summary>
internal enum PageBlockKind
{
    /// <summary>The document's name, in the middle.</summary>
    Title,

    /// <summary>A heading: <c>【請求項１】</c>.</summary>
    Heading,

    /// <summary>A label with a value beside.</summary>
    Row,

    /// <summary>Running text, with ends of lines and pictures.</summary>
    Paragraph,

    /// <summary>A table.</summary>
    Table,

    /// <summary>An empty line.</summary>
    Gap,
}
