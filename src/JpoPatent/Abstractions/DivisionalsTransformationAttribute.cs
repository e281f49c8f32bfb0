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

        // The service lists the whole family, ancestors and the case itself included; its children are what came after it.
        int own = 0;
        foreach (DivisionalApplication member in family.DivisionalApplications)
        {
            own = member.ApplicationNumber == family.ApplicationNumber ? member.DivisionalGeneration ?? 0 : own;
        }

        var children = new List<string>(family.DivisionalApplications.Count);
        foreach (DivisionalApplication member in family.DivisionalApplications)
        {
            bool isAncestor = member.ApplicationNumber == family.ParentApplication?.ApplicationNumber || member.DivisionalGeneration <= own;
            if (member.ApplicationNumber != null && member.ApplicationNumber != family.ApplicationNumber && !isAncestor)
            {
                children.Add(member.ApplicationNumber);
            }
        }

        return children.ToArray();
    }
}
