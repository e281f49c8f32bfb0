using System;
using System.Collections.Generic;
using System.Linq;

namespace JpoPatent.Sandbox.World;

/// <summary>The sixty classes of a number space, spread so that neighbouring numbers lead different lives.</summary>
internal sealed class ClassTable
{
    private readonly CaseClass[] _byResidue = new CaseClass[NumberSpace.Classes];
    private readonly List<CaseClass> _all = [];
    private readonly CaseClass[] _granted;
    private readonly CaseClass[][] _descendants;

    private ClassTable(Action<ClassTable> fill, int granted)
    {
        fill(this);
        _granted = _all.Where(c => c.GrantAfter > 0).ToArray();
        if (_all.Count != NumberSpace.Classes || _granted.Length != granted)
        {
            throw new InvalidOperationException($"{_all.Count} classes, {_granted.Length} granted.");
        }

        _descendants = _byResidue.Select(
            origin => _all.Where(c => ReferenceEquals(c.Origin, origin))
                .OrderBy(c => c.AfterOrigin)
                .ToArray()).ToArray();
        PlainUngranted = _all.FirstOrDefault(c => c is { Role: CaseRole.Plain, GrantAfter: 0 })?.Residue ?? -1;
        for (int i = 0; i < _granted.Length; i++)
        {
            _granted[i].Lane = i;
        }
    }

    /// <summary>Patents filed in Japan. 27 of 60 are granted.</summary>
    public static ClassTable Patents { get; } = new(FillPatents, 27);

    /// <summary>National phases of PCT applications. 25 of 60 are granted.</summary>
    public static ClassTable NationalPhases { get; } = new(FillNationalPhases, 25);

    /// <summary>Designs filed in Japan. 54 of 60 are granted.</summary>
    public static ClassTable Designs { get; } = new(FillDesigns, 54);

    /// <summary>Designs under the Hague Agreement. 44 of 60 are granted.</summary>
    public static ClassTable HagueDesigns { get; } = new(FillHague, 44);

    /// <summary>Trademarks. 32 of 60 are granted.</summary>
    public static ClassTable Trademarks { get; } = new(FillTrademarks, 32);

    public CaseClass this[int residue] => _byResidue[residue];

    /// <summary>The residue of a class of cases that stand alone and are never granted; -1 if absent.</summary>
    public int PlainUngranted { get; }

    public int GrantedCount => _granted.Length;

    /// <summary>The residues of the granted classes, by lane.</summary>
    public IReadOnlyList<int> GrantedResidues => _granted.Select(c => c.Residue).ToArray();

    /// <summary>The residues of the classes that meet a condition, in the order of residues.</summary>
    public IReadOnlyList<int> Residues(Func<CaseClass, bool> condition) =>
        _byResidue.Where(condition).Select(c => c.Residue).ToArray();

    public CaseClass Granted(int lane) => _granted[lane];

    /// <summary>The classes that come from this one, in the order of filing.</summary>
    public IReadOnlyList<CaseClass> DescendantsOf(CaseClass origin) => _descendants[origin.Residue];

    private static void FillPatents(ClassTable t)
    {
        t.Each(CaseRole.Plain, 9, 28, 40, 52, 60, 68, 74, 80, 86, 92, 104);
        t.Each(CaseRole.Plain, new int[18]);
        (string Home, int Grant)[] abroad =
            [("US", 40), ("EP", 56), ("US", 66), ("CN", 72), ("DE", 84), ("KR", 0), ("US", 0), ("EP", 0), ("CN", 0)];
        foreach ((string home, int grant) in abroad)
        {
            t.Add(r => new CaseClass(r, CaseRole.ParisPriority) { Office = home, GrantAfter = grant });
        }

        foreach (int grant in new[] { 8, 48, 64, 78, 0, 0 })
        {
            CaseClass basis = t.Add(r => new CaseClass(r, CaseRole.Basis));
            t.Add(r => new CaseClass(r, CaseRole.DomesticPriority)
            {
                GrantAfter = grant,
                Origin = basis,
                AfterOrigin = 23,
            });
        }

        // A grant's child is filed within the thirty days after the decision, or together with an answer to a notice.
        CaseClass a = t.Add(r => new CaseClass(r, CaseRole.Root) { GrantAfter = 62 });
        CaseClass a1 = t.Divisional(a, 61, 30);
        t.Divisional(a1, 29, 0);
        CaseClass b = t.Add(r => new CaseClass(r, CaseRole.Root) { GrantAfter = 70 });
        t.Divisional(b, 62, 36);
        t.Divisional(b, 69, 28);
        CaseClass c = t.Add(r => new CaseClass(r, CaseRole.Root) { RefusedAfter = 64 });
        t.Divisional(c, 66, 40);
        CaseClass d = t.Add(r => new CaseClass(r, CaseRole.Root) { GrantAfter = 58 });
        t.Divisional(d, 57, 0);
    }

    private static void FillNationalPhases(ClassTable t)
    {
        string[] offices = ["US", "JP", "EP", "US", "JP", "CN", "US", "EP", "KR", "IB"];
        for (int i = 0; i < NumberSpace.Classes; i++)
        {
            int place = i;
            bool granted = place % 12 is 0 or 2 or 5 or 7 or 10;
            t.Add(r => new CaseClass(r, CaseRole.NationalPhase)
            {
                Office = offices[(place + (place / 10)) % offices.Length],
                ClaimsPriority = place % 5 != 3,
                GrantAfter = granted ? 30 + (place * 7 % 44) : 0,
            });
        }
    }

    private static void FillDesigns(ClassTable t)
    {
        for (int i = 0; i < 36; i++)
        {
            t.Each(CaseRole.Plain, 12 + (i * 5 % 17));
        }

        t.Each(CaseRole.Plain, new int[5]);
        t.Each(CaseRole.ParisPriority, 16, 18, 22, 26, 0);
        for (int i = 0; i < 5; i++)
        {
            CaseClass principal = t.Add(r => new CaseClass(r, CaseRole.Root) { GrantAfter = 17 });
            t.Add(
                r => new CaseClass(r, CaseRole.RelatedDesign) { GrantAfter = 16, Origin = principal, AfterOrigin = 5 });
        }

        for (int i = 0; i < 2; i++)
        {
            CaseClass parent = t.Add(r => new CaseClass(r, CaseRole.Root) { GrantAfter = 24 });
            t.Divisional(parent, 20, 14);
        }
    }

    private static void FillHague(ClassTable t)
    {
        for (int i = 0; i < NumberSpace.Classes; i++)
        {
            int place = i;
            t.Add(r => new CaseClass(r, CaseRole.Hague)
            {
                GrantAfter = place % 15 < 11 ? 18 + (place % 9) : 0,
                Office = "DM",
                ClaimsPriority = place % 3 == 0,
            });
        }
    }

    private static void FillTrademarks(ClassTable t)
    {
        for (int i = 0; i < 27; i++)
        {
            t.Each(CaseRole.Plain, 11 + (i * 3 % 14));
        }

        t.Each(CaseRole.Plain, new int[26]);
        t.Each(CaseRole.ParisPriority, 16, 20, 0);
        for (int i = 0; i < 2; i++)
        {
            CaseClass parent = t.Add(
                r => new CaseClass(r, CaseRole.Root) { GrantAfter = i == 0 ? 22 : 0, RefusedAfter = i == 0 ? 0 : 22 });
            t.Divisional(parent, 20, i == 0 ? 10 : 12);
        }
    }

    private void Each(CaseRole role, params int[] grants)
    {
        foreach (int grant in grants)
        {
            Add(r => new CaseClass(r, role) { GrantAfter = grant });
        }
    }

    private CaseClass Divisional(CaseClass origin, int afterOrigin, int grant) =>
        Add(r => new CaseClass(r, CaseRole.Divisional)
        {
            Origin = origin,
            AfterOrigin = afterOrigin,
            GrantAfter = grant,
        });

    private CaseClass Add(Func<int, CaseClass> make)
    {
        // 37 and 60 have no divisor in common, so the sixty places fall on the sixty residues.
        CaseClass made = make(((_all.Count * 37) + 11) % NumberSpace.Classes);
        _all.Add(made);
        _byResidue[made.Residue] = made;
        return made;
    }
}
