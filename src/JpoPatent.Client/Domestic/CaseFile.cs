using System;
using System.Collections.Generic;

namespace JpoPatent;

/// <summary>What the progress answers of all three laws have in common: persons of two classes in one list, documents in groups.</summary>
internal static class CaseFile
{
    private const string AttorneyClass = "2";
    private const string InForce = "00";

    internal static (IReadOnlyList<ApplicantAttorney> Applicants, IReadOnlyList<ApplicantAttorney> Attorneys) SplitPersons(IReadOnlyList<ApplicantAttorney> persons)
    {
        var applicants = new List<ApplicantAttorney>(1);
        var attorneys = new List<ApplicantAttorney>(persons.Count);
        foreach (ApplicantAttorney person in persons)
        {
            (person.ApplicantAttorneyClass == AttorneyClass ? attorneys : applicants).Add(person);
        }

        return (applicants, attorneys);
    }

    internal static IReadOnlyList<DocumentEntry> Flatten(IReadOnlyList<BibliographyGroup> groups)
    {
        int count = 0;
        foreach (BibliographyGroup group in groups)
        {
            count += group.Documents.Count;
        }

        var documents = new List<DocumentEntry>(count);
        foreach (BibliographyGroup group in groups)
        {
            foreach (DocumentEntry document in group.Documents)
            {
                document.CompleteIn(group);
                documents.Add(document);
            }
        }

        return documents;
    }

    internal static DocumentEntry? Latest(IReadOnlyList<DocumentEntry> documents)
    {
        DocumentEntry? latest = null;
        foreach (DocumentEntry document in documents)
        {
            if (document.LegalDate != null && (latest == null || document.LegalDate >= latest.LegalDate))
            {
                latest = document;
            }
        }

        return latest;
    }

    /// <summary>Where the case stands. Rights first, then the examiner's latest word, then publication.</summary>
    /// <param name="isRegistered">Whether there is a registration.</param>
    /// <param name="erasureIdentifier">JPO's code; <c>00</c> in force.</param>
    /// <param name="ended">The day on which the right ceased or its term ended, whichever is known.</param>
    /// <param name="isPublished">Whether the application was published.</param>
    /// <param name="documents">All documents of the file.</param>
    /// <param name="asOf">The day for which the answer is asked.</param>
    internal static CaseState State(bool isRegistered, string? erasureIdentifier, DateTime? ended, bool isPublished, IReadOnlyList<DocumentEntry> documents, DateTimeOffset asOf)
    {
        if (isRegistered)
        {
            bool isErased = erasureIdentifier != null && erasureIdentifier != InForce;
            return isErased || ended < JapanTime.ToJapan(asOf).Date ? CaseState.Ceased : CaseState.Registered;
        }

        CaseState state = isPublished ? CaseState.Published : CaseState.Filed;
        DateTime? latest = null;
        foreach (DocumentEntry document in documents)
        {
            CaseState? milestone = document.DocumentCode switch
            {
                "A621" => CaseState.ExaminationRequested,
                "A131" => CaseState.RefusalNotified,
                "A02" => CaseState.Refused,
                "A01" => CaseState.Granted,
                _ => null,
            };
            if (milestone is { } reached && (latest == null || document.LegalDate >= latest))
            {
                state = reached;
                latest = document.LegalDate ?? latest;
            }
        }

        return state;
    }
}
