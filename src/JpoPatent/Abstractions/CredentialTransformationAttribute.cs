using System;
using System.Management.Automation;

namespace JpoPatent.Abstractions;

/// <summary>
/// Takes a credential, or a user name whose password the shell then asks for, as <see cref="CredentialAttribute"/>
/// does. But nothing stands for no credential: a script that runs at night and whose vault gave none must not end in a
/// prompt.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CredentialTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc />
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        inputData == null ? PSCredential.Empty : new CredentialAttribute().Transform(engineIntrinsics, inputData);
}
