using System.Collections.Generic;
using System.Management.Automation.Runspaces;

namespace JpoPatent;

/// <summary>
/// What the shell is told of the module's types beyond their own members. The module's script gives it to the shell in
/// place of a types file: a file of another version of the module cannot be loaded over the one that is there.
/// </summary>
public static class JpoTypeData
{
    /// <summary>The lists of an answer, with the objects in them and their own values.</summary>
    private const uint Depth = 2;

    /// <summary>Written as words, so that a filter on what comes back from a file or a job finds them.</summary>
    private static readonly string[] Words =
    [
        nameof(ApiAnswer), nameof(ApiGroup), nameof(CaseState), nameof(CitationKind), nameof(DocumentFormat),
        nameof(DocumentKind), nameof(DueKind), nameof(JpoCaseChangeKind), nameof(JpoLaw),
        nameof(JpoNumberKind), nameof(JpoWatchChangeKind), nameof(JpoWatchEndReason), nameof(JpoWatchImportance),
        nameof(PeriodPurpose),
        nameof(PeriodStart), nameof(PeriodUnit), nameof(QuotaSource),
    ];

    /// <summary>Written with the objects in their lists, so that what comes back from a job is all there.</summary>
    private static readonly string[] Answers =
    [
        nameof(DesignPriority), nameof(DesignProgress), nameof(DesignRegistration), nameof(JpoDocument),
        nameof(OpdCitation), nameof(OpdClassification), nameof(OpdDocumentEntry),
        nameof(OpdDocumentFile), nameof(OpdFamilyMember), nameof(PatentCitation), nameof(PatentDivisional),
        nameof(PatentPriority), nameof(PatentProgress), nameof(PatentRegistration),
        nameof(TrademarkPriority), nameof(TrademarkProgress), nameof(TrademarkRegistration),
    ];

    /// <summary>Everything that the shell is to know.</summary>
    /// <returns>One object a type.</returns>
    public static TypeData[] All()
    {
        var all = new List<TypeData>(Words.Length + Answers.Length + 1);
        foreach (string name in Words)
        {
            all.Add(new TypeData(nameof(JpoPatent) + "." + name) { SerializationMethod = "String" });
        }

        foreach (string name in Answers)
        {
            all.Add(new TypeData(nameof(JpoPatent) + "." + name) { SerializationDepth = Depth });
        }

        var unprocessed = new TypeData(nameof(JpoPatent) + "." + nameof(JpoUnprocessed));
        unprocessed.Members.Add(
            "ApplicationNumber", new AliasPropertyData("ApplicationNumber", nameof(JpoUnprocessed.Unprocessed)));
        all.Add(unprocessed);
        return [.. all];
    }
}
