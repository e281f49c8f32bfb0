using System;
using System.Globalization;

namespace JpoPatent.Domestic;

/// <summary>
/// The life of an application that is not registered, document by document. What is not certain comes out as
/// <see cref="CaseState.Unknown"/>.
/// </summary>
internal sealed class CaseHistory(CaseProgress progress, DateTime today)
{
    /// <summary>
    /// A week after the period, and two days after a last day that weekends and holidays have moved, a request in
    /// time would show in the data.
    /// </summary>
    private const int DaysUntilCertain = 7;
    private const int DaysUntilShown = 2;

    /// <summary>
    /// An appeal takes three months, four from abroad, and can be made good for some time after; the first fees of a
    /// grant take thirty days, and can be deferred. After a year without either there is nothing left to come.
    /// </summary>
    private const int MonthsUntilFinal = 12;

    private CaseState _state;
    private DateTime? _since;
    private string? _code;
    private Func<string>? _words;
    private bool _isNotified;
    private bool _isAnswered;
    private bool _isPaid;
    private bool _isInCourt;
    private bool _awaitsOutcome;

    internal CaseStanding Read()
    {
        Begin();
        foreach (CaseEvent step in CaseEvent.Of(progress.Documents))
        {
            Apply(step.Role, step.Document);
        }

        CountTime();
        bool isOver = _state is CaseState.Withdrawn or CaseState.Abandoned or CaseState.DeemedWithdrawn
            or CaseState.Dismissed
            || IsFinallyRefused;
        return new CaseStanding
        {
            State = _state,
            Since = _since,
            Code = _code,
            Words = _words,
            IsOver = isOver,
            IsPending = !isOver && _state != CaseState.Unknown,
            IsAnswered = _isAnswered,
        };
    }

    private bool IsFinallyRefused =>
        _state == CaseState.Refused && !_isInCourt && _since?.AddMonths(MonthsUntilFinal) < today;

    /// <summary>
    /// What dates alone say. Designs and trademarks are examined without a request,
    /// so their publication is no stage of its own.
    /// </summary>
    private void Begin()
    {
        DateTime? published = progress is PatentProgress patent
            ? progress.PublicationDate ?? patent.InternationalPublicationDate
            : null;
        if (published != null)
        {
            Set(CaseState.Published, published, "publicationDate", static () => Client.Messages.StatePublished);
            return;
        }

        DocumentEntry? application = null;
        foreach (DocumentEntry document in progress.Documents)
        {
            if (document.DocumentCode == "A63" && (application == null || document.DocumentSeparator == "S"))
            {
                application = document;
            }
        }

        if (application != null)
        {
            Set(CaseState.Filed, application, progress.FilingDate ?? application.LegalDate);
        }
        else
        {
            Set(CaseState.Filed, progress.FilingDate, "filingDate", static () => Client.Messages.StateFiled);
        }
    }

    private void Apply(DocumentRole role, DocumentEntry document)
    {
        switch (role)
        {
            case DocumentRole.Request when _state is CaseState.Filed or CaseState.Published:
                Set(CaseState.ExaminationRequested, document);
                break;
            case DocumentRole.Notice:
                Set(CaseState.RefusalNotified, document);
                _isNotified = true;
                _isAnswered = false;
                break;
            case DocumentRole.Answer when _isNotified:
                _isAnswered = true;
                if (_state == CaseState.RefusalNotified)
                {
                    Set(CaseState.Answered, document);
                }

                break;
            case DocumentRole.Grant or DocumentRole.AppealAllowed:
                Set(CaseState.Granted, document);
                _isPaid = false;
                break;
            case DocumentRole.Refusal or DocumentRole.AppealDismissed or DocumentRole.SuitLost:
                Set(CaseState.Refused, document);
                _isInCourt = false;
                break;
            case DocumentRole.Appeal or DocumentRole.SuitWon:
                Set(CaseState.AppealPending, document);
                _isInCourt = false;
                break;
            case DocumentRole.AppealDecided:
                Set(CaseState.Unknown, document);
                _awaitsOutcome = true;
                return;
            case DocumentRole.AppealRemitted:
                Set(progress.Law == JpoLaw.Patent ? CaseState.ExaminationRequested : CaseState.Filed, document);
                break;
            case DocumentRole.AppealWithdrawn
                when _state is CaseState.AppealPending or CaseState.RefusalNotified or CaseState.Answered:
                Set(CaseState.Refused, document);
                break;
            case DocumentRole.Suit:
                // Only who lost before the board sues.
                _state = _awaitsOutcome ? CaseState.Refused : _state;
                _isInCourt = _state == CaseState.Refused;
                break;
            case DocumentRole.Payment:
                // Only who won before the board pays.
                _state = _awaitsOutcome ? CaseState.Granted : _state;
                _isPaid = _state == CaseState.Granted;
                break;
            case DocumentRole.ApplicationDismissed:
                Set(CaseState.Dismissed, document);
                break;
            case DocumentRole.Withdrawal:
                Set(CaseState.Withdrawn, document);
                break;
            case DocumentRole.Abandonment:
                Set(CaseState.Abandoned, document);
                break;
            case DocumentRole.Replaced:
            case DocumentRole.ProcedureDismissed when RestsOnApplicant:
                Set(CaseState.Unknown, document);
                break;
            default:
                return;
        }

        _awaitsOutcome = false;
    }

    /// <summary>Whether what the office dismissed may be what the state rests on.</summary>
    private bool RestsOnApplicant =>
        _state is CaseState.ExaminationRequested or CaseState.Answered or CaseState.AppealPending or CaseState.Withdrawn
            or CaseState.Abandoned
        || _isPaid;

    private void CountTime()
    {
        if (_state is CaseState.Filed or CaseState.Published && progress is PatentProgress patent)
        {
            CountToRequest(patent);
        }
        else if (_state == CaseState.Granted && _since?.AddMonths(MonthsUntilFinal) < today)
        {
            // Paid and not registered is nothing that the data explain.
            _state = _isPaid ? CaseState.Unknown : CaseState.Dismissed;
            _since = null;
        }
    }

    private void CountToRequest(PatentProgress patent)
    {
        DateTime? last = ExaminationPeriod.LastDay(patent);
        DateTime? certain = ExaminationPeriod.End(patent)?.AddDays(DaysUntilCertain);
        if (last is { } day && certain < today && day.AddDays(DaysUntilShown) < today)
        {
            Set(
                CaseState.DeemedWithdrawn,
                day.AddDays(1),
                "A621",
                () => Format(Client.Messages.StateNotRequested, day));
        }
        else if (last < today || (last == null && IsOutOfDate(patent)))
        {
            Set(CaseState.Unknown, date: null, "A621", static () => Client.Messages.StateRequestUnknown);
        }
    }

    /// <summary>
    /// Whether the request may be overdue, where the last day for it cannot be told. A publication comes eighteen
    /// months after the filing, or earlier.
    /// </summary>
    private bool IsOutOfDate(PatentProgress patent) =>
        (patent.FilingDate
            ?? patent.PublicationDate?.AddMonths(-18)
            ?? patent.InternationalPublicationDate?.AddMonths(-18))?.AddYears(3) < today;

    private void Set(CaseState state, DocumentEntry document) => Set(state, document, document.LegalDate);

    private void Set(CaseState state, DocumentEntry document, DateTime? since) =>
        Set(state, since, document.DocumentCode, () => document.DocumentDescription ?? string.Empty);

    private void Set(CaseState state, DateTime? date, string? code, Func<string> words)
    {
        _state = state;
        _since = date;
        _code = code;
        _words = words;
    }

    private static string Format(string words, DateTime day) => string.Format(CultureInfo.InvariantCulture, words, day);
}
