using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Reflection;
using System.Runtime.Loader;

namespace JpoPatent.Loader;

/// <summary>
/// A load context for the module's own assemblies, so that what it ships never meets what the shell or another module has loaded under the same name. Everything
/// that the runtime itself brings comes from the runtime: a private copy of one of its assemblies would not fit the others.
/// </summary>
public sealed class ModuleLoadContext : AssemblyLoadContext
{
    private static readonly ConcurrentDictionary<string, ModuleLoadContext> Contexts = new(StringComparer.Ordinal);

    private readonly string _folder;
    private readonly HashSet<string> _ofRuntime;

    private ModuleLoadContext(string folder)
        : base("JpoPatent: " + folder)
    {
        _folder = folder;
        _ofRuntime = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        string trusted = AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? string.Empty;
        foreach (string path in trusted.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            _ofRuntime.Add(Path.GetFileNameWithoutExtension(path));
        }
    }

    /// <summary>
    /// Loads one of the module's assemblies. The same folder always gives the same context: importing again, or in another runspace, finds the types that are there.
    /// </summary>
    /// <param name="folder">The folder that holds the module's assemblies for this edition.</param>
    /// <param name="assemblyName">The assembly's simple name.</param>
    /// <returns>The assembly.</returns>
    /// <exception cref="FileNotFoundException">The folder has no such assembly.</exception>
    public static Assembly Load(string folder, string assemblyName)
    {
        ModuleLoadContext context = Contexts.GetOrAdd(Path.GetFullPath(folder), static path => new ModuleLoadContext(path));
        return context.LoadFromAssemblyName(new AssemblyName(assemblyName));
    }

    /// <inheritdoc />
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name is not { } name || _ofRuntime.Contains(name))
        {
            return null;
        }

        string path = Path.Combine(_folder, name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
