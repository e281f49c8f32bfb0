using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Tasks;
using System.Xml.Linq;
using JpoPatent.Tests.Faults;
using JpoPatent.Tests.Models;
using Xunit;
using Xunit.Abstractions;

namespace JpoPatent.Tests.Fuzzing;

/// <summary>Whatever a parser gets, it answers or says no; it never falls.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const string NumberSigns = "0123456789０１２３４５６７８９特願開表許意商匠標登録平成令和昭年第号公報再ーー-－／/JPWOCTEUSAB.* 　()（）①\u3000\u200b\ud842\0\t\nａＺ";

    private static readonly string[] NumberSeeds =
    [
        "特願2020-123456", "特願平10-123456", "平成10年特許願第123456号", "2020123456", "JP2020123456A", "特開2021-090037", "特表2015-508823", "再表2010/123456", "WO2020/123456", "WO2020123456A1", "PCT/JP2019/011858",
        "特許第7533889号", "JP7533889B2", "意願2020-015234", "意匠登録第1680736号", "商願2024-123456", "商標登録第6210000号", "JP.2015500001.A", "US.2015378098.A1", "EP.06834636.A", "",
    ];

    private static readonly byte[][] BodySeeds =
    [
        Encoding.UTF8.GetBytes("""{"result":{"statusCode":"100","errorMessage":"","remainAccessCount":"787","data":{"applicationNumber":"2020123456","transliteration":{"0":"ア","1":"イ"},"viennaClass":{},"documentList":[{"legalDate":"20200101","sizeOfDocument":"005"}]}}}"""),
        Encoding.UTF8.GetBytes("""<?xml version="1.0" encoding="UTF-8"?><api-data xmlns="https://www.jpo.go.jp"><statusCode>100</statusCode><errorMessage/><remainAccessCount>57</remainAccessCount><family-data><families><family><country>JP</country></family></families></family-data></api-data>"""),
        Encoding.UTF8.GetBytes(Bodies.Page),
        [.. "PK\u0003\u0004"u8, .. new byte[60], .. "PK\u0005\u0006"u8, .. new byte[18]],
        Encoding.ASCII.GetBytes("%PDF-1.4\n%%EOF\n"),
    ];

    private static readonly MethodInfo ReadModel = typeof(FuzzTests).GetMethod(nameof(ReadOf), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static readonly IReadOnlyList<Action<byte[]>> Models = (
        from property in typeof(JpoJsonContext).GetProperties()
        where property.PropertyType.IsGenericType && typeof(JsonTypeInfo).IsAssignableFrom(property.PropertyType)
        let type = property.PropertyType.GetGenericArguments()[0]
        where type.IsClass && type != typeof(string) && !type.IsGenericType
        select ReadModel.MakeGenericMethod(type).CreateDelegate<Action<JsonTypeInfo, byte[]>>() into read
        from info in new[] { (JsonTypeInfo)typeof(JpoJsonContext).GetProperties().First(p => p.PropertyType == typeof(JsonTypeInfo<>).MakeGenericType(read.Method.GetGenericArguments()[0])).GetValue(JpoJsonContext.Default)! }
        select new Action<byte[]>(body => read(info, body))).ToArray();

    [Fact]
    public void The_envelope_reads_anything() => Report(Fuzzer.Run(
        static fuzzer => fuzzer.Spoil(fuzzer.Pick(BodySeeds)),
        static body =>
        {
            Envelope envelope = Envelope.Read(body);
            _ = envelope.Data(body);
            Assert.True(envelope.Remaining is null or >= 0);
        },
        Fuzzer.Show));

    [Fact]
    public void Models_read_well_formed_nonsense() => Report(Fuzzer.Run(
        static fuzzer => Encoding.UTF8.GetBytes("{\"result\":{\"statusCode\":\"100\",\"data\":" + FuzzTree.Json(fuzzer) + "}}"),
        static body =>
        {
            foreach (Action<byte[]> model in Models)
            {
                model(body);
            }
        },
        Encoding.UTF8.GetString));

    [Fact]
    public void Models_read_spoiled_answers() => Report(Fuzzer.Run(
        static fuzzer => fuzzer.Spoil(Encoding.UTF8.GetBytes("{\"result\":{\"statusCode\":\"100\",\"data\":" + FuzzTree.Json(fuzzer) + "}}")),
        static body =>
        {
            foreach (Action<byte[]> model in Models)
            {
                model(body);
            }
        },
        Fuzzer.Show));

    [Fact]
    public void The_dossier_reads_well_formed_nonsense() => Report(Fuzzer.Run(
        static fuzzer => Encoding.UTF8.GetBytes(Dossier(fuzzer)), ReadDossier, Encoding.UTF8.GetString));

    [Fact]
    public void The_dossier_reads_spoiled_answers() => Report(Fuzzer.Run(
        static fuzzer => fuzzer.Spoil(Encoding.UTF8.GetBytes(Dossier(fuzzer))), ReadDossier, Fuzzer.Show));

    [Fact]
    public void Numbers_are_read_or_refused_with_a_reason() => Report(Fuzzer.Run(
        static fuzzer => (
            Text: fuzzer.Random.Next(10) == 0 ? fuzzer.Spoil(new string(NumberSigns[fuzzer.Random.Next(NumberSigns.Length)], fuzzer.Random.Next(300)), NumberSigns) : fuzzer.Spoil(fuzzer.Pick(NumberSeeds), NumberSigns),
            Kind: fuzzer.Random.Next(3) > 0 ? fuzzer.Pick(Enum.GetValues<JpoNumberKind>()) : (JpoNumberKind?)null,
            Law: fuzzer.Random.Next(3) > 0 ? fuzzer.Pick(Enum.GetValues<JpoLaw>()) : (JpoLaw?)null),
        static input =>
        {
            if (JpoNumber.TryParse(input.Text, input.Kind, input.Law, out JpoNumber? number, out JpoInvalidNumberException? error))
            {
                Assert.All(number.Value, static c => Assert.True(char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c)));
                Assert.Equal(number.Value, JpoNumber.Parse(number.Display, number.Kind, number.Law).Value);
            }
            else
            {
                Assert.True(error!.Message.Length > 10);
            }

            JpoNumberKind? dossierKind = input.Kind is JpoNumberKind.Application or JpoNumberKind.Publication ? input.Kind : null;
            if (JpoDocdbNumber.TryParse(input.Text, dossierKind, out JpoDocdbNumber? docdb, out error))
            {
                Assert.Matches(@"^[A-Z]{2}\.[0-9]{1,94}\.[A-Z0-9*]{1,2}$", docdb.Value);
            }
            else
            {
                Assert.True(error!.Message.Length > 10);
            }
        },
        static input => $"{Convert.ToBase64String(Encoding.Unicode.GetBytes(input.Text))} (UTF-16: {input.Text}) {input.Kind} {input.Law}"));

    [Fact]
    public void A_token_answer_gives_a_token_or_none() => Report(Fuzzer.Run(
        static fuzzer => fuzzer.Spoil("""{"access_token":"abc.def-ghi","expires_in":3600,"refresh_expires_in":28800,"refresh_token":"x","token_type":"Bearer","not-before-policy":0}"""u8.ToArray()),
        static body =>
        {
            if (TokenProvider.Read(body, 0) is { } token)
            {
                _ = new System.Net.Http.Headers.AuthenticationHeaderValue("Bearer", token.AccessToken).ToString();
                Assert.True(token.RenewAfter > TimeSpan.Zero);
            }
        },
        Fuzzer.Show));

    [Fact]
    public void Packed_bodies_unpack_or_are_refused() => Report(Fuzzer.Run(
        static fuzzer =>
        {
            byte[] body = fuzzer.Pick(BodySeeds);
            byte[] packed = fuzzer.Random.Next(3) switch { 0 => Bodies.Gzip(body), 1 => Bodies.ZLib(body), _ => Bodies.Deflate(body) };
            return (Body: fuzzer.Spoil(packed), Encoding: fuzzer.Pick(["gzip", "deflate", "gzip,gzip", "deflate,gzip", "br"]));
        },
        static input =>
        {
            try
            {
                Assert.InRange(BodyDecoder.Decode(input.Body, input.Encoding.Split(','), 100_000).Length, 0, 100_001);
            }
            catch (InvalidDataException)
            {
                // What it is documented to throw.
            }
        },
        static input => input.Encoding + " " + Fuzzer.Show(input.Body)));

    [Fact]
    public void A_row_of_the_quota_book_keeps_its_sense() => Report(Fuzzer.Run(
        static fuzzer =>
        {
            ApiDescriptor api = fuzzer.Pick(ApiCatalog.All);
            string record = $"day=20261122 limit=800 from=0 used=13 open=2 seen=1764000000 daybefore=20261121 usedbefore=700 forced=0";
            return (Api: api, Record: Encoding.Latin1.GetString(fuzzer.Spoil(Encoding.ASCII.GetBytes(record))), fuzzer.Random.Next());
        },
        static input =>
        {
            QuotaRow row = QuotaRow.Parse(input.Api, input.Record);
            var random = new Random(input.Item3);
            for (int i = 0; i < 6; i++)
            {
                row.TurnTo(20261122 + random.Next(-1, 2), random.Next(2) == 0);
                QuotaVerdict verdict = row.Book(random.Next(20), random.Next(2) == 0, 1764000000 + i);
                Assert.True(verdict != QuotaVerdict.Booked || row.Remaining < row.Limit);
                row.Settle(new QuotaBooking(input.Api, row.Day, row.Used, row.Open), random.Next(3) == 0 ? null : random.Next(900), random.Next(10) == 0, 20261122, 20261122, 1764000000 + i);
                Assert.InRange(row.Remaining, 0, int.MaxValue);
                string written = row.Format(input.Api);
                Assert.InRange(written.Length, 1, QuotaBook.RecordLength);
                Assert.Equal(written, QuotaRow.Parse(input.Api, written).Format(input.Api));
            }
        },
        static input => $"{input.Api}: {input.Record}"));

    [Fact]
    public void A_row_of_the_pacing_book_never_waits_for_ever() => Report(Fuzzer.Run(
        static fuzzer =>
        {
            string record = "minute o:aaaaaaaa:m:4990000:1763999990000:1100:0 c:bbbbbbbb:m:4999000:1763999999000:1000:100000 w:cccccccc:m:5000000:1764000000000:900:5000 o:dddddddd:n:77:0:0:0";
            return (Record: Encoding.Latin1.GetString(fuzzer.Spoil(Encoding.ASCII.GetBytes(record))), Calls: fuzzer.Random.Next(1, 11));
        },
        static input =>
        {
            PacingRow row = PacingRow.Parse(input.Record);
            var sight = new PacingSight();
            var now = new PacingStamp("m", 5_001_000, 1764000001000, 1764000002000);
            long waited = 0;
            while (row.Ask("me", now, sight, (input.Calls, 60_250), 100_000, 5000) is > 0 and long wait)
            {
                wait = Math.Min(wait, 5000);
                waited += wait;
                now = now with { Monotonic = now.Monotonic + wait, Least = now.Least + wait, Most = now.Most + wait };
                Assert.InRange(waited, 0, 3 * 60 * 60 * 1000);
            }

            row.End("me", now, wasSent: true);
            Assert.InRange(row.Format().Length, 1, Pacer.RecordLength);
        },
        static input => input.Record));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_kept_answer_comes_back_as_it_was_or_not_at_all(bool isJson)
    {
        var answer = new CachedAnswer(new DateTimeOffset(2026, 11, 22, 3, 0, 0, TimeSpan.Zero), "a.zip", BodySeeds[3])
        {
            Data = isJson ? new CachedData(1, BodySeeds[3].Length - 2) : null,
        };
        byte[] file = AnswerFile.Encode("patent/app_progress/1", answer);
        Report(Fuzzer.Run(
            fuzzer => (File: fuzzer.Spoil(file), IsSealed: fuzzer.Random.Next(2) == 0),
            input =>
            {
                if (input.IsSealed && input.File.Length > 20)
                {
                    // As somebody would write it who knows the checksum.
                    SHA256.HashData(input.File.AsSpan(20)).AsSpan(0, 16).CopyTo(input.File.AsSpan(4));
                }

                CachedAnswer? read = AnswerFile.Decode(input.File, "patent/app_progress/1");
                Assert.True(read == null || input.IsSealed || read.Body.Span.SequenceEqual(answer.Body.Span));

                // Whoever wrote it, the data lie in the body.
                Assert.True(read?.Data is not { } data || (data.Start >= 0 && data.Length > 0 && data.Start + data.Length <= read.Body.Length));
            },
            static input => Fuzzer.Show(input.File)));
    }

    [Fact]
    public void A_spoiled_book_gives_what_was_written_or_nothing_and_can_be_written_again()
    {
        using var folder = new TempFolder();
        string path = Path.Combine(folder.Path, "quota.v1.book");
        string[] keys = ["k0", "k1", "k2"];
        var fresh = new RecordFile(path, keys, 40, static _ => { });
        foreach (string key in keys)
        {
            Write(fresh, key, "row of " + key);
        }

        byte[] whole = File.ReadAllBytes(path);
        int asides = 0;
        Report(Fuzzer.Run(
            fuzzer => fuzzer.Spoil(whole),
            spoiled =>
            {
                File.WriteAllBytes(path, spoiled);
                var file = new RecordFile(path, keys, 40, aside =>
                {
                    asides++;
                    File.Delete(aside);
                });
                foreach (string key in keys)
                {
                    Assert.Contains(file.Read(key), new[] { "row of " + key, string.Empty });
                    Write(file, key, "new " + key);
                    Assert.Equal("new " + key, file.Read(key));
                }
            },
            Fuzzer.Show));
        output.WriteLine(asides + " set aside");
    }

    private static void Write(RecordFile file, string key, string value) =>
        file.UpdateAsync(key, (ref string text, RecordFacts _) => text = value).GetAwaiter().GetResult();

    private static void ReadOf<T>(JsonTypeInfo info, byte[] body)
        where T : class
    {
        using var response = new ApiResponse(HttpStatusCode.OK, body, Envelope.Read(body), DateTimeOffset.UtcNow, isFromCache: false);
        T answer;
        try
        {
            answer = ModelReader.Read(ApiCatalog.PatentProgress, response, (JsonTypeInfo<T>)info);
        }
        catch (JpoInvalidAnswerException)
        {
            return;
        }

        Assert.Empty(Reachable.NullLists(answer));
        _ = answer.ToString();
    }

    private static string Dossier(Fuzzer fuzzer) =>
        "<api-data xmlns=\"https://www.jpo.go.jp\"><statusCode>100</statusCode><remainAccessCount>5</remainAccessCount>" + FuzzTree.Xml(fuzzer) + "</api-data>";

    private static void ReadDossier(byte[] body)
    {
        using var response = new ApiResponse(HttpStatusCode.OK, body, Envelope.Read(body), DateTimeOffset.UtcNow, isFromCache: false);
        foreach (Func<XElement, object> read in new Func<XElement, object>[]
        {
            static answer => OpdReader.Family(answer, "JP.1.A").Items, static answer => OpdReader.Documents(answer, "JP.1.A").Items,
            static answer => OpdReader.Citations(answer, "JP.1.A").Items, static answer => OpdReader.Classification(answer, "JP.1.A"),
        })
        {
            try
            {
                object answer = ModelReader.ReadXml(ApiCatalog.OpdFamily, response, read);
                Assert.Empty(Reachable.NullLists(answer));
            }
            catch (JpoInvalidAnswerException)
            {
                // What it is documented to throw.
            }
        }
    }

    private void Report(string figures) => output.WriteLine(figures);
}
