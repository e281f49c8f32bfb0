#Requires -Version 5.1

<#
.SYNOPSIS
One night's work on a portfolio: looks at the cases that are most likely to have moved, and writes what changed, what is due and where all cases stand.

.DESCRIPTION
Runs Update-JpoWatch on your list, inside the daily limits, and writes to the output folder:

  portfolio.html   the report: what changed, what is due, what was not looked at
  portfolio.xlsx   a row for each row of your list, with all its columns, and where the case stands
  due.xlsx         what is due, the next one first, with your columns; what has no day that is known comes last

The files are written from what the watch knows also where the night's work fails. Exit codes: 0, the night's work was done as far as the limits go; 1, an error; 2, the service went down.

.OUTPUTS
JpoWatchNight: what the night came to, as Update-JpoWatch gives it.

.EXAMPLE
./Export-NightlyPortfolio.ps1 -Sandbox -Language en

The 20 fictional cases in portfolio.csv, in English.

.EXAMPLE
./Export-NightlyPortfolio.ps1 -Path C:\IP\portfolio.xlsx -OutputFolder C:\IP\report -Until 05:00 -Credential (Get-Credential)

Your own portfolio, until five in the morning in Japan.

.EXAMPLE
../Secrets/Connect-WithSecret.ps1; ./Export-NightlyPortfolio.ps1 -Path ~/portfolio.csv

The same with the credential from a vault.
#>
[CmdletBinding()]
param(
    # The list, CSV or an Excel workbook, any law mixed, with a column 出願番号 or ApplicationNumber. A row that says no law is a patent. The list is the truth: new cases come, missing ones retire.
    [string] $Path = (Join-Path $PSScriptRoot 'portfolio.csv'),
    # Where the files go; it is made if need be.
    [string] $OutputFolder = (Join-Path $PSScriptRoot 'report'),
    # How many days due.xlsx looks ahead. What was missed is always in it.
    [ValidateRange(1, 3660)] [int] $DueDays = 90,
    # When the work ends at the latest, such as 05:00 in Japan.
    [string] $Until,
    # ja or en, for files, messages and errors; without it, that of the shell.
    [ValidateSet('ja', 'en')] [string] $Language,
    # ID and password from JPO. Without it the connection of this shell, or else the environment variables JPO_API_USERNAME and JPO_API_PASSWORD.
    [pscredential] $Credential,
    # The place of the module's quota book and cache, where it shall not be the usual one.
    [string] $StatePath,
    # The file of the watch, where it shall not be the one of your ID in the state folder. Each list needs a file of its own.
    [string] $WatchPath,
    # Takes a list that has lost many cases at once.
    [switch] $Force,
    # Runs on the module's sandbox: fictional cases, no credential, no network.
    [switch] $Sandbox
)

# A workbook that is open in Excel is left as it is, and a new one goes beside it.
function Write-Workbook {
    param([string] $Name, $Row)

    try { $Row | Export-JpoCase (Join-Path $OutputFolder "$Name.xlsx") -Force }
    catch {
        $beside = Join-Path $OutputFolder ('{0}-{1:yyyyMMdd-HHmmss}.xlsx' -f $Name, [datetime]::UtcNow.AddHours(9))
        Write-Warning "$_ -> $beside"
        $Row | Export-JpoCase $beside -Force
    }
}

$ErrorActionPreference = 'Stop'
$shellLanguage = [cultureinfo]::CurrentUICulture
if ($Language) { [cultureinfo]::CurrentUICulture = $Language }
try {
    if (-not (Get-Command Connect-JpoApi -ErrorAction Ignore)) { Import-Module JpoPatent }

    # For another token address or a proxy, connect before with Connect-JpoApi. The connection of the shell stays what it is.
    $connect = @{ PassThru = $true; NoDefault = $true }
    if ($StatePath) { $connect.StatePath = $StatePath }
    if ($Credential) { $connect.Credential = $Credential }
    $connection = Get-JpoConnection
    if ($Sandbox) { $connection = Connect-JpoApi -Sandbox -RequestsPerMinute 0 @connect }
    elseif ($Credential -or -not $connection -or $connection.IsSandbox) { $connection = Connect-JpoApi @connect }

    $watch = @{ Connection = $connection }
    if ($WatchPath) { $watch.Path = $WatchPath }
    $run = @{ Portfolio = $Path; Law = 'Patent'; Force = $Force }
    if ($Until) { $run.Until = $Until }
    $nights = @()
    $problem = $null
    try { Update-JpoWatch @run @watch -OutVariable nights } catch { $problem = $_ }

    # Also where the night's work failed: what is due stays due.
    $cases = @(Get-JpoWatchCase @watch -WarningAction SilentlyContinue)
    if ($cases) {
        $since = @{}
        if ($nights) { $since.Since = $nights[0].Night }
        $null = New-Item -ItemType Directory -Force -Path $OutputFolder
        Export-JpoWatchReport (Join-Path $OutputFolder portfolio.html) @since @watch
        Write-Workbook due @($cases | Get-JpoDueDate -Within $DueDays -Overdue -IncludeUnknown -Connection $connection | Sort-Object { -not $_.DueDate }, DueDate, Number)
        Write-Workbook portfolio $cases
    }
    if ($problem) { throw $problem }
}
finally { [cultureinfo]::CurrentUICulture = $shellLanguage }

exit $(if ($nights[-1].EndedBecause -in 'ServiceDown', 'Stopped') { 2 } else { 0 })
