#Requires -Version 5.1

<#
.SYNOPSIS
An Azure Automation runbook: the state of a portfolio, as one small summary.

.DESCRIPTION
Takes the credential from the account's assets, the application numbers from a parameter or from a variable of the account, asks for the state of each case, and puts out one object:
how many cases are in which state, what documents came in the last days, what failed, what is left for the next run, and what is left of the daily limit.

It never prompts, writes no progress and little else. A used-up limit is no failure: what is left goes into a variable of the account and comes first in the next run. The runbook
fails, by an exception, when it cannot log on, when there is no number, or when no case at all could be fetched for another reason.

For Windows PowerShell 5.1 and PowerShell 7.4. How to set it up is in README.md beside it.

.PARAMETER ApplicationNumber
The cases. Without it they are in the variable.

.PARAMETER PortfolioVariable
The account's variable with the application numbers, separated by commas, semicolons or line breaks.

.PARAMETER TodoVariable
The account's variable for what is left when the limit is used up. It has to exist; without it what is left stands in the summary only.

.PARAMETER AssetName
The account's credential asset. Where there are no assets, the environment variables JPO_API_USERNAME and JPO_API_PASSWORD.

.PARAMETER Days
How many days back a document counts as new.

.PARAMETER StatePath
Where the module's quota book and cache live: the address of a container that all jobs and machines of the ID share, or a folder. Without it the account's variable of -StateVariable, the
environment variable JPO_API_STATE, or the usual folder. With a container a repeated job costs nothing: it has the answers of the one before. See about_JpoPatent_State.

.PARAMETER StateVariable
The account's variable with the container's address. The account's managed identity needs the role Storage Blob Data Contributor on it.

.PARAMETER AsJson
Puts the summary out as one line of JSON, for a logic app.

.PARAMETER Sandbox
Runs on the module's sandbox: fictional cases, no credential, no network.

.EXAMPLE
./Invoke-PortfolioRunbook.ps1 -Sandbox

The summary of a few fictional cases.

.EXAMPLE
./Invoke-PortfolioRunbook.ps1 -ApplicationNumber 特願2020-123456, 商願2018-000097 -Sandbox -AsJson

The same of two, as JSON.

.EXAMPLE
Start-AzAutomationRunbook -AutomationAccountName ip -ResourceGroupName ip -Name Invoke-PortfolioRunbook -Parameters @{ Days = 3 }

Starts it in Azure, with the cases in the variable JpoPortfolio.
#>
[CmdletBinding()]
param(
    [string[]] $ApplicationNumber,
    [string] $PortfolioVariable = 'JpoPortfolio',
    [string] $TodoVariable = 'JpoTodo',
    [string] $AssetName = 'JpoApi',
    [ValidateRange(1, 365)] [int] $Days = 7,
    [string] $StatePath,
    [string] $StateVariable = 'JpoState',
    [switch] $AsJson,
    [switch] $Sandbox
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
if (-not (Get-Command Connect-JpoApi -ErrorAction Ignore)) { Import-Module JpoPatent }

# --- The cases, those left over from the run before first. ---

$hasAssets = [bool](Get-Command Get-AutomationVariable -ErrorAction Ignore)
$todo = if ($hasAssets) { try { Get-AutomationVariable -Name $TodoVariable } catch { Write-Verbose "No variable ${TodoVariable}: $_" } }
if (-not $ApplicationNumber) {
    $ApplicationNumber = if ($Sandbox) { '特願2023-004642', '特願2024-017513', '特願2015-000123', '意願2018-000194', '商願2025-100096' }
    elseif ($hasAssets) { Get-AutomationVariable -Name $PortfolioVariable }
}
$given = @(($ApplicationNumber -join "`n") -split '[,;\r\n]+' | ForEach-Object { $_.Trim() } | Where-Object { $_ } | Select-Object -Unique)
if (-not $given) { throw "There is no application number: give -ApplicationNumber, or put the numbers into the variable $PortfolioVariable." }

$failed = @()
$cases = @(foreach ($one in $given) {
    $law = switch -Regex ($one) { '^意' { 'Design'; break } '^商' { 'Trademark'; break } default { 'Patent' } }
    $number = ConvertTo-JpoNumber $one -Kind Application -Law $law -ErrorAction SilentlyContinue -ErrorVariable problem
    if ($number) { $number } else { $failed += "${one}: $($problem[0])" }
})
$before = @("$todo" -split ', ')
$cases = @($cases | Where-Object { $before -contains $_.Display }) + @($cases | Where-Object { $before -notcontains $_.Display })

# --- Where the module's quota book and cache live. Without a word from anybody the module finds a folder by itself. ---

if (-not $StatePath -and $hasAssets -and -not $Sandbox) {
    $StatePath = try { Get-AutomationVariable -Name $StateVariable } catch { Write-Verbose "No variable ${StateVariable}: $_" }
}
$state = if ($StatePath) { @{ StatePath = $StatePath } } else { @{} }

# --- The connection. For another token address or a proxy, add -TokenUri or -Proxy. ---

if ($Sandbox) { $connection = Connect-JpoApi -Sandbox -RequestsPerMinute 0 @state -PassThru -NoDefault }
elseif (Get-Command Get-AutomationPSCredential -ErrorAction Ignore) {
    $credential = Get-AutomationPSCredential -Name $AssetName
    if (-not $credential) { throw "There is no credential asset $AssetName in this account." }
    $connection = Connect-JpoApi -Credential $credential @state -PassThru -NoDefault
}
else { $connection = Connect-JpoApi @state -PassThru -NoDefault }

# Tried at a desk, the connection of the shell stays what it is: every command of this script takes its own.
$PSDefaultParameterValues = $PSDefaultParameterValues.Clone()
$PSDefaultParameterValues['*-Jpo*:Connection'] = $connection

# --- The state of each case. ---

$answers = @()
$left = @()
foreach ($group in $cases | Group-Object Law) {
    $group.Group.Display | & "Get-Jpo$($group.Name)Progress" -ErrorAction SilentlyContinue -ErrorVariable problems | ForEach-Object { $answers += $_ }
    foreach ($problem in $problems) {
        if ($problem.FullyQualifiedErrorId -like 'JpoQuotaExhausted,*') { $left += $problem.TargetObject.Unprocessed } else { $failed += "$($problem.TargetObject): $problem" }
    }
}
if ($hasAssets -and "$todo" -ne ($left -join ', ')) {
    try { Set-AutomationVariable -Name $TodoVariable -Value ($left -join ', ') } catch { Write-Warning "What is left was not kept, as there is no variable ${TodoVariable}: $_" }
}
if (-not $answers -and -not $left) { throw "No case could be fetched. $($failed -join ' ')" }

# --- One small summary. Japan's day is the service's. ---

$quota = @(Get-JpoQuota */app_progress | Where-Object { $_.Used -gt 0 })
$since = (Get-JpoQuota patent/app_progress).ResetsAt.Date.AddDays(-1 - $Days)
$summary = [pscustomobject]@{
    RunAt        = [System.DateTimeOffset]::UtcNow.ToOffset([timespan]::FromHours(9)).ToString('yyyy-MM-ddTHH:mm:sszzz', [cultureinfo]::InvariantCulture)
    Cases        = $given.Count
    Fetched      = $answers.Count
    States       = @($answers | Group-Object State | Sort-Object Name | ForEach-Object { "$($_.Name) $($_.Count)" }) -join ', '
    NewDocuments = @(foreach ($answer in $answers) {
        $answer.Documents | Where-Object { $_.DocumentNumber -and $_.LegalDate -ge $since } | Select-Object DocumentNumber, LegalDate, DocumentDescription -Unique | ForEach-Object {
            '{0} {1} {2}' -f $_.LegalDate.ToString('yyyy-MM-dd', [cultureinfo]::InvariantCulture), $answer.ApplicationNumber, $_.DocumentDescription
        }
    })
    Failed       = $failed
    Todo         = $left
    Quota        = @($quota | ForEach-Object { '{0}: {1} of {2} left' -f $_.Api, $_.Remaining, $_.Limit }) -join ', '
}
if ($AsJson) { $summary | ConvertTo-Json -Compress } else { $summary }
