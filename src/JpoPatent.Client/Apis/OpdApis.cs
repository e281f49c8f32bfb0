using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using System.Xml.Linq;
using JpoPatent.Answers;
using JpoPatent.Apis;
using JpoPatent.Files;
using JpoPatent.Opd;
using JpoPatent.Pipeline;
using static JpoPatent.Words.Sentence;

namespace JpoPatent;

/// <summary>
/// The APIs of the One Portal Dossier (OPD), 4-1 to 4-6: what the five large offices tell of
/// each other's patent applications.
/// </summary>
public sealed class OpdApis
{
    private readonly ApiCaller _caller;
    private readonly PatentApis _patents;

    internal OpdApis(ApiCaller caller, PatentApis patents)
    {
        _caller = caller;
        _patents = patents;
    }

    /// <summary>4-1: the applications of a patent family, with their publications and registrations.</summary>
    /// <param name="number">An application or publication; registrations are publications to the OPD.</param>
    /// <param name="options">How to make the call; null for the usual way.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>One object an application.</returns>
    /// <exception cref="JpoInvalidNumberException">Whether the number is an application or a publication is not known;
    /// no access was spent.</exception>
    /// <exception cref="JpoException">The service has no data, cannot be reached, or its limit is used up.</exception>
    public Task<IReadOnlyList<OpdFamilyMember>> GetFamilyAsync(
        JpoDocdbNumber number, JpoCallOptions? options = null, CancellationToken cancellationToken = default) =>
        FamilyAsync(ApiCatalog.OpdFamily, number, options, cancellationToken);

    /// <summary>4-2: the same as a flat list with more dates, from a larger limit of its own.</summary>
    /// <param name="number">An application or publication; registrations are publications to the OPD.</param>
    /// <param name="options">How to make the call; null for the usual way.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>One object an application.</returns>
    /// <exception cref="JpoInvalidNumberException">Whether the number is an application or a publication is not known;
    /// no access was spent.</exception>
    /// <exception cref="JpoException">The service has no data, cannot be reached, or its limit is used up.</exception>
    public Task<IReadOnlyList<OpdFamilyMember>> GetFamilyListAsync(
        JpoDocdbNumber number, JpoCallOptions? options = null, CancellationToken cancellationToken = default) =>
        FamilyAsync(ApiCatalog.OpdFamilyList, number, options, cancellationToken);

    /// <summary>4-3: the documents of a dossier.</summary>
    /// <param name="application">An application.</param>
    /// <param name="options">How to make the call; null for the usual way.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>One object a document.</returns>
    /// <exception cref="ArgumentException">The number is a publication.</exception>
    /// <exception cref="JpoException">The service has no data, cannot be reached, or its limit is used up.</exception>
    public async Task<IReadOnlyList<OpdDocumentEntry>> GetDocumentListAsync(
        JpoDocdbNumber application, JpoCallOptions? options = null, CancellationToken cancellationToken = default)
    {
        string number = application.NotAhead(_caller.Clock).RequireApplication();
        return await ListAsync(
            ApiCatalog.OpdDocumentList,
            number,
            answer => OpdReader.Documents(answer, number),
            options,
            cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>
    /// 4-4: the documents cited in a dossier. Citations and classification come in one answer: who asks for both
    /// spends one access while the cache is in use.
    /// </summary>
    /// <param name="application">An application.</param>
    /// <param name="options">How to make the call; null for the usual way.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>One object a cited document.</returns>
    /// <exception cref="ArgumentException">The number is a publication.</exception>
    /// <exception cref="JpoException">The service has no data, cannot be reached, or its limit is used up.</exception>
    public async Task<IReadOnlyList<OpdCitation>> GetCitationsAsync(
        JpoDocdbNumber application, JpoCallOptions? options = null, CancellationToken cancellationToken = default)
    {
        string number = application.NotAhead(_caller.Clock).RequireApplication();
        return await ListAsync(
            ApiCatalog.OpdCitation, number, answer => OpdReader.Citations(answer, number), options, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>4-4: the classification of an application, from the same answer as its citations.</summary>
    /// <param name="application">An application.</param>
    /// <param name="options">How to make the call; null for the usual way.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The classification.</returns>
    /// <exception cref="ArgumentException">The number is a publication.</exception>
    /// <exception cref="JpoException">The service has no data, cannot be reached, or its limit is used up.</exception>
    public async Task<OpdClassification> GetClassificationAsync(
        JpoDocdbNumber application, JpoCallOptions? options = null, CancellationToken cancellationToken = default)
    {
        string number = application.NotAhead(_caller.Clock).RequireApplication();
        return await _caller.GetXmlAsync(
            ApiCatalog.OpdCitation,
            number,
            answer => OpdReader.Classification(answer, number),
            options,
            cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>4-5: a document of a dossier as PDF.</summary>
    /// <param name="application">An application.</param>
    /// <param name="documentId">Id of the document, as the list of documents gives it.</param>
    /// <param name="options">How to make the call; null for the usual way.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The file.</returns>
    /// <exception cref="ArgumentException">The number is a publication.</exception>
    /// <exception cref="JpoInvalidParameterException">The id is not valid; no access was spent.</exception>
    /// <exception cref="JpoException">The service has no data, cannot be reached, or its limit is used up.</exception>
    public Task<OpdDocumentFile> GetDocumentAsync(
        JpoDocdbNumber application,
        string documentId,
        JpoCallOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        string number = application.NotAhead(_caller.Clock).RequireApplication();
        return GetFileAsync(ApiCatalog.OpdDocument, number, documentId, options, cancellationToken);
    }

    /// <summary>4-6: a document of a Japanese dossier as a zip of XML.</summary>
    /// <param name="application">A Japanese application.</param>
    /// <param name="documentId">Id of the document, as the list of documents gives it.</param>
    /// <param name="options">How to make the call; null for the usual way.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The file.</returns>
    /// <exception cref="JpoInvalidNumberException">The application is another office's;
    /// no access was spent.</exception>
    /// <exception cref="ArgumentException">The number is a publication.</exception>
    /// <exception cref="JpoInvalidParameterException">The id is not valid, or that of a translation, of which there is
    /// no XML; no access was spent.</exception>
    /// <exception cref="JpoException">The service has no data, cannot be reached, or its limit is used up.</exception>
    public Task<OpdDocumentFile> GetJapaneseDocumentAsync(
        JpoDocdbNumber application,
        string documentId,
        JpoCallOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        string number = application.NotAhead(_caller.Clock).RequireApplication();
        if (application.Country != "JP")
        {
            throw new JpoInvalidNumberException(
                number, Format(Client.Messages.DocdbNotJapanese, number))
            {
                Api = ApiCatalog.OpdJapaneseDocument,
            };
        }

        if (OpdDocumentIds.IsTranslation(documentId))
        {
            throw new JpoInvalidParameterException(Format(Client.DocumentMessages.TranslationHasNoXml, documentId))
            {
                Api = ApiCatalog.OpdJapaneseDocument,
            };
        }

        return GetFileAsync(ApiCatalog.OpdJapaneseDocument, number, documentId, options, cancellationToken);
    }

    /// <summary>
    /// The same, read: one object a document. Legal dates come from the progress answer of the application if today's
    /// cache has one; no access is spent for it.
    /// </summary>
    /// <param name="application">A Japanese application.</param>
    /// <param name="documentId">Id of the document, as the list of documents gives it.</param>
    /// <param name="options">How to make the call; null for the usual way.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The documents; mostly one.</returns>
    /// <exception cref="JpoInvalidNumberException">The application is another office's;
    /// no access was spent.</exception>
    /// <exception cref="ArgumentException">The number is a publication.</exception>
    /// <exception cref="JpoUnsafeArchiveException">The zip could do harm; nothing was written.</exception>
    /// <exception cref="JpoException">The service has no data, cannot be reached, or its limit is used up.</exception>
    public async Task<IReadOnlyList<JpoDocument>> ReadJapaneseDocumentAsync(
        JpoDocdbNumber application,
        string documentId,
        JpoCallOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        OpdDocumentFile file = await GetJapaneseDocumentAsync(application, documentId, options, cancellationToken)
            .ConfigureAwait(false);
        try
        {
            return file.ReadDocuments(_patents.FindProgress(file.JapaneseNumber), cancellationToken);
        }
        catch (Exception error)
        {
            file.Dispose();
            if (error is JpoException known)
            {
                known.Api ??= ApiCatalog.OpdJapaneseDocument;
            }

            throw;
        }
    }

    private async Task<OpdDocumentFile> GetFileAsync(
        ApiDescriptor api,
        string number,
        string documentId,
        JpoCallOptions? options,
        CancellationToken cancellationToken)
    {
        string id = RequiredText.DocumentId(api, documentId);
        FileAnswer file = await _caller.GetFileAsync(api, number + "/" + id, options, cancellationToken)
            .ConfigureAwait(false);
        return new OpdDocumentFile(number, id, file);
    }

    private async Task<IReadOnlyList<OpdFamilyMember>> FamilyAsync(
        ApiDescriptor api, JpoDocdbNumber number, JpoCallOptions? options, CancellationToken cancellationToken)
    {
        string parameters = ApiParameters.Of(api, number.NotAhead(_caller.Clock));
        return await ListAsync(
            api, parameters, answer => OpdReader.Family(answer, number.Value), options, cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<T>> ListAsync<T>(
        ApiDescriptor api,
        string parameters,
        Func<XElement, AnswerList<T>> read,
        JpoCallOptions? options,
        CancellationToken cancellationToken)
        where T : JpoAnswer
    {
        AnswerList<T> answer = await _caller.GetXmlAsync(api, parameters, read, options, cancellationToken)
            .ConfigureAwait(false);
        return answer.Items;
    }
}
