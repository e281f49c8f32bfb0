using System.Globalization;

namespace JpoPatent;

/// <summary>The time that a document allows for an answer, as its text states it: 60 days, 3 months, 2 weeks.</summary>
public sealed class ResponsePeriod
{
    internal ResponsePeriod(int number, PeriodUnit unit)
    {
        Number = number;
        Unit = unit;
    }

    /// <summary>How many.</summary>
    public int Number { get; }

    /// <summary>Days, months or weeks.</summary>
    public PeriodUnit Unit { get; }

    /// <summary>Number and unit.</summary>
    /// <returns>Such as <c>60 Days</c>.</returns>
    public override string ToString() => Number.ToString(CultureInfo.InvariantCulture) + " " + Unit;
}
