using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using JpoPatent.Sandbox.Documents;
using JpoPatent.Sandbox.World;

namespace JpoPatent.Sandbox.Answers;

/// <summary>Sends each question to what can answer it, and finds the case that it is about.</summary>
internal sealed class AnswerDesk
{
    private readonly Dictionary<ApiDescriptor, Func<Question, SandboxResponse>> _answers;

    public AnswerDesk(BundleStore bundles)
    {
        var documents = new DocumentAnswers(bundles);
        _answers = new()
        {
            [ApiCatalog.PatentProgress] = q => Patent(q, found => PatentAnswers.Progress(q, found, simple: false)),
            [ApiCatalog.PatentProgressSimple] = q => Patent(q, found => PatentAnswers.Progress(q, found, simple: true)),
            [ApiCatalog.PatentDivisional] = q => Patent(q, found => PatentAnswers.Divisional(q, found)),
            [ApiCatalog.PatentPriority] = q => Patent(q, found => RightAnswers.Priority(q, found)),
            [ApiCatalog.PatentApplicantByCode] = RightAnswers.NameOf,
            [ApiCatalog.PatentApplicantByName] = RightAnswers.CodesOf,
            [ApiCatalog.PatentNumber] = PatentByAnyNumber,
            [ApiCatalog.PatentApplicationDocuments] = q => documents.Trial(q, BundleKind.Application)
                ?? Patent(q, found => documents.Bundle(q, found, BundleKind.Application)),
            [ApiCatalog.PatentMailedDocuments] = q => documents.Trial(q, BundleKind.Mailed)
                ?? Patent(q, found => documents.Bundle(q, found, BundleKind.Mailed)),
            [ApiCatalog.PatentRefusalNotices] = q => documents.Trial(q, BundleKind.Refusal)
                ?? Patent(q, found => documents.Bundle(q, found, BundleKind.Refusal)),
            [ApiCatalog.PatentCitation] = q => Patent(q, found => PatentAnswers.Citation(q, found)),
            [ApiCatalog.PatentRegistration] = q => Patent(q, found => PatentAnswers.Registration(q, found)),
            [ApiCatalog.PatentUrl] = q => Patent(q, found => RightAnswers.Url(q, found)),
            [ApiCatalog.PctNationalPhase] = NationalPhase,
            [ApiCatalog.DesignProgress] = q => Right(
                q, found => DesignAnswers.Progress(q, (DesignCase)found, simple: false)),
            [ApiCatalog.DesignProgressSimple] = q => Right(
                q, found => DesignAnswers.Progress(q, (DesignCase)found, simple: true)),
            [ApiCatalog.DesignPriority] = q => Right(q, found => RightAnswers.Priority(q, found)),
            [ApiCatalog.DesignApplicantByCode] = RightAnswers.NameOf,
            [ApiCatalog.DesignApplicantByName] = RightAnswers.CodesOf,
            [ApiCatalog.DesignNumber] = q => RightByAnyNumber(q, found => DesignAnswers.Number(q, (DesignCase)found)),
            [ApiCatalog.DesignApplicationDocuments] = q => documents.Trial(q, BundleKind.Application)
                ?? Right(q, found => documents.Bundle(q, found, BundleKind.Application)),
            [ApiCatalog.DesignMailedDocuments] = q => documents.Trial(q, BundleKind.Mailed)
                ?? Right(q, found => documents.Bundle(q, found, BundleKind.Mailed)),
            [ApiCatalog.DesignRefusalNotices] = q => documents.Trial(q, BundleKind.Refusal)
                ?? Right(q, found => documents.Bundle(q, found, BundleKind.Refusal)),
            [ApiCatalog.DesignRegistration] = q => Right(q, found => DesignAnswers.Registration(q, (DesignCase)found)),
            [ApiCatalog.DesignUrl] = q => Right(q, found => RightAnswers.Url(q, found)),
            [ApiCatalog.TrademarkProgress] = q => Right(
                q, found => TrademarkAnswers.Progress(q, (TrademarkCase)found, simple: false)),
            [ApiCatalog.TrademarkProgressSimple] = q => Right(
                q, found => TrademarkAnswers.Progress(q, (TrademarkCase)found, simple: true)),
            [ApiCatalog.TrademarkPriority] = q => Right(q, found => RightAnswers.Priority(q, found)),
            [ApiCatalog.TrademarkApplicantByCode] = RightAnswers.NameOf,
            [ApiCatalog.TrademarkApplicantByName] = RightAnswers.CodesOf,
            [ApiCatalog.TrademarkNumber] = q => RightByAnyNumber(
                q, found => TrademarkAnswers.Number(q, (TrademarkCase)found)),
            [ApiCatalog.TrademarkApplicationDocuments] = q => documents.Trial(q, BundleKind.Application)
                ?? Right(q, found => documents.Bundle(q, found, BundleKind.Application)),
            [ApiCatalog.TrademarkMailedDocuments] = q => documents.Trial(q, BundleKind.Mailed)
                ?? Right(q, found => documents.Bundle(q, found, BundleKind.Mailed)),
            [ApiCatalog.TrademarkRefusalNotices] = q => documents.Trial(q, BundleKind.Refusal)
                ?? Right(q, found => documents.Bundle(q, found, BundleKind.Refusal)),
            [ApiCatalog.TrademarkRegistration] = q => Right(
                q, found => TrademarkAnswers.Registration(q, (TrademarkCase)found)),
            [ApiCatalog.TrademarkUrl] = q => Right(q, found => RightAnswers.Url(q, found)),
            [ApiCatalog.OpdFamily] = OpdAnswers.Family,
            [ApiCatalog.OpdFamilyList] = OpdAnswers.FamilyList,
            [ApiCatalog.OpdDocumentList] = OpdAnswers.DocumentList,
            [ApiCatalog.OpdCitation] = OpdAnswers.Citation,
            [ApiCatalog.OpdDocument] = OpdAnswers.Document,
            [ApiCatalog.OpdJapaneseDocument] = OpdAnswers.JapaneseDocument,
        };
    }

    public SandboxResponse Answer(Question question) => _answers[question.Api](question);

    /// <summary>Exactly so many digits, of the ASCII kind.</summary>
    public static bool IsDigits(string text, int count) =>
        text.Length == count && text.All(c => c is >= '0' and <= '9');

    private static SandboxResponse Patent(Question question, Func<PatentCase, SandboxResponse> answer)
    {
        if (!IsDigits(question.Parameters[0], 10))
        {
            return Envelope.Error(Envelope.BadParameter);
        }

        Lookup lookup = PatentWorld.Find(question.Parameters[0], question.Horizon, out PatentCase? found);
        return lookup == Lookup.Found ? answer(found!) : Nothing(question, lookup);
    }

    private static SandboxResponse Right(Question question, Func<CaseRecord, SandboxResponse> answer)
    {
        if (!IsDigits(question.Parameters[0], 10))
        {
            return Envelope.Error(Envelope.BadParameter);
        }

        Lookup lookup = RightWorld.Find(
            question.Api.Law, question.Parameters[0], question.Horizon, out CaseRecord? found);
        return lookup == Lookup.Found ? answer(found!) : Nothing(question, lookup);
    }

    private static SandboxResponse PatentByAnyNumber(Question question)
    {
        string kind = question.Parameters[0];
        string number = question.Parameters[1];
        if (!(kind switch
        {
            "application" or "publication" => IsDigits(number, 10),
            "registration" => IsDigits(number, 7),
            _ => false,
        }))
        {
            return Envelope.Error(Envelope.BadParameter);
        }

        // The same ten digits are one case as an application and another as a publication.
        PatentCase? found;
        Lookup lookup = kind switch
        {
            "application" => PatentWorld.Find(number, question.Horizon, out found),
            "publication" => PatentWorld.FindPublication(number, question.Horizon, out found),
            _ => PatentWorld.FindRegistration(number, question.Horizon, out found),
        };
        return lookup == Lookup.Found ? PatentAnswers.Number(question, found!) : Nothing(question, lookup);
    }

    private static SandboxResponse RightByAnyNumber(Question question, Func<CaseRecord, SandboxResponse> answer)
    {
        string kind = question.Parameters[0];
        string number = question.Parameters[1];
        if (!(kind switch { "application" => IsDigits(number, 10), "registration" => IsDigits(number, 7), _ => false }))
        {
            return Envelope.Error(Envelope.BadParameter);
        }

        CaseRecord? found;
        Lookup lookup = kind == "application"
            ? RightWorld.Find(question.Api.Law, number, question.Horizon, out found)
            : RightWorld.FindRegistration(question.Api.Law, number, question.Horizon, out found);
        return lookup == Lookup.Found ? answer(found!) : Nothing(question, lookup);
    }

    private static SandboxResponse NationalPhase(Question question)
    {
        string kind = question.Parameters[0];
        string number = question.Parameters[1];
        bool publication = kind == "international_publication";
        if ((!publication && kind != "international_application")
            || number.Length != 12
            || !IsDigits(number.Substring(2), 10)
            || (publication
                ? !number.StartsWith("WO", StringComparison.Ordinal)
                : number[0] is < 'A' or > 'Z' || number[1] is < 'A' or > 'Z'))
        {
            return Envelope.Error(Envelope.BadParameter);
        }

        // The oldest national phases that are covered were filed abroad three years before.
        int year = int.Parse(number.Substring(2, 4), CultureInfo.InvariantCulture);
        PatentCase? found = null;
        Lookup lookup = year < PatentNumbers.FirstDay.Year - 3 ? Lookup.NotCovered
            : year > question.Horizon.Year ? Lookup.NoData
            : PatentWorld.Find(
                publication
                    ? PatentNumbers.FromInternationalPublication(number)
                    : PatentNumbers.FromInternationalApplication(number),
                question.Horizon,
                out found);
        return lookup == Lookup.Found ? PatentAnswers.NationalPhase(question, found!) : Nothing(question, lookup);
    }

    private static SandboxResponse Nothing(Question question, Lookup lookup) =>
        lookup == Lookup.NotCovered
            ? Envelope.Error(Envelope.NotCovered)
            : Envelope.Empty(Envelope.NoData, question.Remaining);
}
