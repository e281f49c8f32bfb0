using System;
using System.Management.Automation;

namespace JpoPatent.Abstractions;

/// <summary>Takes a law as word, as code or as value of the enumeration, and leaves what is none of these to the reader of numbers, which has a sentence for it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LawTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc />
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        NumberCell.Text(inputData is PSObject wrapped ? wrapped.BaseObject : inputData);
}
