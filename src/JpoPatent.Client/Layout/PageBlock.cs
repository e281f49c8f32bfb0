using System.Collections.Generic;

namespace JpoPatent.Layout;

/// <summary>
/// A part of a document as it stands on the page. What a document is read into, whatever its format;
/// text and HTML are both made from it.
/// </summary>
internal sealed class PageBlock
{
    private PageBlock(PageBlockKind kind) => Kind = kind;

    internal PageBlockKind Kind { get; }

    /// <summary>The label of a row.</summary>
    internal string Label { get; private init; } = string.Empty;

    /// <summary>The text of a title, heading, row or paragraph.</summary>
    internal IReadOnlyList<PageInline> Inlines { get; private init; } = [];

    /// <summary>The rows of a table, each with its cells.</summary>
    internal IReadOnlyList<IReadOnlyList<IReadOnlyList<PageInline>>> Rows { get; private init; } = [];

    /// <summary>Steps to the right.</summary>
    internal int Indent { get; private init; }

    internal static PageBlock Title(string text) =>
        new(PageBlockKind.Title) { Inlines = [PageInline.OfText(text, PageStyle.None)] };

    internal static PageBlock Heading(string text, int indent = 0) =>
        new(PageBlockKind.Heading) { Inlines = [PageInline.OfText(text, PageStyle.None)], Indent = indent };

    internal static PageBlock Heading(IReadOnlyList<PageInline> inlines) =>
        new(PageBlockKind.Heading) { Inlines = inlines };

    internal static PageBlock Row(string label, string value, int indent = 0) =>
        Row(label, [PageInline.OfText(value, PageStyle.None)], indent);

    internal static PageBlock Row(string label, IReadOnlyList<PageInline> value, int indent) =>
        new(PageBlockKind.Row) { Label = label, Inlines = value, Indent = indent };

    internal static PageBlock Paragraph(IReadOnlyList<PageInline> inlines) =>
        new(PageBlockKind.Paragraph) { Inlines = inlines };

    internal static PageBlock Table(IReadOnlyList<IReadOnlyList<IReadOnlyList<PageInline>>> rows) =>
        new(PageBlockKind.Table) { Rows = rows };

    /// <summary>An empty line between two parts.</summary>
    internal static PageBlock Gap() => new(PageBlockKind.Gap);
}
