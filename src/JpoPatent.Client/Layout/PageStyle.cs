using System;

namespace JpoPatent.Layout;

/// <summary>How a stretch of text looks.</summary>
[Flags]
internal enum PageStyle
{
    None = 0,
    Sub = 1,
    Sup = 2,
    Underline = 4,
    Bold = 8,
    Italic = 16,
    Large = 32,
}
