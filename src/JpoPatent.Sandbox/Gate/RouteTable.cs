using System;
using System.Collections.Generic;
using System.Linq;
using JpoPatent.Catalog;

namespace JpoPatent.Sandbox.Gate;

/// <summary>Reads which API a path means, and the parameters in it.</summary>
internal static class RouteTable
{
    /// <summary>What no parameter may contain (code 208).</summary>
    public static readonly char[] ForbiddenCharacters = ['\t', ',', ':', ';', '|'];

    private static readonly Dictionary<string, ApiDescriptor> Rows = ApiCatalog.All.ToDictionary(
        api => api.Path, StringComparer.Ordinal);

    public static bool TryRead(string path, out ApiDescriptor? api, out IReadOnlyList<string> parameters)
    {
        // An API's part of a path always ends with the fifth slash: /api/patent/v1/app_progress/.
        api = null;
        parameters = [];
        int end = -1;
        for (int slashes = 0; slashes < 5; slashes++)
        {
            end = path.IndexOf('/', end + 1);
            if (end < 0)
            {
                return false;
            }
        }

        if (!Rows.TryGetValue(path.Substring(0, end + 1), out api))
        {
            return false;
        }

        // Cut first, decode after: a name may hold an encoded slash.
        string[] parts = path.Substring(end + 1).Split('/');
        if (parts.Length != CountParameters(api) || parts.Any(part => part.Length == 0))
        {
            return false;
        }

        parameters = Array.ConvertAll(parts, Uri.UnescapeDataString);
        return true;
    }

    /// <summary>
    /// Where the kind of a number can vary, a word for it comes first.
    /// Behind the application of a dossier comes the id of the single document.
    /// </summary>
    private static int CountParameters(ApiDescriptor api) => api.Parameter switch
    {
        ApiParameter.CaseNumber or ApiParameter.International or ApiParameter.DocdbNumber => 2,
        ApiParameter.DocdbApplication when api.Answer is ApiAnswer.Pdf or ApiAnswer.Zip => 2,
        _ => 1,
    };
}
