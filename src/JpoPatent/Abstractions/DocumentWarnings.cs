using System.Collections.Generic;
using System.Management.Automation;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Abstractions;

/// <summary>
/// Says of documents that could not be read as they should be, so that a part is not taken for the whole.
/// </summary>
internal static class DocumentWarnings
{
    internal static void WarnOfProblems(this Cmdlet cmdlet, object? answer)
    {
        if (answer is not IReadOnlyList<JpoDocument> documents)
        {
            return;
        }

        foreach (JpoDocument document in documents)
        {
            if (document.Problem != null)
            {
                cmdlet.WriteWarning(Format(
                    Messages.DocumentProblem, document.ApplicationNumber, document, document.Problem));
            }
        }
    }
}
