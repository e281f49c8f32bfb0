using JpoPatent.Text;

namespace JpoPatent.Numbers;

/// <summary>Application numbers as JPO prints them in its documents.</summary>
internal static class CaseNumbers
{
    // The first serial numbers of 1989 that are counted in the Heisei era.
    private const int FirstHeiseiPatent = 1147;
    private const int FirstHeiseiUtilityModel = 492;
    private const int FirstHeiseiDesign = 125;

    /// <summary>
    /// <c>特願２０２０－１２３４５６</c>, and <c>平成１０年　特許願　第１２３４５６号</c> of the years before 2000; a number that has not ten digits
    /// stays as it is, at full width.
    /// </summary>
    internal static string Print(string number, JpoLaw law) => Print(number, law, isUtilityModel: false);

    /// <summary>The same, also for utility models.</summary>
    internal static string Print(string number, JpoLaw law, bool isUtilityModel)
    {
        if (!IsTenDigits(number))
        {
            return EraDate.Wide(number);
        }

        int year = int.Parse(number.Substring(0, 4), System.Globalization.CultureInfo.InvariantCulture);
        if (year is >= 1926 and < 2000)
        {
            return OfEra(year, number.Substring(4), law, isUtilityModel);
        }

        string prefix = isUtilityModel
            ? "実願"
            : law switch { JpoLaw.Design => "意願", JpoLaw.Trademark => "商願", _ => "特願" };
        return prefix + EraDate.Wide(number.Substring(0, 4)) + "－" + EraDate.Wide(number.Substring(4));
    }

    private static string OfEra(int year, string serial, JpoLaw law, bool isUtilityModel)
    {
        int first = isUtilityModel
            ? FirstHeiseiUtilityModel
            : law switch { JpoLaw.Patent => FirstHeiseiPatent, JpoLaw.Design => FirstHeiseiDesign, _ => 0 };
        bool isHeisei = year > 1989
            || (year == 1989 && int.Parse(serial, System.Globalization.CultureInfo.InvariantCulture) >= first);
        int count = year - (isHeisei ? 1988 : 1925);
        string name = isUtilityModel
            ? "実用新案登録願"
            : law switch { JpoLaw.Design => "意匠登録願", JpoLaw.Trademark => "商標登録願", _ => "特許願" };
        return (isHeisei ? "平成" : "昭和")
            + (count == 1 ? "元" : EraDate.Wide(count.ToString(System.Globalization.CultureInfo.InvariantCulture)))
            + "年　" + name + "　第" + EraDate.Wide(serial) + "号";
    }

    internal static bool IsTenDigits(string number)
    {
        foreach (char c in number)
        {
            if (c is < '0' or > '9')
            {
                return false;
            }
        }

        return number.Length == 10;
    }
}
