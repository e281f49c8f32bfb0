using System;
using System.Management.Automation;

namespace JpoPatent.Abstractions;

/// <summary>Lets a point in time be given as an age, too: two hours means two hours ago.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AgeTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc />
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is TimeSpan age
            ? DateTime.Now - age
            : inputData;
}
