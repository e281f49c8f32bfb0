namespace JpoPatent.Cases;

/// <summary>A case, by the law and the number under which a list has it.</summary>
internal readonly record struct CaseKey(JpoLaw Law, JpoNumberKind Kind, string Value)
{
    internal static CaseKey Of(JpoNumber number) => new(number.Law, number.Kind, number.Value);
}
