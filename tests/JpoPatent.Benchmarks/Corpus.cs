using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Text.Json;
using JpoPatent.Sandbox;

namespace JpoPatent.Benchmarks;

/// <summary>Answers of the sandbox, whose cases have the length and the variety of real ones.</summary>
internal sealed class Corpus
{
    private const int Many = 1_000_000;

    private readonly SandboxService _sandbox;
    private readonly string _authorization;

    internal Corpus()
    {
        var options = new SandboxOptions { DomesticPerMinute = 0, OpdPerMinute = 0, Accounts = new Dictionary<string, string> { ["sandbox"] = "sandbox" } };
        foreach (ApiDescriptor api in ApiCatalog.All)
        {
            options.DailyLimits[api.Id] = Many;
        }

        _sandbox = new SandboxService(options);
        SandboxResponse token = _sandbox.Handle(new SandboxRequest("POST", options.TokenPath, null, Encoding.ASCII.GetBytes("grant_type=password&username=sandbox&password=sandbox")));
        using JsonDocument granted = JsonDocument.Parse(token.Body);
        _authorization = "Bearer " + granted.RootElement.GetProperty("access_token").GetString();
    }

    /// <summary>The application number with this serial number of a year of many cases.</summary>
    internal static string Number(int serial) => string.Create(CultureInfo.InvariantCulture, $"{2016 + (serial / 200_000)}{serial % 200_000:D6}");

    /// <summary>The sandbox's answer, whatever it is.</summary>
    internal byte[] Answer(ApiDescriptor api, string parameters) => _sandbox.Handle(new SandboxRequest("GET", api.Path + parameters, _authorization)).Body;

    /// <summary>Progress answers of cases that exist, each of another one.</summary>
    internal byte[][] Progress(int count) => Existing(ApiCatalog.PatentProgress, count);

    /// <summary>Bundles of mailed documents.</summary>
    internal byte[][] Bundles(int count) => Existing(ApiCatalog.PatentRefusalNotices, count);

    private byte[][] Existing(ApiDescriptor api, int count)
    {
        var answers = new byte[count][];
        int found = 0;
        for (int serial = 1; found < count; serial++)
        {
            byte[] body = Answer(api, Number(serial));
            Envelope envelope = Envelope.Read(body);
            if (envelope.StatusCode == StatusCodes.Done || envelope.Form == AnswerForm.Zip)
            {
                answers[found++] = body;
            }
        }

        return answers;
    }
}
