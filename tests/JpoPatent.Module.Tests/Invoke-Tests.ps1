#Requires -Version 7.4

<#
.SYNOPSIS
Runs the Pester suite against the assembled module and ends with the exit code of its outcome.
#>
[CmdletBinding()]
param(
    # The configuration whose test server is used.
    [string] $Configuration = 'Debug',

    # Files to run; without it all.
    [string[]] $Path = $PSScriptRoot,

    # The manifest of Pester, which "dotnet test" fetches; without it a Pester 5 that is installed.
    [string] $Pester
)

if ($Pester) { Import-Module $Pester } else { Import-Module Pester -MinimumVersion 5.0 }
$env:NO_COLOR = '1'
$env:JPO_TEST_CONFIGURATION = $Configuration

# Nothing of the user's own: no credential, no state folder.
$env:JPO_API_USERNAME = $null
$env:JPO_API_PASSWORD = $null

$settings = New-PesterConfiguration
$settings.Run.Path = $Path
$settings.Run.PassThru = $true
$settings.Output.Verbosity = 'Normal'
$settings.Output.RenderMode = 'Plaintext'
$result = Invoke-Pester -Configuration $settings

'Pester: {0} passed, {1} failed, {2} skipped' -f $result.PassedCount, ($result.FailedCount + $result.FailedBlocksCount + $result.FailedContainersCount), ($result.SkippedCount + $result.NotRunCount)
exit [int]($result.Result -ne 'Passed')
