using System.Collections.Generic;
using JpoPatent.Answers;

namespace JpoPatent.Domestic;

/// <summary>
/// What the progress answers of all three laws have in common: persons of two classes in one list, documents in groups.
/// </summary>
internal static class CaseFile
{
    private const string AttorneyClass = "2";

    internal static (IReadOnlyList<ApplicantAttorney> Applicants,
        IReadOnlyList<ApplicantAttorney> Attorneys) SplitPersons(IReadOnlyList<ApplicantAttorney> persons)
    {
        var applicants = new List<ApplicantAttorney>(1);
        var attorneys = new List<ApplicantAttorney>(persons.Count);
        foreach (ApplicantAttorney person in persons)
        {
            (person.ApplicantAttorneyClass == AttorneyClass ? attorneys : applicants).Add(person);
        }

        return (JpoList<ApplicantAttorney>.Of(applicants), JpoList<ApplicantAttorney>.Of(attorneys));
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

        return JpoList<DocumentEntry>.Of(documents);
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

    /// <summary>What the office mailed last, receipts left out.</summary>
    internal static DocumentEntry? LatestMailed(IReadOnlyList<DocumentEntry> documents)
    {
        DocumentEntry? latest = null;
        foreach (DocumentEntry document in documents)
        {
            if (DocumentRoles.IsMailed(document.DocumentCode)
                && document.LegalDate != null
                && (latest == null || document.LegalDate >= latest.LegalDate))
            {
                latest = document;
            }
        }

        return latest;
    }
}
