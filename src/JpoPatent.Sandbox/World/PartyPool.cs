using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace JpoPatent.Sandbox.World;

/// <summary>
/// Everybody in the world. Names are put together from words that no company uses that way; any likeness to a real one
/// is chance. One company stands twice, under two codes, as happens in JPO's register, and one name differs from
/// another in the width of its letters only.
/// </summary>
internal static class PartyPool
{
    private static readonly (string Name, string English)[] CompanyWords =
    [
        ("月白", "GEPPAKU"), ("藍鉄", "AITETSU"), ("薄氷", "USURAI"), ("星見草", "HOSHIMIGUSA"), ("霧笛岬", "MUTEKIMISAKI"),
        ("朝凪浜", "ASANAGIHAMA"),
        ("雲居", "KUMOI"), ("銀嶺坂", "GINREIZAKA"), ("夕霧橋", "YUUGIRIBASHI"), ("若苗野", "WAKANAENO"), ("葦笛", "ASHIBUE"),
        ("錆浅葱", "SABIASAGI"),
        ("白群", "BYAKUGUN"), ("花筏", "HANAIKADA"), ("竹灯籠", "TAKEDOURO"), ("雪間", "YUKIMA"), ("石蕗", "TSUWABUKI"),
        ("海霧", "UMIGIRI"),
        ("空蝉野", "UTSUSEMINO"), ("篝火", "KAGARIBI"), ("千草ヶ原", "CHIGUSAGAHARA"), ("鳴砂", "NARISUNA"), ("灯台守", "TOUDAIMORI"),
        ("風待月", "KAZEMACHIZUKI"),
        ("笹舟", "SASABUNE"), ("木霊谷", "KODAMADANI"), ("琥珀町", "KOHAKUCHO"), ("潮騒台", "SHIOSAIDAI"), ("蛍野", "HOTARUNO"),
        ("遠雷", "ENRAI"),
    ];

    private static readonly (string Name, string English)[] CompanyTrades =
    [
        ("精機", "SEIKI"), ("電子工業", "DENSHI KOGYO"), ("化学", "KAGAKU"), ("光学", "KOGAKU"), ("製薬", "SEIYAKU"),
        ("計測", "KEISOKU"),
        ("重工", "JUKO"), ("通信機", "TSUSHINKI"), ("素材", "SOZAI"), ("車輌", "SHARYO"), ("食品", "SHOKUHIN"), ("繊維", "SENI"),
        ("医療機器", "IRYOKIKI"), ("半導体", "HANDOTAI"), ("システムズ", "SYSTEMS"),
    ];

    private static readonly (string Name, string English, string Country)[] ForeignNames =
    [
        ("クォーツヘイブン　インコーポレイテッド", "QUARTZHAVEN INC", "US"),
        ("ブルーヘロン　フォトニクス，インコーポレイテッド", "BLUE HERON PHOTONICS INC", "US"),
        ("オールドミル　リサーチ　エルエルシー", "OLDMILL RESEARCH LLC", "US"),
        ("サンドパイパー　セラピューティクス　インコーポレイテッド", "SANDPIPER THERAPEUTICS INC", "US"),
        ("タンブルウィード　ロボティクス　コーポレイション", "TUMBLEWEED ROBOTICS CORP", "US"),
        ("ノースフォーク　マテリアルズ　エル．エル．シー．", "NORTHFORK MATERIALS LLC", "US"),
        ("ノルドレイン　アクチエボラグ", "NORDREIN AB", "EP"), ("ヴェルトミューレ　ゲゼルシャフト　ミット　ベシュレンクテル　ハフツング", "WELTMUEHLE GMBH", "DE"),
        ("ランテルヌ　ルージュ　ソシエテ　アノニム", "LANTERNE ROUGE SA", "EP"), ("クライネリンデ　アクチエンゲゼルシャフト", "KLEINELINDE AG", "DE"),
        ("青鷺湾（深▲セン▼）科技有限公司", "QINGLU BAY SHENZHEN TECH CO LTD", "CN"),
        ("白楊河新材料股▲ふん▼有限公司", "BAIYANGHE NEW MATERIAL CO LTD", "CN"),
        ("ダルビッ　メディカル　カンパニー　リミテッド", "DALBIT MEDICAL CO LTD", "KR"),
        ("ハヌルマル　エレクトロニクス　シーオー．，エルティーディー．", "HANEULMARU ELECTRONICS CO LTD", "KR"),
    ];

    private static readonly (string Name, string English)[] FirmNames =
    [
        ("弁理士法人しののめ坂国際特許事務所", "SHINONOMEZAKA INTERNATIONAL PATENT OFFICE"), ("弁理士法人ほたる野知財", "HOTARUNO IP"),
        ("弁理士法人三日月堂特許商標事務所", "MIKAZUKIDO PATENT AND TRADEMARK OFFICE"),
        ("特許業務法人みずかがみ", "MIZUKAGAMI PATENT PROFESSIONAL CORP"),
    ];

    private static readonly (string Name, string English)[] Surnames =
    [
        ("汐見", "SHIOMI"), ("霜鳥", "SHIMOTORI"), ("薄葉", "USUBA"), ("葛城野", "KATSURAGINO"), ("月舘", "TSUKIDATE"),
        ("鳴瀬川", "NARUSEGAWA"), ("樫尾谷", "KASHIOTANI"), ("雨夜", "AMAYA"),
        ("苔口", "KOKEGUCHI"), ("椋木", "MUKUNOKI"), ("篠笛", "SHINOBUE"), ("浮橋", "UKIHASHI"), ("五十海", "IKARUMI"),
        ("鵜飼野", "UKAINO"), ("氷室坂", "HIMUROZAKA"), ("楓谷", "KAEDEDANI"),
    ];

    private static readonly (string Name, string English)[] GivenNames =
    [
        ("遥馬", "HARUMA"), ("千景", "CHIKAGE"), ("朔太", "SAKUTA"), ("澪", "MIO"), ("嘉月", "KAZUKI"), ("紬", "TSUMUGI"),
        ("悠之進", "YUNOSHIN"), ("小夜", "SAYO"), ("颯生", "SOSEI"), ("花乃子", "KANOKO"), ("律", "RITSU"), ("芙由美", "FUYUMI"),
    ];

    /// <summary>Companies in Japan.</summary>
    public static IReadOnlyList<Party> Companies { get; } = MakeCompanies();

    /// <summary>Companies abroad.</summary>
    public static IReadOnlyList<Party> Foreigners { get; } = ForeignNames
        .Select((entry, i) => new Party(
            Code(500_000_000, i, 7_137_113, 99_000_000), entry.Name, entry.English, entry.Country))
        .ToList();

    /// <summary>People who file for themselves.</summary>
    public static IReadOnlyList<Party> Inventors { get; } = Enumerable.Range(0, 8)
        .Select(i => Individual(Code(510_000_000, i, 9_313_391, 9_000_000), Person((i * 24) + 1)))
        .ToList();

    /// <summary>Patent attorneys.</summary>
    public static IReadOnlyList<Party> Attorneys { get; } = Enumerable.Range(0, 32)
        .Select(i => Individual(Code(100_000_000, i, 3_137_773, 299_000), Person(i * 6)))
        .ToList();

    /// <summary>Firms of patent attorneys.</summary>
    public static IReadOnlyList<Party> Firms { get; } = FirmNames
        .Select((entry, i) => new Party(Code(110_000_000, i, 1_311_331, 12_000), entry.Name, entry.English, "JP"))
        .ToList();

    /// <summary>Examiners, who have no code.</summary>
    public static IReadOnlyList<string> Examiners
    {
        get;
    } = Enumerable.Range(0, 24).Select(i => Person((i * 8) + 3).Name).ToList();

    /// <summary>Everybody with a code.</summary>
    public static IReadOnlyList<Party> All
    {
        get;
    } = [.. Companies, .. Foreigners, .. Inventors, .. Attorneys, .. Firms];

    private static Dictionary<string, Party> ByCode
    {
        get;
    } = All.ToDictionary(party => party.Code, StringComparer.Ordinal);

    private static ILookup<string, Party> ByName { get; } = All.ToLookup(party => party.Name, StringComparer.Ordinal);

    public static Party? WithCode(string code) => ByCode.TryGetValue(code, out Party? party) ? party : null;

    /// <summary>Exactly this name, width, blanks and case included, ordered by code.</summary>
    public static IReadOnlyList<Party> WithName(string name) =>
        [.. ByName[name].OrderBy(party => party.Code, StringComparer.Ordinal)];

    private static List<Party> MakeCompanies()
    {
        var companies = new List<Party>();
        for (int i = 0; i < CompanyWords.Length; i++)
        {
            (string trade, string english) = CompanyTrades[((i * 4) + 1) % CompanyTrades.Length];
            (string word, string latin) = CompanyWords[i];
            string name = i % 7 == 3 ? "株式会社" + word + trade : word + trade + "株式会社";
            companies.Add(new Party(
                Code(i % 3 == 0 ? 0 : 300_000_000, i, 1_137_413, 18_000_000),
                name,
                latin + " " + english + " KK",
                "JP"));
        }

        companies.Add(new Party("304188217", companies[0].Name, companies[0].English, "JP"));
        companies.Add(new Party("305204466", "株式会社ＡＭＡＧＵＭＯラボ", "AMAGUMO LAB KK", "JP"));
        companies.Add(new Party("305204482", "株式会社AMAGUMOラボ", "AMAGUMO LAB KK", "JP"));
        companies.Add(new Party("504130971", "国立大学法人ななつ森工科大学", "NANATSUMORI INSTITUTE OF TECHNOLOGY", "JP"));
        companies.Add(new Party("508263154", "合同会社しらたま企画", "SHIRATAMA KIKAKU LLC", "JP"));
        return companies;
    }

    /// <summary>A different name for each of 192 numbers.</summary>
    private static (string Name, string English) Person(int i)
    {
        (string surname, string surnameEnglish) = Surnames[i % Surnames.Length];
        (string given, string givenEnglish) = GivenNames[((i * 5) + (i / Surnames.Length * 3)) % GivenNames.Length];
        return (surname + "　" + given, surnameEnglish + " " + givenEnglish);
    }

    private static Party Individual(string code, (string Name, string English) person) =>
        new(code, person.Name, person.English, "JP");

    private static string Code(long start, int i, int step, int span) =>
        (start + 1_207 + ((long)i * step % span)).ToString("D9", CultureInfo.InvariantCulture);
}
