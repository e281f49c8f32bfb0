using System.Collections.Generic;
using System.Collections.ObjectModel;

namespace JpoPatent.Answers;

/// <summary>
/// A list that reads as one text, its items with <c>; </c> between them: in a CSV file, an HTML table or a message the
/// framework's own lists read as the name of a type.
/// </summary>
internal sealed class JpoList<T> : ReadOnlyCollection<T>
{
    private JpoList(IList<T> items)
        : base(items)
    {
    }

    internal static JpoList<T> None { get; } = new([]);

    /// <summary>The same items in the same order. The list is not copied if no other code changes it.</summary>
    internal static JpoList<T> Of(IReadOnlyList<T> items) => items switch
    {
        JpoList<T> known => known,
        { Count: 0 } => None,
        IList<T> list => new JpoList<T>(list),
        _ => new JpoList<T>([.. items]),
    };

    /// <summary>The texts of the items with <c>; </c> between them.</summary>
    public override string ToString() => string.Join("; ", this);
}
