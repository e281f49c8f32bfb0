using System;
using System.Management.Automation;
using JpoPatent.Numbers;

namespace JpoPatent.Abstractions;

/// <summary>
/// Takes a law as word, as code or as value of the enumeration, in either language. Any other value stays as it is:
/// the reader of numbers has a sentence for it.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LawTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc />
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        string? text = NumberCell.Text(inputData is PSObject wrapped ? wrapped.BaseObject : inputData);
        ToldLaw law = LawWords.Read(text);
        return law is ToldLaw.Patent or ToldLaw.Design or ToldLaw.Trademark ? ((JpoLaw)law).ToString() : text;
    }
}
