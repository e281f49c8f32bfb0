using System.Management.Automation;

namespace JpoPatent.Abstractions;

/// <summary>A cmdlet that takes application numbers of any of the five offices.</summary>
public abstract class JpoOpdApplicationCommand : JpoFetchCommand
{
    /// <summary>Applications in DOCDB form, such as US.201314768239.A, or Japanese ones as people write them.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AppNo", "出願番号")]
    [AllowEmptyString]
    [AllowNull]
    [AllowEmptyCollection]
    public string[] ApplicationNumber { get; set; } = [];
}
