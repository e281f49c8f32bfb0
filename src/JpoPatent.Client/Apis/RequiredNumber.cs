using System;
using System.Globalization;
using JpoPatent.Numbers;
using JpoPatent.Time;
using JpoPatent.Words;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Apis;

/// <summary>What a door asks of a number before it makes an address of it.</summary>
internal static class RequiredNumber
{
    /// <summary>The number as the API takes it, if it is of the kind and law that the API takes.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    internal static string Require(this JpoNumber number, JpoNumberKind kind, JpoLaw law)
    {
        if (number.Kind != kind || number.Law != law)
        {
            throw new ArgumentException(
                Format(
                    Client.Messages.NumberOfAnotherKind, number, ValueWords.Of(number.Law),
                    ValueWords.Of(number.Kind), ValueWords.Of(law), ValueWords.Of(kind)),
                nameof(number));
        }

        return number.Value;
    }

    /// <summary>
    /// Sees to it that no access is spent on a number of a year that has not come: JPO numbers the applications of a
    /// year from its first day on, and those of the next are a slip at most.
    /// </summary>
    /// <param name="number">A number.</param>
    /// <param name="clock">The service's time, whatever this machine believes.</param>
    /// <exception cref="JpoInvalidNumberException">Its year is later than the next.</exception>
    internal static JpoNumber NotAhead(this JpoNumber number, ServiceClock clock)
    {
        CheckYear(number.Display, number.Year, clock);
        return number;
    }

    /// <summary>The same for a number of the OPD, where it is a Japanese one with a year.</summary>
    /// <param name="number">A number.</param>
    /// <param name="clock">The service's time.</param>
    /// <exception cref="JpoInvalidNumberException">Its year is later than the next.</exception>
    internal static JpoDocdbNumber NotAhead(this JpoDocdbNumber number, ServiceClock clock)
    {
        string[] parts = number.Value.Split('.');
        if (number.Country == OfficeWords.Japan && CaseNumbers.IsTenDigits(parts[1]))
        {
            CheckYear(number.Value, int.Parse(parts[1].Substring(0, 4), CultureInfo.InvariantCulture), clock);
        }

        return number;
    }

    /// <summary>Whether the number is of a year that has not come, so that it is never asked for.</summary>
    internal static bool IsAhead(this JpoNumber number, ServiceClock clock) => number.Year > LatestYear(clock);

    private static void CheckYear(string text, int? year, ServiceClock clock)
    {
        if (year > LatestYear(clock))
        {
            throw NumberErrors.YearAhead(text, year.Value, LatestYear(clock));
        }
    }

    // Until the service has told its time there is only this machine's, which may be years behind.
    private static int LatestYear(ServiceClock clock) =>
        clock.IsObserved ? JapanTime.ToJapan(clock.Now).Year + 1 : int.MaxValue;

    /// <summary>
    /// The number of an application as the OPD takes it. A number that can be both an application and a publication
    /// is taken as what is asked for.
    /// </summary>
    /// <exception cref="ArgumentException">It is a publication.</exception>
    internal static string RequireApplication(this JpoDocdbNumber number) =>
        number.Kind is null or JpoNumberKind.Application
            ? number.Value
            : throw new ArgumentException(
                Format(Client.Messages.DocdbNotApplication, number), nameof(number));
}
