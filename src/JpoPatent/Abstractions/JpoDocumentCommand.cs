using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace JpoPatent.Abstractions;

/// <summary>A cmdlet that gets the documents of cases of one law, each read into an object.</summary>
public abstract class JpoDocumentCommand : JpoApplicationCommand
{
    /// <summary>
    /// Under which kind a document came first: notices of reasons for refusal are among what JPO mailed as well.
    /// </summary>
    private readonly Dictionary<(string Application, string Document), DocumentKind> _seen = [];
    private readonly DueDateWarning _dueDates = new();

    /// <summary>Which documents, one kind or several; each kind has a daily limit of its own.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public DocumentKind[] Kind { get; set; } = [DocumentKind.Refusal];

    /// <summary>
    /// Ask for the progress of a case where the last day of a period is not known without it,
    /// which spends an access of the progress API.
    /// </summary>
    [Parameter]
    public SwitchParameter WithDueDate { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        DomesticApis apis = ApisOf(Connected.Client);
        bool withDueDate = WithDueDate;
        FetchEach(Kind.Distinct().Select(kind => (apis.Documents(kind), Ask(kind))).ToList());

        Func<JpoClient, JpoNumber, JpoCallOptions, CancellationToken, Task<IReadOnlyList<JpoDocument>>> Ask(
            DocumentKind kind) => async (client, number, options, stop) =>
            WithoutSeen(
                await ApisOf(client).ReadDocumentsAsync(number, kind, withDueDate, options, stop).ConfigureAwait(false),
                kind);
    }

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        _dueDates.Write(this, WithDueDate ? Messages.DueDateNotToBeHad : Messages.DueDateHowToGet);
        base.EndProcessing();
    }

    /// <summary>The APIs of the law.</summary>
    private protected abstract DomesticApis ApisOf(JpoClient client);

    private protected override void OnAnswer(object? answer)
    {
        this.WarnOfProblems(answer);
        _dueDates.Count(answer);
    }

    private List<JpoDocument> WithoutSeen(IReadOnlyList<JpoDocument> documents, DocumentKind kind)
    {
        var fresh = new List<JpoDocument>(documents.Count);
        foreach (JpoDocument document in documents)
        {
            (string, string) key = (document.ApplicationNumber, document.DocumentNumber ?? document.FileName);
            if (!_seen.TryGetValue(key, out DocumentKind first))
            {
                _seen.Add(key, kind);
                fresh.Add(document);
            }
            else if (first == kind)
            {
                // The same case was given twice, and is answered twice.
                fresh.Add(document);
            }
        }

        return fresh;
    }
}
