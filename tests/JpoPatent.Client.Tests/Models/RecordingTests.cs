using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Xunit;

namespace JpoPatent.Tests.Models;

/// <summary>What the live service sent, where the recordings are at hand.</summary>
public sealed class RecordingTests
{
    private static readonly string[] Placeholders = ["BBBBBBBBBBB", "99999999999"];

    public static IEnumerable<object[]> Recordings =>
        Shared.Folder is { } folder
            ? Directory.GetFiles(Path.Combine(folder, "recordings"), "*.json").Select(Path.GetFileName).Order().Select(name => new object[] { name! })
            : [];

    [SharedTheory]
    [MemberData(nameof(Recordings))]
    public async Task Everything_that_was_recorded_can_be_reached(string name)
    {
        ApiDescriptor api = Doors.All.Keys
            .Where(row => name.StartsWith(row.Id.Replace('/', '_') + "_", StringComparison.Ordinal))
            .OrderByDescending(row => row.Id.Length)
            .First();
        // As if it had been recorded for the number that the door asks for.
        string text = File.ReadAllText(Path.Combine(Shared.Folder!, "recordings", name));
        text = Regex.Replace(text, "\"data\":\\{\"applicationNumber\":\"([0-9]{10})\"", "\"data\":{\"applicationNumber\":\"2019000123\"");
        byte[] body = Encoding.UTF8.GetBytes(text);
        using JsonDocument recorded = JsonDocument.Parse(body);
        JsonElement result = recorded.RootElement.GetProperty("result");
        using Canned canned = Canned.Body(body);
        Task<object> call = Doors.All[api](canned.Client);
        if (result.GetProperty("statusCode").GetString() == "107")
        {
            await Assert.ThrowsAsync<JpoEmptyAnswerException>(() => call);
            return;
        }

        HashSet<string> reachable = Reachable.Texts(await call);
        Assert.Subset(reachable, Values(result.GetProperty("data"), string.Empty).ToHashSet());
    }

    private static IEnumerable<string> Values(JsonElement element, string key) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Values(property.Value, property.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Values(item, key)),
        _ => Expected(element.GetString()!, key),
    };

    private static IEnumerable<string> Expected(string value, string key) => key switch
    {
        "availabilityFlag" or "irirFlg" or "versionNumber" => [],
        "numberOfPages" or "sizeOfDocument" or "repeatNumber" => [long.Parse(value).ToString()],
        _ => string.IsNullOrWhiteSpace(value) || Placeholders.Contains(value) ? [] : [value],
    };
}
