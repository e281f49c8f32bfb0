using System;
using System.Collections.Generic;

namespace JpoPatent.Sandbox.World;

/// <summary>The life of a right in the register, future included.</summary>
internal sealed class RegisterPlan
{
    private readonly JpoLaw _law;
    private readonly DateTime _registration;
    private readonly int _firstYears;
    private readonly List<(DateTime Paid, int Through, DateTime Expires)> _payments = [];
    private DateTime _expires;
    private DateTime? _lapse;

    private RegisterPlan(JpoLaw law, DateTime registration, int firstYears)
    {
        _law = law;
        _registration = registration;
        _firstYears = firstYears;
    }

    /// <summary>The days on which annuities or renewal fees were paid.</summary>
    public IEnumerable<DateTime> Payments
    {
        get
        {
            foreach ((DateTime paid, _, _) in _payments)
            {
                yield return paid;
            }
        }
    }

    /// <summary>
    /// A patent: the first three years paid at registration, then a year at a time, twenty years from filing.
    /// </summary>
    public static RegisterPlan Patent(DateTime effectiveFiling, DateTime registration, ref Dice dice)
    {
        var plan = new RegisterPlan(JpoLaw.Patent, registration, 3);
        plan.PayYearly(effectiveFiling.AddYears(20), ref dice);
        return plan;
    }

    /// <summary>
    /// A design: 25 years from filing since April 2020; before that 20,
    /// and before April 2007 15 years from registration.
    /// </summary>
    public static RegisterPlan Design(DateTime filing, DateTime registration, ref Dice dice)
    {
        var plan = new RegisterPlan(JpoLaw.Design, registration, dice.Chance(70) ? 3 : 1);
        DateTime expires = filing >= new DateTime(2020, 4, 1) ? filing.AddYears(25)
            : registration.AddYears(filing >= new DateTime(2007, 4, 1) ? 20 : 15);
        plan.PayYearly(expires, ref dice);
        return plan;
    }

    /// <summary>A trademark: ten years from registration, payable in two halves, and again and again.</summary>
    public static RegisterPlan Trademark(DateTime registration, ref Dice dice)
    {
        bool halves = dice.Chance(30);
        var plan = new RegisterPlan(JpoLaw.Trademark, registration, halves ? 5 : 10);
        DateTime expires = registration.AddYears(10);
        plan._expires = expires;
        for (int term = 0; term < 10; term++)
        {
            if (halves)
            {
                DateTime second = expires.AddYears(-5);
                if (dice.Chance(15))
                {
                    plan._lapse = second;
                    return plan;
                }

                plan._payments.Add((Before(second, ref dice), (10 * term) + 10, expires));
            }

            if (dice.Chance(30))
            {
                plan._lapse = expires;
                return plan;
            }

            DateTime renewed = Before(expires, ref dice);
            expires = expires.AddYears(10);
            plan._payments.Add((renewed, (10 * term) + (halves ? 15 : 20), expires));
        }

        return plan;
    }

    /// <summary>What the register says at the end of a day.</summary>
    public RegisterState At(DateTime horizon)
    {
        DateTime expires = _law == JpoLaw.Trademark ? _registration.AddYears(10) : _expires;
        int years = _firstYears;
        DateTime update = _registration;
        foreach ((DateTime paid, int through, DateTime newExpiry) in _payments)
        {
            if (paid > horizon)
            {
                break;
            }

            years = through;
            expires = newExpiry;
            update = paid;
        }

        // An unpaid right stands in the register for the six months in which it can still be paid with a surcharge;
        // then it is gone from its due day on.
        DateTime? gone = null;
        if (_lapse is { } lapse
            && SandboxCalendar.WorkingDay(lapse.AddMonths(6).AddDays(20)) is var struck
            && struck <= horizon)
        {
            gone = lapse;
            update = struck;
        }
        else if (_lapse is null && expires < horizon)
        {
            gone = expires;
            update = expires.AddDays(1);
        }

        DateTime? due = gone is null ? NextDue(years, expires) : null;
        return new RegisterState(expires, gone, due, years, update);
    }

    private static DateTime Before(DateTime due, ref Dice dice) =>
        SandboxCalendar.WorkingDay(due.AddDays(-dice.Between(12, 140)));

    private DateTime? NextDue(int years, DateTime expires)
    {
        if (_law == JpoLaw.Trademark)
        {
            return _registration.AddYears(years);
        }

        DateTime due = _registration.AddYears(years);
        return due < expires ? due : null;
    }

    private void PayYearly(DateTime expires, ref Dice dice)
    {
        _expires = expires;
        for (int year = _firstYears + 1; _registration.AddYears(year - 1) < expires; year++)
        {
            DateTime due = _registration.AddYears(year - 1);
            if (dice.Chance(year < 10 ? 4 : 7))
            {
                _lapse = due;
                return;
            }

            _payments.Add((Before(due, ref dice), year, expires));
        }
    }
}
