using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using JpoPatent.Catalog;
using JpoPatent.Numbers;

namespace JpoPatent.Apis;

/// <summary>
/// Reads what an API is asked by, and writes it as it stands behind the API's path. The one place that knows how: the
/// doors, the commands and the estimate of a run all come here, and a row of the catalogue says by
/// <see cref="ApiDescriptor.Parameter"/> what is due.
/// </summary>
internal static class ApiParameters
{
    private static readonly NumberColumn[] Applications = [NumberColumn.Application, NumberColumn.AnyNumber];
    private static readonly NumberColumn[] CaseNumbers =
        [NumberColumn.Application, NumberColumn.Registration, NumberColumn.AnyNumber];
    private static readonly NumberColumn[] PublishedCaseNumbers =
        [NumberColumn.Application, NumberColumn.Publication, NumberColumn.Registration, NumberColumn.AnyNumber];
    private static readonly NumberColumn[] Internationals =
        [NumberColumn.InternationalApplication, NumberColumn.InternationalPublication, NumberColumn.AnyNumber];
    private static readonly NumberColumn[] Codes = [NumberColumn.ApplicantCode];
    private static readonly NumberColumn[] Names = [NumberColumn.ApplicantName];

    /// <summary>The columns of a row in which the parameter of an API is looked for, the preferred one first.</summary>
    /// <param name="api">The API that will be asked.</param>
    /// <param name="kind">The kind of the numbers, where the API takes several and one is wanted.</param>
    internal static IReadOnlyList<NumberColumn> Columns(ApiDescriptor api, JpoNumberKind? kind = null)
    {
        IReadOnlyList<NumberColumn> columns = AllColumns(api);
        return kind is { } wanted
            ? [.. columns.Where(column => NumberColumns.KindOf(column) is not { } held || IsAsked(api, held, wanted))]
            : columns;
    }

    /// <summary>Reads the number of a case for an API.</summary>
    /// <param name="api">The API that will be asked.</param>
    /// <param name="text">The text as it is written.</param>
    /// <param name="told">What stands beside it.</param>
    /// <param name="kind">The kind that is wanted; null where the API takes several and the text must say it.</param>
    /// <param name="number">The number, or null.</param>
    /// <param name="error">Null, or what is wrong.</param>
    internal static bool TryRead(
        ApiDescriptor api,
        string? text,
        in NumberTold told,
        JpoNumberKind? kind,
        [NotNullWhen(true)] out JpoNumber? number,
        [NotNullWhen(false)] out JpoException? error)
    {
        kind ??= api.Parameter == ApiParameter.Application ? JpoNumberKind.Application : null;

        // JP2019/011858 says no more than the office; WO2020/123456 and a column for publications do.
        NumberTold beside = api.Parameter == ApiParameter.International
            ? told with { Kind = told.Kind ?? JpoNumberKind.InternationalApplication }
            : told;
        if (!NumberReader.TryRead(text, beside, kind, api.Law, out number, out error))
        {
            return false;
        }

        if (!Takes(api, number.Kind))
        {
            error = NumberErrors.OfAnotherKind(text, number, FirstKind(api));
            number = null;
            return false;
        }

        return true;
    }

    /// <summary>The same for the dossiers.</summary>
    internal static bool TryReadDocdb(
        ApiDescriptor api,
        string? text,
        in NumberTold told,
        JpoNumberKind? kind,
        [NotNullWhen(true)] out JpoDocdbNumber? number,
        [NotNullWhen(false)] out JpoException? error) =>
        NumberReader.TryReadDocdb(
            text,
            told,
            api.Parameter == ApiParameter.DocdbApplication ? JpoNumberKind.Application : kind,
            out number,
            out error);

    /// <summary>What stands behind the path for a number.</summary>
    /// <exception cref="ArgumentException">The number is of a kind or law that the API does not take.</exception>
    internal static string Of(ApiDescriptor api, JpoNumber number)
    {
        if (api.Parameter == ApiParameter.Application)
        {
            return number.Require(JpoNumberKind.Application, api.Law);
        }

        JpoNumberKind kind = Takes(api, number.Kind) ? number.Kind : FirstKind(api);
        return KindWord(kind) + number.Require(kind, api.Law);
    }

    /// <summary>The same for the dossiers.</summary>
    /// <exception cref="ArgumentException">The number is a publication, and the API takes applications.</exception>
    /// <exception cref="JpoInvalidNumberException">The number does not say whether it is an
    /// application or a publication.</exception>
    internal static string Of(ApiDescriptor api, JpoDocdbNumber number) =>
        api.Parameter == ApiParameter.DocdbApplication
            ? number.RequireApplication()
            : KindWord(number.RequireKind()) + number.Value;

    /// <summary>
    /// What stands behind the path for an input, so that the cache can be asked beforehand; false where the API takes
    /// no such thing and a call would cost nothing.
    /// </summary>
    internal static bool TryMake(ApiDescriptor api, JpoNumberInput input, out string? parameters)
    {
        parameters = null;
        if (input.HasNothingToAsk || input.In(AllColumns(api)) is not { Count: > 0 } inputs)
        {
            return false;
        }

        JpoNumberInput given = inputs[0];
        switch (api.Parameter)
        {
            case ApiParameter.ApplicantCode:
                return Try(() => RequiredText.ApplicantCode(given.Text), out parameters);
            case ApiParameter.ApplicantName:
                return Try(() => RequiredText.ApplicantName(api, given.Text), out parameters);
            case ApiParameter.DocdbNumber or ApiParameter.DocdbApplication:
                return TryReadDocdb(api, given.Text, given.Told, null, out JpoDocdbNumber? docdb, out _)
                    && Try(() => Of(api, docdb), out parameters);
            default:
                return TryRead(api, given.Text, given.Told, null, out JpoNumber? number, out _)
                    && Try(() => Of(api, number), out parameters);
        }
    }

    private static IReadOnlyList<NumberColumn> AllColumns(ApiDescriptor api) => api.Parameter switch
    {
        ApiParameter.CaseNumber => api.Law == JpoLaw.Patent ? PublishedCaseNumbers : CaseNumbers,
        ApiParameter.DocdbNumber => PublishedCaseNumbers,
        ApiParameter.International => Internationals,
        ApiParameter.ApplicantCode => Codes,
        ApiParameter.ApplicantName => Names,
        _ => Applications,
    };

    private static bool IsAsked(ApiDescriptor api, JpoNumberKind held, JpoNumberKind wanted) =>
        held == wanted
        || (api.Group == ApiGroup.Opd && held == JpoNumberKind.Registration && wanted == JpoNumberKind.Publication);

    /// <summary>The kind that a message names where another was given.</summary>
    private static JpoNumberKind FirstKind(ApiDescriptor api) => api.Parameter == ApiParameter.International
        ? JpoNumberKind.InternationalApplication
        : JpoNumberKind.Application;

    private static bool Takes(ApiDescriptor api, JpoNumberKind kind) => api.Parameter switch
    {
        ApiParameter.CaseNumber => kind is JpoNumberKind.Application or JpoNumberKind.Registration
            || (kind == JpoNumberKind.Publication && api.Law == JpoLaw.Patent),
        ApiParameter.International =>
            kind is JpoNumberKind.InternationalApplication or JpoNumberKind.InternationalPublication,
        _ => kind == JpoNumberKind.Application,
    };

    /// <summary>
    /// The word that names a number's kind in the addresses of 1-7, 1-14, 4-1 and their kin, with the slash behind it.
    /// </summary>
    private static string KindWord(JpoNumberKind kind) => kind switch
    {
        JpoNumberKind.Registration => "registration/",
        JpoNumberKind.Publication => "publication/",
        JpoNumberKind.InternationalApplication => "international_application/",
        JpoNumberKind.InternationalPublication => "international_publication/",
        _ => "application/",
    };

    private static bool Try(Func<string> make, out string? parameters)
    {
        try
        {
            parameters = make();
            return true;
        }
        catch (JpoException)
        {
            parameters = null;
            return false;
        }
    }
}
