using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO.Compression;
using System.Linq;
using System.Text;
using JpoPatent.Sandbox;
using JpoPatent.Sandbox.Documents;
using JpoPatent.Sandbox.World;
using Xunit;

namespace JpoPatent.Tests.EndToEnd;

/// <summary>Compares what came through socket, pipeline and model with the case in the sandbox's world that it stands for.</summary>
internal static class Agree
{
    private static readonly Encoding Cp932 = CodePagesEncodingProvider.Instance.GetEncoding(932)!;

    internal static void Progress(CaseRecord expected, CaseProgress actual)
    {
        Assert.Equal(expected.Law, actual.Law);
        Assert.Equal(expected.Number, actual.ApplicationNumber);
        Assert.Equal(expected.Filing, actual.FilingDate);
        Assert.Equal(expected.RegistrationNumber, actual.RegistrationNumber);
        Assert.Equal(expected.Registration, actual.RegistrationDate);
        Assert.Equal(expected.Register?.Erasure, actual.ErasureIdentifier);
        Assert.Equal(expected.Register?.Expires, actual.ExpireDate);
        Assert.Equal(expected.Register?.Gone, actual.DisappearanceDate);
        Assert.Equal(expected.Applicants.Select(party => (party.Code, party.Name)), actual.Applicants.Select(person => (person.Code!, person.Name!)));
        Assert.Equal(expected.Attorneys.Select(party => (party.Code, party.Name)), actual.Attorneys.Select(person => (person.Code!, person.Name!)));
        Documents(expected, actual);
        if (expected.Register is { } register)
        {
            Right(register.Gone == null, actual);
        }
        else
        {
            Assert.DoesNotContain(actual.State, (CaseState[])[CaseState.Registered, CaseState.OppositionPending, CaseState.Lapsed, CaseState.Expired, CaseState.Ceased]);
        }

        Fresh(actual);
    }

    /// <summary>Rights of the sandbox end with a fee that is not paid, or with their term. A trademark whose term is over can still be renewed for a while.</summary>
    internal static void Right(bool isInForce, CaseProgress actual)
    {
        Assert.Equal(!isInForce, actual.IsOver);
        Assert.Contains(actual.State, isInForce ? (CaseState[])[CaseState.Registered, CaseState.OppositionPending, CaseState.Unknown] : [CaseState.Lapsed, CaseState.Expired]);
    }

    internal static void Priorities(CaseRecord expected, IReadOnlyList<PriorityRight> actual)
    {
        Assert.Equal(expected.Priorities.Count, actual.Count);
        foreach ((Priority priority, PriorityRight right) in expected.Priorities.Zip(actual))
        {
            Assert.Equal(priority.Domestic ? null : priority.Number, right.ParisPriorityApplicationNumber);
            Assert.Equal(priority.Domestic ? null : priority.Date, right.ParisPriorityDate);
            Assert.Equal(priority.Domestic ? null : priority.Country, right.ParisPriorityCountryCode);
            Assert.Equal(priority.Domestic ? priority.Date : null, right.NationalPriorityDate);
            Assert.Equal(priority.Domestic ? "1" : null, right.NationalPriorityLawCode);
        }
    }

    internal static void Registration(CaseRecord expected, CaseRegistration actual)
    {
        RegisterState register = expected.Register!;
        Assert.Equal(expected.Law, actual.Law);
        Assert.Equal(expected.Number, actual.ApplicationNumber);
        Assert.Equal(expected.Filing, actual.FilingDate);
        Assert.Equal(expected.RegistrationNumber, actual.RegistrationNumber);
        Assert.Equal(expected.Registration, actual.RegistrationDate);
        Assert.Equal(expected.Decision, actual.DecisionDate);
        Assert.Equal(expected.AppealDecision, actual.AppealTrialDecisionDate);
        Assert.Equal(expected.Applicants.Select(party => (party.Code, party.Name)), actual.RightPersons.Select(person => (person.Code!, person.Name!)));
        Assert.Equal(register.Expires, actual.ExpireDate);
        Assert.Equal(register.NextDue, actual.NextPensionPaymentDate);
        Assert.Equal(register.PaidYears, actual.LastPaymentYearly);
        Assert.Equal(register.Erasure, actual.ErasureIdentifier);
        Assert.Equal(register.Gone, actual.DisappearanceDate);
        Assert.Equal(register.Updated, actual.UpdateDate);
        Fresh(actual);
    }

    internal static void Sign(TrademarkSubject expected, string? display, IReadOnlyList<string> readings, IReadOnlyList<string> vienna, IReadOnlyList<GoodsService> goods)
    {
        Assert.Equal(expected.Display, display);
        Assert.Equal(expected.Readings, readings);
        Assert.Equal(expected.Vienna, vienna);
        Assert.Equal(expected.Goods.Select(item => (item.Number, item.Names)), goods.Select(item => (item.Class!, item.Name!)));
        Assert.Equal(expected.Goods.Select(item => item.SimilarCodes.Split(' ')), goods.Select(item => item.SimilarCodes));
    }

    /// <summary>The zip holds a text for every document of that kind, named as the service names it, and nothing else but pictures.</summary>
    internal static void Bundle(CaseRecord expected, DocumentKind kind, string prefix, DocumentBundle actual)
    {
        Assert.Equal(expected.Law, actual.Law);
        Assert.Equal(kind, actual.Kind);
        Assert.Equal(expected.Number, actual.ApplicationNumber);
        Assert.Equal(prefix + "_" + expected.Number + ".zip", actual.FileName);
        Assert.Equal(actual.Length, actual.GetContent().Length);
        string[] codes = kind switch { DocumentKind.Application => ["A53", "A523"], DocumentKind.Refusal => ["A131"], _ => ["A131", "A01", "A02", "A252"] };
        using var zip = new ZipArchive(actual.OpenRead(), ZipArchiveMode.Read, leaveOpen: false, Cp932);
        Assert.Equal(
            expected.Groups[0].Documents.Where(document => document.Available && codes.Contains(document.Code)).Select(document => EntryName(expected.Law, kind, document)).Order(),
            zip.Entries.Select(entry => entry.FullName).Where(name => !name.EndsWith(".gif", StringComparison.Ordinal)).Order());
        Assert.All(zip.Entries, entry => Assert.True(entry.Length > 0, entry.FullName));
        Fresh(actual);
    }

    /// <summary>An answer of the service itself, dated by its clock.</summary>
    internal static void Fresh(JpoAnswer actual)
    {
        Assert.False(actual.FromCache);
        Assert.Equal(FakeTime.Noon, actual.RetrievedAt);
    }

    private static void Documents(CaseRecord expected, CaseProgress actual)
    {
        Assert.Equal(expected.Groups.Select(group => (group.NumberType, group.Number)), actual.BibliographyInformation.Select(group => (group.NumberType!, group.Number!)));
        var listed = expected.Groups.SelectMany(group => group.Documents.Select(document => (Group: group, Document: document))).ToList();
        Assert.Equal(listed.Count, actual.Documents.Count);
        foreach (((JpoPatent.Sandbox.World.DocumentGroup group, CaseDocument document), DocumentEntry entry) in listed.Zip(actual.Documents))
        {
            bool hasNumber = document.Number is not (CaseDocument.NoNumber or CaseDocument.NoRegisterNumber);
            Assert.Equal(group.NumberType, entry.NumberType);
            Assert.Equal(group.Number, entry.Number);
            Assert.Equal(document.LegalDate, entry.LegalDate);
            Assert.Equal(document.Code, entry.DocumentCode);
            Assert.Equal(document.Description, entry.DocumentDescription);
            Assert.Equal(hasNumber ? document.Number : null, entry.DocumentNumber);
            Assert.Equal(hasNumber ? document.Version : null, entry.VersionNumber);
            Assert.Equal(document.Separator == ' ' ? null : document.Separator.ToString(CultureInfo.InvariantCulture), entry.DocumentSeparator);
            Assert.Equal(document.Available, entry.IsAvailable);
            Assert.Equal(document.Size, entry.SizeOfDocument);
            Assert.Equal(document.International, entry.IsInternationalBureauDocument);
        }

        Assert.Equal(listed.Count == 0 ? null : listed.Max(item => item.Document.LegalDate), actual.LatestDocument?.LegalDate);
    }

    private static string EntryName(JpoLaw law, DocumentKind kind, CaseDocument document) => (law, kind) switch
    {
        (JpoLaw.Patent, DocumentKind.Application) => $"{document.Code}_{document.Number}/JPOXMLDOC01-jpbibl.xml",
        (JpoLaw.Patent, _) => $"{document.Number}-jpntce.xml",
        (_, DocumentKind.Application) => $"{document.Code}_{document.Number}/JPOSGMLDOC1P.HTM",
        _ => $"{document.Number}P.HTM",
    };
}
