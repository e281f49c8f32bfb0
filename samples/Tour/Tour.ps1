#Requires -Version 5.1

<#
.SYNOPSIS
The main job, on the sandbox: a list of application numbers in, their state out, inside the daily limit.

.DESCRIPTION
Imports the module, connects to the sandbox, reads a portfolio with numbers in mixed spellings, shows the state of each case as a table, writes it to a CSV file, and shows
what it cost. To run it against the service, leave out -Sandbox and -RequestsPerMinute at Connect-JpoApi.

.EXAMPLE
./Tour.ps1

Plays the tour with the module from this repository's out folder.
#>
[CmdletBinding()]
param(
    # The module to import.
    [string] $ModulePath = (Join-Path $PSScriptRoot '../../out/JpoPatent'),

    # The portfolio: a CSV file with a column named 出願番号.
    [string] $Portfolio = (Join-Path $PSScriptRoot 'portfolio.csv'),

    # Where the result goes.
    [string] $Result = (Join-Path $PSScriptRoot '../../out/tour/progress.csv')
)

Import-Module $ModulePath

$folder = Split-Path $Result
$null = New-Item -ItemType Directory -Force -Path $folder

# A state folder of its own and no pacing: the tour starts from a full limit and takes a second. A real run needs neither.
$state = Join-Path ([System.IO.Path]::GetTempPath()) ('JpoPatent.Tour.' + [guid]::NewGuid().ToString('N'))
Connect-JpoApi -Sandbox -StatePath $state -RequestsPerMinute 0

'The limit before:'
Get-JpoQuota patent/app_progress | Format-Table | Out-String -Width 120

'The portfolio, one call a case (the last two rows are a repetition, which costs nothing, and a slip of the pen, which costs nothing either):'
$cases = Import-Csv $Portfolio -Encoding UTF8 | Get-JpoPatentProgress -ErrorVariable failed -ErrorAction SilentlyContinue
$cases | Format-Table | Out-String -Width 120

foreach ($failure in $failed) { 'Not a case: ' + $failure.Exception.Message }
''
$cases |
    Select-Object DisplayNumber, State, RegistrationNumber, Title, Applicants, LatestDocumentName,
        @{ Name = 'LatestDocumentDate'; Expression = { '{0:yyyy-MM-dd}' -f $_.LatestDocumentDate } } |
    Export-JpoCase $Result -Force
'Written to ' + (Resolve-Path $Result).Path
''
'The limit after:'
Get-JpoQuota patent/app_progress | Format-Table | Out-String -Width 120

Disconnect-JpoApi
Remove-Item -Recurse -Force $state
