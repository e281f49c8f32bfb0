using System;
using System.Collections.Generic;
using System.Xml.Linq;
using JpoPatent.Layout;
using JpoPatent.Numbers;
using JpoPatent.Text;

namespace JpoPatent.Documents;

/// <summary>What a document in XML says of itself, wherever it says so.</summary>
internal static class XmlFacts
{
    private static readonly string[] OthersNames =
        [
            "amendment-group", "target-document", "submission-object-list-article", "submission-object-group",
            "list-group", "attaching-document", "final-decision-memo", "amendment-charge-article",
        ];

    private static readonly string[] OthersCodes =
        ["amendment-group", "target-document", "contents-of-amendment", "amendment-charge-article"];

    internal static void Read(JpoDocument document, XElement root, PageContext context)
    {
        bool isFiled = context.IsFiled;
        document.DocumentCode ??= DocumentCodes.Find(root) ?? Code(root, isFiled);
        document.DocumentName = Name(root, isFiled);
        document.DraftingDate = root.FirstPart("drafting-date").DayIn();
        document.SubmissionDate = root.FirstPart("submission-date").DayIn();
        document.DrafterName = root.FirstPart("draft-person-group").FirstPart("name").Line();
        document.InventionTitle = root.FirstPart("invention-title").Line();
        document.DispatchNumber = root.FirstPart("dispatch-number").Line() is { } dispatch
            ? PeriodText.Plain(dispatch)
            : null;
        if (root.FirstPart("application-reference").FirstPart("doc-number").Line() is { } number
            && CaseNumbers.IsTenDigits(PeriodText.Plain(number))
            && document.DocumentId != null)
        {
            document.ApplicationNumber = PeriodText.Plain(number);
        }

        Persons(document, root, context);
        document.Articles = Articles(root, document.Law);
        if (root.FirstPart("conclusion-part-article") is { } conclusion)
        {
            string words = TextLayout.Write(XmlPage.Lay(new XElement("part", conclusion.Nodes()), context));
            document.Conclusion = words.Length == 0 ? null : words;
        }
    }

    private static void Persons(JpoDocument document, XElement root, PageContext context)
    {
        var applicants = new List<string>();
        var agents = new List<string>();
        foreach (XElement group in root.Parts("addressed-to-person-group"))
        {
            Add(Addressee.IsAgent(group) ? agents : applicants, Addressee.NameOf(group));
            document.AddresseeName ??= Addressee.IsAddressed(context.Code) ? Addressee.NameOf(group) : null;
        }

        foreach (XElement person in root.Descendants())
        {
            if (person.Part() is "applicant" or "agent" && !person.IsWithin("contents-of-amendment"))
            {
                Add(
                    person.Part() == "agent" ? agents : applicants,
                    (person.FirstPart("addressbook") ?? person).FirstPart("name").Line());
            }
        }

        document.AddresseeName ??= root.FirstPart("addressed-to-person").Line();
        document.ApplicantNames = applicants.AsReadOnly();
        document.AgentNames = agents.AsReadOnly();
    }

    private static void Add(List<string> names, string? name)
    {
        if (name != null && !names.Contains(name))
        {
            names.Add(name);
        }
    }

    private static IReadOnlyList<string> Articles(XElement root, JpoLaw law)
    {
        var articles = new List<string>();
        foreach (XElement group in root.Parts("article-group"))
        {
            foreach (XElement article in group.Parts("article"))
            {
                if (articles.Count < ArticleFinder.MaxArticles
                    && article.Line() is { } text
                    && ArticleFinder.Bare(text, law) is var bare
                    && !articles.Contains(bare))
                {
                    articles.Add(bare);
                }
            }
        }

        return articles.AsReadOnly();
    }

    /// <summary>The name that stands first and is not that of another document that this one mentions.</summary>
    private static string? Name(XElement root, bool isFiled)
    {
        foreach (XElement name in root.Parts("document-name"))
        {
            if (Array.IndexOf(OthersNames, name.Parent?.Part()) < 0)
            {
                return name.Line();
            }
        }

        if (!isFiled)
        {
            return null;
        }

        string[] parts = ["description", "claims", "abstract", "drawings"];
        string[] found = Array.FindAll(
            parts, part => root.Part() == part || (root.Part() == "application-body" && root.Element(part) != null));
        return found.Length > 0
            ? string.Join("・", Array.ConvertAll(found, static part => PageWords.Label(part)!))
            : null;
    }

    private static string? Code(XElement root, bool isFiled)
    {
        foreach (XElement code in root.Parts("document-code"))
        {
            if (Array.IndexOf(OthersCodes, code.Parent?.Part()) < 0)
            {
                return code.Line() is { } text ? DocumentCodes.Plain(text, isFiled) : null;
            }
        }

        return null;
    }
}
