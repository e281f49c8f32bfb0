using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection;
using System.Runtime.Loader;

namespace JpoPatent.Loader;

/// <summary>
/// A load context for the module's own assemblies, so that what it ships never meets what the shell or another module
/// has loaded under the same name. Everything that the runtime itself brings comes from the runtime: a private copy of
/// one of its assemblies would not fit the others.
/// </summary>
public sealed class ModuleLoadContext : AssemblyLoadContext
{
    private static readonly Dictionary<string, ModuleLoadContext> Contexts = new(StringComparer.Ordinal);

    private readonly string _folder;

    private ModuleLoadContext(string folder)
        : base("JpoPatent: " + folder) => _folder = folder;

    /// <summary>
    /// Loads one of the module's assemblies. The same folder always gives the same context: importing again, or in
    /// another runspace, finds the types that are there. So does another copy of the same version, wherever it lies:
    /// the shell keeps what it knows of a cmdlet under the full name of its assembly, and two of one name would be
    /// mixed up.
    /// </summary>
    /// <param name="folder">The folder that holds the module's assemblies for this edition.</param>
    /// <param name="assemblyName">The assembly's simple name.</param>
    /// <returns>The assembly.</returns>
    /// <exception cref="FileNotFoundException">The folder has no such assembly.</exception>
    public static Assembly Load(string folder, string assemblyName)
    {
        ModuleLoadContext? context;
        folder = Path.GetFullPath(folder);
        lock (Contexts)
        {
            if (!Contexts.TryGetValue(folder, out context))
            {
                context = FindLoaded(Path.Combine(folder, assemblyName + ".dll")) ?? new ModuleLoadContext(folder);
                Contexts.Add(folder, context);
            }
        }

        return context.LoadFromAssemblyName(new AssemblyName(assemblyName));
    }

    /// <inheritdoc />
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        // Our few files first, the runtime's two hundred only for a name that is among ours:
        // a set of those costs every import 8 ms.
        string file = assemblyName.Name + ".dll";
        string path = Path.Combine(_folder, file);
        return File.Exists(path) && !IsOfRuntime(file) ? LoadFromAssemblyPath(path) : null;
    }

    /// <summary>The context that has an assembly of the same full name already, or null.</summary>
    private static ModuleLoadContext? FindLoaded(string path)
    {
        if (Contexts.Count == 0 || !File.Exists(path))
        {
            return null;
        }

        string identity = AssemblyName.GetAssemblyName(path).FullName;
        foreach (ModuleLoadContext context in Contexts.Values)
        {
            foreach (Assembly loaded in context.Assemblies)
            {
                if (loaded.FullName == identity)
                {
                    return context;
                }
            }
        }

        return null;
    }

    private static bool IsOfRuntime(string file) =>
        AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") is string trusted
        && trusted.Contains(Path.DirectorySeparatorChar + file, StringComparison.OrdinalIgnoreCase);
}
