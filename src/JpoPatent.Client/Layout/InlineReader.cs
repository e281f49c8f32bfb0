using System.Collections.Generic;
using System.Text;
using System.Xml.Linq;

namespace JpoPatent.Layout;

/// <summary>
/// Collects running text: stretches in one style, ends of lines, pictures;
/// and hands over a paragraph whenever something else comes between.
/// </summary>
internal sealed class InlineReader(List<PageBlock> page)
{
    private readonly List<PageInline> _inlines = [];
    private readonly StringBuilder _text = new();
    private PageStyle _style;

    /// <summary>Adds text as it is.</summary>
    internal void Add(string text, PageStyle style)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (style != _style)
        {
            EndText();
            _style = style;
        }

        _text.Append(text);
    }

    internal void Break()
    {
        EndText();
        _inlines.Add(PageInline.Break);
    }

    /// <summary>Ends the line, unless one has just been ended.</summary>
    internal void BreakOnce()
    {
        EndText();
        if (_inlines.Count > 0 && !_inlines[_inlines.Count - 1].IsBreak)
        {
            _inlines.Add(PageInline.Break);
        }
    }

    internal void Picture(string file)
    {
        EndText();
        _inlines.Add(PageInline.OfPicture(file));
    }

    /// <summary>Whether nothing was added since the last paragraph, or the line is still empty.</summary>
    internal bool IsAtLineStart => _text.Length == 0 && (_inlines.Count == 0 || _inlines[_inlines.Count - 1].IsBreak);

    /// <summary>Hands the paragraph over, if there is one.</summary>
    internal void End()
    {
        EndText();
        if (_inlines.Count > 0)
        {
            // The end of the last line is the end of the paragraph.
            if (_inlines[_inlines.Count - 1].IsBreak)
            {
                _inlines.RemoveAt(_inlines.Count - 1);
            }

            page.Add(PageBlock.Paragraph(_inlines.ToArray()));
            _inlines.Clear();
        }
    }

    /// <summary>Takes what was collected, for the cell of a table.</summary>
    internal IReadOnlyList<PageInline> Take()
    {
        EndText();
        PageInline[] inlines = _inlines.ToArray();
        _inlines.Clear();
        return inlines;
    }

    /// <summary>The name of the file that a picture's element points to.</summary>
    internal static string FileOf(XElement picture) =>
        picture.Mark("file") ?? picture.Mark("src") ?? picture.Mark("id") ?? "?";

    internal static PageStyle StyleOf(string name) => name switch
    {
        "sub" or "sub2" => PageStyle.Sub,
        "sup" or "sup2" => PageStyle.Sup,
        "u" or "underline" or "ins" => PageStyle.Underline,
        "b" or "strong" => PageStyle.Bold,
        "i" or "em" => PageStyle.Italic,
        _ => PageStyle.None,
    };

    private void EndText()
    {
        if (_text.Length > 0)
        {
            _inlines.Add(PageInline.OfText(_text.ToString(), _style));
            _text.Clear();
        }
    }
}
