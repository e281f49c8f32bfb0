#Requires -Version 5.1

<#
.SYNOPSIS
Has Windows run a sample every night.

.DESCRIPTION
Registers a task with the Windows Task Scheduler that runs a script once a day, at a time in Japan: JPO's limits start again at midnight in Japan, and its data are refreshed once a
day, so that the early morning there is the time to ask. Where your clocks change in summer, the task keeps to Japan's.

A task that was missed runs as soon as it can, and never beside itself. On Linux and macOS see crontab.txt and the systemd timer beside it.

.PARAMETER ScriptPath
The script.

.PARAMETER Argument
What follows the script, written as at the prompt.

.PARAMETER At
The time of day in Japan.

.PARAMETER TaskName
The task's name. A task of this name is replaced.

.PARAMETER SecretName
The secret with the credential, which Secrets/Connect-WithSecret.ps1 gets from your vault before the script runs. Without it the environment variables JPO_API_USERNAME and
JPO_API_PASSWORD of the user have to be there.

.PARAMETER User
The account that runs the task, so that it also runs when no user is logged on. Without it the task runs as you, while you are logged on.

.PARAMETER Sandbox
Has the script run on the module's sandbox, to try the task out.

.EXAMPLE
./Register-NightlyTask.ps1 -Sandbox -WhatIf

Shows what would be registered.

.EXAMPLE
./Register-NightlyTask.ps1 -Argument '-Path C:\IP\portfolio.csv -OutputFolder C:\IP\report' -SecretName JpoApi

The nightly portfolio at 5 o'clock in Japan.

.EXAMPLE
./Register-NightlyTask.ps1 -ScriptPath C:\IP\Send-NewOfficeAction.ps1 -TaskName 'JPO office actions' -At 06:00 -User (Get-Credential)

Another script, also when no user is logged on.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [string] $ScriptPath = (Join-Path $PSScriptRoot '../Portfolio/Export-NightlyPortfolio.ps1'),
    [string] $Argument,
    [ValidatePattern('^([01]\d|2[0-3]):[0-5]\d$')] [string] $At = '05:00',
    [string] $TaskName = 'JPO nightly portfolio',
    [string] $SecretName,
    [pscredential] $User,
    [switch] $Sandbox
)

$ErrorActionPreference = 'Stop'
if (-not (Get-Command Register-ScheduledTask -ErrorAction Ignore)) {
    throw 'There is no Windows Task Scheduler here: on Linux and macOS see crontab.txt beside this script. タスク スケジューラは Windows にしかありません。crontab.txt をご覧ください。'
}

function Get-FullPath {
    param([string] $Path)

    if (-not (Test-Path -LiteralPath $Path -PathType Leaf)) { throw "There is no script $Path. スクリプトがありません。" }
    (Resolve-Path -LiteralPath $Path).ProviderPath
}

# How another shell of this kind is started: PowerShell as a tool of .NET runs in a process named dotnet, which is no shell by itself.
function Get-ThisShell {
    $process = [System.Diagnostics.Process]::GetCurrentProcess().MainModule.FileName
    $name = [System.IO.Path]::GetFileNameWithoutExtension($process)
    foreach ($file in 'pwsh.exe', 'pwsh', 'powershell.exe') {
        $path = Join-Path $PSHOME $file
        if (-not (Test-Path -LiteralPath $path -PathType Leaf)) { continue }

        # The tool brings one executable for every kind of machine; it is tried where it is not the one that runs.
        $ends = if ($path -eq $process) { 42 } else { try { & $path -NoProfile -NonInteractive -Command 'exit 42' 2>&1 | Out-Null; $LASTEXITCODE } catch { -1 } }
        if ($ends -eq 42) { return [pscustomobject]@{ FileName = $path; Argument = @() } }
    }

    if ($name -match '^(pwsh|powershell)') { return [pscustomobject]@{ FileName = $process; Argument = @() } }
    $assembly = Join-Path $PSHOME 'pwsh.dll'
    $dotnet = if ($name -eq 'dotnet') { $process } else { (Get-Command dotnet -CommandType Application -ErrorAction Ignore | Select-Object -First 1).Source }
    if ($dotnet -and (Test-Path -LiteralPath $assembly -PathType Leaf)) { [pscustomobject]@{ FileName = $dotnet; Argument = @($assembly) } }
}

$shell = Get-ThisShell
if (-not $shell) {
    throw 'No PowerShell is found that a task could start: run this script in pwsh or powershell.exe. タスクが起動できる PowerShell が見つかりません。pwsh または powershell.exe で実行してください。'
}

# What the shell is to do, with quotation marks as PowerShell wants them; the exit code says whether it went well.
function Format-Quoted { param([string] $Text) "'" + $Text.Replace("'", "''") + "'" }

$command = '$ErrorActionPreference = ''Stop''; '
if ($SecretName) { $command += '& {0} -Name {1}; ' -f (Format-Quoted (Get-FullPath (Join-Path $PSScriptRoot '../Secrets/Connect-WithSecret.ps1'))), (Format-Quoted $SecretName) }
$command += '& ' + (Format-Quoted (Get-FullPath $ScriptPath))
if ($Argument) { $command += " $Argument" }
if ($Sandbox) { $command += ' -Sandbox' }
$command += '; exit $LASTEXITCODE'

# The command in Base64: no quotation mark of it is taken for the task's.
$encoded = [System.Convert]::ToBase64String([System.Text.Encoding]::Unicode.GetBytes($command))
$before = -join ($shell.Argument | ForEach-Object { '"{0}" ' -f $_ })
$action = New-ScheduledTaskAction -Execute $shell.FileName -Argument "$before-NoProfile -NonInteractive -ExecutionPolicy Bypass -EncodedCommand $encoded" -WorkingDirectory (Split-Path -Parent (Get-FullPath $ScriptPath))

# With an offset, the time is Japan's wherever the machine stands.
$trigger = New-ScheduledTaskTrigger -Daily -At $At
$trigger.StartBoundary = '{0}T{1}:00+09:00' -f [datetime]::UtcNow.AddHours(9).ToString('yyyy-MM-dd', [cultureinfo]::InvariantCulture), $At

$settings = New-ScheduledTaskSettingsSet -StartWhenAvailable -RunOnlyIfNetworkAvailable -MultipleInstances IgnoreNew -ExecutionTimeLimit (New-TimeSpan -Hours 6)
$task = @{ TaskName = $TaskName; Action = $action; Trigger = $trigger; Settings = $settings; Description = "$TaskName ($At Japan time): $command"; Force = $true }
if ($User) {
    $task.User = $User.UserName
    $task.Password = $User.GetNetworkCredential().Password
}

if ($PSCmdlet.ShouldProcess("$TaskName ($At Japan time)", "Register-ScheduledTask: $command")) { Register-ScheduledTask @task }
