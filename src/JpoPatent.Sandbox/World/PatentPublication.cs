using System;
using System.Globalization;
using System.Linq;

namespace JpoPatent.Sandbox.World;

/// <summary>A published Japanese application, in the forms in which it is cited.</summary>
internal sealed class PatentPublication(string number, DateTime date)
{
    private readonly string _number = number;

    public DateTime Date { get; } = date;

    /// <summary>As examiners' records have it: <c>JPA 422123456</c>.</summary>
    public string Record =>
        "JPA " + Era.Publication(Date, int.Parse(_number.Substring(4), CultureInfo.InvariantCulture));

    /// <summary><c>JP.2010123456.A</c>.</summary>
    public string Docdb => "JP." + _number + ".A";

    /// <summary>As notices name it, in full-width letters; publications before 2000 by the year of the era.</summary>
    public string Named
    {
        get
        {
            int year = int.Parse(_number.Substring(0, 4), CultureInfo.InvariantCulture);
            string text = year < 2000
                ? "平" + (year - 1988).ToString(CultureInfo.InvariantCulture)
                : _number.Substring(0, 4);
            return "特開" + Wide(text) + "－" + Wide(_number.Substring(4)) + "号公報";
        }
    }

    /// <summary>Digits at full width.</summary>
    public static string Wide(string text) =>
        new(text.Select(c => c is >= '0' and <= '9' ? (char)(c + ('０' - '0')) : c).ToArray());
}
