#Requires -Version 5.1

<#
.SYNOPSIS
The annuities and renewals that are due in the next 90 days, the next one first.

.DESCRIPTION
One line of the module, Get-JpoCase -Registration | Get-JpoDueDate, with a connection before it: an access for each case, and one more for each that is registered. What was missed and can
still be paid with a surcharge is in it; LastDay says until when. For trademarks it is the renewal or the second instalment.

.OUTPUTS
JpoDueDate with your own columns, RegistrationNumber, Title and Applicants.

.EXAMPLE
./Get-AnnuityDue.ps1 -Sandbox | Format-Table

Those of the fictional cases in samples/Portfolio/portfolio.csv.

.EXAMPLE
./Get-AnnuityDue.ps1 -Path C:\IP\portfolio.xlsx -Days 180 | Export-JpoCase annuities.xlsx

A workbook for Excel.

.EXAMPLE
./Get-AnnuityDue.ps1 -ApplicationNumber 特願2015-000123, 意願2018-000194 -Days 365 -Sandbox

Two cases, a year ahead.
#>
[CmdletBinding(DefaultParameterSetName = 'List')]
param(
    # The list, CSV or an Excel workbook, with a column 出願番号 or ApplicationNumber. A row that says no law is a patent.
    [Parameter(ParameterSetName = 'List')] [string] $Path = (Join-Path $PSScriptRoot '../Portfolio/portfolio.csv'),
    # Application numbers, in the place of a list.
    [Parameter(ParameterSetName = 'Number', Mandatory)] [string[]] $ApplicationNumber,
    # How far to look ahead.
    [ValidateRange(0, 3660)] [int] $Days = 90,
    # ID and password from JPO. Without it the connection of this shell, or else the environment variables JPO_API_USERNAME and JPO_API_PASSWORD.
    [pscredential] $Credential,
    # The place of the module's quota book and cache, where it shall not be the usual one.
    [string] $StatePath,
    # Runs on the module's sandbox: fictional cases, no credential, no network.
    [switch] $Sandbox
)

$ErrorActionPreference = 'Stop'
if (-not (Get-Command Connect-JpoApi -ErrorAction Ignore)) { Import-Module JpoPatent }

# For another token address or a proxy, connect before with Connect-JpoApi. The connection of the shell stays what it is.
$connect = @{ PassThru = $true; NoDefault = $true }
if ($StatePath) { $connect.StatePath = $StatePath }
if ($Credential) { $connect.Credential = $Credential }
$connection = Get-JpoConnection
if ($Sandbox) { $connection = Connect-JpoApi -Sandbox -RequestsPerMinute 0 @connect }
elseif ($Credential -or -not $connection -or $connection.IsSandbox) { $connection = Connect-JpoApi @connect }

$list = if ($ApplicationNumber) { @{ InputObject = $ApplicationNumber } } else { @{ Path = $Path } }
$cases = @(Get-JpoCase @list -Law Patent -Registration -PassThru -Connection $connection -WarningAction SilentlyContinue)

# A number that cannot be read, or a case without data, is an error of its own; the others go on.
$known = @{}
foreach ($case in $cases) {
    $known["$case"] = $case
    $id = $case.PSObject.Properties['ProblemId'].Value
    if ($id) { Write-Error -Message $case.PSObject.Properties['Problem'].Value -ErrorId $id -TargetObject $case -ErrorAction Continue }
}

$cases | Get-JpoDueDate -Within $Days -Overdue -Connection $connection -WarningAction SilentlyContinue | Where-Object { $_.Kind -in 'Annuity', 'Renewal' } | Sort-Object DueDate, Number | ForEach-Object {
    foreach ($name in 'RegistrationNumber', 'Title', 'Applicants') { if (-not $_.PSObject.Properties[$name]) { Add-Member -InputObject $_ -NotePropertyName $name -NotePropertyValue $known[$_.Number].$name } }
    $_
}
