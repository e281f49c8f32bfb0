using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;
using JpoPatent.Numbers;
using JpoPatent.Session;
using JpoPatent.Time;

namespace JpoPatent.Deadlines;

/// <summary>
/// Answers that come back from a file or a job as mere properties, made into answers again, as far as what is due rests
/// on them. An object's properties tell which it was.
/// </summary>
internal static class ReadBack
{
    private static readonly string[] Days = ["yyyy-MM-dd", "yyyy/MM/dd", "yyyy/M/d", "yyyy-MM-ddTHH:mm:ss", "yyyyMMdd"];

    /// <summary>A progress answer, a registration or a document; null for any other object.</summary>
    internal static JpoAnswer? Answer(PSObject source) =>
        Has(source, "NextPensionPaymentDate") ? Registration(source)
        : Has(source, "Periods") ? Document(source)
        : Has(source, "Documents") && Has(source, "FilingDate") ? Progress(source)
        : null;

    /// <summary>The value of a property, or of the module's own column where the user has one of that name.</summary>
    internal static object? Value(PSObject source, string name)
    {
        object? value = (source.Properties["Jpo" + name] ?? source.Properties[name])?.Value;
        return value is PSObject wrapped && wrapped.BaseObject is not PSCustomObject ? wrapped.BaseObject : value;
    }

    internal static string? Text(PSObject source, string name) =>
        Value(source, name) is { } value
            && Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text
            ? text
            : null;

    /// <summary>A day, as one or as text in the forms in which files have days.</summary>
    internal static DateTime? Day(PSObject source, string name) => Value(source, name) switch
    {
        DateTime day => day.Date,
        DateTimeOffset time => JapanTime.ToJapan(time).Date,
        string { Length: > 0 } text
            when DateTime.TryParseExact(
                text.Trim(), Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day) => day.Date,
        string { Length: > 0 } text
            when DateTime.TryParse(text, CultureInfo.CurrentCulture, DateTimeStyles.None, out DateTime day) => day.Date,
        _ => null,
    };

    /// <summary>The law by its word, its code, or the application number that people write.</summary>
    internal static JpoLaw? Law(PSObject source)
    {
        ToldLaw told = LawWords.Read(Text(source, "Law"));
        return told is ToldLaw.Patent or ToldLaw.Design or ToldLaw.Trademark
            ? (JpoLaw)told
            : (Text(source, "DisplayNumber") ?? Text(source, "Number"))?[0] switch
            {
                '特' => JpoLaw.Patent,
                '意' => JpoLaw.Design,
                '商' => JpoLaw.Trademark,
                _ => null,
            };
    }

    private static bool Has(PSObject source, string name) => source.Properties[name] != null;

    private static CaseRegistration? Registration(PSObject source)
    {
        CaseRegistration? registration = Law(source) switch
        {
            JpoLaw.Patent => new PatentRegistration(),
            JpoLaw.Design => new DesignRegistration(),
            JpoLaw.Trademark => new TrademarkRegistration(),
            _ => null,
        };
        if (registration != null)
        {
            registration.ApplicationNumber = Text(source, nameof(CaseRegistration.ApplicationNumber));
            registration.RegistrationDate = Day(source, nameof(CaseRegistration.RegistrationDate));
            registration.ExpireDate = Day(source, nameof(CaseRegistration.ExpireDate));
            registration.NextPensionPaymentDate = Day(source, nameof(CaseRegistration.NextPensionPaymentDate));
            registration.LastPaymentYearly = int.TryParse(
                Text(source, nameof(CaseRegistration.LastPaymentYearly)),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out int year)
                ? year
                : null;
            registration.ErasureIdentifier = Text(source, nameof(CaseRegistration.ErasureIdentifier));
            registration.DisappearanceDate = Day(source, nameof(CaseRegistration.DisappearanceDate));
            Stamp(registration, source);
        }

        return registration;
    }

    private static CaseProgress? Progress(PSObject source)
    {
        CaseProgress? progress = Law(source) switch
        {
            JpoLaw.Patent => new PatentProgress
            {
                InternationalApplicationNumber = Text(source, nameof(PatentProgress.InternationalApplicationNumber)),
                InternationalPublicationNumber = Text(source, nameof(PatentProgress.InternationalPublicationNumber)),
                InternationalPublicationDate = Day(source, nameof(PatentProgress.InternationalPublicationDate)),
            },
            JpoLaw.Design => new DesignProgress(),
            JpoLaw.Trademark => new TrademarkProgress(),
            _ => null,
        };
        if (progress != null)
        {
            progress.ApplicationNumber = Text(source, nameof(CaseProgress.ApplicationNumber));
            progress.FilingDate = Day(source, nameof(CaseProgress.FilingDate));
            progress.PublicationDate = Day(source, nameof(CaseProgress.PublicationDate));
            progress.RegistrationNumber = Text(source, nameof(CaseProgress.RegistrationNumber));
            progress.RegistrationDate = Day(source, nameof(CaseProgress.RegistrationDate));
            progress.ExpireDate = Day(source, nameof(CaseProgress.ExpireDate));
            progress.ErasureIdentifier = Text(source, nameof(CaseProgress.ErasureIdentifier));
            progress.DisappearanceDate = Day(source, nameof(CaseProgress.DisappearanceDate));
            progress.TakeDocuments(Entries(source));
            Stamp(progress, source);
        }

        return progress;
    }

    private static JpoDocument? Document(PSObject source)
    {
        if (Law(source) is not { } law)
        {
            return null;
        }

        var document = new JpoDocument
        {
            ApplicationNumber = Text(source, nameof(JpoDocument.ApplicationNumber)) ?? string.Empty,
            Law = law,
            DocumentNumber = Text(source, nameof(JpoDocument.DocumentNumber)),
            DocumentCode = Text(source, nameof(JpoDocument.DocumentCode)),
            DocumentName = Text(source, nameof(JpoDocument.DocumentName)),
            LegalDate = Day(source, nameof(JpoDocument.LegalDate)),
        };
        var periods = new List<JpoPeriod>();
        foreach (PSObject item in Items(source, nameof(JpoDocument.Periods)))
        {
            // Objects that lie too deep in a file are texts there: Appeal 3 Months 2023-07-11.
            string[] words = item.BaseObject is string text ? text.Split(' ') : [];
            string? purpose = words.Length > 2 ? words[0] : Text(item, nameof(JpoPeriod.Purpose));
            string? number = words.Length > 2 ? words[1] : Text(item, nameof(JpoPeriod.Number));
            string? unit = words.Length > 2 ? words[2] : Text(item, nameof(JpoPeriod.Unit));
            if (Enum.TryParse(purpose, out PeriodPurpose wanted)
                && Enum.TryParse(unit, out PeriodUnit counted)
                && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int length))
            {
                PeriodStart start = Enum.TryParse(Text(item, nameof(JpoPeriod.RunsFrom)), out PeriodStart told) ? told
                    : wanted == PeriodPurpose.Response ? PeriodStart.Dispatch : PeriodStart.Service;
                periods.Add(new JpoPeriod(length, counted, start, wanted)
                {
                    IsForResidentsAbroad = Text(item, nameof(JpoPeriod.IsForResidentsAbroad)) is "True" or "true",
                });
            }
        }

        document.Take(periods, response: null);
        Stamp(document, source);
        return document;
    }

    private static List<DocumentEntry> Entries(PSObject source)
    {
        var entries = new List<DocumentEntry>();
        foreach (PSObject item in Items(source, nameof(CaseProgress.Documents)))
        {
            entries.Add(new DocumentEntry
            {
                LegalDate = Day(item, nameof(DocumentEntry.LegalDate)),
                DocumentCode = Text(item, nameof(DocumentEntry.DocumentCode)),
                DocumentDescription = Text(item, nameof(DocumentEntry.DocumentDescription)),
                DocumentNumber = Text(item, nameof(DocumentEntry.DocumentNumber)),
                DocumentSeparator = Text(item, nameof(DocumentEntry.DocumentSeparator)),
            });
        }

        return entries;
    }

    private static IEnumerable<PSObject> Items(PSObject source, string name)
    {
        if (Value(source, name) is IEnumerable items and not string)
        {
            foreach (object? item in items)
            {
                if (item != null)
                {
                    yield return PSObject.AsPSObject(item);
                }
            }
        }
    }

    private static void Stamp(JpoAnswer answer, PSObject source)
    {
        DateTimeOffset at = Value(source, nameof(JpoAnswer.RetrievedAt)) switch
        {
            DateTimeOffset time => time,
            DateTime time => new DateTimeOffset(time),
            { } other
                when DateTimeOffset.TryParse(
                    other.ToString(),
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal,
                    out DateTimeOffset time) => time,
            { } other
                when DateTimeOffset.TryParse(
                    other.ToString(),
                    CultureInfo.CurrentCulture,
                    DateTimeStyles.AssumeUniversal,
                    out DateTimeOffset time) => time,
            _ => RunspaceSession.Now,
        };
        answer.Stamp(at, fromCache: true, Text(source, nameof(JpoAnswer.IsSandbox)) is "True" or "true");
    }
}
