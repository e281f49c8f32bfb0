using System;
using System.Collections.Generic;
using System.Xml.Linq;
using JpoPatent.Answers;
using JpoPatent.Numbers;

namespace JpoPatent.Opd;

/// <summary>Makes models of OPD's XML. The number that was asked for stands in no answer, so it comes along.</summary>
internal static class OpdReader
{
    /// <summary>
    /// 4-1 and 4-2: a member an application. What 4-1 nests by country (<c>family-item</c>),
    /// 4-2 has flat (<c>family-list</c>).
    /// </summary>
    internal static AnswerList<OpdFamilyMember> Family(XElement answer, string familyOf)
    {
        var members = new List<OpdFamilyMember>();
        foreach (XElement element in answer.Descendants())
        {
            switch (element.Name.LocalName)
            {
                case "family":
                    string? country = element.TextOf("country");
                    foreach (XElement item in element.All("family-item"))
                    {
                        AddMembers(members, item, familyOf, country, element.AttributeOf("group"));
                    }

                    break;
                case "family-list":
                    AddMembers(members, element, familyOf, element.TextOf("country"), element.AttributeOf("group"));
                    break;
            }
        }

        return new AnswerList<OpdFamilyMember> { Items = members };
    }

    /// <summary>4-3.</summary>
    internal static AnswerList<OpdDocumentEntry> Documents(XElement answer, string application)
    {
        XElement? original = Bibliographic(answer, "original");
        XElement? translated = Bibliographic(answer, "translated");
        string? title = original?.TextOf("invention-title");
        string? translatedTitle = translated?.TextOf("invention-title");
        IReadOnlyList<string> applicants = Applicants(original);
        IReadOnlyList<string> translatedApplicants = Applicants(translated);

        var entries = new List<OpdDocumentEntry>();
        foreach (XElement list in answer.All("document-list"))
        {
            var originals = new List<XElement>(list.All("original"));
            var translations = new List<XElement>(list.All("translated"));
            var days = new List<XElement>(list.All("legal-date"));
            int count = Math.Max(Math.Max(originals.Count, translations.Count), Math.Min(days.Count, 1));
            for (int i = 0; i < count; i++)
            {
                XElement? document = At(originals, i);
                XElement? translation = At(translations, i);
                string? translatedId = translation?.AttributeOf("id");
                entries.Add(new OpdDocumentEntry
                {
                    ApplicationNumber = application,
                    DocumentId = document?.AttributeOf("id") ?? translatedId,
                    TranslatedDocumentId = translatedId,
                    Group = list.AttributeOf("group"),
                    LegalDate = At(days, Math.Min(i, days.Count - 1))?.Day(),
                    Description = document?.TextOf("document-description"),
                    TranslatedDescription = translation?.TextOf("document-description"),
                    InventionTitle = title,
                    TranslatedInventionTitle = translatedTitle,
                    Applicants = applicants,
                    TranslatedApplicants = translatedApplicants,
                });
            }
        }

        return new AnswerList<OpdDocumentEntry> { Items = entries };
    }

    /// <summary>4-4, the citations.</summary>
    internal static AnswerList<OpdCitation> Citations(XElement answer, string application)
    {
        IReadOnlyList<OpdNumber> references = References(answer);
        var citations = new List<OpdCitation>();
        foreach (XElement element in answer.Descendants())
        {
            if (element.Name.LocalName is not ("patent-literature" or "non-patent-literature"))
            {
                continue;
            }

            IReadOnlyList<OpdCitedNumber> numbers = CitedNumbers(element);
            OpdCitedNumber? best = Best(numbers);
            citations.Add(new OpdCitation
            {
                ApplicationNumber = application,
                References = references,
                Kind = element.Name.LocalName == "patent-literature" ? CitationKind.Patent : CitationKind.NonPatent,
                DraftDate = element.DayOf("draft-date"),
                CitedIn = element.TextOf("cited-in"),
                Number = best?.Number,
                Format = best?.Format,
                Numbers = numbers,
                Text = element.TextOf("text"),
            });
        }

        return new AnswerList<OpdCitation> { Items = citations };
    }

    /// <summary>4-4, the classifications.</summary>
    internal static OpdClassification Classification(XElement answer, string application)
    {
        var ipcs = new List<string>();
        var originals = new List<OpdOriginalClassification>();
        foreach (XElement classification in answer.All("classification"))
        {
            ipcs.AddRange(classification.Texts("ipc"));
            foreach (XElement original in classification.All("original"))
            {
                if (original.Text() is { } symbol)
                {
                    originals.Add(new OpdOriginalClassification
                    {
                        Scheme = original.AttributeOf("scheme"),
                        Symbol = symbol,
                    });
                }
            }
        }

        return new OpdClassification
        {
            ApplicationNumber = application,
            References = References(answer),
            Ipcs = ipcs,
            Originals = originals,
        };
    }

    /// <summary>
    /// One entry holds one application; where it holds more, each application takes the numbers up to the next.
    /// </summary>
    private static void AddMembers(
        List<OpdFamilyMember> members, XElement entry, string familyOf, string? country, string? group)
    {
        string? id = entry.AttributeOf("id");
        List<OpdNumber> numbers = Numbers(entry);
        int start = 0;
        bool hasApplication = false;
        for (int i = 0; i <= numbers.Count; i++)
        {
            bool isApplication = i < numbers.Count && numbers[i].Kind == JpoNumberKind.Application;
            if (i == numbers.Count ? i > start : isApplication && hasApplication)
            {
                members.Add(Member(familyOf, id, country, group, numbers.GetRange(start, i - start)));
                start = i;
            }

            hasApplication |= isApplication;
        }
    }

    private static OpdFamilyMember Member(
        string familyOf, string? id, string? country, string? group, List<OpdNumber> numbers)
    {
        OpdNumber? application = numbers.Find(number => number.Kind == JpoNumberKind.Application);
        List<OpdNumber> publications = numbers.FindAll(number => number.Kind == JpoNumberKind.Publication);
        List<OpdNumber> registrations = numbers.FindAll(number => number.Kind == JpoNumberKind.Registration);
        return new OpdFamilyMember
        {
            FamilyOf = familyOf,
            Id = id,
            Group = group,
            Country = country ?? CountryOf(numbers),
            ApplicationNumber = application?.Number,
            ApplicationDate = application?.Date,
            Publications = publications,
            Registrations = registrations,
            PublicationNumbers = Texts(publications),
            RegistrationNumbers = Texts(registrations),
        };
    }

    private static string? CountryOf(List<OpdNumber> numbers) =>
        numbers.Find(number => IsDocdb(number.Number))?.Number!.Substring(0, 2);

    private static IReadOnlyList<string> Texts(List<OpdNumber> numbers)
    {
        var texts = new List<string>(numbers.Count);
        foreach (OpdNumber number in numbers)
        {
            if (number.Number != null)
            {
                texts.Add(number.Number);
            }
        }

        return texts;
    }

    private static IReadOnlyList<OpdNumber> References(XElement answer)
    {
        var references = new List<OpdNumber>();
        foreach (XElement reference in answer.All("reference"))
        {
            references.AddRange(Numbers(reference));
        }

        return references;
    }

    /// <summary>The numbers of the three kinds below an element, in the order of the document.</summary>
    private static List<OpdNumber> Numbers(XElement element)
    {
        var numbers = new List<OpdNumber>();
        foreach (XElement descendant in element.Descendants())
        {
            JpoNumberKind? kind = descendant.Name.LocalName switch
            {
                "application-number" => JpoNumberKind.Application,
                "publication-number" => JpoNumberKind.Publication,
                "registration-number" => JpoNumberKind.Registration,
                _ => null,
            };
            string? number = kind == null ? null : descendant.NumberIn();
            DateTime? date = kind == null ? null : descendant.DayOf("date");
            if (kind != null && (number != null || date != null))
            {
                numbers.Add(new OpdNumber { Kind = kind.Value, Number = number, Date = date });
            }
        }

        return numbers;
    }

    private static IReadOnlyList<OpdCitedNumber> CitedNumbers(XElement literature)
    {
        var numbers = new List<OpdCitedNumber>();
        foreach (XElement publication in literature.All("publication-number"))
        {
            if (publication.NumberIn() is { } number)
            {
                numbers.Add(new OpdCitedNumber { Number = number, Format = publication.AttributeOf("format") });
            }
        }

        return numbers;
    }

    private static OpdCitedNumber? Best(IReadOnlyList<OpdCitedNumber> numbers)
    {
        foreach (OpdCitedNumber number in numbers)
        {
            if (IsDocdb(number.Number))
            {
                return number;
            }
        }

        return numbers.Count > 0 ? numbers[0] : null;
    }

    private static XElement? Bibliographic(XElement answer, string language)
    {
        foreach (XElement bibliographic in answer.All("bibliographic"))
        {
            if (bibliographic.First(language) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static IReadOnlyList<string> Applicants(XElement? language)
    {
        var names = new List<string>();
        if (language != null)
        {
            foreach (XElement applicant in language.All("applicant"))
            {
                names.AddRange(applicant.Texts("last-name"));
            }
        }

        return names;
    }

    private static bool IsDocdb(string? text) => DocdbText.TrySplit(text.AsSpan(), out _, out _);

    private static XElement? At(List<XElement> elements, int index) =>
        index >= 0 && index < elements.Count ? elements[index] : null;
}
