namespace JpoPatent.Sandbox.World;

/// <summary>What an application is about.</summary>
internal sealed class Subject(string title, string english, string thing, string classification)
{
    /// <summary>Title of the invention, or the article of a design.</summary>
    public string Title { get; } = title;

    /// <summary>The title in English, as the OPD's translations have it.</summary>
    public string English { get; } = english;

    /// <summary>The thing itself, as texts name it.</summary>
    public string Thing { get; } = thing;

    /// <summary>An IPC class such as <c>H01M 10/04</c>, or JPO's class of designs such as <c>D3203</c>.</summary>
    public string Classification { get; } = classification;
}
