using System;
using System.Collections.Generic;
using System.Net;
using System.Text;
using System.Xml.Linq;
using JpoPatent.Encodings;

namespace JpoPatent.Layout;

/// <summary>
/// Reads markup that need not be well-formed into a tree of local names in lower case: HTML of the nineties, and XML
/// that an XML reader refuses. Entities that are not HTML's stay as they are written, so nothing can grow.
/// </summary>
internal sealed class LooseMarkup
{
    private const int MaxDepth = 128;

    /// <summary>Bounds on what a few bytes of markup can cost in memory and time; no document comes near.</summary>
    internal const int MaxNodes = 1_000_000;

    internal const int MaxAttributes = 64;

    private static readonly HashSet<string> Void = new(StringComparer.Ordinal)
    {
        "br", "img", "hr", "meta", "link", "input", "frame", "area", "base", "col", "basefont", "wbr",
    };
    private static readonly HashSet<string> Opaque = new(StringComparer.Ordinal)
    {
        "script", "style", "iframe", "object", "embed", "applet", "noscript", "noframes", "svg", "template", "xmp",
        "textarea",
    };

    private readonly string _text;
    private readonly bool _isHtml;
    private readonly XElement _root;
    private readonly List<XElement> _open = [];
    private int _at;
    private int _nodes;

    private LooseMarkup(string text, bool isHtml)
    {
        _text = text;
        _isHtml = isHtml;
        _root = new XElement("document");
        _open.Add(_root);
    }

    private XElement Current => _open[_open.Count - 1];

    /// <summary>The tree, below a root of its own.</summary>
    internal static XElement Parse(string text, bool isHtml) => Parse(text, isHtml, out _);

    /// <summary>
    /// The same, and whether there was more markup than is read, so that the tree is a part of it only.
    /// </summary>
    internal static XElement Parse(string text, bool isHtml, out bool isCut)
    {
        var parser = new LooseMarkup(text, isHtml);
        parser.Parse();
        isCut = parser._nodes > MaxNodes;
        return parser._root;
    }

    private void Parse()
    {
        while (_at < _text.Length)
        {
            int tag = _text.IndexOf('<', _at);
            if (tag < 0)
            {
                AddText(_text.Substring(_at));
                return;
            }

            if (tag > _at)
            {
                string text = _text.Substring(_at, tag - _at);
                _at = tag;
                AddText(text);
                continue;
            }

            ReadTag();
        }
    }

    private void ReadTag()
    {
        char next = _at + 1 < _text.Length ? _text[_at + 1] : '\0';
        if (next == '!')
        {
            SkipDeclaration();
        }
        else if (next == '?')
        {
            SkipPast(">");
        }
        else if (next == '/' && _at + 2 < _text.Length && IsNameStart(_text[_at + 2]))
        {
            _at += 2;
            string name = ReadName();
            SkipPast(">");
            Close(name);
        }
        else if (IsNameStart(next))
        {
            _at++;
            Open();
        }
        else
        {
            // A sign and no tag: people write a < b.
            _at++;
            AddText("<");
        }
    }

    private void Open()
    {
        string name = ReadName();
        var element = new XElement(name);
        bool isClosed = ReadAttributes(element);
        if (_isHtml && Opaque.Contains(name))
        {
            // What is not for reading is not read at all.
            if (!isClosed)
            {
                SkipElement(name);
            }

            return;
        }

        if (_isHtml)
        {
            CloseImplied(name);
        }

        Count();
        Current.Add(element);
        if (!isClosed && !(_isHtml && Void.Contains(name)) && _open.Count < MaxDepth)
        {
            _open.Add(element);
        }
    }

    private void SkipElement(string name)
    {
        int end = _text.IndexOf("</" + name, _at, StringComparison.OrdinalIgnoreCase);
        _at = end < 0 ? _text.Length : end;
        if (end >= 0)
        {
            SkipPast(">");
        }
    }

    /// <summary>Which open elements a new one ends, where people leave the end tags out.</summary>
    private void CloseImplied(string name)
    {
        switch (name)
        {
            case "p" or "div" or "table" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                if (Current.Name.LocalName == "p")
                {
                    _open.RemoveAt(_open.Count - 1);
                }

                break;
            case "li" or "dt" or "dd":
                CloseUpTo(name, "ul", "ol", "dl", "table");
                break;
            case "tr":
                CloseUpTo("tr", "table");
                break;
            case "td" or "th":
                CloseUpTo("td", "tr", "table");
                CloseUpTo("th", "tr", "table");
                break;
        }
    }

    private void CloseUpTo(string name, params string[] borders)
    {
        for (int i = _open.Count - 1; i > 0; i--)
        {
            string open = _open[i].Name.LocalName;
            if (open == name)
            {
                _open.RemoveRange(i, _open.Count - i);
                return;
            }

            if (Array.IndexOf(borders, open) >= 0)
            {
                return;
            }
        }
    }

    private void Close(string name)
    {
        for (int i = _open.Count - 1; i > 0; i--)
        {
            if (_open[i].Name.LocalName == name)
            {
                _open.RemoveRange(i, _open.Count - i);
                return;
            }
        }
    }

    /// <summary>Reads up to the end of the tag. True where the tag ends the element as well.</summary>
    private bool ReadAttributes(XElement element)
    {
        int attributes = 0;
        while (_at < _text.Length)
        {
            char c = _text[_at];
            if (c == '>')
            {
                _at++;
                return false;
            }

            if (c == '/' && _at + 1 < _text.Length && _text[_at + 1] == '>')
            {
                _at += 2;
                return true;
            }

            if (c == '<')
            {
                // The tag was never ended.
                return false;
            }

            if (!IsNameStart(c))
            {
                _at++;
                continue;
            }

            string name = ReadName();
            SkipBlank();
            string value = string.Empty;
            if (_at < _text.Length && _text[_at] == '=')
            {
                _at++;
                SkipBlank();
                value = ReadValue();
            }

            if (++attributes <= MaxAttributes && element.Attribute(name) == null)
            {
                element.SetAttributeValue(name, PlainText.Clean(value));
            }
        }

        return false;
    }

    private string ReadValue()
    {
        if (_at >= _text.Length)
        {
            return string.Empty;
        }

        int start = _at;
        char quote = _text[_at];
        if (quote is '"' or '\'')
        {
            int end = _text.IndexOf(quote, _at + 1);
            start++;
            _at = end < 0 ? _text.Length : end + 1;
            return WebUtility.HtmlDecode(_text.Substring(start, (end < 0 ? _text.Length : end) - start));
        }

        while (_at < _text.Length && _text[_at] is not ('>' or ' ' or '\t' or '\r' or '\n'))
        {
            _at++;
        }

        return WebUtility.HtmlDecode(_text.Substring(start, _at - start));
    }

    /// <summary>A name without its prefix, of letters, digits and hyphens.</summary>
    private string ReadName()
    {
        var name = new StringBuilder();
        while (_at < _text.Length)
        {
            char c = _text[_at];
            if (c == ':')
            {
                name.Clear();
            }
            else if (IsNameStart(c) || c is (>= '0' and <= '9') or '-' or '.')
            {
                name.Append(char.ToLowerInvariant(c));
            }
            else
            {
                break;
            }

            _at++;
        }

        return name.Length > 0 && IsNameStart(name[0]) ? name.ToString() : "x";
    }

    private void SkipDeclaration()
    {
        if (string.CompareOrdinal(_text, _at, "<!--", 0, 4) == 0)
        {
            _at += 4;
            SkipPast("-->");
            return;
        }

        if (string.CompareOrdinal(_text, _at, "<![CDATA[", 0, 9) == 0)
        {
            int end = _text.IndexOf("]]>", _at, StringComparison.Ordinal);
            int start = _at + 9;
            Count();
            Current.Add(new XText(PlainText.Clean(_text.Substring(
                start, (end < 0 ? _text.Length : Math.Max(end, start)) - start))));
            _at = end < 0 ? _text.Length : end + 3;
            return;
        }

        // A DTD within the document is passed over as a whole.
        int close = _text.IndexOf('>', _at);
        int bracket = close < 0 ? -1 : _text.IndexOf('[', _at, close - _at);
        if (bracket >= 0)
        {
            _at = bracket;
            SkipPast("]");
        }

        SkipPast(">");
    }

    /// <summary>Goes behind a mark; to the end if there is no mark, so that nothing is searched twice.</summary>
    private void SkipPast(string mark)
    {
        int end = _text.IndexOf(mark, _at, StringComparison.Ordinal);
        _at = end < 0 ? _text.Length : end + mark.Length;
    }

    private void SkipBlank()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\t' or '\r' or '\n')
        {
            _at++;
        }
    }

    private void AddText(string text)
    {
        Count();
        Current.Add(new XText(PlainText.Clean(WebUtility.HtmlDecode(text))));
    }

    private void Count()
    {
        if (++_nodes > MaxNodes)
        {
            _at = _text.Length;
        }
    }

    private static bool IsNameStart(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' or ':';
}
