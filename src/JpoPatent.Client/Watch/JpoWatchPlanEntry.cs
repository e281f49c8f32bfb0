namespace JpoPatent;

/// <summary>A look that is planned for tonight.</summary>
public sealed class JpoWatchPlanEntry
{
    internal JpoWatchPlanEntry()
    {
    }

    /// <summary>Its place in tonight's order, from 1.</summary>
    public int Order { get; internal init; }

    /// <summary>The number of the case as people write it.</summary>
    public string? Number { get; internal init; }

    /// <summary>The law of the case.</summary>
    public JpoLaw Law { get; internal init; }

    /// <summary>The API that is asked, without its law.</summary>
    public string? Api { get; internal init; }

    /// <summary>Why the case is looked at tonight.</summary>
    public string? Reason { get; internal init; }

    /// <summary>Order, number and reason.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() =>
        Order.ToString(System.Globalization.CultureInfo.InvariantCulture) + " " + Number + ": " + Reason;
}
