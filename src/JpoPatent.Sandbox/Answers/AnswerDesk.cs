using System.Linq;

namespace JpoPatent.Sandbox;

/// <summary>Sends each question to what can answer it.</summary>
internal sealed class AnswerDesk(BundleStore bundles)
{
    public SandboxResponse Answer(Question question)
    {
        ApiDescriptor api = question.Api;
        string first = question.Parameters[0];
        if (api == ApiCatalog.PatentProgress || api == ApiCatalog.PatentProgressSimple)
        {
            return WithPatent(question, found => PatentAnswers.Progress(question, found, api == ApiCatalog.PatentProgressSimple));
        }

        if (api == ApiCatalog.DesignProgress || api == ApiCatalog.DesignProgressSimple)
        {
            return WithRight(question, found => DesignAnswers.Progress(question, (DesignCase)found, api == ApiCatalog.DesignProgressSimple));
        }

        if (api == ApiCatalog.TrademarkProgress || api == ApiCatalog.TrademarkProgressSimple)
        {
            return WithRight(question, found => TrademarkAnswers.Progress(question, (TrademarkCase)found, api == ApiCatalog.TrademarkProgressSimple));
        }

        _ = bundles;
        _ = first;
        return Envelope.Empty(Envelope.NoData, question.Remaining);
    }

    /// <summary>Exactly so many digits, of the ASCII kind.</summary>
    public static bool IsDigits(string text, int count) => text.Length == count && text.All(c => c is >= '0' and <= '9');

    private static SandboxResponse WithPatent(Question question, System.Func<PatentCase, SandboxResponse> answer)
    {
        if (!IsDigits(question.Parameters[0], 10))
        {
            return Envelope.Error(Envelope.BadParameter);
        }

        Lookup lookup = PatentWorld.Find(question.Parameters[0], question.Horizon, out PatentCase? found);
        return lookup == Lookup.Found ? answer(found!) : Nothing(lookup, question);
    }

    private static SandboxResponse WithRight(Question question, System.Func<CaseRecord, SandboxResponse> answer)
    {
        if (!IsDigits(question.Parameters[0], 10))
        {
            return Envelope.Error(Envelope.BadParameter);
        }

        Lookup lookup = RightWorld.Find(question.Api.Law, question.Parameters[0], question.Horizon, out CaseRecord? found);
        return lookup == Lookup.Found ? answer(found!) : Nothing(lookup, question);
    }

    private static SandboxResponse Nothing(Lookup lookup, Question question) =>
        lookup == Lookup.NotCovered ? Envelope.Error(Envelope.NotCovered) : Envelope.Empty(Envelope.NoData, question.Remaining);
}
