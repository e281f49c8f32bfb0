using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Xunit;

namespace JpoPatent.Tests.Models;

/// <summary>Walks JPO's own list of fields: a value in any of them can be got at through the model.</summary>
public sealed class ServiceFieldsTests
{
    private static readonly string[] Flags = ["irirFlg", "availabilityFlag"];

    /// <summary>The flags' names on the models.</summary>
    private static readonly string[] FlagProperties = ["IsInternationalBureauDocument", "IsAvailable"];

    public static IEnumerable<object[]> JsonApis => DoorTests.JsonApis;

    [SharedTheory]
    [MemberData(nameof(JsonApis))]
    public async Task No_field_of_the_service_is_lost(string id)
    {
        ApiDescriptor api = ApiCatalog.Find(id)!;
        var markers = new List<string>();
        string data = Build(api, Fields(api), markers);
        Assert.NotEmpty(markers);

        using Canned canned = Canned.Json(data);
        HashSet<string> reachable = Reachable.Texts(await Doors.All[api](canned.Client));
        Assert.Subset(reachable, markers.ToHashSet());
    }

    /// <summary>The lines of the list below an API's <c>data</c>: depth, name, the type.</summary>
    private static Queue<(int Depth, string Name, string Type)> Fields(ApiDescriptor api)
    {
        string heading = "## " + api.Path.Substring("/api".Length);
        string[] lines = File.ReadAllLines(Path.Combine(Shared.Folder!, "domestic-fields.txt"));
        int at = Array.FindIndex(lines, line => line.StartsWith(heading, StringComparison.Ordinal));
        Assert.True(at >= 0, $"The description of the service beside the repository has no section \"{heading}\": is it older than the API?");
        at = Array.FindIndex(lines, at, line => line.TrimStart().StartsWith("data: object", StringComparison.Ordinal));
        int depth = Indent(lines[at]);
        return new Queue<(int, string, string)>(lines.Skip(at + 1).TakeWhile(line => Indent(line) > depth).Select(line =>
        {
            string[] parts = line.Trim().Split(": ", 2);
            return (Indent(line), parts[0], parts[1]);
        }));
    }

    private static string Build(ApiDescriptor api, Queue<(int Depth, string Name, string Type)> fields, List<string> markers)
    {
        var json = new StringBuilder("{");
        int depth = fields.Count > 0 ? fields.Peek().Depth : 0;
        while (fields.Count > 0 && fields.Peek().Depth == depth)
        {
            (_, string name, string type) = fields.Dequeue();
            json.Append(json.Length > 1 ? "," : string.Empty).Append('"').Append(name).Append("\":");
            bool hasChildren = fields.Count > 0 && fields.Peek().Depth > depth;
            if (type.StartsWith("array", StringComparison.Ordinal))
            {
                Assert.Equal("[]", fields.Dequeue().Name);
                json.Append('[').Append(Build(api, fields, markers)).Append(']');
            }
            else if (hasChildren)
            {
                json.Append(Build(api, fields, markers));
            }
            else if (type.StartsWith("object", StringComparison.Ordinal))
            {
                // The only objects without fields in the list are the lists with numbers for keys.
                json.Append("{\"0\":\"").Append(Marker(api, name, type, markers)).Append("\",\"1\":\"").Append(Marker(api, name, type, markers)).Append("\"}");
            }
            else
            {
                json.Append('"').Append(Marker(api, name, type, markers)).Append('"');
            }
        }

        return json.Append('}').ToString();
    }

    /// <summary>A value that stands nowhere else: digits, which are a text, a count or a day as the model pleases.</summary>
    private static string Marker(ApiDescriptor api, string name, string type, List<string> markers)
    {
        if (Array.IndexOf(Flags, name) is int flag and >= 0)
        {
            markers.Add("true:" + FlagProperties[flag]);
            return "1";
        }

        // What repeats the question says what the door asks for.
        if (name == "applicationNumber" && !markers.Contains("2019000123"))
        {
            markers.Add("2019000123");
            return "2019000123";
        }

        if (name == "name" && api.Id.EndsWith("/applicant_attorney", StringComparison.Ordinal))
        {
            markers.Add("見本");
            return "見本";
        }

        string marker = type.Contains("^[0-9]{8}$", StringComparison.Ordinal)
            ? new DateTime(2001, 1, 1).AddDays(markers.Count).ToString("yyyyMMdd")
            : (700001 + markers.Count).ToString();
        markers.Add(marker);
        return marker;
    }

    private static int Indent(string line) => line.Length - line.TrimStart().Length;
}
