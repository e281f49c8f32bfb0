namespace JpoPatent.Sandbox.World;

/// <summary>An applicant or attorney: invented name, invented code.</summary>
internal sealed class Party(string code, string name, string english, string country)
{
    /// <summary>Nine digits.</summary>
    public string Code { get; } = code;

    public string Name { get; } = name;

    /// <summary>The name in Latin letters, as the OPD's translations have it.</summary>
    public string English { get; } = english;

    /// <summary>Two letters; <c>JP</c> for people and companies in Japan.</summary>
    public string Country { get; } = country;
}
