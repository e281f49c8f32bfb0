using System.Collections.Generic;
using System.Management.Automation;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Abstractions;

/// <summary>
/// Counts the documents whose due days are not known and says so once: null passes every filter of the form <c>-le</c>
/// unseen, and none of the form <c>-ge</c>.
/// </summary>
internal sealed class DueDateWarning
{
    private int _unknown;

    /// <summary>Looks through an answer.</summary>
    internal void Count(object? answer)
    {
        if (answer is not IReadOnlyList<JpoDocument> documents)
        {
            return;
        }

        foreach (JpoDocument document in documents)
        {
            _unknown += document.LacksDueDate ? 1 : 0;
        }
    }

    /// <summary>Writes the warning, where there is one to write.</summary>
    /// <param name="cmdlet">Who writes it.</param>
    /// <param name="advice">What can be done about it, or why nothing can.</param>
    internal void Write(Cmdlet cmdlet, string advice)
    {
        if (_unknown > 0)
        {
            cmdlet.WriteWarning(Format(
                _unknown == 1 ? Messages.DueDateUnknownOne : Messages.DueDateUnknownMany,
                _unknown,
                advice));
        }
    }
}
