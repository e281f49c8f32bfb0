#pragma warning disable CS1591
namespace JpoPatent.Sandbox;
public sealed class SandboxOptions { public int DomesticPerMinute {get;set;} public int OpdPerMinute{get;set;} }
public sealed class SandboxService { public SandboxService(SandboxOptions o) {} }
public sealed class SandboxHandler : System.Net.Http.HttpMessageHandler { public SandboxHandler(SandboxService s) {} protected override System.Threading.Tasks.Task<System.Net.Http.HttpResponseMessage> SendAsync(System.Net.Http.HttpRequestMessage r, System.Threading.CancellationToken c) => throw new System.NotImplementedException(); }
