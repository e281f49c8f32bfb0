using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.Apis;
using JpoPatent.Documents;
using JpoPatent.Domestic;
using JpoPatent.Files;
using JpoPatent.Pipeline;
using static JpoPatent.Words.Sentence;

namespace JpoPatent;

/// <summary>
/// The APIs that patents, designs and trademarks have alike. Every method throws <see cref="JpoException"/> for what
/// goes wrong, and <see cref="ArgumentException"/> for a number of another kind or law.
/// </summary>
public abstract class DomesticApis
{
    private readonly ApiDescriptor _applicantByCode;
    private readonly ApiDescriptor _applicantByName;
    private readonly ApiDescriptor _number;
    private readonly ApiDescriptor _url;

    private protected DomesticApis(
        ApiCaller caller,
        ApiDescriptor applicantByCode,
        ApiDescriptor applicantByName,
        ApiDescriptor number,
        ApiDescriptor url)
    {
        Caller = caller;
        _applicantByCode = applicantByCode;
        _applicantByName = applicantByName;
        _number = number;
        _url = url;
    }

    /// <summary>The law whose applications these APIs cover.</summary>
    public JpoLaw Law => _number.Law;

    /// <summary>The row of the API that knows names by code.</summary>
    internal ApiDescriptor ApplicantByCode => _applicantByCode;

    /// <summary>The row of the API that knows codes by name.</summary>
    internal ApiDescriptor ApplicantByName => _applicantByName;

    private protected ApiCaller Caller { get; }

    /// <summary>1-5, 2-4, 3-4: the name that belongs to an applicant's or attorney's code.</summary>
    /// <param name="code">Nine digits.</param>
    /// <param name="options">How to make the call; null for the usual way.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Code and name.</returns>
    /// <exception cref="JpoInvalidNumberException">The code is not nine digits; no access was spent.</exception>
    /// <exception cref="JpoException">The service has no data, cannot be reached, or its limit is used up.</exception>
    public async Task<Applicant> GetApplicantAsync(
        string code, JpoCallOptions? options = null, CancellationToken cancellationToken = default)
    {
        string digits = RequiredText.ApplicantCode(code);
        Applicant applicant = await Caller.GetAsync(
            _applicantByCode, digits, JpoJsonContext.Default.Applicant, options, cancellationToken)
            .ConfigureAwait(false);
        applicant.Code ??= digits;
        applicant.Law = Law;
        return applicant;
    }

    /// <summary>1-6, 2-5, 3-5: the codes that belong to a name; one name can have several.</summary>
    /// <param name="name">The name exactly as JPO keeps it: full-width and half-width,
    /// blanks and case included.</param>
    /// <param name="options">How to make the call; null for the usual way.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>One object a code.</returns>
    /// <exception cref="JpoInvalidParameterException">The name is empty,
    /// or holds a character that the service does not take; no access was spent.</exception>
    /// <exception cref="JpoException">The service has no data, cannot be reached, or its limit is used up.</exception>
    public async Task<IReadOnlyList<Applicant>> FindApplicantsAsync(
        string name, JpoCallOptions? options = null, CancellationToken cancellationToken = default)
    {
        string escaped = RequiredText.ApplicantName(_applicantByName, name);
        ApplicantsOfName applicants = await Caller.GetAsync(
            _applicantByName, escaped, JpoJsonContext.Default.ApplicantsOfName, options, cancellationToken)
            .ConfigureAwait(false);
        foreach (Applicant applicant in applicants.Items)
        {
            applicant.Law = Law;
        }

        return applicants.Items;
    }

    /// <summary>1-7, 2-6, 3-6: the numbers that belong to one case.</summary>
    /// <param name="number">An application or registration number of the law;
    /// for patents also a publication number.</param>
    /// <param name="options">How to make the call; null for the usual way.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The numbers.</returns>
    /// <exception cref="JpoException">The service has no data, cannot be reached, or its limit is used up.</exception>
    public async Task<NumberReference> GetNumberAsync(
        JpoNumber number, JpoCallOptions? options = null, CancellationToken cancellationToken = default)
    {
        NumberReference numbers = await Caller.GetAsync(
            _number,
            ApiParameters.Of(_number, number.NotAhead(Caller.Clock)),
            JpoJsonContext.Default.NumberReference,
            options,
            cancellationToken)
            .ConfigureAwait(false);
        numbers.Law = Law;
        return numbers;
    }

    /// <summary>1-13, 2-11, 3-11: the fixed address of a case on J-PlatPat.</summary>
    /// <param name="application">An application number of the law.</param>
    /// <param name="options">How to make the call; null for the usual way.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The address.</returns>
    /// <exception cref="JpoException">The service has no data, cannot be reached, or its limit is used up.</exception>
    public async Task<JpoUrl> GetUrlAsync(
        JpoNumber application, JpoCallOptions? options = null, CancellationToken cancellationToken = default)
    {
        string number = Application(application);
        JpoUrl url = await Caller.GetAsync(_url, number, JpoJsonContext.Default.JpoUrl, options, cancellationToken)
            .ConfigureAwait(false);
        url.ApplicationNumber = number;
        url.Law = Law;
        return url;
    }

    /// <summary>
    /// 1-8 to 1-10, 2-7 to 2-9, 3-7 to 3-9: documents of a case, as the zip that the service sends. The answer has no
    /// counter; the guard counts it by itself.
    /// </summary>
    /// <param name="application">An application number of the law.</param>
    /// <param name="kind">Which documents.</param>
    /// <param name="options">How to make the call; null for the usual way.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The zip; one of more than 10 MB, which the service keeps on another host,
    /// lies in a temporary file that goes with the bundle.</returns>
    /// <exception cref="JpoInvalidAnswerException">What came is no zip.</exception>
    /// <exception cref="JpoException">The service has no document, cannot be reached,
    /// or its limit is used up.</exception>
    public async Task<DocumentBundle> GetDocumentsAsync(
        JpoNumber application,
        DocumentKind kind,
        JpoCallOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        string number = Application(application);
        FileAnswer file = await Caller.GetFileAsync(Documents(kind), number, options, cancellationToken)
            .ConfigureAwait(false);
        return new DocumentBundle(Law, kind, number, file);
    }

    /// <summary>
    /// The same, read: one object a document. Legal dates, and with them the days on which answers are due, come from
    /// the progress answer if today's cache has one; no access is spent for it.
    /// </summary>
    /// <param name="application">An application number of the law.</param>
    /// <param name="kind">Which documents.</param>
    /// <param name="options">How to make the call; null for the usual way.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The documents, in the order of the bundle.</returns>
    /// <exception cref="JpoUnsafeArchiveException">The bundle could do harm; nothing was written.</exception>
    /// <exception cref="JpoInvalidAnswerException">What came is no zip, or damaged.</exception>
    /// <exception cref="JpoException">The service has no document, cannot be reached,
    /// or its limit is used up.</exception>
    public Task<IReadOnlyList<JpoDocument>> ReadDocumentsAsync(
        JpoNumber application,
        DocumentKind kind,
        JpoCallOptions? options = null,
        CancellationToken cancellationToken = default) =>
        ReadDocumentsAsync(application, kind, withDueDate: false, options, cancellationToken);

    /// <summary>
    /// The same. Where a document sets a period and no day of dispatch is at hand, the progress answer is asked for,
    /// which spends an access: of the simple API, and of the full one where that has none left. Documents whose due
    /// days cannot be had come without them.
    /// </summary>
    /// <param name="application">An application number of the law.</param>
    /// <param name="kind">Which documents.</param>
    /// <param name="withDueDate">Whether to spend an access on the days that are not at hand.</param>
    /// <param name="options">How to make the calls; null for the usual way.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The documents, in the order of the bundle.</returns>
    /// <exception cref="JpoUnsafeArchiveException">The bundle could do harm; nothing was written.</exception>
    /// <exception cref="JpoInvalidAnswerException">What came is no zip, or damaged.</exception>
    /// <exception cref="JpoException">The service has no document, cannot be reached,
    /// or its limit is used up.</exception>
    public async Task<IReadOnlyList<JpoDocument>> ReadDocumentsAsync(
        JpoNumber application,
        DocumentKind kind,
        bool withDueDate,
        JpoCallOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        DocumentBundle bundle = await GetDocumentsAsync(application, kind, options, cancellationToken)
            .ConfigureAwait(false);
        try
        {
            IReadOnlyList<JpoDocument> documents = bundle.ReadDocuments(
                FindProgress(bundle.ApplicationNumber), cancellationToken);
            if (withDueDate && documents.Any(static document => document.LacksDueDate)
                && await FetchProgressAsync(application, options, cancellationToken)
                    .ConfigureAwait(false) is { } progress)
            {
                foreach (JpoDocument document in documents)
                {
                    DocumentReader.Join(document, progress);
                }
            }

            return documents;
        }
        catch (Exception error)
        {
            bundle.Dispose();
            if (error is JpoException known)
            {
                known.Api ??= Documents(kind);
            }

            throw;
        }
    }

    /// <summary>
    /// The state of an application for its documents' days. Null where it cannot be had:
    /// documents that came are worth more than their days.
    /// </summary>
    private async Task<CaseProgress?> FetchProgressAsync(
        JpoNumber application, JpoCallOptions? options, CancellationToken cancellationToken)
    {
        foreach (bool isSimple in new[] { true, false })
        {
            try
            {
                return await AskProgressAsync(application, isSimple, options, cancellationToken).ConfigureAwait(false);
            }
            catch (JpoQuotaExhaustedException)
            {
                // The other one has a limit of its own.
            }
            catch (JpoException error)
            {
                options?.Activity?.Report(new JpoActivity(
                    JpoActivityKind.Warning,
                    Format(Client.DocumentMessages.DueDateNotFetched, application, error.Message)));
                return null;
            }
        }

        return null;
    }

    /// <summary>Asks for the state of an application.</summary>
    private protected abstract Task<CaseProgress> AskProgressAsync(
        JpoNumber application, bool isSimple, JpoCallOptions? options, CancellationToken cancellationToken);

    /// <summary>
    /// The state of an application if today's cache has it, from either progress API.
    /// Nothing is asked, no access is spent.
    /// </summary>
    /// <param name="application">An application number of the law.</param>
    /// <returns>The state; null where the cache has none.</returns>
    public CaseProgress? FindCachedProgress(JpoNumber application) =>
        FindProgress(application.Require(JpoNumberKind.Application, Law));

    /// <summary>The same for ten digits.</summary>
    internal abstract CaseProgress? FindProgress(string application);

    /// <summary>The row of the API that has a kind of documents.</summary>
    internal ApiDescriptor Documents(DocumentKind kind) => (Law, kind) switch
    {
        (JpoLaw.Patent, DocumentKind.Refusal) => ApiCatalog.PatentRefusalNotices,
        (JpoLaw.Patent, DocumentKind.Mailed) => ApiCatalog.PatentMailedDocuments,
        (JpoLaw.Patent, _) => ApiCatalog.PatentApplicationDocuments,
        (JpoLaw.Design, DocumentKind.Refusal) => ApiCatalog.DesignRefusalNotices,
        (JpoLaw.Design, DocumentKind.Mailed) => ApiCatalog.DesignMailedDocuments,
        (JpoLaw.Design, _) => ApiCatalog.DesignApplicationDocuments,
        (_, DocumentKind.Refusal) => ApiCatalog.TrademarkRefusalNotices,
        (_, DocumentKind.Mailed) => ApiCatalog.TrademarkMailedDocuments,
        _ => ApiCatalog.TrademarkApplicationDocuments,
    };

    private protected string Application(JpoNumber number) =>
        number.NotAhead(Caller.Clock).Require(JpoNumberKind.Application, Law);
}
