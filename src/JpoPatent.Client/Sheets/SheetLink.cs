using System;

namespace JpoPatent.Sheets;

/// <summary>A value of a cell that leads to a page. Text files hold the value alone.</summary>
internal sealed class SheetLink
{
    internal SheetLink(string text, Uri address)
    {
        Text = text;
        Address = address;
    }

    internal string Text { get; }

    internal Uri Address { get; }

    public override string ToString() => Text;
}
