namespace JpoPatent.Sandbox;

/// <summary>Inventions: a quality, a thing, and what is claimed of it.</summary>
internal static class PatentSubjects
{
    private static readonly string[] Qualities =
    [
        "", "", "", "低背型", "耐熱性", "自己診断機能付き", "車載用", "折り畳み式", "寒冷地用", "多層", "可搬型", "防滴型", "高感度", "磁気結合式", "水中用", "積層型",
    ];

    private static readonly (string Thing, string Ipc)[] Things =
    [
        ("蓄電素子", "H01M 10/04"), ("歩行支援装具", "A61H 3/00"), ("雨量計", "G01W 1/14"), ("回折格子", "G02B 5/18"), ("苗箱搬送機", "A01G 9/08"),
        ("触覚センサ", "G01L 1/14"), ("電波暗室用吸収体", "H05K 9/00"), ("軸受ユニット", "F16C 33/00"), ("製麺ロール", "A21C 3/02"), ("繊維強化樹脂成形体", "B29C 70/06"),
        ("抗菌性組成物", "A01N 59/16"), ("無人搬送車", "B65G 1/00"), ("配光制御灯具", "F21S 41/60"), ("吸音パネル", "G10K 11/16"), ("酵素反応槽", "C12M 1/00"),
        ("基板検査機", "G01N 21/95"), ("超音波探触子", "A61B 8/00"), ("トンネル掘進機", "E21D 9/06"), ("音声対話サーバ", "G10L 15/22"), ("浮体式係留具", "B63B 21/50"),
        ("熱交換器", "F28D 1/04"), ("粘着シート", "C09J 7/20"), ("開閉弁", "F16K 31/06"), ("錠剤計数器", "A61J 3/00"), ("学習済みモデル", "G06N 20/00"),
        ("点字表示器", "G09B 21/00"), ("手術用把持具", "A61B 17/28"), ("発泡断熱材", "C08J 9/00"), ("無線給電コイル", "H02J 50/10"), ("養殖用生簀", "A01K 61/60"),
    ];

    private static readonly string[] Endings =
    [
        "", "", "の製造方法", "及びその製造方法", "の制御方法及びプログラム", "の検査方法", "、及びこれを備えたシステム", "用部品", "の組立方法", "、並びに当該装置の調整方法",
    ];

    public static Subject Draw(ref Dice dice)
    {
        (string thing, string ipc) = dice.Pick(Things);
        string named = dice.Pick(Qualities) + thing;
        return new Subject(named + dice.Pick(Endings), named, ipc);
    }
}
