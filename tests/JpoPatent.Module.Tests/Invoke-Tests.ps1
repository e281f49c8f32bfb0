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

# Each skip in words: those of Set-ItResult, or the tag of a test that is not even begun. Only what the list permits may be skipped.
$permitted = @(Get-Content (Join-Path (Split-Path $PSScriptRoot) 'permitted-skips.txt') | Where-Object { $_ -and $_ -notlike '#*' })
$skips = @($result.Skipped) + @($result.NotRun) | Where-Object { $_ } | ForEach-Object {
    $words = if ("$($_.ErrorRecord)" -match '^is skipped, because (.+)') { $Matches[1] } else { @($_.Tag; for ($block = $_.Block; $block; $block = $block.Parent) { $block.Tag }) | Select-Object -First 1 }
    [pscustomobject]@{ Test = $_.ExpandedPath; Words = $words; IsPermitted = [bool]($permitted | Where-Object { $words -like $_ }) }
}
$skips | Where-Object IsPermitted | Group-Object Words | ForEach-Object { 'Skipped, {0}: {1}' -f $_.Count, $_.Name }
$refused = @($skips | Where-Object { -not $_.IsPermitted })
$refused | ForEach-Object { "Skipped, but not for a reason of permitted-skips.txt: $($_.Test), because: $($_.Words)" }

$failed = $result.FailedCount + $result.FailedBlocksCount + $result.FailedContainersCount + $refused.Count
'Pester: {0} passed, {1} failed, {2} skipped' -f $result.PassedCount, $failed, (@($skips).Count - $refused.Count)
exit [int]($result.Result -ne 'Passed' -or $refused.Count -gt 0)
