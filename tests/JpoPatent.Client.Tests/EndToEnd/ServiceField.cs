using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using JpoPatent.Tests.Models;
using Xunit;

namespace JpoPatent.Tests.EndToEnd;

/// <summary>A field of JPO's own list (domestic-fields.txt) with what is below it.</summary>
internal sealed class ServiceField
{
    private static readonly Regex PatternIn = new(@"\^\S+\$", RegexOptions.CultureInvariant);
    private static readonly Regex MaximumIn = new(@"\bmax([0-9]+)", RegexOptions.CultureInvariant);

    private ServiceField(string name, string type, IReadOnlyList<ServiceField> children)
    {
        Name = name;
        Kind = type.Split(' ')[0];
        Children = children;
        Pattern = PatternIn.Match(type) is { Success: true } pattern ? pattern.Value : null;
        MaxLength = MaximumIn.Match(type) is { Success: true } maximum ? int.Parse(maximum.Groups[1].Value) : null;
    }

    internal string Name { get; }

    /// <summary>string, object or array.</summary>
    internal string Kind { get; }

    /// <summary>What a text must look like, where the list says so.</summary>
    internal string? Pattern { get; }

    internal int? MaxLength { get; }

    /// <summary>The fields of an object; of an array the only child is its item.</summary>
    internal IReadOnlyList<ServiceField> Children { get; }

    /// <summary>The whole body of an API's JSON answer.</summary>
    internal static ServiceField Of(ApiDescriptor api)
    {
        string heading = "## " + api.Path.Substring("/api".Length);
        string[] lines = File.ReadAllLines(Path.Combine(Shared.Folder!, "domestic-fields.txt"));
        int at = Array.FindIndex(lines, line => line.StartsWith(heading, StringComparison.Ordinal));
        Assert.True(at >= 0, $"The description of the service beside the repository has no section \"{heading}\": is it older than the API?");
        at = Array.FindIndex(lines, at, line => line.Trim() == "application/json") + 1;
        return Read(new Queue<string>(lines.Skip(at).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))));
    }

    private static ServiceField Read(Queue<string> lines)
    {
        string line = lines.Dequeue();
        int depth = Indent(line);
        string[] parts = line.Trim().Split(":", 2);
        var children = new List<ServiceField>();
        while (lines.Count > 0 && Indent(lines.Peek()) > depth)
        {
            children.Add(Read(lines));
        }

        return new ServiceField(parts[0], parts[1].Trim(), children);
    }

    private static int Indent(string line) => line.Length - line.TrimStart().Length;
}
