using System;
using System.Collections.Generic;

namespace JpoPatent.Domestic;

/// <summary>A document that does something to its case, with the day that orders it.</summary>
internal sealed class CaseEvent
{
    private CaseEvent(DocumentEntry document, DocumentRole role, DateTime order, int index)
    {
        Document = document;
        Role = role;
        Order = order;
        Index = index;
    }

    internal DocumentEntry Document { get; }

    internal DocumentRole Role { get; }

    private DateTime Order { get; }

    private int Index { get; }

    /// <summary>
    /// The documents that do something, in the order of time. Several of one day follow each other as they do in the
    /// procedure, whatever group lists them; one without a day stands where the list has it.
    /// </summary>
    internal static List<CaseEvent> Of(IReadOnlyList<DocumentEntry> documents)
    {
        var events = new List<CaseEvent>();
        DateTime last = DateTime.MinValue;
        for (int i = 0; i < documents.Count; i++)
        {
            last = documents[i].LegalDate ?? last;
            DocumentRole role = DocumentRoles.Of(documents[i]);
            if (role != DocumentRole.None)
            {
                events.Add(new CaseEvent(documents[i], role, last, i));
            }
        }

        events.Sort(static (one, other) =>
        {
            int byDay = one.Order.CompareTo(other.Order);
            int byRole = byDay != 0 ? byDay : one.Role.CompareTo(other.Role);
            return byRole != 0 ? byRole : one.Index.CompareTo(other.Index);
        });
        return events;
    }
}
