using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using JpoPatent.Numbers;

namespace JpoPatent;

/// <summary>
/// A number of the Japan Patent Office or of the PCT, read from what people write. Two numbers are equal when they name
/// the same case or publication: 特開2019-123456 and 再表2019/123456 have the same digits and are not equal.
/// </summary>
public sealed class JpoNumber : IEquatable<JpoNumber>
{
    private readonly NumberSeries _series;

    internal JpoNumber(JpoNumberKind kind, JpoLaw law, NumberSeries series, string value, string display, string? docdb)
    {
        Kind = kind;
        Law = law;
        _series = series;
        Value = value;
        Display = display;
        Docdb = docdb;
    }

    /// <summary>What the number counts.</summary>
    public JpoNumberKind Kind { get; }

    /// <summary>The law of the case. International numbers are patents.</summary>
    public JpoLaw Law { get; }

    /// <summary>
    /// The form that the API takes: applications and publications ten digits, year first (<c>2020123456</c>);
    /// registrations seven digits (<c>7533889</c>, <c>0533889</c>); <c>JP2019011858</c>; <c>WO2020123456</c>. Digits
    /// and capital letters only.
    /// </summary>
    public string Value { get; }

    /// <summary>
    /// The form that people write, e.g. <c>特願2020-123456</c>; numbers of 1990 to 1999 and of Showa 2 to 63 with the
    /// year of the era (<c>特願平10-123456</c>). Parsed again it gives the same number.
    /// </summary>
    public string Display { get; }

    /// <summary>
    /// The DOCDB form that the OPD takes, or null where it is not certain. Applications and publications since 2000:
    /// <c>JP.2020123456.A</c>. Patents from 2500001 on go in as publications: <c>JP.7533889.B2</c>, or <c>.B1</c> where
    /// it was written so. International publications only where the kind code was written: <c>WO.2020123456.A1</c>.
    /// </summary>
    public string? Docdb { get; }

    /// <summary>
    /// Whether the text could as well be a month, such as 2020-12, into which spreadsheets turn
    /// a number. Users are told.
    /// </summary>
    internal bool LooksLikeMonth { get; init; }

    /// <summary>The western year of the number; null for registrations, which have none.</summary>
    internal int? Year => Kind == JpoNumberKind.Registration
        ? null
        : int.Parse(Value.Substring(Value.Length - 10, 4), CultureInfo.InvariantCulture);

    /// <summary>
    /// Reads a number as people write it. Nothing is guessed: what is ambiguous without <paramref name="kind"/> or
    /// <paramref name="law"/> is an error.
    /// </summary>
    /// <param name="text">The text, in any of the spellings that the service's users write.</param>
    /// <param name="kind">The kind that the caller expects, or null where the text must tell.</param>
    /// <param name="law">The law that the caller expects, or null where the text must tell.</param>
    /// <returns>The number.</returns>
    /// <exception cref="JpoInvalidNumberException">The text is malformed, ambiguous,
    /// or of another kind or law than expected.</exception>
    public static JpoNumber Parse(string? text, JpoNumberKind? kind = null, JpoLaw? law = null)
        => TryParse(text, kind, law, out JpoNumber? number, out JpoInvalidNumberException? error)
            ? number!
            : throw error!;

    /// <summary>Reads a number as <see cref="Parse"/> does, without throwing.</summary>
    /// <param name="text">The text, in any of the spellings that the service's users write.</param>
    /// <param name="kind">The kind that the caller expects, or null where the text must tell.</param>
    /// <param name="law">The law that the caller expects, or null where the text must tell.</param>
    /// <param name="number">The number, or null.</param>
    /// <param name="error">Null, or what <see cref="Parse"/> would throw.</param>
    /// <returns>Whether the text is such a number.</returns>
    public static bool TryParse(
        string? text,
        JpoNumberKind? kind,
        JpoLaw? law,
        [NotNullWhen(true)] out JpoNumber? number,
        out JpoInvalidNumberException? error)
        => TryParse(text, null, kind, law, out number, out error);

    /// <summary>
    /// The same with a kind that the column says in which the text stands: it holds where the text is silent.
    /// </summary>
    internal static bool TryParse(
        string? text,
        JpoNumberKind? toldKind,
        JpoNumberKind? kind,
        JpoLaw? law,
        [NotNullWhen(true)] out JpoNumber? number,
        out JpoInvalidNumberException? error)
    {
        Span<char> buffer = stackalloc char[NumberText.BufferLength];
        var reading = default(NumberReading);
        number = null;
        NumberFault fault = NumberText.Normalize(NumberText.Trim(text), buffer, out int length, out int faultAt);
        if (fault == NumberFault.None)
        {
            fault = NumberScanner.Read(buffer.Slice(0, length), out reading);
        }

        if (fault == NumberFault.None)
        {
            reading.Kind ??= toldKind;
            fault = NumberResolver.Resolve(reading, kind, law, out number);
        }

        error = fault == NumberFault.None ? null : NumberErrors.Create(text, fault, faultAt, reading, kind, law);
        return number is not null;
    }

    /// <inheritdoc/>
    public bool Equals(JpoNumber? other)
        => other is not null
            && Kind == other.Kind
            && Law == other.Law
            && _series == other._series
            && string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as JpoNumber);

    /// <inheritdoc/>
    public override int GetHashCode()
        => unchecked((StringComparer.Ordinal.GetHashCode(Value) * 397) ^ (((int)Kind * 64) + ((int)Law * 8)
            + (int)_series));

    /// <summary><see cref="Display"/>.</summary>
    /// <returns>The form that people write.</returns>
    public override string ToString() => Display;
}
