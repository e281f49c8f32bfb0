namespace JpoPatent.Sandbox;

/// <summary>An applicant or attorney: invented name, invented code.</summary>
internal sealed class Party(string code, string name, string country)
{
    /// <summary>Nine digits.</summary>
    public string Code { get; } = code;

    public string Name { get; } = name;

    /// <summary>Two letters; <c>JP</c> for people and companies in Japan.</summary>
    public string Country { get; } = country;
}
