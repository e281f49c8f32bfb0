using System.Collections.Generic;
using System.Linq;

namespace JpoPatent.Sandbox.World;

/// <summary>Signs: one or two invented words in letters or kana, now and then with a figure.</summary>
internal static class TrademarkSubjects
{
    private static readonly (string Latin, string Kana, string Native)[] Words =
    [
        ("Ｍｏｋｕｒｅｎ", "モクレン", "もくれん"), ("ＴＯＢＩＵＭＥ", "トビウメ", "飛梅"), ("Ｓａｒａｓｈｉ", "サラシ", "さらし"), ("ＫＯＨＡＫＵＮＯ", "コハクノ", "琥珀乃"),
        ("Ｎａｒｕｓｅ", "ナルセ", "鳴瀬"), ("ＹＵＵＧＩＲＩ", "ユウギリ", "夕霧"), ("Ｆｕｋｉｎｏｔｏ", "フキノト", "蕗乃戸"), ("ＡＭＥＦＵＲＩ", "アメフリ", "雨ふり"),
        ("Ｔｓｕｍｕｇｉａ", "ツムギア", "紬亜"), ("ＨＯＳＨＩＫＵＺＵ", "ホシクズ", "星屑"), ("Ｌｕｍｅｎｏｖａ", "ルメノバ", "るめのば"),
        ("ＱＵＥＬＬＩＡ", "クエリア", "くえりあ"),
        ("Ｂｒｅｎｔａｌｉｓ", "ブレンタリス", "ぶれんたりす"), ("ＯＲＯＶＩＡＮ", "オロビアン", "織美庵"), ("Ｍｉｒａｔｅａ", "ミラティア", "みらてぃあ"),
        ("ＳＡＺＡＮＡＭＩ", "サザナミ", "さざなみ"),
    ];

    private static readonly (string Text, string Kana)[] Additions =
        [("本舗", "ホンポ"), ("ラボ", "ラボ"), ("日和", "ビヨリ"), ("クラブ", "クラブ"), ("工房", "コーボー"), ("プラス", "プラス")];

    private static readonly string[] Figures =
        ["1.3.1", "3.7.16", "5.3.11", "5.5.20", "6.1.2", "26.1.3", "26.4.1", "26.11.1", "27.5.1", "29.1.11"];

    private static readonly GoodsClass[] Goods =
    [
        new("03", "化粧品，せっけん類", "04A01 04C01"),
        new("05", "サプリメント，栄養補助用飼料添加物（薬剤に属するものを除く。）", "32F15 33B01"),
        new("09", "電子計算機用プログラム，携帯情報端末", "11B01 11C01"),
        new("11", "照明器具，加湿器", "09E11 11A02"),
        new("16", "文房具類，印刷物", "25B01 26A01"),
        new("18", "かばん類，傘", "21C01 22B01"),
        new("21", "食器類，植木鉢", "19A05 19B29"),
        new("25", "被服，履物", "17A01 22A01"),
        new("29", "乾燥果実，加工野菜", "32F04"),
        new("30", "茶，菓子，パン", "29A01 30A01"),
        new("33", "日本酒，果実酒", "28A01 28A02"),
        new("35", "飲食料品の小売の業務において行われる顧客に対する便益の提供", "35K03"),
        new("41", "技芸・スポーツ又は知識の教授，電子出版物の提供", "26D01 41A01"),
        new("42", "電子計算機用プログラムの設計・作成又は保守", "42P02"),
        new("43", "宿泊施設の提供，飲食物の提供", "42A01 42B01"),
    ];

    public static TrademarkSubject Draw(ref Dice dice)
    {
        (string latin, string kana, string native) = dice.Pick(Words);
        string display = latin;
        var readings = new List<string>();
        if (dice.Chance(40))
        {
            (string addition, string sound) = dice.Pick(Additions);
            display = native + addition;
            readings.Add(kana + sound);
        }
        else if (dice.Chance(50))
        {
            // A line break in the sign is written as a backslash of full width.
            display = latin + "＼" + native;
        }

        readings.Add(kana);
        List<string> vienna = [];
        if (dice.Chance(35))
        {
            vienna = Some(Figures, dice.Between(1, 4), ref dice);
            if (dice.Chance(20))
            {
                // A figure without letters has no reading.
                display = "";
                readings.Clear();
            }
        }

        List<GoodsClass> goods = Some(Goods, dice.Between(1, 4), ref dice);
        return new TrademarkSubject(display, readings, vienna, goods);
    }

    /// <summary>Different items, in the order of the list.</summary>
    private static List<T> Some<T>(T[] items, int count, ref Dice dice)
    {
        var places = new SortedSet<int>();
        while (places.Count < count)
        {
            places.Add(dice.Below(items.Length));
        }

        return places.Select(place => items[place]).ToList();
    }
}
