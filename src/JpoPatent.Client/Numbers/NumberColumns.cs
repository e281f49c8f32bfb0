using System;
using System.Collections.Generic;

namespace JpoPatent.Numbers;

/// <summary>
/// The headings that people give to columns of numbers. The one list of them: cmdlets and readers of files ask here.
/// </summary>
internal static class NumberColumns
{
    /// <summary>Every column in which numbers stand.</summary>
    public static IReadOnlyList<NumberColumn> WithNumbers { get; } =
    [
        NumberColumn.Application, NumberColumn.Publication, NumberColumn.Registration,
        NumberColumn.InternationalApplication, NumberColumn.InternationalPublication,
        NumberColumn.AnyNumber,
    ];

    /// <summary>
    /// What stands below a heading. Blanks, line breaks, width, case and a remark in brackets do not count.
    /// </summary>
    /// <param name="heading">The heading as it is written.</param>
    public static NumberColumn Of(string? heading)
    {
        string key = ColumnText.Key(heading);
        if (Headings.All.TryGetValue(key, out NumberColumn column))
        {
            return column;
        }

        // 出願番号（特許庁）, 登録番号 [JP]
        int bracket = heading == null ? -1 : heading.IndexOfAny(['(', '（', '[', '［', '【']);
        return bracket > 0 && Headings.All.TryGetValue(ColumnText.Key(heading!.Substring(0, bracket)), out column)
            ? column
            : NumberColumn.None;
    }

    /// <summary>The kind of the numbers in a column; null where they must say it themselves.</summary>
    public static JpoNumberKind? KindOf(NumberColumn column) => column switch
    {
        NumberColumn.Application => JpoNumberKind.Application,
        NumberColumn.Publication => JpoNumberKind.Publication,
        NumberColumn.Registration => JpoNumberKind.Registration,
        NumberColumn.InternationalApplication => JpoNumberKind.InternationalApplication,
        NumberColumn.InternationalPublication => JpoNumberKind.InternationalPublication,
        _ => null,
    };

    /// <summary>Whether numbers of cases stand in a column.</summary>
    public static bool HasNumbers(NumberColumn column) =>
        column is >= NumberColumn.Application and <= NumberColumn.AnyNumber;

    /// <summary>The column in which numbers of a kind stand.</summary>
    public static NumberColumn Of(JpoNumberKind kind) => kind switch
    {
        JpoNumberKind.Application => NumberColumn.Application,
        JpoNumberKind.Publication => NumberColumn.Publication,
        JpoNumberKind.Registration => NumberColumn.Registration,
        JpoNumberKind.InternationalApplication => NumberColumn.InternationalApplication,
        _ => NumberColumn.InternationalPublication,
    };

    /// <summary>The headings to name in a message for those who lack such a column, or null.</summary>
    public static string? ShownFor(NumberColumn column) => column switch
    {
        NumberColumn.Application => "ApplicationNumber, AppNo, 出願番号",
        NumberColumn.Publication => "PublicationNumber, 公開番号",
        NumberColumn.Registration => "RegistrationNumber, 登録番号",
        NumberColumn.InternationalApplication => "InternationalApplicationNumber, 国際出願番号",
        NumberColumn.InternationalPublication => "InternationalPublicationNumber, 国際公開番号",
        _ => null,
    };

    private static Dictionary<string, NumberColumn> Build(params (NumberColumn Column, string Headings)[] rows)
    {
        var headings = new Dictionary<string, NumberColumn>(StringComparer.Ordinal);
        foreach ((NumberColumn column, string list) in rows)
        {
            foreach (string heading in list.Split(' '))
            {
                headings.Add(heading, column);
            }
        }

        return headings;
    }

    /// <summary>Made when the first heading is looked up: who gives plain numbers does not wait for it.</summary>
    private static class Headings
    {
        internal static readonly Dictionary<string, NumberColumn> All = Build(
            (NumberColumn.Application,
                "applicationnumber applicationno applicationnum applicationnr appno appnumber appnum "
                    + "appln applno applnumber applnno filingnumber filingno "
                    + "出願番号 出願no 出願番 出願第 特願番号 特願no 特願 意願番号 意願 商願番号 商願 "
                    + "特許出願番号 意匠出願番号 商標出願番号 国内出願番号 日本出願番号"),
            (NumberColumn.Publication,
                "publicationnumber publicationno publicationnum pubno pubnumber "
                    + "公開番号 公開no 公開公報番号 特開番号 特開 特許公開番号 出願公開番号 nationalpublicationnumber 公表番号 公表no 特表番号 公表特許番号"),
            (NumberColumn.Registration,
                "registrationnumber registrationno registrationnum regno regnumber patentnumber patentno grantnumber grantno "
                    + "登録番号 登録no 特許番号 特許no 特許登録番号 意匠登録番号 商標登録番号"),
            (NumberColumn.InternationalApplication,
                "internationalapplicationnumber internationalapplicationno pctapplicationnumber pctapplicationno pctnumber pctno "
                    + "国際出願番号 国際出願no pct出願番号 pct番号"),
            (NumberColumn.InternationalPublication,
                "internationalpublicationnumber internationalpublicationno wonumber wono 国際公開番号 国際公開no wo番号"),
            (NumberColumn.AnyNumber, "number casenumber caseno 案件番号"),
            (NumberColumn.ApplicantCode, "code applicantcode 申請人コード 識別番号"),
            (NumberColumn.ApplicantName, "name applicantname"),
            (NumberColumn.Law, "law lawcode jpolaw 法域 四法 四法区分 四法コード 四法の別 四法別 法区分"),
            (NumberColumn.PerhapsLaw, "権利種別 権利区分 権利の種類 権利 出願種別 種別 種類 区分 iptype righttype type category"),
            (NumberColumn.Country, "country countrycode 国 国名 国コード 出願国 出願国コード"));
    }
}
