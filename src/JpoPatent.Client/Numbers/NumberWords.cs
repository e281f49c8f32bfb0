using System;

namespace JpoPatent.Numbers;

/// <summary>The words that stand before a number, and what they say about it.</summary>
internal static class NumberWords
{
    private static readonly NumberWord[] Patents =
    [
        new("特許出願公開", JpoNumberKind.Publication, JpoLaw.Patent, NumberSeries.LaidOpen),
        new("特許出願公表", JpoNumberKind.Publication, JpoLaw.Patent, NumberSeries.National),
        new("特許出願公告", JpoNumberKind.Publication, JpoLaw.Patent, NumberSeries.Examined),
        new("特許出願", JpoNumberKind.Application, JpoLaw.Patent),
        new("特許公開", JpoNumberKind.Publication, JpoLaw.Patent, NumberSeries.LaidOpen),
        new("特許公表", JpoNumberKind.Publication, JpoLaw.Patent, NumberSeries.National),
        new("特許公告", JpoNumberKind.Publication, JpoLaw.Patent, NumberSeries.Examined),
        new("特許公報", null, JpoLaw.Patent),
        new("特許異議", NumberFault.Appeal),
        new("特許権存続期間", NumberFault.OtherProceeding),
        new("特許登録", JpoNumberKind.Registration, JpoLaw.Patent),
        new("特許願", JpoNumberKind.Application, JpoLaw.Patent),
        new("特許", JpoNumberKind.Registration, JpoLaw.Patent),
        new("特願", JpoNumberKind.Application, JpoLaw.Patent),
        new("特開", JpoNumberKind.Publication, JpoLaw.Patent, NumberSeries.LaidOpen),
        new("特表", JpoNumberKind.Publication, JpoLaw.Patent, NumberSeries.National),
        new("特公", JpoNumberKind.Publication, JpoLaw.Patent, NumberSeries.Examined),
        new("特登", JpoNumberKind.Registration, JpoLaw.Patent),
    ];

    private static readonly NumberWord[] Designs =
    [
        new("意匠登録出願", JpoNumberKind.Application, JpoLaw.Design),
        new("意匠登録願", JpoNumberKind.Application, JpoLaw.Design),
        new("意匠出願", JpoNumberKind.Application, JpoLaw.Design),
        new("意匠公報", null, JpoLaw.Design),
        new("意匠登録", JpoNumberKind.Registration, JpoLaw.Design),
        new("意公", NumberFault.OtherGazette, JpoLaw.Design),
        new("意匠", JpoNumberKind.Registration, JpoLaw.Design),
        new("意願", JpoNumberKind.Application, JpoLaw.Design),
        new("意登", JpoNumberKind.Registration, JpoLaw.Design),
    ];

    private static readonly NumberWord[] Trademarks =
    [
        new("商標登録出願", JpoNumberKind.Application, JpoLaw.Trademark),
        new("商標登録願", JpoNumberKind.Application, JpoLaw.Trademark),
        new("商標出願", JpoNumberKind.Application, JpoLaw.Trademark),
        new("商標公報", null, JpoLaw.Trademark),
        new("商標登録異議", NumberFault.Appeal, JpoLaw.Trademark),
        new("商標権存続期間", NumberFault.OtherProceeding, JpoLaw.Trademark),
        new("商標登録", JpoNumberKind.Registration, JpoLaw.Trademark),
        new("商公", NumberFault.OtherGazette, JpoLaw.Trademark),
        new("商標", JpoNumberKind.Registration, JpoLaw.Trademark),
        new("商願", JpoNumberKind.Application, JpoLaw.Trademark),
        new("商登", JpoNumberKind.Registration, JpoLaw.Trademark),
    ];

    private static readonly NumberWord[] Others =
    [
        new("再公表特許", JpoNumberKind.Publication, JpoLaw.Patent, NumberSeries.Republication),
        new("再公表", JpoNumberKind.Publication, JpoLaw.Patent, NumberSeries.Republication),
        new("再表", JpoNumberKind.Publication, JpoLaw.Patent, NumberSeries.Republication),
        new("国際出願", JpoNumberKind.InternationalApplication, JpoLaw.Patent),
        new("国際公開", JpoNumberKind.InternationalPublication, JpoLaw.Patent),
        new("国際登録", NumberFault.InternationalRegistration),
        new("国際意匠登録", NumberFault.InternationalRegistration, JpoLaw.Design),
        new("国際商標登録", NumberFault.InternationalRegistration, JpoLaw.Trademark),
        new("公開特許公報", JpoNumberKind.Publication, JpoLaw.Patent),
        new("公表特許公報", JpoNumberKind.Publication, JpoLaw.Patent, NumberSeries.National),
        new("公告特許公報", JpoNumberKind.Publication, JpoLaw.Patent, NumberSeries.Examined),
        new("公開実用", NumberFault.UtilityModel),
        new("公開商標", NumberFault.OtherGazette, JpoLaw.Trademark),
        new("公報", null, null),
        new("出願", JpoNumberKind.Application, null),
        new("公開", JpoNumberKind.Publication, JpoLaw.Patent),
        new("公表", JpoNumberKind.Publication, JpoLaw.Patent, NumberSeries.National),
        new("公告", JpoNumberKind.Publication, JpoLaw.Patent, NumberSeries.Examined),
        new("登録実", NumberFault.UtilityModel),
        new("登録商標", JpoNumberKind.Registration, JpoLaw.Trademark),
        new("登録意匠", JpoNumberKind.Registration, JpoLaw.Design),
        new("登録特許", JpoNumberKind.Registration, JpoLaw.Patent),
        new("登録異議", NumberFault.Appeal),
        new("登録", JpoNumberKind.Registration, null),
        new("登実", NumberFault.UtilityModel),
        new("実", NumberFault.UtilityModel),
        new("不服", NumberFault.Appeal),
        new("無効", NumberFault.Appeal),
        new("訂正", NumberFault.Appeal),
        new("異議", NumberFault.Appeal),
        new("取消", NumberFault.Appeal),
        new("判定", NumberFault.Appeal),
        new("審判", NumberFault.Appeal),
        new("再審", NumberFault.Appeal),
        new("補正", NumberFault.Appeal),
        new("除斥", NumberFault.Appeal),
        new("忌避", NumberFault.Appeal),
        new("全部無効", NumberFault.Appeal),
        new("一部無効", NumberFault.Appeal),
        new("全部取消", NumberFault.Appeal),
        new("一部取消", NumberFault.Appeal),
        new("防護", NumberFault.RightBehind, JpoLaw.Trademark),
        new("書換", NumberFault.OtherProceeding, JpoLaw.Trademark),
        new("延長", NumberFault.OtherProceeding),
        new("更新", NumberFault.OtherProceeding),
        new("裁定", NumberFault.OtherProceeding),
        new("日本国", null, null),
        new("日本", null, null),
    ];

    /// <summary>The longest word at the start of <paramref name="text"/>, or null.</summary>
    public static NumberWord? Match(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] < '\u4E00')
        {
            return null;
        }

        // Each list has its longer words first.
        NumberWord[] words = text[0] switch
        {
            '特' => Patents,
            '意' => Designs,
            '商' => Trademarks,
            _ => Others,
        };

        foreach (NumberWord word in words)
        {
            if (text.StartsWith(word.Text.AsSpan()))
            {
                return word;
            }
        }

        return null;
    }
}
