using System.Runtime.InteropServices;

namespace JpoPatent.Planning;

/// <summary>
/// What the planner knows of a case. Days and nights are counted alike; a look in night n shows what happened on days
/// before n. A small struct, because a portfolio can have a million of them.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct WatchedCase
{
    /// <summary>In place of a night: there was no look yet.</summary>
    public const int Never = int.MinValue;

    /// <summary>In place of a day: no term is open.</summary>
    public const int NoTerm = int.MaxValue;

    /// <summary>From the case's number. It settles ties, so that the order of the list decides nothing.</summary>
    public int Key;

    /// <summary>Day of filing, or of priority where that decides the day of publication.</summary>
    public int Filed;

    /// <summary>The night in which the case came on the list.</summary>
    public int Added;

    /// <summary>The day from which the time in the stage counts.</summary>
    public int Since;

    /// <summary>The last night with a look of either kind, or <see cref="Never"/>.</summary>
    public int LastLook;

    /// <summary>The last night with a look at the documents, or <see cref="Never"/>.</summary>
    public int LastProgress;

    /// <summary>The last night with a look at the register, or <see cref="Never"/>.</summary>
    public int LastRegister;

    /// <summary>The last day of the term that is open, or <see cref="NoTerm"/>.</summary>
    public int TermEnd;

    /// <summary>The law of the case.</summary>
    public JpoLaw Law;

    /// <summary>The stage of life, as of the last look.</summary>
    public WatchStage Stage;

    /// <summary>Whether the register knows the case, so that <c>registration_info</c> answers for it.</summary>
    public readonly bool IsRegistered => Stage is WatchStage.Registered or WatchStage.Kept;

    /// <summary>A case that no look was made at.</summary>
    public static WatchedCase New(int key, JpoLaw law, int filed, int added) => new()
    {
        Key = key,
        Law = law,
        Filed = filed,
        Added = added,
        Since = filed,
        Stage = WatchStage.NeverSeen,
        LastLook = Never,
        LastProgress = Never,
        LastRegister = Never,
        TermEnd = NoTerm,
    };
}
