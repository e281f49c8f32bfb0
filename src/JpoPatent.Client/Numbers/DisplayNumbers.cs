using System;

namespace JpoPatent.Numbers;

/// <summary>The numbers of answers as people write them.</summary>
internal static class DisplayNumbers
{
    /// <summary>Ten digits as <c>特願2020-123456</c>; what is no such number stays as it is.</summary>
    internal static string? OfApplication(string? number, JpoLaw law) =>
        number != null && JpoNumber.TryParse(number, JpoNumberKind.Application, law, out JpoNumber? known, out _)
            ? known.Display
            : number;

    /// <summary>
    /// The number of a Japanese application in DOCDB form as <c>特願2020-123456</c>;
    /// those of other countries stay as they are.
    /// </summary>
    internal static string? OfDocdb(string? number)
    {
        string[]? parts = number?.Split('.');
        return parts is { Length: 3 } && parts[0] == "JP" && parts[2] == "A" && CaseNumbers.IsTenDigits(parts[1])
            ? OfApplication(parts[1], JpoLaw.Patent)
            : number;
    }

    /// <summary>
    /// What an API was asked for: ten digits, or a word for the kind and a number (<c>registration/7533889</c>,
    /// <c>international_application/JP2019011858</c>), as people write the number; what is no such number stays as it
    /// is, without the word.
    /// </summary>
    internal static string OfParameters(string parameters, JpoLaw? law)
    {
        int slash = parameters.IndexOf('/');
        JpoNumberKind kind = JpoNumberKind.Application;
        if (slash < 0
            ? !CaseNumbers.IsTenDigits(parameters)
            : !Enum.TryParse(parameters.Substring(0, slash).Replace("_", string.Empty), ignoreCase: true, out kind))
        {
            return parameters;
        }

        string written = parameters.Substring(slash + 1);
        return JpoNumber.TryParse(written, kind, law, out JpoNumber? number, out _) ? number.Display : written;
    }
}
