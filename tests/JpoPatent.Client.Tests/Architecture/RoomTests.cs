using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Reflection;
using System.Text.RegularExpressions;
using Xunit;

namespace JpoPatent.Tests;

/// <summary>docs/architecture.md is the plan of the house: all rooms, the order in which they stand over each other, and the way of a number.</summary>
public sealed class RoomTests
{
    private static readonly string Repository = SourceTree.Root;
    private static readonly string Page = Path.Combine(Repository, "docs", "architecture.md");

    private static readonly Dictionary<string, RoomPlan> Plans = new()
    {
        ["JpoPatent.Client"] = new(Repository, "JpoPatent.Client", "Rooms of the client"),
        ["JpoPatent.Sandbox"] = new(Repository, "JpoPatent.Sandbox", "Rooms of the sandbox"),
        ["JpoPatent"] = new(Repository, "JpoPatent", "Rooms of the module"),
    };

    public static TheoryData<string> Projects => [.. Plans.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_plan_names_each_room_once(string project)
    {
        RoomPlan plan = Plans[project];
        IEnumerable<string> rooms = plan.Files.Select(file => file.Room).Concat(plan.HasWords ? ["Resources"] : []).Distinct();

        Assert.Equal(rooms.Order(StringComparer.Ordinal), plan.Named.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_file_holds_one_type_that_has_its_name(string project)
    {
        Assert.All(Plans[project].Files.Where(file => file.Room != "Compatibility"), file =>
        {
            (bool _, string name) = Assert.Single(file.Types);
            Assert.Equal(file.Name, name);
        });
    }

    [Theory]
    [InlineData("JpoPatent.Client", "JpoPatent")]
    [InlineData("JpoPatent.Sandbox", "JpoPatent.Sandbox")]
    [InlineData("JpoPatent", "JpoPatent")]
    public void What_users_name_stands_in_the_first_namespace_and_all_else_in_that_of_its_room(string project, string root)
    {
        Assert.All(Plans[project].Files.Where(file => file.Room != "Compatibility"), file =>
        {
            string own = file.Room == RoomPlan.Root ? root : root + "." + file.Room;
            bool isPublic = file.Types.Single().IsPublic;

            // The classes of the cmdlets are public because PowerShell makes them, not because anybody names them.
            string[] allowed = !isPublic ? [own] : project == "JpoPatent" ? [root, own] : [root];
            Assert.Contains(file.Namespace, allowed);
        });
    }

    [Theory]
    [InlineData("JpoPatent.Client", "JpoPatent")]
    [InlineData("JpoPatent.Sandbox", "JpoPatent.Sandbox")]
    public void Arrows_run_downwards(string project, string root)
    {
        RoomPlan plan = Plans[project];
        Dictionary<string, string> roomOfType = plan.RoomOfType;
        var arrows = new List<(string From, string To, string Why)>();
        foreach ((string type, HashSet<string> used) in TypeGraph.Of(Assembly.Load(project).Location))
        {
            if (RoomOf(type) is { } from)
            {
                arrows.AddRange(used.Select(other => (from, To: RoomOf(other)!, type + " > " + other)).Where(arrow => arrow.To != null));
            }
        }

        // The compiler leaves no trace of constants and names; the directive that they need stays.
        foreach (RoomPlan.Source file in plan.Files)
        {
            arrows.AddRange(file.Usings.Where(name => name.StartsWith(root + ".", StringComparison.Ordinal))
                .Select(name => name[(root.Length + 1)..])
                .Where(plan.Named.Contains)
                .Select(name => (file.Room, name, file.Name + ": using " + name)));
        }

        Assert.True(arrows.Count > plan.Files.Count);
        AssertDownwards(plan, arrows);

        string? RoomOf(string type)
        {
            string name = type[(type.LastIndexOf('.') + 1)..].Split('`')[0];
            return roomOfType.TryGetValue(name, out string? room) ? room : type.StartsWith("JpoPatent.Client.", StringComparison.Ordinal) ? "Resources" : null;
        }
    }

    [Fact]
    public void Arrows_of_the_module_run_downwards()
    {
        // Its assembly is built for a shell, beside these tests; the names in its sources say the same.
        RoomPlan plan = Plans["JpoPatent"];
        Dictionary<string, string> roomOfType = plan.RoomOfType;
        var arrows = new List<(string From, string To, string Why)>();
        foreach (RoomPlan.Source file in plan.Files)
        {
            foreach (Match name in Regex.Matches(file.Code, @"(?<![\w.])[A-Z]\w*"))
            {
                if (roomOfType.TryGetValue(name.Value, out string? room))
                {
                    arrows.Add((file.Room, room, file.Name + " > " + name.Value));
                }
            }
        }

        Assert.True(arrows.Count > plan.Files.Count);
        AssertDownwards(plan, arrows);
    }

    [Fact]
    public void Every_type_of_the_assembly_stands_in_a_file_of_its_room()
    {
        foreach (string project in new[] { "JpoPatent.Client", "JpoPatent.Sandbox" })
        {
            Dictionary<string, string> roomOfType = Plans[project].RoomOfType;
            IEnumerable<string> homeless = Assembly.Load(project).GetTypes()
                .Where(type => !type.IsNested && type.Namespace?.StartsWith("JpoPatent", StringComparison.Ordinal) == true && type.Namespace != "JpoPatent.Client")
                .Select(type => type.Name.Split('`')[0])
                .Where(name => !roomOfType.ContainsKey(name));

            Assert.Empty(homeless);
        }
    }

    [Fact]
    public void The_way_of_a_number_is_the_way_that_it_goes()
    {
        Dictionary<string, HashSet<string>> uses = TypeGraph.Of(typeof(JpoClient).Assembly.Location)
            .ToDictionary(pair => Short(pair.Key), pair => pair.Value.Select(Short).ToHashSet());
        Dictionary<string, RoomPlan.Source> sources = Plans.Values.SelectMany(plan => plan.Files)
            .GroupBy(file => file.Name).ToDictionary(group => group.Key, group => group.First());
        string section = RoomPlan.ReadSection(Page, "The way of a number");
        List<Step> steps = [.. Regex.Matches(section, @"^( *)(\w+)\.(\w+)(?: {2,}.*)?$", RegexOptions.Multiline)
            .Select(match => new Step(match.Groups[1].Length, match.Groups[2].Value, match.Groups[3].Value))];

        Assert.True(steps.Count > 30);
        for (int i = 0; i < steps.Count; i++)
        {
            Step step = steps[i];
            Assert.True(Declares(sources, step.Type, step.Member), $"{step.Type}.{step.Member} is drawn and does not exist.");
            Step? caller = steps.Take(i).LastOrDefault(other => other.Depth < step.Depth);
            if (step.Depth == 0 || caller == null)
            {
                continue;
            }

            Assert.True(Regex.IsMatch(sources[caller.Type].Code, $@"\b{step.Member}\b"), $"{caller.Type} does not call {step.Member}.");
            Assert.True(
                IsHandler(step.Type) || !uses.TryGetValue(caller.Type, out HashSet<string>? used) || used.Contains(step.Type),
                $"{caller.Type} does not use {step.Type}.");
        }

        Assert.All(Regex.Matches(section, @"`(\w+)\.(\w+)`").Cast<Match>(), match =>
            Assert.True(Declares(sources, match.Groups[1].Value, match.Groups[2].Value), match.Value + " does not exist."));
    }

    [Fact]
    public void The_handlers_are_drawn_in_the_order_in_which_a_call_passes_them()
    {
        using var wire = new HttpClientHandler();
        using HttpMessageInvoker pipeline = HttpClients.Over(wire);
        var passed = new List<string>();
        object? handler = typeof(HttpMessageInvoker).GetField("_handler", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(pipeline);
        for (; handler is DelegatingHandler one; handler = one.InnerHandler)
        {
            passed.Add(one.GetType().Name);
        }

        string section = RoomPlan.ReadSection(Page, "The way of a number");
        string way = section[..section.IndexOf("And back", StringComparison.Ordinal)];

        Assert.Equal(passed, Regex.Matches(way, @"^ *(\w+Handler)\.SendAsync", RegexOptions.Multiline).Select(match => match.Groups[1].Value).Where(name => name != nameof(NetworkHandler)));
        Assert.Contains(nameof(NetworkHandler), way, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_decision_is_linked()
    {
        string page = File.ReadAllText(Page);
        IEnumerable<string> decisions = Directory.GetFiles(Path.Combine(Repository, "docs", "decisions"), "0*.md").Select(Path.GetFileName)!;

        Assert.All(decisions, name => Assert.Contains("(decisions/" + name + ")", page, StringComparison.Ordinal));
    }

    private static void AssertDownwards(RoomPlan plan, List<(string From, string To, string Why)> arrows)
    {
        Dictionary<string, int> floor = plan.Named.Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => pair.index);

        Assert.Empty(arrows.Where(arrow => arrow.From != arrow.To && floor[arrow.From] >= floor[arrow.To]).Select(arrow => $"{arrow.From} up to {arrow.To}: {arrow.Why}").Distinct());
    }

    private static bool Declares(Dictionary<string, RoomPlan.Source> sources, string type, string member) =>
        sources.TryGetValue(type, out RoomPlan.Source? source)
        && (Regex.IsMatch(source.Code, $@"^    \w[^\n=;]*\b{member}(?:<\w+>)?(?:\(| =>| \{{|$)", RegexOptions.Multiline) || source.Code.Contains(" " + member + "(", StringComparison.Ordinal));

    private static bool IsHandler(string type) =>
        typeof(JpoClient).Assembly.GetTypes().FirstOrDefault(candidate => candidate.Name == type) is { } found && typeof(HttpMessageHandler).IsAssignableFrom(found);

    private static string Short(string type) => type[(type.LastIndexOf('.') + 1)..].Split('`')[0];

    private sealed record Step(int Depth, string Type, string Member);
}
