namespace JpoPatent.Sandbox.World;

/// <summary>Articles of designs with JPO's classes.</summary>
internal static class DesignSubjects
{
    private static readonly (string Article, string Class)[] Articles =
    [
        ("卓上用加湿器", "D4352"), ("折り畳み傘", "B4110"), ("包装用瓶", "F4712"), ("携帯用照明器具", "D3203"), ("楽器用スタンド", "E4490"),
        ("体重計", "J1320"),
        ("電動工具用充電器", "H1240"), ("植木鉢", "L2910"), ("診察用椅子", "J7320"), ("自転車用前照灯", "G2590"), ("急須", "C5130"),
        ("積み木", "E2112"),
        ("壁掛け時計", "J2110"), ("工具箱", "M3510"), ("靴", "B5100"), ("情報表示用画像", "N3100"), ("スピーカーボックス", "H4120"),
        ("ドアハンドル", "M2310"),
        ("弁当箱", "C5320"), ("眼鏡用枠", "B3310"), ("釣竿用リール", "K2310"), ("組立家屋", "L3000"), ("歯ブラシ", "C3520"),
        ("無人航空機", "G4100"),
    ];

    public static Subject Draw(ref Dice dice)
    {
        (string article, string classification) = dice.Pick(Articles);
        return new Subject(article, "", article, classification);
    }
}
