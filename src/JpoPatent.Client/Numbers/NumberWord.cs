namespace JpoPatent.Numbers;

/// <summary>A word such as 特願, and what a number behind it is.</summary>
internal sealed class NumberWord
{
    public NumberWord(string text, JpoNumberKind? kind, JpoLaw? law, NumberSeries series = NumberSeries.None)
    {
        Text = text;
        Kind = kind;
        Law = law;
        Series = series;
    }

    public NumberWord(string text, NumberFault fault, JpoLaw? law = null)
    {
        Text = text;
        Fault = fault;
        Law = law;
    }

    public string Text { get; }

    public JpoNumberKind? Kind { get; }

    public JpoLaw? Law { get; }

    public NumberSeries Series { get; }

    /// <summary>Set where a number behind this word is one that the service does not take.</summary>
    public NumberFault Fault { get; }
}
