namespace JpoPatent;

/// <summary>Application numbers as JPO prints them in its documents.</summary>
internal static class CaseNumbers
{
    /// <summary><c>特願２０２０－１２３４５６</c>; a number that has not ten digits stays as it is, at full width.</summary>
    internal static string Print(string number, JpoLaw law)
    {
        if (!IsTenDigits(number))
        {
            return EraDate.Wide(number);
        }

        string prefix = law switch { JpoLaw.Design => "意願", JpoLaw.Trademark => "商願", _ => "特願" };
        return prefix + EraDate.Wide(number.Substring(0, 4)) + "－" + EraDate.Wide(number.Substring(4));
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
