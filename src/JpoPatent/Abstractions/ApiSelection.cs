using System.Collections.Generic;
using System.Management.Automation;
using JpoPatent.Errors;

namespace JpoPatent.Abstractions;

/// <summary>Rows of the catalogue by what a user wrote for <c>-Api</c>.</summary>
internal static class ApiSelection
{
    /// <summary>The rows that match; a name without wildcards that matches none is an error.</summary>
    internal static IEnumerable<ApiDescriptor> FindApis(this Cmdlet cmdlet, string[] wanted)
    {
        foreach (string name in wanted)
        {
            var pattern = new WildcardPattern(name, WildcardOptions.IgnoreCase);
            bool isFound = false;
            foreach (ApiDescriptor api in ApiCatalog.All)
            {
                if (pattern.IsMatch(api.Id))
                {
                    isFound = true;
                    yield return api;
                }
            }

            if (!isFound && !WildcardPattern.ContainsWildcardCharacters(name))
            {
                cmdlet.WriteError(ErrorRecords.NoSuchApi(name));
            }
        }
    }
}
