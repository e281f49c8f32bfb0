namespace JpoPatent.TestServer;

/// <summary>A call of one API that has a valid token and was counted.</summary>
/// <param name="Request">The request as it came.</param>
/// <param name="Api">The row of the catalogue.</param>
/// <param name="Parameters">What stands behind the API's path.</param>
/// <param name="Remaining">What is left today of this API, this call already taken off.</param>
public sealed record ApiCall(ServiceRequest Request, ApiDescriptor Api, string Parameters, int Remaining);
