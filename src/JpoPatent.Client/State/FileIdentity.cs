namespace JpoPatent.State;

/// <summary>What tells a file from all others of this machine, under whatever name it stands.</summary>
/// <param name="Device">The file system.</param>
/// <param name="Node">The file in it.</param>
internal readonly record struct FileIdentity(ulong Device, ulong Node);
