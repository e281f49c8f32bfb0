#Requires -Version 5.1

<#
.SYNOPSIS
The annuities and renewals that are due in the next 90 days, the next one first.

.DESCRIPTION
Asks for the state of each case in a list, at one access each, and for the registration of those that are registered, at one more, and gives those out whose next payment is due within
so many days, or is overdue while the right is still on the register (within six months a payment can be made late, with a surcharge). Cases that are not registered are passed over.

For trademarks the day is that of the renewal or of the second instalment.

.PARAMETER Path
The list, a CSV file in any usual encoding or an Excel workbook, with a column 出願番号 (or ApplicationNumber), and if you like 整理番号 (Reference) and 法域 (Law: 特許, 意匠, 商標).

.PARAMETER ApplicationNumber
Application numbers, in the place of a list.

.PARAMETER Days
How far to look ahead.

.PARAMETER Credential
ID and password from JPO. Without it the connection of this shell, or else the environment variables JPO_API_USERNAME and JPO_API_PASSWORD.

.PARAMETER StatePath
The folder for the module's quota book and cache, where it shall not be the usual one.

.PARAMETER Sandbox
Runs on the module's sandbox: fictional cases, no credential, no network.

.OUTPUTS
An object for each case: Reference, Law, Number, RegistrationNumber, DueDate, DaysLeft, ExpireDate, Title, Applicants. Days are text, yyyy-MM-dd.

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
    [Parameter(ParameterSetName = 'List')] [string] $Path = (Join-Path $PSScriptRoot '../Portfolio/portfolio.csv'),
    [Parameter(ParameterSetName = 'Number', Mandatory)] [string[]] $ApplicationNumber,
    [ValidateRange(0, 3660)] [int] $Days = 90,
    [pscredential] $Credential,
    [string] $StatePath,
    [switch] $Sandbox
)

$ErrorActionPreference = 'Stop'
if (-not (Get-Command Connect-JpoApi -ErrorAction Ignore)) { Import-Module JpoPatent }

# --- The connection: for another token address or a proxy, connect before with Connect-JpoApi, and leave out -Credential and -Sandbox. ---

$connect = @{}
if ($StatePath) { $connect.StatePath = $StatePath }
if ($Credential) { $connect.Credential = $Credential }
$connection = Get-JpoConnection
if ($Sandbox) { $connection = Connect-JpoApi -Sandbox -RequestsPerMinute 0 -PassThru -NoDefault @connect }
elseif ($Credential -or -not $connection -or $connection.IsSandbox) { $connection = Connect-JpoApi -PassThru -NoDefault @connect }

# The connection of the shell stays what it is: every command of this script takes its own.
$PSDefaultParameterValues = $PSDefaultParameterValues.Clone()
$PSDefaultParameterValues['*-Jpo*:Connection'] = $connection

# Japan's day, by the service's clock.
$today = (Get-JpoQuota patent/registration_info).ResetsAt.Date.AddDays(-1)

# --- The cases, with the register of those that are registered. A row that says no law is a patent. ---

$list = if ($ApplicationNumber) { @{ InputObject = $ApplicationNumber } } else { @{ Path = $Path } }
$cases = @(Get-JpoCase @list -Law Patent -Registration -WarningAction SilentlyContinue)

# A number that cannot be read, or a case without data, is an error of its own; the others go on.
$cases | Where-Object ProblemId | ForEach-Object { Write-Error -Message $_.Problem -ErrorId $_.ProblemId -TargetObject $_ -ErrorAction Continue }

$cases | Where-Object NextAnnuity | ForEach-Object {
    $next = [datetime]$_.NextAnnuity
    if ($next -le $today.AddDays($Days)) {
        [pscustomobject]@{
            Reference          = "$($_.PSObject.Properties['整理番号'].Value)$($_.PSObject.Properties['Reference'].Value)"
            Law                = $_.Law
            Number             = $_.Number
            RegistrationNumber = $_.RegistrationNumber
            DueDate            = $_.NextAnnuity
            DaysLeft           = ($next - $today).Days
            ExpireDate         = $_.ExpireDate
            Title              = $_.Title
            Applicants         = $_.Applicants
        }
    }
} | Sort-Object DueDate, Reference
