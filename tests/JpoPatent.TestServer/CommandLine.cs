using System;
using System.Collections.Generic;
using System.Globalization;

namespace JpoPatent.TestServer;

/// <summary><c>--name value</c> pairs; a name without a value is a switch.</summary>
internal sealed class CommandLine
{
    private readonly List<(string Name, string Value)> _options = [];

    internal CommandLine(ReadOnlySpan<string> arguments, ReadOnlySpan<string> known)
    {
        for (int i = 0; i < arguments.Length; i++)
        {
            string name = arguments[i];
            if (!known.Contains(name))
            {
                throw new ArgumentException("Unknown option " + name + ". Known: " + string.Join(' ', known.ToArray()));
            }

            bool hasValue = i + 1 < arguments.Length && !arguments[i + 1].StartsWith("--", StringComparison.Ordinal);
            _options.Add((name, hasValue ? arguments[++i] : "true"));
        }
    }

    internal bool Has(string name) => Text(name) != null;

    internal string? Text(string name) => _options.FindLast(option => option.Name == name).Value;

    internal string Required(string name) => Text(name) ?? throw new ArgumentException(name + " is missing.");

    internal int? Number(string name) => Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    internal IEnumerable<string> All(string name)
    {
        foreach ((string known, string value) in _options)
        {
            if (known == name)
            {
                yield return value;
            }
        }
    }
}
