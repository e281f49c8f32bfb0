using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;

namespace JpoPatent;

/// <summary>The APIs of the One Portal Dossier (OPD), 4-1 to 4-6: what the five large offices tell of each other's patent applications.</summary>
public sealed class OpdApis
{
    private readonly JpoClient _client;

    internal OpdApis(JpoClient client) => _client = client;

    /// <summary>4-1: the applications of a patent family, with their publications and registrations.</summary>
    /// <param name="docdb">A number in DOCDB form, e.g. <c>JP.2015508823.A</c>.</param>
    /// <param name="kind">Application or publication; a registration is looked up among the publications.</param>
    /// <param name="options">How to make the call; null for the usual way.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>One object an application.</returns>
    /// <exception cref="JpoInvalidNumberException">The number is no DOCDB number; no access was spent.</exception>
    /// <exception cref="ArgumentException">The kind is one that the OPD does not look up.</exception>
    /// <exception cref="JpoException">The service has no data, cannot be reached, or its limit is used up.</exception>
    public async Task<IReadOnlyList<OpdFamilyMember>> GetFamilyAsync(string docdb, JpoNumberKind kind, JpoCallOptions? options = null, CancellationToken cancellationToken = default)
    {
        string number = RequiredText.Docdb(docdb);
        AnswerList<OpdFamilyMember> family = await _client.GetXmlAsync(
            ApiCatalog.OpdFamily, KindWord(kind) + number, answer => OpdReader.Family(answer, number), options, cancellationToken).ConfigureAwait(false);
        return family.Items;
    }

    /// <summary>4-2: the same as a flat list with more dates, from a larger limit of its own.</summary>
    /// <param name="docdb">A number in DOCDB form, e.g. <c>JP.2015508823.A</c>.</param>
    /// <param name="kind">Application or publication; a registration is looked up among the publications.</param>
    /// <param name="options">How to make the call; null for the usual way.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>One object an application.</returns>
    /// <exception cref="JpoInvalidNumberException">The number is no DOCDB number; no access was spent.</exception>
    /// <exception cref="ArgumentException">The kind is one that the OPD does not look up.</exception>
    /// <exception cref="JpoException">The service has no data, cannot be reached, or its limit is used up.</exception>
    public async Task<IReadOnlyList<OpdFamilyMember>> GetFamilyListAsync(string docdb, JpoNumberKind kind, JpoCallOptions? options = null, CancellationToken cancellationToken = default)
    {
        string number = RequiredText.Docdb(docdb);
        AnswerList<OpdFamilyMember> family = await _client.GetXmlAsync(
            ApiCatalog.OpdFamilyList, KindWord(kind) + number, answer => OpdReader.Family(answer, number), options, cancellationToken).ConfigureAwait(false);
        return family.Items;
    }

    /// <summary>4-3: the documents of a dossier.</summary>
    /// <param name="application">An application in DOCDB form, e.g. <c>US.201314768239.A</c>.</param>
    /// <param name="options">How to make the call; null for the usual way.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>One object a document.</returns>
    /// <exception cref="JpoInvalidNumberException">The number is no DOCDB number; no access was spent.</exception>
    /// <exception cref="JpoException">The service has no data, cannot be reached, or its limit is used up.</exception>
    public async Task<IReadOnlyList<OpdDocumentEntry>> GetDocumentListAsync(string application, JpoCallOptions? options = null, CancellationToken cancellationToken = default)
    {
        string number = RequiredText.Docdb(application);
        AnswerList<OpdDocumentEntry> documents = await _client.GetXmlAsync(
            ApiCatalog.OpdDocumentList, number, answer => OpdReader.Documents(answer, number), options, cancellationToken).ConfigureAwait(false);
        return documents.Items;
    }

    /// <summary>4-4: the documents cited in a dossier. Citations and classification come in one answer: who asks for both spends one access while the cache is in use.</summary>
    /// <param name="application">An application in DOCDB form, e.g. <c>US.201314768239.A</c>.</param>
    /// <param name="options">How to make the call; null for the usual way.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>One object a cited document.</returns>
    /// <exception cref="JpoInvalidNumberException">The number is no DOCDB number; no access was spent.</exception>
    /// <exception cref="JpoException">The service has no data, cannot be reached, or its limit is used up.</exception>
    public async Task<IReadOnlyList<OpdCitation>> GetCitationsAsync(string application, JpoCallOptions? options = null, CancellationToken cancellationToken = default)
    {
        string number = RequiredText.Docdb(application);
        AnswerList<OpdCitation> citations = await _client.GetXmlAsync(
            ApiCatalog.OpdCitation, number, answer => OpdReader.Citations(answer, number), options, cancellationToken).ConfigureAwait(false);
        return citations.Items;
    }

    /// <summary>4-4: the classification of an application, from the same answer as its citations.</summary>
    /// <param name="application">An application in DOCDB form, e.g. <c>US.201314768239.A</c>.</param>
    /// <param name="options">How to make the call; null for the usual way.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The classification.</returns>
    /// <exception cref="JpoInvalidNumberException">The number is no DOCDB number; no access was spent.</exception>
    /// <exception cref="JpoException">The service has no data, cannot be reached, or its limit is used up.</exception>
    public async Task<OpdClassification> GetClassificationAsync(string application, JpoCallOptions? options = null, CancellationToken cancellationToken = default)
    {
        string number = RequiredText.Docdb(application);
        return await _client.GetXmlAsync(
            ApiCatalog.OpdCitation, number, answer => OpdReader.Classification(answer, number), options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>4-5: a document of a dossier as PDF.</summary>
    /// <param name="application">An application in DOCDB form, e.g. <c>US.201314768239.A</c>.</param>
    /// <param name="documentId">Id of the document, as the list of documents gives it.</param>
    /// <param name="options">How to make the call; null for the usual way.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The file.</returns>
    /// <exception cref="JpoInvalidNumberException">The number is no DOCDB number; no access was spent.</exception>
    /// <exception cref="JpoInvalidParameterException">The id is none; no access was spent.</exception>
    /// <exception cref="JpoException">The service has no data, cannot be reached, or its limit is used up.</exception>
    public Task<OpdDocumentFile> GetDocumentAsync(string application, string documentId, JpoCallOptions? options = null, CancellationToken cancellationToken = default)
    {
        string number = RequiredText.Docdb(application);
        return GetFileAsync(ApiCatalog.OpdDocument, number, documentId, options, cancellationToken);
    }

    /// <summary>4-6: a document of a Japanese dossier as a zip of XML.</summary>
    /// <param name="application">A Japanese application in DOCDB form, e.g. <c>JP.2015500001.A</c>.</param>
    /// <param name="documentId">Id of the document, as the list of documents gives it.</param>
    /// <param name="options">How to make the call; null for the usual way.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The file.</returns>
    /// <exception cref="JpoInvalidNumberException">The number is no DOCDB number; no access was spent.</exception>
    /// <exception cref="JpoInvalidParameterException">The id is none; no access was spent.</exception>
    /// <exception cref="JpoException">The service has no data, cannot be reached, or its limit is used up.</exception>
    public Task<OpdDocumentFile> GetJapaneseDocumentAsync(string application, string documentId, JpoCallOptions? options = null, CancellationToken cancellationToken = default)
    {
        string number = RequiredText.JapaneseDocdb(application);
        return GetFileAsync(ApiCatalog.OpdJapaneseDocument, number, documentId, options, cancellationToken);
    }

    internal static string KindWord(JpoNumberKind kind) => kind switch
    {
        JpoNumberKind.Application => "application/",
        JpoNumberKind.Publication or JpoNumberKind.Registration => "publication/",
        _ => throw new ArgumentException(string.Format(CultureInfo.CurrentCulture, Client.Messages.FamilyKindInvalid, kind), nameof(kind)),
    };

    private async Task<OpdDocumentFile> GetFileAsync(ApiDescriptor api, string number, string documentId, JpoCallOptions? options, CancellationToken cancellationToken)
    {
        string id = RequiredText.DocumentId(api, documentId);
        FileAnswer file = await _client.GetFileAsync(api, number + "/" + id, options, cancellationToken).ConfigureAwait(false);
        return new OpdDocumentFile(number, id, file);
    }
}
