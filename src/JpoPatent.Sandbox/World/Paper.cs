using System;

namespace JpoPatent.Sandbox.World;

/// <summary>A cited document that is no publication of a patent application.</summary>
internal sealed class Paper(
    string author,
    string title,
    string journal,
    string country,
    string publisher,
    DateTime issued,
    string volume,
    string pages)
{
    public string Author { get; } = author;

    public string Title { get; } = title;

    public string Journal { get; } = journal;

    /// <summary>Two letters.</summary>
    public string Country { get; } = country;

    public string Publisher { get; } = publisher;

    public DateTime Issued { get; } = issued;

    public string Volume { get; } = volume;

    public string Pages { get; } = pages;

    /// <summary>In one line, as it is cited.</summary>
    public string Line => Author + "，" + Title + "，" + Journal + "，" + Country + "，" + Publisher + "，"
        + Issued.Year.ToString(System.Globalization.CultureInfo.InvariantCulture) + "年，" + Volume + "，" + Pages;
}
