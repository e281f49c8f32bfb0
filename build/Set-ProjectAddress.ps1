#Requires -Version 5.1

<#
.SYNOPSIS
Changes the project's address wherever it is written: manifest, help pages, cmdlets, READMEs, changelog.

.DESCRIPTION
The address stands in many files, because a page, an attribute and a manifest cannot ask for it. This script is the one place to change it; a test sees that no file has another.

.EXAMPLE
./build/Set-ProjectAddress.ps1 https://github.com/somebody/JpoPatent

Run ./build.ps1 Help afterwards.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    # The new address, without a slash at its end.
    [Parameter(Mandatory, Position = 0)] [ValidatePattern('^https://\S+[^/]$')] [string] $Address
)

$ErrorActionPreference = 'Stop'
$root = Split-Path $PSScriptRoot
$old = (Import-PowerShellDataFile (Join-Path $root 'JpoPatent.psd1')).PrivateData.PSData.ProjectUri
$oldRaw, $newRaw = $old, $Address | ForEach-Object { $_ -replace '^https://github\.com/', 'https://raw.githubusercontent.com/' }

# Bytes in, bytes out: a byte-order mark stays.
$encoding = [System.Text.Encoding]::GetEncoding(28591)
foreach ($name in git -C $root -c core.quotePath=off ls-files) {
    $file = Join-Path $root $name
    if (-not (Test-Path -LiteralPath $file -PathType Leaf)) { continue }
    $text = $encoding.GetString([System.IO.File]::ReadAllBytes($file))
    if (-not ($text.Contains($old) -or $text.Contains($oldRaw))) { continue }
    if ($PSCmdlet.ShouldProcess($name, "Write $Address")) {
        [System.IO.File]::WriteAllBytes($file, $encoding.GetBytes($text.Replace($old, $Address).Replace($oldRaw, $newRaw)))
    }
}
