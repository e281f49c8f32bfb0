namespace JpoPatent.Archives;

/// <summary>The checksum of zip files. The frameworks read zips without looking at it.</summary>
internal static class Crc32
{
    private static readonly uint[] Table = MakeTable();

    internal static uint Start => 0xFFFFFFFF;

    internal static uint Add(uint state, byte[] bytes, int offset, int count)
    {
        for (int i = offset; i < offset + count; i++)
        {
            state = Table[(state ^ bytes[i]) & 0xFF] ^ (state >> 8);
        }

        return state;
    }

    internal static uint End(uint state) => state ^ 0xFFFFFFFF;

    private static uint[] MakeTable()
    {
        uint[] table = new uint[256];
        for (uint i = 0; i < table.Length; i++)
        {
            uint value = i;
            for (int bit = 0; bit < 8; bit++)
            {
                value = (value & 1) != 0 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
            }

            table[i] = value;
        }

        return table;
    }
}
