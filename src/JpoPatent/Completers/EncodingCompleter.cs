using System;
using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace JpoPatent.Completers;

/// <summary>Completes <c>-Encoding</c>.</summary>
public sealed class EncodingCompleter : IArgumentCompleter
{
    private static readonly string[] Names =
        ["utf8", "shift_jis", "unicode", "bigendianunicode", "ansi", "ascii", "utf32"];

    /// <inheritdoc />
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        foreach (string name in Names)
        {
            if (name.StartsWith(wordToComplete.Trim('\'', '"'), StringComparison.OrdinalIgnoreCase))
            {
                yield return new CompletionResult(name);
            }
        }
    }
}
