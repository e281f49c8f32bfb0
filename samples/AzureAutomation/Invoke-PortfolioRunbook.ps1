#Requires -Version 5.1

<#
.SYNOPSIS
An Azure Automation runbook: one night's work on a portfolio, as one small summary.

.DESCRIPTION
Takes the credential from the account's assets and the list from a parameter or from a variable of the account, runs Update-JpoWatch, and puts out one object: what the night came to,
what changed, what is due, and what is left of the daily limits.

A worker of Azure keeps no disk. Quota book and cache are in a container that all jobs share; the watch and its report are copied from and to a blob, every twenty minutes. A job ends
before Azure ends it, after three hours, and the next start goes on where it stopped, as does the start after a night whose limit was used up, or after a job that was killed.

It never prompts, writes no progress and little else. A used-up limit is no failure. The runbook fails, by an exception, when it cannot log on, when there is no list, when the blob cannot be
read or written, or when JPO's service is down and nothing was looked at.

For Windows PowerShell 5.1 and PowerShell 7.4. How to set it up is in README.md beside it.

.OUTPUTS
One object: Night, Cases, LookedAt, Changes, Due, NotLookedAt, LongestWait, EndedBecause, LastSequence, Quota.

.EXAMPLE
./Invoke-PortfolioRunbook.ps1 -Sandbox

The summary of a few fictional cases.

.EXAMPLE
./Invoke-PortfolioRunbook.ps1 -ApplicationNumber 特願2020-123456, 商願2018-000097 -Sandbox -AsJson

The same of two, as JSON.

.EXAMPLE
Start-AzAutomationRunbook -AutomationAccountName ip -ResourceGroupName ip -Name Invoke-PortfolioRunbook -Parameters @{ DueDays = 14 }

Starts it in Azure, with the list in the variable JpoPortfolio.
#>
[CmdletBinding()]
param(
    # The cases. Without it they are in the variable.
    [string[]] $ApplicationNumber,
    # The account's variable with the list: application numbers, separated by commas, semicolons or line breaks, or the address of a blob with a CSV file or a workbook.
    [string] $PortfolioVariable = 'JpoPortfolio',
    # The account's credential asset. Where there are no assets, the environment variables JPO_API_USERNAME and JPO_API_PASSWORD.
    [string] $AssetName = 'JpoApi',
    # How long to work. Azure ends a job after three hours.
    [timespan] $For = '02:45',
    # What is due within so many days stands in the summary.
    [ValidateRange(1, 3660)] [int] $DueDays = 30,
    # Where the module's quota book and cache live: the address of a container, or a folder. Without it the account's variable of -StateVariable, the environment variable JPO_API_STATE, or
    # the usual folder. See about_JpoPatent_State.
    [string] $StatePath,
    # The account's variable with the container's address. The account's managed identity needs the role Storage Blob Data Contributor on it.
    [string] $StateVariable = 'JpoState',
    # The address of the blob for the watch, https://ACCOUNT.blob.core.windows.net/CONTAINER/watch.jsonl. Without it the account's variable of -WatchVariable; without that the watch stays on
    # the machine, which suits a hybrid worker.
    [string] $WatchUri,
    # The account's variable with that address.
    [string] $WatchVariable = 'JpoWatch',
    # The language of the report, ja or en.
    [ValidateSet('ja', 'en')] [string] $ReportLanguage = $(if ($PSUICulture -like 'ja*') { 'ja' } else { 'en' }),
    # Takes a list that has lost many cases at once.
    [switch] $Force,
    # Puts the summary out as one line of JSON, for a logic app.
    [switch] $AsJson,
    # Runs on the module's sandbox: fictional cases, no credential, no network. The watch of such a trial is forgotten at its end.
    [switch] $Sandbox
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
if (-not (Get-Command Connect-JpoApi -ErrorAction Ignore)) { Import-Module JpoPatent }
$ends = [datetime]::UtcNow + $For

# --- The account's variables. One that is not there is no error: its parameter or the usual place stands in for it. ---

function Get-Asset { param([string] $Name) if (Get-Command Get-AutomationVariable -ErrorAction Ignore) { try { "$(Get-AutomationVariable -Name $Name)" } catch { Write-Verbose "No variable ${Name}: $_" } } }

if (-not $Sandbox) {
    if (-not $ApplicationNumber) { $ApplicationNumber = Get-Asset $PortfolioVariable }
    if (-not $StatePath) { $StatePath = Get-Asset $StateVariable }
    if (-not $WatchUri) { $WatchUri = Get-Asset $WatchVariable }
}
elseif (-not $ApplicationNumber) { $ApplicationNumber = '特願2023-004642', '特願2024-017513', '特願2015-000123', '意願2018-000194', '商願2025-100096' }
$given = @(($ApplicationNumber -join "`n") -split '[,;\r\n]+' | ForEach-Object { $_.Trim() } | Where-Object { $_ } | Select-Object -Unique)
if (-not $given) { throw "There is no list: give -ApplicationNumber, or put the numbers, or the address of a blob with the list, into the variable $PortfolioVariable." }

# --- The connection. For another token address or a proxy, add -TokenUri or -Proxy. Tried at a desk, the connection of the shell stays what it is. ---

$connect = @{ PassThru = $true; NoDefault = $true }
if ($StatePath) { $connect.StatePath = $StatePath }
if ($Sandbox) { $connection = Connect-JpoApi -Sandbox -RequestsPerMinute 0 @connect }
elseif (Get-Command Get-AutomationPSCredential -ErrorAction Ignore) {
    $credential = Get-AutomationPSCredential -Name $AssetName
    if (-not $credential) { throw "There is no credential asset $AssetName in this account." }
    $connection = Connect-JpoApi -Credential $credential @connect
}
else { $connection = Connect-JpoApi @connect }

# --- Blobs: by the cmdlets of Az.Storage, as the account's managed identity. ---

$folder = Join-Path ([System.IO.Path]::GetTempPath()) ('jpo-watch-' + [guid]::NewGuid().ToString('N'))

function Get-BlobPlace {
    param([string] $Address)

    if ($Address -notmatch '^https://([^./]+)\.blob\.[^/?]+/([^/?]+)/([^?]+)$') { throw "This is no address of a blob, https://ACCOUNT.blob.core.windows.net/CONTAINER/NAME: $($Address -replace '\?.*')" }
    @{ Account = $Matches[1]; Container = $Matches[2]; Name = [uri]::UnescapeDataString($Matches[3]) }
}

function Get-BlobTag { param($Place) Get-AzStorageBlob -Container $Place.Container -Prefix $Place.Name -Context $Place.Context | Where-Object Name -EQ $Place.Name | ForEach-Object { "$($_.LastModified.UtcDateTime.Ticks) $($_.Length)" } }

function Connect-Blob {
    param([string] $Address)

    $place = Get-BlobPlace $Address
    if (-not $script:isLoggedOn) { $null = Connect-AzAccount -Identity }
    $script:isLoggedOn = $true
    $place.Context = New-AzStorageContext -StorageAccountName $place.Account -UseConnectedAccount
    $place.File = Join-Path $folder (Split-Path -Leaf $place.Name)
    $place.Tag = Get-BlobTag $place
    if ($place.Tag) { $null = Get-AzStorageBlobContent -Container $place.Container -Blob $place.Name -Destination $place.File -Context $place.Context -Force }
    $place
}

# Two jobs with the same watch would each lose what the other one found: then this one's is kept beside, and the job fails.
function Save-Watch {
    param($Place)

    if ("$(Get-BlobTag $Place)" -ne "$($Place.Tag)") {
        $beside = '{0}.{1:yyyyMMdd-HHmmss}' -f $Place.Name, [datetime]::UtcNow
        $null = Set-AzStorageBlobContent -File $Place.File -Container $Place.Container -Blob $beside -Context $Place.Context -Force
        throw "Another job has written $($Place.Name) meanwhile. What this one found is in $beside."
    }
    $null = Set-AzStorageBlobContent -File $Place.File -Container $Place.Container -Blob $Place.Name -Context $Place.Context -Force
    $Place.Tag = Get-BlobTag $Place
}

$script:isLoggedOn = $false
$null = New-Item -ItemType Directory -Force -Path $folder
try {
    $watch = @{ Connection = $connection }
    $blob = $null
    if ($Sandbox) { $watch.Path = Join-Path $folder 'watch.jsonl' }
    elseif ($WatchUri) {
        $blob = Connect-Blob $WatchUri
        $watch.Path = $blob.File
    }
    $list = if ($given.Count -eq 1 -and $given[0] -match '^https://') {
        $source = Connect-Blob $given[0]
        if (-not $source.Tag) { throw "There is no blob $($source.Name) in the container $($source.Container)." }
        @{ Portfolio = $source.File }
    }
    else { @{ InputObject = $given } }

    # A number alone is a patent's; 意願 and 商願 say themselves what they are.
    $last = Get-JpoWatchChange @watch -WarningAction SilentlyContinue | Select-Object -Last 1
    $after = if ($last) { $last.Sequence } else { 0 }
    $nights = @()
    do {
        $left = $ends - [datetime]::UtcNow
        $part = [timespan]::FromTicks([math]::Max([long]0, [math]::Min($left.Ticks, [timespan]::FromMinutes(20).Ticks)))
        try { $nights += @(Update-JpoWatch @list @watch -Law Patent -For $part -Force:$Force) }
        finally { if ($blob -and (Test-Path -LiteralPath $blob.File)) { Save-Watch $blob } }
        $list = @{}
        $goesOn = "$($nights[-1].EndedBecause)" -eq 'Until' -and $nights[-1].LookedAt -gt 0 -and [datetime]::UtcNow -lt $ends
    } while ($goesOn)

    $night = $nights[-1]
    $lookedAt = [int]($nights | Measure-Object LookedAt -Sum).Sum
    if ("$($night.EndedBecause)" -in 'ServiceDown', 'Stopped' -and $lookedAt -eq 0) { throw "JPO's service does not answer: no case could be looked at ($($night.EndedBecause))." }
    $report = Join-Path $folder 'report.html'
    Export-JpoWatchReport $report -After $after -Language $ReportLanguage @watch
    if ($blob) { $null = Set-AzStorageBlobContent -File $report -Container $blob.Container -Blob (($blob.Name -replace '\.\w+$') + '.html') -Properties @{ ContentType = 'text/html; charset=utf-8' } -Context $blob.Context -Force }

    # --- One small summary. ---

    $days = [cultureinfo]::InvariantCulture
    $summary = [pscustomobject]@{
        Night        = $night.Night.ToString('yyyy-MM-dd', $days)
        Cases        = $night.Cases
        LookedAt     = $lookedAt
        Changes      = @(Get-JpoWatchChange -After $after @watch | ForEach-Object { ('{0} {1} {2}: {3} {4}' -f $_.Sequence, $_.Number, $_.Property, $_.After, $(if ($_.DueDate) { 'due ' + $_.DueDate.ToString('yyyy-MM-dd', $days) })).TrimEnd() })
        Due          = @(Get-JpoWatchCase @watch | Get-JpoDueDate -Within $DueDays -Connection $connection -WarningAction SilentlyContinue | Sort-Object DueDate | ForEach-Object { '{0} {1} {2}' -f $_.DueDate.ToString('yyyy-MM-dd', $days), $_.Number, $_.Kind })
        NotLookedAt  = $night.NotLookedAt
        LongestWait  = $night.LongestWait
        EndedBecause = "$($night.EndedBecause)"
        LastSequence = $night.LastSequence
        Quota        = @(Get-JpoQuota -Connection $connection | Where-Object { $_.Used -gt 0 } | ForEach-Object { '{0}: {1} of {2} left' -f $_.Api, $_.Remaining, $_.Limit }) -join ', '
    }
    if ($AsJson) { $summary | ConvertTo-Json -Compress } else { $summary }
}
finally { Remove-Item -LiteralPath $folder -Recurse -Force -ErrorAction SilentlyContinue }
