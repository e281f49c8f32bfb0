using System;

namespace JpoPatent.Tests.Documents;

/// <summary>An entry of a zip that a test writes, honest unless told otherwise.</summary>
internal sealed class ForgedEntry
{
    public ForgedEntry(string name, byte[] content)
        : this(ZipForge.Cp932.GetBytes(name), content)
    {
    }

    public ForgedEntry(byte[] name, byte[] content)
    {
        Name = name;
        Content = content;
    }

    public byte[] Name { get; }

    public byte[] Content { get; }

    /// <summary>The name in the entry's own header, where that differs.</summary>
    public byte[]? LocalName { get; init; }

    public bool IsStored { get; init; }

    public int Flags { get; init; }

    public int? Method { get; init; }

    public uint Attributes { get; init; } = 0x81A4_0000;

    public uint? Checksum { get; init; }

    /// <summary>What the headers say of the size.</summary>
    public uint? Unpacked { get; init; }

    /// <summary>Where the directory says the entry begins.</summary>
    public uint? Offset { get; init; }

    /// <summary>The packed bytes, where they are not to be the packed content.</summary>
    public byte[]? Packed { get; init; }
}
