using System.Collections.Generic;

namespace JpoPatent.Sandbox.World;

/// <summary>
/// Chance that always falls the same way: numbers drawn from a seed with SplitMix64. Nothing in it depends on the
/// process, the platform or the version of .NET, so that a case looks the same everywhere for ever.
/// </summary>
internal struct Dice
{
    private ulong _state;

    /// <param name="seed">Whose chance it is.</param>
    /// <param name="purpose">What it is for: each purpose has a sequence of its own,
    /// so that a draw more in one leaves the others alone.</param>
    public Dice(ulong seed, DicePurpose purpose) => _state = Mix(seed + (0xD1B54A32D192ED03UL * ((ulong)purpose + 1)));

    public static ulong Mix(ulong x)
    {
        x += 0x9E3779B97F4A7C15UL;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
        return x ^ (x >> 31);
    }

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        return Mix(_state);
    }

    /// <summary>From 0 to <paramref name="count"/> − 1.</summary>
    public int Below(int count) => (int)(Next() % (ulong)count);

    /// <summary>From <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    public bool Chance(int percent) => Below(100) < percent;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];
}
