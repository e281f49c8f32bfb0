namespace JpoPatent.Sandbox.World;

/// <summary>
/// What a sequence of draws is for. New ones go to the end: the order is part of what makes the world.
/// </summary>
internal enum DicePurpose
{
    Subject,
    People,
    Priority,
    Examination,
    Register,
    Documents,
    Texts,
    Citations,
    Family,
    Appeal,
}
