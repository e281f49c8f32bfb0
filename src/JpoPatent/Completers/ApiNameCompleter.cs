using System;
using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using System.Management.Automation.Language;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Completers;

/// <summary>Completes <c>-Api</c> with the ids of the catalogue; what is typed may stand anywhere in the id.</summary>
public sealed class ApiNameCompleter : IArgumentCompleter
{
    /// <inheritdoc />
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        string typed = wordToComplete.Trim('\'', '"');
        foreach (ApiDescriptor api in ApiCatalog.All)
        {
            if (api.Id.IndexOf(typed, StringComparison.OrdinalIgnoreCase) >= 0)
            {
                yield return new CompletionResult(
                    api.Id,
                    api.Id,
                    CompletionResultType.ParameterValue,
                    Format(Messages.ApiTooltip, api.Number, api.Command, api.DailyLimit));
            }
        }
    }
}
