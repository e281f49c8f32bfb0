using System;

namespace JpoPatent;

/// <summary>A number of the Japan Patent Office or of the PCT, read from what people write.</summary>
public sealed class JpoNumber
{
    internal JpoNumber(JpoNumberKind kind, JpoLaw law, string value, string display, string? docdb)
    {
        Kind = kind;
        Law = law;
        Value = value;
        Display = display;
        Docdb = docdb;
    }

    /// <summary>What the number counts.</summary>
    public JpoNumberKind Kind { get; }

    /// <summary>The law of the case. International numbers are patents.</summary>
    public JpoLaw Law { get; }

    /// <summary>
    /// The form that the API takes: applications and publications ten digits, year first (<c>2020123456</c>); registrations digits only
    /// (<c>7533889</c>); <c>JP2019011858</c>; <c>WO2020123456</c>.
    /// </summary>
    public string Value { get; }

    /// <summary>The form that people write, e.g. <c>特願2020-123456</c>. Parsed again it gives the same number.</summary>
    public string Display { get; }

    /// <summary>The DOCDB form that the OPD takes, e.g. <c>JP.2020123456.A</c>; null where there is none.</summary>
    public string? Docdb { get; }

    /// <summary>Reads a number as people write it. Nothing is guessed: what is ambiguous without <paramref name="kind"/> or <paramref name="law"/> is an error.</summary>
    /// <param name="text">The text, in any of the spellings that the service's users write.</param>
    /// <param name="kind">The kind that the caller expects, or null where the text must tell.</param>
    /// <param name="law">The law that the caller expects, or null where the text must tell.</param>
    /// <returns>The number.</returns>
    /// <exception cref="JpoInvalidNumberException">The text is malformed, ambiguous, or of another kind or law than expected.</exception>
    public static JpoNumber Parse(string? text, JpoNumberKind? kind = null, JpoLaw? law = null) => throw new NotImplementedException();

    /// <summary><see cref="Display"/>.</summary>
    /// <returns>The form that people write.</returns>
    public override string ToString() => Display;
}
