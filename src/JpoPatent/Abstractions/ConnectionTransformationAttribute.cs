using System;
using System.Management.Automation;

namespace JpoPatent.Abstractions;

/// <summary>
/// Says in a sentence why a connection that came from a job, a file or another copy of the module cannot be used,
/// where the shell would report a conversion.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ConnectionTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc />
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (value is null or JpoConnection)
        {
            return inputData;
        }

        foreach (string name in PSObject.AsPSObject(inputData).TypeNames)
        {
            if (name == "Deserialized." + typeof(JpoConnection).FullName)
            {
                throw new ArgumentTransformationMetadataException(Messages.ConnectionCopied);
            }

            if (name == typeof(JpoConnection).FullName)
            {
                throw new ArgumentTransformationMetadataException(Messages.ConnectionOfOtherVersion);
            }
        }

        return inputData;
    }
}
