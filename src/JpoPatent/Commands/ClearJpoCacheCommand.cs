using System;
using System.Management.Automation;
using JpoPatent.Abstractions;
using JpoPatent.Completers;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Commands;

/// <summary>Forgets cached answers. Asking for them again costs accesses; the quota book is not touched.</summary>
[Cmdlet(VerbsCommon.Clear, "JpoCache", SupportsShouldProcess = true, HelpUri = HelpPages.Folder + "Clear-JpoCache.md")]
public sealed class ClearJpoCacheCommand : JpoConnectedCommand
{
    private const string Everything = "*";

    /// <summary>Ids of APIs such as patent/app_progress, with wildcards; without it all.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ApiNameCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Api { get; set; } = [Everything];

    /// <summary>Only answers older than this: a time of day, or a time span back from now.</summary>
    [Parameter]
    [AgeTransformation]
    public DateTime? OlderThan { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        DateTimeOffset? before = OlderThan is { } time ? new DateTimeOffset(time) : null;
        if (Api.Length == 1 && Api[0] == Everything)
        {
            // One question, not forty-two.
            if (ShouldProcess(Connected.ToString(), Messages.ClearCacheAction))
            {
                WriteVerbose(Format(Messages.ClearedCache, Connected, Connected.Client.ClearCache(null, before)));
            }

            return;
        }

        foreach (ApiDescriptor api in this.FindApis(Api))
        {
            if (ShouldProcess(api.ToString(), Messages.ClearCacheAction))
            {
                WriteVerbose(Format(Messages.ClearedCache, api, Connected.Client.ClearCache(api, before)));
            }
        }
    }
}
