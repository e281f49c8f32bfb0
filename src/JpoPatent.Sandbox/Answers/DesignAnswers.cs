using JpoPatent.Sandbox.World;

namespace JpoPatent.Sandbox.Answers;

/// <summary>The JSON answers about designs.</summary>
internal static class DesignAnswers
{
    public static SandboxResponse Progress(Question question, DesignCase found, bool simple) =>
        Envelope.Success(question.Remaining, json =>
        {
            json.Text("applicationNumber", found.Number).Text("designArticle", found.Subject.Title);
            if (!simple)
            {
                json.Text("designClass", found.Subject.Classification);
            }

            // Designs are not made public before registration, so the day of publication stays empty.
            json.Parties(found)
                .Text("filingDate", SandboxCalendar.Text(found.Filing))
                .Text("publicationDate", "")
                .Text("registrationNumber", found.RegistrationNumber)
                .Text("registrationDate", SandboxCalendar.Text(found.Registration));
            if (!simple)
            {
                json.Text("principalDesignApplicationNumber", found.Principal);
            }

            json.RegisterDates(found);
            if (!simple)
            {
                json.Priorities(found).ParentRight(found);
            }

            json.Documents(found);
        });

    public static SandboxResponse Number(Question question, DesignCase found) =>
        Envelope.Success(question.Remaining, json => json
            .Text("applicationNumber", found.Number)
            .Text("registrationNumber", found.RegistrationNumber)
            .Text("internationalRegistrationNumber", found.InternationalRegistration)
            .Text("designNumber", found.DesignNumber));

    public static SandboxResponse Registration(Question question, DesignCase found) =>
        RightAnswers.Registration(question, found, json => json.Text("designArticle", found.Subject.Title));
}
