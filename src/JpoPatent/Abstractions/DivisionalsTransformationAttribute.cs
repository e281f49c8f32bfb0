using System;
using System.Collections.Generic;
using System.Management.Automation;

namespace JpoPatent.Abstractions;

/// <summary>
/// Lets <c>Get-JpoPatentDivisional | Get-JpoPatentProgress</c> follow to the children: nobody asks for the divisionals of a case in order to fetch that case again.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DivisionalsTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc />
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        if ((inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is not PatentDivisional family)
        {
            return inputData;
        }

        var children = new List<string>(family.DivisionalApplications.Count);
        foreach (DivisionalApplication child in family.DivisionalApplications)
        {
            if (child.ApplicationNumber != null && child.ApplicationNumber != family.ApplicationNumber)
            {
                children.Add(child.ApplicationNumber);
            }
        }

        return children.ToArray();
    }
}
