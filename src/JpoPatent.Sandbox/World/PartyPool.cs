using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace JpoPatent.Sandbox;

/// <summary>
/// Everybody in the world. Names are put together from words that no company uses that way; any likeness to a real one is chance. One company stands twice,
/// under two codes, as happens in JPO's register, and one name differs from another in the width of its letters only.
/// </summary>
internal static class PartyPool
{
    private static readonly string[] CompanyWords =
    [
        "月白", "藍鉄", "薄氷", "星見草", "霧笛岬", "朝凪浜", "雲居", "銀嶺坂", "夕霧橋", "若苗野", "葦笛", "錆浅葱", "白群", "花筏", "竹灯籠",
        "雪間", "石蕗", "海霧", "空蝉野", "篝火", "千草ヶ原", "鳴砂", "灯台守", "風待月", "笹舟", "木霊谷", "琥珀町", "潮騒台", "蛍野", "遠雷",
    ];

    private static readonly string[] CompanyTrades =
    [
        "精機", "電子工業", "化学", "光学", "製薬", "計測", "重工", "通信機", "素材", "車輌", "食品", "繊維", "医療機器", "半導体", "システムズ",
    ];

    private static readonly (string Name, string Country)[] ForeignNames =
    [
        ("クォーツヘイブン　インコーポレイテッド", "US"), ("ブルーヘロン　フォトニクス，インコーポレイテッド", "US"), ("オールドミル　リサーチ　エルエルシー", "US"),
        ("サンドパイパー　セラピューティクス　インコーポレイテッド", "US"), ("タンブルウィード　ロボティクス　コーポレイション", "US"), ("ノースフォーク　マテリアルズ　エル．エル．シー．", "US"),
        ("ノルドレイン　アクチエボラグ", "EP"), ("ヴェルトミューレ　ゲゼルシャフト　ミット　ベシュレンクテル　ハフツング", "DE"), ("ランテルヌ　ルージュ　ソシエテ　アノニム", "EP"), ("クライネリンデ　アクチエンゲゼルシャフト", "DE"),
        ("青鷺湾（深▲セン▼）科技有限公司", "CN"), ("白楊河新材料股▲ふん▼有限公司", "CN"), ("ダルビッ　メディカル　カンパニー　リミテッド", "KR"), ("ハヌルマル　エレクトロニクス　シーオー．，エルティーディー．", "KR"),
    ];

    private static readonly string[] Surnames = ["汐見", "霜鳥", "薄葉", "葛城野", "月舘", "鳴瀬川", "樫尾谷", "雨夜", "苔口", "椋木", "篠笛", "浮橋", "五十海", "鵜飼野", "氷室坂", "楓谷"];

    private static readonly string[] GivenNames = ["遥馬", "千景", "朔太", "澪", "嘉月", "紬", "悠之進", "小夜", "颯生", "花乃子", "律", "芙由美"];

    /// <summary>Companies in Japan.</summary>
    public static IReadOnlyList<Party> Companies { get; } = MakeCompanies();

    /// <summary>Companies abroad.</summary>
    public static IReadOnlyList<Party> Foreigners { get; } = ForeignNames
        .Select((entry, i) => new Party(Code(500_000_000, i, 7_137_113, 99_000_000), entry.Name, entry.Country))
        .ToList();

    /// <summary>People who file for themselves.</summary>
    public static IReadOnlyList<Party> Inventors { get; } = Enumerable.Range(0, 8)
        .Select(i => new Party(Code(510_000_000, i, 9_313_391, 9_000_000), Person((i * 24) + 1), "JP"))
        .ToList();

    /// <summary>Patent attorneys.</summary>
    public static IReadOnlyList<Party> Attorneys { get; } = Enumerable.Range(0, 32)
        .Select(i => new Party(Code(100_000_000, i, 3_137_773, 299_000), Person(i * 6), "JP"))
        .ToList();

    /// <summary>Firms of patent attorneys.</summary>
    public static IReadOnlyList<Party> Firms { get; } = new[] { "弁理士法人しののめ坂国際特許事務所", "弁理士法人ほたる野知財", "弁理士法人三日月堂特許商標事務所", "特許業務法人みずかがみ" }
        .Select((name, i) => new Party(Code(110_000_000, i, 1_311_331, 12_000), name, "JP"))
        .ToList();

    /// <summary>Examiners, who have no code.</summary>
    public static IReadOnlyList<string> Examiners { get; } = Enumerable.Range(0, 24).Select(i => Person((i * 8) + 3)).ToList();

    /// <summary>Everybody with a code.</summary>
    public static IReadOnlyList<Party> All { get; } = [.. Companies, .. Foreigners, .. Inventors, .. Attorneys, .. Firms];

    private static Dictionary<string, Party> ByCode { get; } = All.ToDictionary(party => party.Code, StringComparer.Ordinal);

    private static ILookup<string, Party> ByName { get; } = All.ToLookup(party => party.Name, StringComparer.Ordinal);

    public static Party? WithCode(string code) => ByCode.TryGetValue(code, out Party? party) ? party : null;

    /// <summary>Exactly this name, width, blanks and case included, ordered by code.</summary>
    public static IReadOnlyList<Party> WithName(string name) => [.. ByName[name].OrderBy(party => party.Code, StringComparer.Ordinal)];

    private static List<Party> MakeCompanies()
    {
        var companies = new List<Party>();
        for (int i = 0; i < CompanyWords.Length; i++)
        {
            string trade = CompanyTrades[(i * 4 + 1) % CompanyTrades.Length];
            string name = i % 7 == 3 ? "株式会社" + CompanyWords[i] + trade : CompanyWords[i] + trade + "株式会社";
            companies.Add(new Party(Code(i % 3 == 0 ? 0 : 300_000_000, i, 1_137_413, 18_000_000), name, "JP"));
        }

        companies.Add(new Party("304188217", companies[0].Name, "JP"));
        companies.Add(new Party("305204466", "株式会社ＡＭＡＧＵＭＯラボ", "JP"));
        companies.Add(new Party("305204482", "株式会社AMAGUMOラボ", "JP"));
        companies.Add(new Party("504130971", "国立大学法人ななつ森工科大学", "JP"));
        companies.Add(new Party("508263154", "合同会社しらたま企画", "JP"));
        return companies;
    }

    /// <summary>A different name for each of 192 numbers.</summary>
    private static string Person(int i) => Surnames[i % Surnames.Length] + "　" + GivenNames[((i * 5) + (i / Surnames.Length * 3)) % GivenNames.Length];

    private static string Code(long start, int i, int step, int span) => (start + 1_207 + ((long)i * step % span)).ToString("D9", CultureInfo.InvariantCulture);
}
