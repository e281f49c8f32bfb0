namespace JpoPatent.Sandbox.World;

/// <summary>Inventions: a quality, a thing, and what is claimed of it.</summary>
internal static class PatentSubjects
{
    private static readonly (string Text, string English)[] Qualities =
    [
        ("", ""), ("", ""), ("", ""), ("低背型", "LOW-PROFILE "),
        ("耐熱性", "HEAT-RESISTANT "), ("自己診断機能付き", "SELF-DIAGNOSING "), ("車載用", "VEHICLE-MOUNTED "),
        ("折り畳み式", "FOLDABLE "),
        ("寒冷地用", "COLD-CLIMATE "), ("多層", "MULTILAYER "), ("可搬型", "PORTABLE "), ("防滴型", "DRIP-PROOF "),
        ("高感度", "HIGH-SENSITIVITY "), ("磁気結合式", "MAGNETICALLY COUPLED "), ("水中用", "UNDERWATER "), ("積層型", "STACKED "),
    ];

    private static readonly (string Text, string English, string Ipc)[] Things =
    [
        ("蓄電素子", "ELECTRIC STORAGE ELEMENT", "H01M 10/04"), ("歩行支援装具", "WALKING ASSISTANCE ORTHOSIS", "A61H 3/00"),
        ("雨量計", "RAIN GAUGE", "G01W 1/14"),
        ("回折格子", "DIFFRACTION GRATING", "G02B 5/18"), ("苗箱搬送機", "SEEDLING BOX CONVEYOR", "A01G 9/08"),
        ("触覚センサ", "TACTILE SENSOR", "G01L 1/14"),
        ("電波暗室用吸収体", "ABSORBER FOR ANECHOIC CHAMBER", "H05K 9/00"), ("軸受ユニット", "BEARING UNIT", "F16C 33/00"),
        ("製麺ロール", "NOODLE MAKING ROLL", "A21C 3/02"),
        ("繊維強化樹脂成形体", "FIBER-REINFORCED RESIN MOLDING", "B29C 70/06"),
        ("抗菌性組成物", "ANTIBACTERIAL COMPOSITION", "A01N 59/16"), ("無人搬送車", "AUTOMATED GUIDED VEHICLE", "B65G 1/00"),
        ("配光制御灯具", "LIGHT DISTRIBUTION CONTROL LAMP", "F21S 41/60"), ("吸音パネル", "SOUND ABSORBING PANEL", "G10K 11/16"),
        ("酵素反応槽", "ENZYME REACTION TANK", "C12M 1/00"),
        ("基板検査機", "SUBSTRATE INSPECTION MACHINE", "G01N 21/95"), ("超音波探触子", "ULTRASONIC PROBE", "A61B 8/00"),
        ("トンネル掘進機", "TUNNEL BORING MACHINE", "E21D 9/06"),
        ("音声対話サーバ", "SPEECH DIALOGUE SERVER", "G10L 15/22"), ("浮体式係留具", "FLOATING MOORING DEVICE", "B63B 21/50"),
        ("熱交換器", "HEAT EXCHANGER", "F28D 1/04"),
        ("粘着シート", "ADHESIVE SHEET", "C09J 7/20"), ("開閉弁", "ON-OFF VALVE", "F16K 31/06"),
        ("錠剤計数器", "TABLET COUNTER", "A61J 3/00"),
        ("学習済みモデル", "TRAINED MODEL", "G06N 20/00"), ("点字表示器", "BRAILLE DISPLAY", "G09B 21/00"),
        ("手術用把持具", "SURGICAL GRASPER", "A61B 17/28"),
        ("発泡断熱材", "FOAMED HEAT INSULATOR", "C08J 9/00"), ("無線給電コイル", "WIRELESS POWER FEEDING COIL", "H02J 50/10"),
        ("養殖用生簀", "AQUACULTURE CAGE", "A01K 61/60"),
    ];

    private static readonly (string Text, string Before, string After)[] Endings =
    [
        ("", "", ""), ("", "", ""),
        ("の製造方法", "METHOD FOR MANUFACTURING ", ""), ("及びその製造方法", "", " AND METHOD FOR MANUFACTURING SAME"),
        ("の制御方法及びプログラム", "CONTROL METHOD AND PROGRAM FOR ", ""), ("の検査方法", "METHOD FOR INSPECTING ", ""),
        ("、及びこれを備えたシステム", "", " AND SYSTEM COMPRISING SAME"), ("用部品", "COMPONENT FOR ", ""),
        ("の組立方法", "METHOD FOR ASSEMBLING ", ""), ("、並びに当該装置の調整方法", "", " AND METHOD FOR ADJUSTING SAME"),
    ];

    public static Subject Draw(ref Dice dice)
    {
        (string thing, string thingEnglish, string ipc) = dice.Pick(Things);
        (string quality, string qualityEnglish) = dice.Pick(Qualities);
        (string ending, string before, string after) = dice.Pick(Endings);
        return new Subject(
            quality + thing + ending, before + qualityEnglish + thingEnglish + after, quality + thing, ipc);
    }
}
