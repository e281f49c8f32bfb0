using System;
using System.Globalization;

namespace JpoPatent;

/// <summary>What a door asks of a number before it makes an address of it.</summary>
internal static class RequiredNumber
{
    /// <summary>The number as the API takes it, if it is of the kind and law that the API takes.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    internal static string Require(this JpoNumber number, JpoNumberKind kind, JpoLaw law)
    {
        if (number.Kind != kind || number.Law != law)
        {
            throw new ArgumentException(string.Format(CultureInfo.CurrentCulture, Client.Messages.NumberOfAnotherKind, number, ValueWords.Of(number.Law), ValueWords.Of(number.Kind), ValueWords.Of(law), ValueWords.Of(kind)), nameof(number));
        }

        return number.Value;
    }

    /// <summary>The number of an application as the OPD takes it. A number that can be both an application and a publication is taken as what is asked for.</summary>
    /// <exception cref="ArgumentException">It is a publication.</exception>
    internal static string RequireApplication(this JpoDocdbNumber number) =>
        number.Kind is null or JpoNumberKind.Application
            ? number.Value
            : throw new ArgumentException(string.Format(CultureInfo.CurrentCulture, Client.Messages.DocdbNotApplication, number), nameof(number));
}
