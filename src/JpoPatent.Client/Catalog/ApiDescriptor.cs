using JpoPatent.Catalog;

namespace JpoPatent;

/// <summary>One of the APIs: a row of <see cref="ApiCatalog"/>.</summary>
public sealed class ApiDescriptor
{
    internal ApiDescriptor(
        int index,
        string number,
        string id,
        string path,
        ApiGroup group,
        JpoLaw law,
        int dailyLimit,
        ApiAnswer answer,
        string command)
    {
        Index = index;
        Number = number;
        Id = id;
        Path = path;
        Group = group;
        Law = law;
        DailyLimit = dailyLimit;
        Answer = answer;
        Command = command;
    }

    /// <summary>
    /// The name that users and files know the API by: the law or <c>opd</c>, then the path's name,
    /// e.g. <c>patent/app_progress</c>.
    /// </summary>
    public string Id { get; }

    /// <summary>JPO's number of the API, e.g. <c>1-1</c>.</summary>
    public string Number { get; }

    /// <summary>
    /// The address below the host, up to the slash before the first parameter, e.g.
    /// <c>/api/patent/v1/app_progress/</c>.
    /// </summary>
    public string Path { get; }

    /// <summary>What stands behind the path.</summary>
    internal ApiParameter Parameter { get; init; }

    /// <summary>Which of the two limits per minute the API falls under.</summary>
    public ApiGroup Group { get; }

    /// <summary>The law whose applications the API covers.</summary>
    public JpoLaw Law { get; }

    /// <summary>Accesses per day that every ID has unless JPO raised its limit.</summary>
    public int DailyLimit { get; }

    /// <summary>What the API sends when it succeeds.</summary>
    public ApiAnswer Answer { get; }

    /// <summary>The command that calls this API, with the switch that selects it where there is one.</summary>
    public string Command { get; }

    /// <summary>
    /// The row's place in the catalogue, from 0. It is of this build alone:
    /// what is written down names the <see cref="Id"/>.
    /// </summary>
    internal int Index { get; }

    /// <summary>Number and name as messages show them: <c>1-1 patent/app_progress</c>.</summary>
    /// <returns>Number, a blank, and <see cref="Id"/>.</returns>
    public override string ToString() => Number + " " + Id;
}
