using System;
using System.Diagnostics.CodeAnalysis;
using JpoPatent.Numbers;

namespace JpoPatent;

/// <summary>
/// A number in the DOCDB form that the One Portal Dossier (OPD) takes: country, number and kind code, e.g.
/// <c>JP.2015508823.A</c>. Read from that form, from a Japanese patent number in any spelling, or from a US, EP, CN or
/// KR number where the conversion is certain.
/// </summary>
public sealed class JpoDocdbNumber : IEquatable<JpoDocdbNumber>
{
    internal JpoDocdbNumber(string value, JpoNumberKind? kind)
    {
        Value = value;
        Kind = kind;
    }

    /// <summary>The DOCDB text in capitals, as the API takes it.</summary>
    public string Value { get; }

    /// <summary>
    /// <see cref="JpoNumberKind.Application"/> or <see cref="JpoNumberKind.Publication"/> (registrations are
    /// publications to the OPD); null where neither the text nor the caller tells, for <c>JP.2015500001.A</c> can be
    /// both.
    /// </summary>
    public JpoNumberKind? Kind { get; }

    /// <summary>The two letters of the country or office, e.g. <c>JP</c>.</summary>
    public string Country => Value.Substring(0, 2);

    /// <summary>Reads a number for the OPD. Nothing is guessed.</summary>
    /// <param name="text">DOCDB form, or a number as people write it.</param>
    /// <param name="kind">What the caller expects; a registration is expected as a publication.
    /// Null where the text must tell.</param>
    /// <returns>The number; its <see cref="Kind"/> is null where neither tells.</returns>
    /// <exception cref="JpoInvalidNumberException">The text is malformed, has no certain DOCDB form,
    /// or is of another kind than expected.</exception>
    public static JpoDocdbNumber Parse(string? text, JpoNumberKind? kind = null)
        => TryParse(text, kind, out JpoDocdbNumber? number, out JpoInvalidNumberException? error)
            ? number!
            : throw error!;

    /// <summary>Reads a number as <see cref="Parse"/> does, without throwing.</summary>
    /// <param name="text">DOCDB form, or a number as people write it.</param>
    /// <param name="kind">What the caller expects; a registration is expected as a publication.
    /// Null where the text must tell.</param>
    /// <param name="number">The number, or null.</param>
    /// <param name="error">Null, or what <see cref="Parse"/> would throw.</param>
    /// <returns>Whether the text is such a number.</returns>
    public static bool TryParse(
        string? text,
        JpoNumberKind? kind,
        [NotNullWhen(true)] out JpoDocdbNumber? number,
        out JpoInvalidNumberException? error)
        => TryParse(text, null, kind, out number, out error);

    /// <summary>
    /// The same with a kind that the column says in which the text stands: it holds where the text is silent.
    /// </summary>
    internal static bool TryParse(
        string? text,
        JpoNumberKind? toldKind,
        JpoNumberKind? kind,
        [NotNullWhen(true)] out JpoDocdbNumber? number,
        out JpoInvalidNumberException? error)
    {
        if (toldKind is { } beside)
        {
            if (TryParse(text, null, beside, out number, out error)
                && kind is { } asked
                && AsDossierKind(asked) != number.Kind)
            {
                error = NumberErrors.CreateDocdb(text, NumberFault.DocdbWrongKind, AsDossierKind(asked));
                number = null;
            }

            // The text itself is better evidence than the heading above it.
            return number is not null
                || (error is not null && kind is null && TryParse(text, null, null, out number, out error));
        }

        Span<char> buffer = stackalloc char[NumberText.BufferLength];
        number = null;
        NumberFault fault = NumberText.Normalize(NumberText.Trim(text), buffer, out int length, out int faultAt);
        if (fault != NumberFault.None)
        {
            error = NumberErrors.Create(text, fault, faultAt, default, kind, JpoLaw.Patent);
            return false;
        }

        ReadOnlySpan<char> normal = buffer.Slice(0, length);
        string? value;
        JpoNumberKind? told;
        if (DocdbText.TrySplit(normal, out _, out _))
        {
            value = normal.ToString();
            told = DocdbText.KindOf(normal);
        }
        else if (ForeignNumbers.IsForeign(normal))
        {
            if (!ForeignNumbers.TryConvert(normal, out value))
            {
                error = NumberErrors.CreateDocdb(text, NumberFault.DocdbWanted, kind);
                return false;
            }

            told = DocdbText.KindOf(value.AsSpan());
        }
        else if (!TryReadJapanese(text, normal, kind, out value, out told, out error))
        {
            return false;
        }

        JpoNumberKind? wanted = AsDossierKind(kind);
        if (wanted is not null && told is not null && wanted != told)
        {
            error = NumberErrors.CreateDocdb(text, NumberFault.DocdbWrongKind, wanted);
            return false;
        }

        error = null;
        number = new JpoDocdbNumber(value!, told ?? wanted);
        return true;
    }

    /// <summary><see cref="Kind"/>, for those who must know it.</summary>
    /// <returns><see cref="JpoNumberKind.Application"/> or <see cref="JpoNumberKind.Publication"/>.</returns>
    /// <exception cref="JpoInvalidNumberException">The kind is not known; the error says how to tell it.</exception>
    public JpoNumberKind RequireKind() =>
        Kind ?? throw NumberErrors.CreateDocdb(Value, NumberFault.DocdbKindUnknown, null);

    /// <inheritdoc/>
    public bool Equals(JpoDocdbNumber? other)
        => other is not null && Kind == other.Kind && string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as JpoDocdbNumber);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        unchecked((StringComparer.Ordinal.GetHashCode(Value) * 397) ^ Kind.GetHashCode());

    /// <summary><see cref="Value"/>.</summary>
    /// <returns>The DOCDB text.</returns>
    public override string ToString() => Value;

    private static bool TryReadJapanese(
        string? text,
        ReadOnlySpan<char> normal,
        JpoNumberKind? kind,
        out string? value,
        out JpoNumberKind? told,
        out JpoInvalidNumberException? error)
    {
        value = null;
        told = null;
        error = null;
        JpoNumber? number = null;
        NumberFault fault = NumberScanner.Read(normal, out NumberReading reading);
        if (fault == NumberFault.None)
        {
            // What is expected matters only where the text is silent:
            // 特許第6249966号 is right where a publication is expected.
            fault = NumberResolver.Resolve(reading, reading.Kind ?? kind, JpoLaw.Patent, out number);
        }

        // With points it was meant as a DOCDB number, and the OPD takes none with the letter of an era.
        if (fault is NumberFault.Docdb or NumberFault.Foreign or NumberFault.Prefix
            || (fault == NumberFault.AmbiguousKind && normal.IndexOf('.') >= 0))
        {
            error = NumberErrors.CreateDocdb(text, NumberFault.DocdbWanted, kind);
            return false;
        }

        if (number is null)
        {
            error = NumberErrors.Create(text, fault, 0, reading, kind, JpoLaw.Patent);
            return false;
        }

        value = number.Docdb;
        told = AsDossierKind(number.Kind);
        if (value is null)
        {
            error = NumberErrors.CreateDocdb(text, NumberFault.NoDocdbForm, kind);
            return false;
        }

        return true;
    }

    private static JpoNumberKind? AsDossierKind(JpoNumberKind? kind) => kind switch
    {
        null => null,
        JpoNumberKind.Application or JpoNumberKind.InternationalApplication => JpoNumberKind.Application,
        _ => JpoNumberKind.Publication,
    };
}
