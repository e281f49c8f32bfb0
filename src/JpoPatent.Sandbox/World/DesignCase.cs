using System;

namespace JpoPatent.Sandbox.World;

/// <summary>A design application.</summary>
internal sealed class DesignCase(string number, ulong seed, DateTime horizon)
    : CaseRecord(JpoLaw.Design, number, seed, horizon)
{
    public Subject Subject { get; set; } = new("", "", "", "");

    /// <summary>The principal design (本意匠) of a related one: its application number; null for others.</summary>
    public string? Principal { get; set; }

    /// <summary>Hague registration, e.g. <c>DM/091050</c>; null for designs filed in Japan.</summary>
    public string? InternationalRegistration { get; set; }

    /// <summary>Which of the designs in a Hague registration: three digits.</summary>
    public string? DesignNumber { get; set; }
}
