using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security;
using System.Text;
using System.Threading.Tasks;
using JpoPatent.Sandbox;

namespace JpoPatent.Frameworks;

/// <summary>Asks a sandbox whose clock stands still for cases of all laws, through every API, and writes what came, a line a property.</summary>
internal static class Program
{
    private const int CasesOfEachLaw = 8;

    private static async Task Main(string[] arguments)
    {
        string folder = arguments[0];
        using var output = new StreamWriter(Path.Combine(folder, "seen.txt"), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        var record = new Record(output);
        foreach (string culture in new[] { "en-US", "ja-JP" })
        {
            CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            using JpoClient client = NewClient(Path.Combine(folder, culture));
            await client.ConnectAsync();
            await AskAsync(client, record.In(culture), Path.Combine(folder, culture + "-saved"));
            Lists.Add(record.In(culture), Path.Combine(folder, culture + "-lists"));
            foreach (ApiDescriptor api in ApiCatalog.All)
            {
                record.In(culture).Add("used " + api.Id, client.GetQuota(api).Used > 0);
                record.In(culture).Add("estimate " + api.Id, client.EstimateQuota(api, 5000));
            }
        }
    }

    private static JpoClient NewClient(string state)
    {
        var clock = new StandingClock();
        var options = new SandboxOptions { Time = clock, DomesticPerMinute = 0, OpdPerMinute = 0 };
        foreach (ApiDescriptor api in ApiCatalog.All)
        {
            options.DailyLimits[api.Id] = 1_000_000;
        }

        var password = new SecureString();
        password.AppendChar('-');
        return new JpoClient(new JpoClientOptions
        {
            Credential = new JpoCredential("sandbox", password),
            BaseUri = new Uri("https://sandbox.invalid"),
            Transport = new SandboxHandler(new SandboxService(options)),
            IsSandbox = true,
            StatePath = state,
            Time = clock,
            RequestsPerMinute = 0,
            OpdRequestsPerMinute = 0,
        });
    }

    private static async Task AskAsync(JpoClient client, Record record, string saved)
    {
        foreach (string text in new[] { "特願2020-123456", "特願２０２０－１２３４５６号", "2020-123456", "JP2020-123456", "特許第7533889号", "PCT/JP2019/011858", "20208423", "平成7年特許願第1号", "" })
        {
            record.Add("number " + text, Result(() => JpoNumber.Parse(text)));
        }

        for (int i = 0; i < CasesOfEachLaw; i++)
        {
            string year = (2008 + (i * 2)).ToString(CultureInfo.InvariantCulture);
            string serial = (1 + (i * 997)).ToString("D6", CultureInfo.InvariantCulture);
            await AskPatentAsync(client, record, JpoNumber.Parse("特願" + year + "-" + serial), saved);
            await AskDesignAsync(client, record, JpoNumber.Parse("意願" + year + "-" + serial), saved);
            await AskTrademarkAsync(client, record, JpoNumber.Parse("商願" + year + "-" + serial), saved);
            await AskDossierAsync(client, record, JpoDocdbNumber.Parse("JP." + year + serial + ".A", JpoNumberKind.Application), saved);
        }
    }

    private static async Task AskPatentAsync(JpoClient client, Record record, JpoNumber number, string saved)
    {
        PatentApis patents = client.Patents;
        PatentProgress? progress = await record.AskAsync(number + " progress", () => patents.GetProgressAsync(number));
        await record.AskAsync(number + " simple", () => patents.GetProgressSimpleAsync(number));
        await record.AskAsync(number + " divisional", () => patents.GetDivisionalAsync(number));
        await record.AskAsync(number + " priority", () => patents.GetPriorityAsync(number));
        await record.AskAsync(number + " citations", () => patents.GetCitationsAsync(number));
        await record.AskAsync(number + " registration", () => patents.GetRegistrationAsync(number));
        string international = "PCT/JP2019/" + number.Value.Substring(4);
        await record.AskAsync(number + " national phase", () => patents.GetPctNationalPhaseAsync(JpoNumber.Parse(progress?.InternationalApplicationNumber is { } own ? "PCT/" + own : international)));
        await AskAnyAsync(patents, record, number, progress, saved);
    }

    private static async Task AskDesignAsync(JpoClient client, Record record, JpoNumber number, string saved)
    {
        DesignApis designs = client.Designs;
        DesignProgress? progress = await record.AskAsync(number + " progress", () => designs.GetProgressAsync(number));
        await record.AskAsync(number + " simple", () => designs.GetProgressSimpleAsync(number));
        await record.AskAsync(number + " priority", () => designs.GetPriorityAsync(number));
        await record.AskAsync(number + " registration", () => designs.GetRegistrationAsync(number));
        await AskAnyAsync(designs, record, number, progress, saved);
    }

    private static async Task AskTrademarkAsync(JpoClient client, Record record, JpoNumber number, string saved)
    {
        TrademarkApis trademarks = client.Trademarks;
        TrademarkProgress? progress = await record.AskAsync(number + " progress", () => trademarks.GetProgressAsync(number));
        await record.AskAsync(number + " simple", () => trademarks.GetProgressSimpleAsync(number));
        await record.AskAsync(number + " priority", () => trademarks.GetPriorityAsync(number));
        await record.AskAsync(number + " registration", () => trademarks.GetRegistrationAsync(number));
        await AskAnyAsync(trademarks, record, number, progress, saved);
    }

    private static async Task AskAnyAsync(DomesticApis apis, Record record, JpoNumber number, CaseProgress? progress, string saved)
    {
        ApplicantAttorney? applicant = progress?.Applicants.FirstOrDefault();
        await record.AskAsync(number + " applicant", () => apis.GetApplicantAsync(applicant?.Code ?? "000000019"));
        await record.AskAsync(number + " applicants", () => apis.FindApplicantsAsync(applicant?.Name ?? "見本"));
        await record.AskAsync(number + " number", () => apis.GetNumberAsync(number));
        await record.AskAsync(number + " address", () => apis.GetUrlAsync(number));
        foreach (DocumentKind kind in new[] { DocumentKind.Application, DocumentKind.Mailed, DocumentKind.Refusal })
        {
            string what = number + " " + kind;
            foreach (JpoDocument document in await record.AskAsync(what, () => apis.ReadDocumentsAsync(number, kind)) ?? [])
            {
                record.AddSaved(what, document, saved);
            }
        }
    }

    private static async Task AskDossierAsync(JpoClient client, Record record, JpoDocdbNumber number, string saved)
    {
        OpdApis dossiers = client.Opd;
        await record.AskAsync(number + " family", () => dossiers.GetFamilyAsync(number));
        await record.AskAsync(number + " family list", () => dossiers.GetFamilyListAsync(number));
        await record.AskAsync(number + " citations", () => dossiers.GetCitationsAsync(number));
        await record.AskAsync(number + " classification", () => dossiers.GetClassificationAsync(number));
        string id = (await record.AskAsync(number + " documents", () => dossiers.GetDocumentListAsync(number)))?.FirstOrDefault()?.DocumentId ?? "none";
        await record.AskAsync(number + " file", () => dossiers.GetDocumentAsync(number, id));
        foreach (JpoDocument document in await record.AskAsync(number + " document", () => dossiers.ReadJapaneseDocumentAsync(number, id)) ?? [])
        {
            record.AddSaved(number + " document", document, saved);
        }
    }

    private static object Result(Func<object> read)
    {
        try
        {
            return read();
        }
        catch (JpoException error)
        {
            return error.GetType().Name + ": " + error.Message;
        }
    }
}
