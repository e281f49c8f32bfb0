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
    [string] $Pester,

    # How long a test may stand still before the run is ended.
    [timespan] $Standstill = '00:10:00'
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

# Watches from beside which test runs. One that stands still is named, its processes are ended, and so is the run.
$watch = [powershell]::Create().AddScript({
        param($Variables, [timespan] $Standstill)

        $before = $null
        $since = [System.Diagnostics.Stopwatch]::StartNew()
        while ($true) {
            Start-Sleep -Milliseconds 500
            $state = $Variables.GetValue('state')
            $now = if ($state.CurrentTest) { $state.CurrentTest.ExpandedPath } elseif ($state.CurrentBlock) { $state.CurrentBlock.ExpandedPath }
            if ($now -ne $before) {
                $before = $now
                $since.Restart()
            }
            elseif ($since.Elapsed -gt $Standstill) {
                [System.Console]::Out.WriteLine("The test '$now' has stood still for $Standstill. The run is ended.")
                [System.Console]::Out.WriteLine('Pester: 0 passed, 1 failed, 0 skipped')
                Get-Process | Where-Object { $_.Parent.Id -eq $PID } | ForEach-Object { $_.Kill($true) }
                [System.Environment]::Exit(3)
            }
        }
    }).AddArgument((Get-Module Pester).SessionState.PSVariable).AddArgument($Standstill)
$null = $watch.BeginInvoke()
$result = Invoke-Pester -Configuration $settings

'Pester: {0} passed, {1} failed, {2} skipped' -f $result.PassedCount, ($result.FailedCount + $result.FailedBlocksCount + $result.FailedContainersCount), ($result.SkippedCount + $result.NotRunCount)
exit [int]($result.Result -ne 'Passed')
