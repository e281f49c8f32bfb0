#Requires -Version 5.1

<#
.SYNOPSIS
The annuities and renewals that are due in the next 90 days, the next one first.

.DESCRIPTION
Asks for the registration of each case in a list, at one access each, and gives those out whose next payment is due within so many days, or is overdue while the right is still on
the register (within six months a payment can be made late, with a surcharge). Cases that are not registered are passed over.

For trademarks the day is that of the renewal or of the second instalment.

.PARAMETER Path
The list, a CSV file in UTF-8 or Shift_JIS with a column 出願番号 (or ApplicationNumber), and if you like 整理番号 (Reference) and 法域 (Law: 特許, 意匠, 商標).

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
An object for each case: Reference, Law, Number, RegistrationNumber, DueDate, DaysLeft, PaidYears, ExpireDate, Title, RightHolder.

.EXAMPLE
./Get-AnnuityDue.ps1 -Sandbox | Format-Table

Those of the fictional cases in samples/Portfolio/portfolio.csv.

.EXAMPLE
./Get-AnnuityDue.ps1 -Path C:\IP\portfolio.csv -Days 180 | Export-Csv annuities.csv -NoTypeInformation -Encoding utf8BOM

A file for Excel. In Windows PowerShell write -Encoding UTF8, which has the byte-order mark there.

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

# --- The list: UTF-8, or Shift_JIS as Excel in Japan saves it. ---

if ($ApplicationNumber) {
    $lines = $ApplicationNumber | ForEach-Object { [pscustomobject]@{ 出願番号 = $_ } }
    $column = '出願番号'
}
else {
    $file = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Path)
    if (-not (Test-Path -LiteralPath $file -PathType Leaf)) { throw "There is no file $file. ファイルがありません。" }
    $bytes = [System.IO.File]::ReadAllBytes($file)
    try { $text = [System.Text.UTF8Encoding]::new($false, $true).GetString($bytes) } catch { $text = [System.Text.Encoding]::GetEncoding(932).GetString($bytes) }
    $lines = @($text.TrimStart([char]0xFEFF) | ConvertFrom-Csv)
    if ($lines.Count -eq 0) { throw "There are no cases in $file. ファイルに案件がありません。" }
    $names = @($lines[0].PSObject.Properties.Name)
    $column = @('出願番号', 'ApplicationNumber', 'AppNo' | Where-Object { $names -contains $_ })[0]
    if (-not $column) { throw "$file has no column 出願番号 or ApplicationNumber. 出願番号の列がありません。 ($($names -join ', '))" }
}

# The law is told by its column, else by the number (意願, 商願), else it is a patent. A number that cannot be read is an error of its own; the others are asked for.
$cases = foreach ($line in $lines) {
    if (-not "$($line.PSObject.Properties.Value)".Trim()) { continue }
    $law = switch -Regex ("$($line.法域)$($line.Law)", $line.$column -join ' ') { '意匠|Design|意願' { 'Design'; break } '商標|Trademark|商願' { 'Trademark'; break } default { 'Patent' } }
    $number = ConvertTo-JpoNumber "$($line.$column)" -Kind Application -Law $law -ErrorAction Continue
    if ($number) { [pscustomobject]@{ Reference = "$($line.整理番号)$($line.Reference)"; Law = $law; Value = $number.Value; Number = $number.Display } }
}

# --- The connection: for another token address or a proxy, connect before with Connect-JpoApi, and leave out -Credential and -Sandbox. ---

$connect = @{}
if ($StatePath) { $connect.StatePath = $StatePath }
if ($Credential) { $connect.Credential = $Credential }
$known = Get-JpoConnection
if ($Sandbox) { Connect-JpoApi -Sandbox -RequestsPerMinute 0 @connect }
elseif ($Credential -or -not $known -or $known.IsSandbox) { Connect-JpoApi @connect }

# Japan's day, by the service's clock.
$today = (Get-JpoQuota patent/registration_info).ResetsAt.Date.AddDays(-1)

# --- The registrations. ---

$due = foreach ($group in $cases | Group-Object Law) {
    $law = $group.Name
    $group.Group.Number | Select-Object -Unique | & "Get-Jpo$($law)Registration" -ErrorAction SilentlyContinue -ErrorVariable problems | ForEach-Object {
        $right = $_
        $next = $right.NextPensionPaymentDate
        if (-not $next -or $next -gt $today.AddDays($Days)) { return }
        $group.Group | Where-Object Value -EQ $right.ApplicationNumber | ForEach-Object {
            [pscustomobject]@{
                Reference          = $_.Reference
                Law                = $law
                Number             = $_.Number
                RegistrationNumber = $right.RegistrationNumber
                DueDate            = $next
                DaysLeft           = ($next - $today).Days
                PaidYears          = $right.LastPaymentYearly
                ExpireDate         = $right.ExpireDate
                Title              = "$($right.InventionTitle)$($right.DesignArticle)$($right.TrademarkForDisplay)"
                RightHolder        = @($right.RightPersons | ForEach-Object { $_.Name }) -join '; '
            }
        }
    }

    # No data: the case is not registered.
    $problems | Where-Object { $_.FullyQualifiedErrorId -notlike 'JpoNoData,*' } | ForEach-Object { Write-Error -ErrorRecord $_ -ErrorAction Continue }
}

$due | Sort-Object DueDate, Reference
