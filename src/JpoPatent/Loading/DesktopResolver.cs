using System;
using System.IO;
using System.Reflection;

namespace JpoPatent.Loading;

/// <summary>
/// Windows PowerShell has no binding redirects for a module. When one of our own assemblies asks for another in a
/// version that is not there to the letter, the one that we ship answers; the requests of other modules are not ours.
/// </summary>
public static class DesktopResolver
{
    private static readonly object Gate = new();
    private static string? s_folder;

    /// <summary>Begins to answer. Safe to call again.</summary>
    /// <param name="folder">The folder with the module's assemblies for Windows PowerShell.</param>
    public static void Register(string folder)
    {
        lock (Gate)
        {
            if (s_folder == null)
            {
                s_folder = folder;
                AppDomain.CurrentDomain.AssemblyResolve += Resolve;
            }
        }
    }

    private static Assembly? Resolve(object sender, ResolveEventArgs request)
    {
        string? asker = request.RequestingAssembly is { IsDynamic: false } assembly ? assembly.Location : null;
        if (string.IsNullOrEmpty(asker)
            || !string.Equals(Path.GetDirectoryName(asker), s_folder, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        string path = Path.Combine(s_folder!, new AssemblyName(request.Name).Name + ".dll");
        return File.Exists(path) ? Assembly.LoadFrom(path) : null;
    }
}
