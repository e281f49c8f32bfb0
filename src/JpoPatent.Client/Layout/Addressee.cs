using System;
using System.Xml.Linq;
using JpoPatent.Text;

namespace JpoPatent.Layout;

/// <summary>
/// Whom a document of JPO is for (<c>addressed-to-person-group</c>): the applicant, or who acts for him.
/// </summary>
internal static class Addressee
{
    private static readonly string[] Decisions = ["A01", "A02", "A191", "A192", "A30"];

    /// <summary>Whether a kind of document names its addressee (様): notices do, decisions do not.</summary>
    internal static bool IsAddressed(string code) => Array.IndexOf(Decisions, code) < 0;

    /// <summary>Whether the person acts for the applicant.</summary>
    internal static bool IsAgent(XElement group) =>
        group.Mark("kind-of-agent") != null || group.Mark("kind-of-person") == "attorney";

    /// <summary>The name; null if absent.</summary>
    internal static string? NameOf(XElement group) => group.FirstPart("name").Line();

    /// <summary>What the person is, as the office prints it: 特許出願人代理人.</summary>
    internal static string Title(XElement group, JpoLaw law)
    {
        string agent = group.Mark("kind-of-agent") switch
        {
            null => string.Empty,
            "sub-representative" => "復代理人",
            "legal-representative" => "法定代理人",
            "designated-representative" => "指定代理人",
            _ => "代理人",
        };
        if (group.Mark("kind-of-person") == "attorney")
        {
            return agent.Length > 0 ? agent : "代理人";
        }

        string applicant = group.Mark("kind-of-applicant") switch
        {
            "right-holder" => "実用新案権者",
            "evaluation-requester" => "技術評価請求人",
            _ => PageWords.Right(law)
                + (group.Mark("kind-of-representative") == "representative-application" ? "代表出願人" : "出願人"),
        };
        return applicant + agent;
    }

    /// <summary>The name as the office prints it.</summary>
    internal static string Printed(XElement group, string code)
    {
        string text = NameOf(group) ?? string.Empty;
        if (IsAddressed(code))
        {
            text += "　様";
        }

        return group.FirstPart("number-of-other-persons").Line() is { } others
            ? text + "（外" + EraDate.Wide(others.Trim('\u00A0', ' ', '　')) + "名）"
            : text;
    }
}
