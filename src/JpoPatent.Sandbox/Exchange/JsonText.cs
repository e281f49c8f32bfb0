using System.Globalization;
using System.Text;

namespace JpoPatent.Sandbox.Exchange;

/// <summary>
/// Writes JSON as the service does: no blanks, and every character as itself. (The framework's writer escapes the
/// full-width blank, which stands in almost every Japanese personal name, whatever encoder it is given.)
/// </summary>
internal sealed class JsonText
{
    private readonly StringBuilder _text = new(4096);

    public JsonText OpenObject(string? name = null)
    {
        Begin(name);
        _text.Append('{');
        return this;
    }

    public JsonText CloseObject()
    {
        _text.Append('}');
        return this;
    }

    public JsonText OpenList(string? name = null)
    {
        Begin(name);
        _text.Append('[');
        return this;
    }

    public JsonText CloseList()
    {
        _text.Append(']');
        return this;
    }

    /// <summary>A text; null, which the service does not know, becomes the empty text.</summary>
    public JsonText Text(string name, string? value)
    {
        Begin(name);
        Quote(value ?? "");
        return this;
    }

    public JsonText Raw(string name, string json)
    {
        Begin(name);
        _text.Append(json);
        return this;
    }

    public byte[] ToUtf8() => Encoding.UTF8.GetBytes(_text.ToString());

    public override string ToString() => _text.ToString();

    private void Begin(string? name)
    {
        if (_text.Length > 0 && _text[_text.Length - 1] is not ('{' or '['))
        {
            _text.Append(',');
        }

        if (name is not null)
        {
            _text.Append('"').Append(name).Append("\":");
        }
    }

    private void Quote(string value)
    {
        _text.Append('"');
        if (!NeedsEscape(value))
        {
            _text.Append(value).Append('"');
            return;
        }

        foreach (char c in value)
        {
            if (c is '"' or '\\')
            {
                _text.Append('\\').Append(c);
            }
            else if (c < ' ')
            {
                _text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                _text.Append(c);
            }
        }

        _text.Append('"');
    }

    private static bool NeedsEscape(string value)
    {
        foreach (char c in value)
        {
            if (c is '"' or '\\' or < ' ')
            {
                return true;
            }
        }

        return false;
    }
}
