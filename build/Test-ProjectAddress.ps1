#Requires -Version 5.1

<#
.SYNOPSIS
Asks whether the addresses that a package names answer: licence, project, icon, changelog and a page of the help.

.DESCRIPTION
A gallery shows these addresses to everybody, and a version that is published cannot be changed. Nothing is asked where the package goes to a folder of this machine.

.EXAMPLE
./build/Test-ProjectAddress.ps1 -Package out/package/JpoPatent.0.1.0.nupkg -Repository PSGallery

Ends with an error that lists the addresses that do not answer.
#>
[CmdletBinding()]
param(
    # The package.
    [Parameter(Mandatory)] [string] $Package,

    # The registered repository that it goes to; without it the addresses are asked in any case.
    [string] $Repository
)

$ErrorActionPreference = 'Stop'
if ($Repository -and (Get-Command Get-PSResourceRepository -ErrorAction Ignore)) {
    $target = Get-PSResourceRepository -Name $Repository -ErrorAction Ignore
    if ($target -and $target.Uri.IsFile) { return }
}

Add-Type -AssemblyName System.IO.Compression, System.IO.Compression.FileSystem
$zip = [System.IO.Compression.ZipFile]::OpenRead((Resolve-Path $Package).ProviderPath)
try {
    $reader = New-Object System.IO.StreamReader -ArgumentList ($zip.Entries | Where-Object Name -EQ 'JpoPatent.nuspec').Open()
    $metadata = ([xml]$reader.ReadToEnd()).package.metadata
    $reader.Dispose()
}
finally { $zip.Dispose() }

$addresses = @($metadata.projectUrl, $metadata.licenseUrl, $metadata.iconUrl) + @([regex]::Matches($metadata.releaseNotes, 'https?://\S+') | ForEach-Object { $_.Value.TrimEnd('.') })
$addresses += "$($metadata.projectUrl)/blob/main/docs/en-US/Connect-JpoApi.md"
$silent = foreach ($address in $addresses | Select-Object -Unique) {
    try { $null = Invoke-WebRequest -Uri $address -Method Head -UseBasicParsing -TimeoutSec 30 }
    catch { "$address ($($_.Exception.Message))" }
}
if ($silent) { throw "The package names addresses that do not answer. build/Set-ProjectAddress.ps1 changes the project's address everywhere. $($silent -join '; ')" }
