namespace JpoPatent.Sandbox.Documents;

/// <summary>A file in a bundle.</summary>
internal sealed class BundleEntry(string name, byte[] content)
{
    /// <summary>The path in the zip, with slashes.</summary>
    public string Name { get; } = name;

    public byte[] Content { get; } = content;
}
