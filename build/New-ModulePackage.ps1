#Requires -Version 5.1

<#
.SYNOPSIS
Makes the package of the module: a .nupkg that the gallery and a local repository take.

.DESCRIPTION
Takes an assembled module (out/package/JpoPatent, from a Release build), adds the licence notices of what it ships and a bill of materials, writes the .nuspec from the
module's manifest, and packs it with "dotnet pack". Nothing about the module is written down twice: names and texts come from the manifest, libraries and their versions
from what the build restored.

.EXAMPLE
./build/New-ModulePackage.ps1 -ModulePath out/package/JpoPatent -Destination out/package

Writes out/package/JpoPatent.<version>.nupkg and returns it.
#>
[CmdletBinding()]
[OutputType([System.IO.FileInfo])]
param(
    # The folder of the assembled module. Notices and bill of materials are written into it.
    [Parameter(Mandatory)] [string] $ModulePath,

    # The folder that the package goes to.
    [Parameter(Mandatory)] [string] $Destination
)

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$root = Split-Path $PSScriptRoot
$ModulePath = (Resolve-Path $ModulePath).ProviderPath
$null = New-Item -ItemType Directory -Path $Destination -Force
$Destination = (Resolve-Path $Destination).ProviderPath
$manifest = Import-PowerShellDataFile (Join-Path $ModulePath 'JpoPatent.psd1')
$about = $manifest.PrivateData.PSData

function Write-TextFile {
    param([string] $Path, [string] $Text)

    [System.IO.File]::WriteAllText($Path, $Text.Replace("`r`n", "`n"), (New-Object System.Text.UTF8Encoding $false))
}

function Get-FileSha256 {
    param([string] $Path)

    (Get-FileHash -Path $Path -Algorithm SHA256).Hash.ToLowerInvariant()
}

# The libraries that are shipped, each with the restored package that has the very same file.
function Get-ShippedLibrary {
    $ours = 'JpoPatent.dll', 'JpoPatent.Client.dll', 'JpoPatent.Sandbox.dll', 'JpoPatent.Loader.dll'
    $assets = Get-Content (Join-Path $root 'src/JpoPatent/obj/project.assets.json') -Raw -Encoding UTF8 | ConvertFrom-Json
    $packages = @($assets.libraries.PSObject.Properties | Where-Object { $_.Value.type -eq 'package' })
    foreach ($file in Get-ChildItem (Join-Path $ModulePath 'bin') -Recurse -Filter *.dll | Where-Object Name -notin $ours) {
        $hash = Get-FileSha256 $file.FullName
        $package = $null
        foreach ($candidate in $packages) {
            $folder = $assets.packageFolders.PSObject.Properties.Name | ForEach-Object { Join-Path $_ $candidate.Value.path } | Where-Object { Test-Path $_ } | Select-Object -First 1
            $same = $candidate.Value.files | Where-Object { $_ -like "*/$($file.Name)" -and (Get-FileSha256 (Join-Path $folder $_)) -eq $hash }
            if ($same) { $package = $candidate; break }
        }
        if (-not $package) { throw "$($file.FullName) is in no package that was restored: build the module again, from a clean folder." }

        $name, $version = $package.Name -split '/'
        $description = New-Object xml
        $description.Load((Get-ChildItem $folder -Filter *.nuspec | Select-Object -First 1).FullName)
        [pscustomobject]@{
            Name = $name; Version = $version; File = $file.FullName; Folder = $folder; Sha512 = $package.Value.sha512
            Licence = $description.package.metadata.license.InnerText; Copyright = $description.package.metadata.copyright
        }
    }
}

$libraries = @(Get-ShippedLibrary | Sort-Object Name, Version)
# Licence notices: the list, the licence, then what the packages themselves say of others' work, each text once.
$other = @($libraries | Where-Object Licence -ne 'MIT')
if ($other) { throw "Only libraries under the MIT licence are provided for, and these have another: $($other.Name -join ', '). Add their licence's text to the notices first." }
$notices = New-Object System.Collections.Generic.List[string]
$notices.Add("JpoPatent $($manifest.ModuleVersion) ships these libraries, unchanged, in bin/net472 for Windows PowerShell and in bin/net8.0 for PowerShell 7, each only what that shell does not bring itself.`n")
foreach ($library in $libraries) { $notices.Add("  $($library.Name) $($library.Version)  ($($library.Licence); $($library.Copyright))") }
$notices.Add("`nThe licence of all of them:`n")
$notices.Add(([System.IO.File]::ReadAllText((Join-Path $root 'LICENSE')) -replace '(?m)^Copyright \(c\).*$', 'Copyright (c) the holders named above').Trim())
$texts = @{}
foreach ($library in $libraries) {
    foreach ($file in Get-ChildItem $library.Folder -File | Where-Object Name -like 'THIRD-PARTY-NOTICES*') {
        $text = [System.IO.File]::ReadAllText($file.FullName).Trim()
        if (-not $texts.ContainsKey($text)) { $texts[$text] = New-Object System.Collections.Generic.List[string] }
        $texts[$text].Add("$($library.Name), $($file.Name)")
    }
}
foreach ($text in $texts.Keys | Sort-Object { $texts[$_][0] }) { $notices.Add("`n" + ('-' * 78) + "`n" + ($texts[$text] -join "`n") + "`n" + ('-' * 78) + "`n`n" + $text) }
Write-TextFile (Join-Path $ModulePath 'THIRD-PARTY-NOTICES.txt') (($notices -join "`n") + "`n")

# The READMEs, whose links lead to the project: the files that they point to are not all in the package.
foreach ($name in 'README.md', 'README.ja.md') {
    $text = [System.IO.File]::ReadAllText((Join-Path $root $name))
    $text = [regex]::Replace($text, '(?<=\]\()(?!https?:|#)([^)\s]+)', "$($about.ProjectUri)/blob/main/`$1")
    Write-TextFile (Join-Path $ModulePath $name) $text
}

# Bill of materials, CycloneDX 1.5. No date and no serial number: the same module gives the same file.
$components = @(
    foreach ($library in $libraries) {
        [ordered]@{
            'type' = 'library'; 'bom-ref' = "pkg:nuget/$($library.Name)@$($library.Version)"; 'name' = $library.Name; 'version' = $library.Version
            'licenses' = @(@{ 'license' = @{ 'id' = $library.Licence } }); 'purl' = "pkg:nuget/$($library.Name)@$($library.Version)"
            'hashes' = @([ordered]@{ 'alg' = 'SHA-512'; 'content' = ([System.BitConverter]::ToString([System.Convert]::FromBase64String($library.Sha512)) -replace '-').ToLowerInvariant() })
        }
    }
    foreach ($file in Get-ChildItem $ModulePath -Recurse -File | Where-Object Name -ne 'JpoPatent.cdx.json' | Sort-Object { $_.FullName.ToUpperInvariant() }) {
        [ordered]@{
            'type' = 'file'; 'name' = $file.FullName.Substring($ModulePath.Length + 1).Replace('\', '/')
            'hashes' = @([ordered]@{ 'alg' = 'SHA-256'; 'content' = Get-FileSha256 $file.FullName })
        }
    }
)
$self = "pkg:nuget/JpoPatent@$($manifest.ModuleVersion)"
$bill = [ordered]@{
    'bomFormat' = 'CycloneDX'; 'specVersion' = '1.5'; 'version' = 1
    'metadata' = [ordered]@{
        'component' = [ordered]@{ 'type' = 'library'; 'bom-ref' = $self; 'name' = 'JpoPatent'; 'version' = $manifest.ModuleVersion; 'licenses' = @(@{ 'license' = @{ 'id' = 'MIT' } }); 'purl' = $self }
    }
    'components' = $components
    'dependencies' = @([ordered]@{ 'ref' = $self; 'dependsOn' = @($libraries | ForEach-Object { "pkg:nuget/$($_.Name)@$($_.Version)" }) })
}
Write-TextFile (Join-Path $ModulePath 'JpoPatent.cdx.json') (($bill | ConvertTo-Json -Depth 8) + "`n")

# The tags by which the gallery knows a module, its editions and its commands.
$tags = @($about.Tags) + 'PSModule' + 'PSIncludes_Cmdlet' + @($manifest.CmdletsToExport | ForEach-Object { "PSCmdlet_$_"; "PSCommand_$_" }) | Select-Object -Unique
$encode = { [System.Security.SecurityElement]::Escape($args[0]) }
$nuspec = @"
<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://schemas.microsoft.com/packaging/2011/08/nuspec.xsd">
  <metadata>
    <id>JpoPatent</id>
    <version>$($manifest.ModuleVersion)</version>
    <authors>$(& $encode $manifest.Author)</authors>
    <owners>$(& $encode $manifest.CompanyName)</owners>
    <requireLicenseAcceptance>false</requireLicenseAcceptance>
    <licenseUrl>$(& $encode $about.LicenseUri)</licenseUrl>
    <projectUrl>$(& $encode $about.ProjectUri)</projectUrl>
    <iconUrl>$(& $encode $about.IconUri)</iconUrl>
    <description>$(& $encode $manifest.Description)</description>
    <releaseNotes>$(& $encode $about.ReleaseNotes)</releaseNotes>
    <copyright>$(& $encode $manifest.Copyright)</copyright>
    <tags>$(& $encode ($tags -join ' '))</tags>
  </metadata>
  <files>
    <file src="**" target="" />
  </files>
</package>
"@
$nuspecPath = [System.IO.Path]::Combine($Destination, 'JpoPatent.nuspec')
Write-TextFile $nuspecPath $nuspec

# The project lends its restored state; what is packed is the module's folder.
$said = dotnet pack (Join-Path $root 'src/JpoPatent/JpoPatent.csproj') --no-build --no-restore --nologo --output $Destination "-p:NuspecFile=$nuspecPath" "-p:NuspecBasePath=$ModulePath" -p:NoPackageAnalysis=true
if ($LASTEXITCODE -ne 0) { throw "dotnet pack failed: $($said -join "`n")" }
Remove-Item $nuspecPath
Get-Item (Join-Path $Destination "JpoPatent.$($manifest.ModuleVersion).nupkg")
