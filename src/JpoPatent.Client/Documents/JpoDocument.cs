using System;
using System.Collections.Generic;
using JpoPatent.Answers;
using JpoPatent.Archives;
using JpoPatent.Documents;
using JpoPatent.Files;
using JpoPatent.Layout;
using JpoPatent.Numbers;

namespace JpoPatent;

/// <summary>
/// A document of a case: an opinion, an amendment, a notice, a decision; from the bundles of APIs 1-8 to 1-10, 2-7 to
/// 2-9, 3-7 to 3-9 <c>app_doc_cont_…</c> and 4-6 <c>jp_doc_cont</c>. What the document does not state is null.
/// </summary>
public sealed class JpoDocument : JpoAnswer
{
    internal JpoDocument()
    {
    }

    /// <summary>The application number as people write it, e.g. <c>特願2020-123456</c>.</summary>
    public string? DisplayNumber => DisplayNumbers.OfApplication(ApplicationNumber, Law);

    /// <summary>Application number, ten digits, year first.</summary>
    public string ApplicationNumber { get; internal set; } = string.Empty;

    /// <summary>The law of the case.</summary>
    public JpoLaw Law { get; internal set; }

    /// <summary>
    /// Which documents were asked for. For a document of the OPD: what the applicant filed, or what JPO mailed.
    /// </summary>
    public DocumentKind Kind { get; internal set; }

    /// <summary>
    /// The document's own number, eleven digits, from its name in the bundle:
    /// what the progress answer has as <c>documentNumber</c>.
    /// </summary>
    public string? DocumentNumber { get; internal set; }

    /// <summary>Code of the kind of document, e.g. <c>A131</c>.</summary>
    public string? DocumentCode { get; internal set; }

    /// <summary>
    /// Its name in Japanese, e.g. 拒絶理由通知書: as the document has it (<c>document-name</c>); else as the progress answer
    /// has it (<c>documentDescription</c>), where that was at hand; else by its code, where that is certain.
    /// </summary>
    public string? DocumentName { get; internal set; }

    /// <summary>
    /// The dispatch number (<c>dispatch-number</c>), six digits: of a document that JPO mailed its own, which is the
    /// last six digits of its number; of one that the applicant filed, that of the notice which it answers.
    /// </summary>
    public string? DispatchNumber { get; internal set; }

    /// <summary>The day on which the examiner drafted it (<c>drafting-date</c>).</summary>
    public DateTime? DraftingDate { get; internal set; }

    /// <summary>The day on which the applicant filed it, as the document says (<c>submission-date</c>).</summary>
    public DateTime? SubmissionDate { get; internal set; }

    /// <summary>
    /// The day of receipt or dispatch (<c>legalDate</c>), from a progress answer; null where none was at hand. The
    /// document itself does not state it.
    /// </summary>
    public DateTime? LegalDate { get; internal set; }

    /// <summary>Who drafted it (<c>draft-person-group</c>).</summary>
    public string? DrafterName { get; internal set; }

    /// <summary>
    /// The addressee: the name that a notice prints before 様 (<c>addressed-to-person-group</c>), the agent's or the
    /// applicant's; in what applicants file the office's examiner
    /// (<c>addressed-to-person</c>). Null in decisions.
    /// </summary>
    public string? AddresseeName { get; internal set; }

    /// <summary>
    /// The applicants whom the document names, in its order (<c>addressed-to-person-group</c>, <c>applicant</c>).
    /// </summary>
    public IReadOnlyList<string> ApplicantNames
    {
        get;
        internal set => field = JpoList<string>.Of(value);
    } = JpoList<string>.None;

    /// <summary>
    /// Who acts for them, as the document names them (代理人),
    /// in its order (<c>addressed-to-person-group</c>, <c>agent</c>).
    /// </summary>
    public IReadOnlyList<string> AgentNames
    {
        get;
        internal set => field = JpoList<string>.Of(value);
    } = JpoList<string>.None;

    /// <summary>The title of the invention, where the document states it (<c>invention-title</c>).</summary>
    public string? InventionTitle { get; internal set; }

    /// <summary>
    /// The provisions that it rests on, digits at half width, without explanations and without the name of the case's
    /// own law: 第29条第2項 (<c>article-group</c>). Provisions in advice and remarks are not among them.
    /// </summary>
    public IReadOnlyList<string> Articles
    {
        get;
        internal set => field = JpoList<string>.Of(value);
    } = JpoList<string>.None;

    /// <summary>What it comes to, as its text says (<c>conclusion-part-article</c>).</summary>
    public string? Conclusion { get; internal set; }

    /// <summary>
    /// The whole text as a person would print it: lines end where they did, tables have columns, subscripts are
    /// <c>_{2}</c>, superscripts <c>^{2}</c>, pictures are named. Lines end with
    /// <c>\n</c>.
    /// </summary>
    public string Text { get; internal set; } = string.Empty;

    /// <summary>
    /// The periods that the document sets: for an answer, an appeal, a payment, a suit, in the order of its text.
    /// Periods of other documents that the text recalls are not among them.
    /// </summary>
    public IReadOnlyList<JpoPeriod> Periods
    {
        get;
        internal set => field = JpoList<JpoPeriod>.Of(value);
    } = JpoList<JpoPeriod>.None;

    /// <summary>
    /// The time allowed for an answer, as the text states it, counted from the dispatch. Where residents abroad have
    /// a longer one, the shorter.
    /// </summary>
    public ResponsePeriod? ResponsePeriod { get; private set; }

    /// <summary>
    /// The last day for an answer: <see cref="LegalDate"/> plus <see cref="ResponsePeriod"/>, counted as the Patent Act
    /// counts (article 3), moved to the next day on which the office is open. Null when either is not known. A reading
    /// aid, not legal advice: extensions, and rules for people abroad, are not in it.
    /// </summary>
    public DateTime? ResponseDueDate { get; private set; }

    /// <summary>The file in the bundle, with its folder.</summary>
    public string FileName { get; internal set; } = string.Empty;

    /// <summary>The files that lie beside it in the bundle.</summary>
    public IReadOnlyList<JpoAttachment> Attachments
    {
        get;
        internal set => field = JpoList<JpoAttachment>.Of(value);
    } = JpoList<JpoAttachment>.None;

    /// <summary>Id of the document in the OPD; null for a document that did not come from there.</summary>
    public string? DocumentId { get; internal set; }

    /// <summary>
    /// What was wrong with the file, in words; null where it was read as it should be.
    /// The text then is what could be made out.
    /// </summary>
    public string? Problem { get; private set; }

    /// <summary>Whether it sets a period whose last day is not known, because the day of dispatch is not.</summary>
    internal bool LacksDueDate
    {
        get
        {
            foreach (JpoPeriod period in Periods)
            {
                if (LegalDate == null && period.DueDate == null)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Whether the document itself says what it is called.</summary>
    internal bool IsNameStated { get; set; }

    /// <summary>The bundle that the document came in.</summary>
    internal FileContent Bundle { get; set; } = null!;

    /// <summary>The bundle's own name.</summary>
    internal string BundleName { get; set; } = string.Empty;

    internal SafeArchive Archive { get; set; } = null!;

    /// <summary>The files that the document itself is made of; the first is the one that is named.</summary>
    internal IReadOnlyList<ArchiveEntry> Files { get; set; } = [];

    internal IReadOnlyList<PageBlock> Page { get; set; } = [];

    /// <summary>
    /// The document as one page of HTML that needs nothing else: pictures are inside,
    /// and nothing of the source can run.
    /// </summary>
    /// <returns>The page.</returns>
    /// <exception cref="ObjectDisposedException">The bundle was disposed of.</exception>
    public string ToHtml()
    {
        using var writer = new System.IO.StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        HtmlLayout.Write(this, writer, default);
        return writer.ToString();
    }

    /// <summary>Name and number.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() =>
        (DocumentName ?? DocumentCode ?? FileName) + (DocumentNumber == null ? string.Empty : " " + DocumentNumber);

    /// <summary>Notes what was wrong, beside what was noted before.</summary>
    internal void AddProblem(string problem)
    {
        if (Problem == null || Problem.IndexOf(problem, StringComparison.Ordinal) < 0)
        {
            Problem = Problem == null ? problem : Problem + " " + problem;
        }
    }

    /// <summary>Joins what a progress answer knows of the document.</summary>
    internal void Join(CaseProgress? progress)
    {
        if (Find(progress) is not { } known)
        {
            return;
        }

        LegalDate = known.LegalDate;
        DocumentCode ??= known.DocumentCode;
        DocumentName = IsNameStated ? DocumentName : known.DocumentDescription ?? DocumentName;
    }

    /// <summary>Takes the periods that were found, and counts their last days.</summary>
    /// <param name="periods">What the text states and the law sets.</param>
    /// <param name="response">The one for the answer.</param>
    internal void Take(IReadOnlyList<JpoPeriod> periods, JpoPeriod? response)
    {
        foreach (JpoPeriod period in periods)
        {
            period.CountFrom(LegalDate);
        }

        Periods = periods;
        ResponsePeriod = response == null ? null : new ResponsePeriod(response.Number, response.Unit);
        ResponseDueDate = response?.DueDate;
    }

    private DocumentEntry? Find(CaseProgress? progress)
    {
        DocumentEntry? known = null;
        if (progress != null && DocumentNumber != null)
        {
            foreach (DocumentEntry entry in progress.Documents)
            {
                if (entry.DocumentNumber == DocumentNumber
                    && (known == null || (known.DocumentCode != DocumentCode && entry.DocumentCode == DocumentCode)))
                {
                    known = entry;
                }
            }
        }

        return known;
    }
}
