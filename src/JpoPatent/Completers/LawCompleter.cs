using System;
using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace JpoPatent.Completers;

/// <summary>
/// Completes <c>-Law</c> with the laws that the service covers, with their Japanese names as tooltips.
/// </summary>
public sealed class LawCompleter : IArgumentCompleter
{
    private static readonly (JpoLaw Law, string Japanese)[] Laws =
        [(JpoLaw.Patent, "特許"), (JpoLaw.Design, "意匠"), (JpoLaw.Trademark, "商標")];

    /// <inheritdoc />
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        string typed = wordToComplete.Trim('\'', '"');
        foreach ((JpoLaw law, string japanese) in Laws)
        {
            string name = law.ToString();
            if (name.StartsWith(typed, StringComparison.OrdinalIgnoreCase)
                || japanese.StartsWith(typed, StringComparison.Ordinal))
            {
                yield return new CompletionResult(name, name, CompletionResultType.ParameterValue, japanese);
            }
        }
    }
}
