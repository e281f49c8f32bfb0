#Requires -Version 5.1

<#
.SYNOPSIS
The comfortable door to the build: what it does, plain dotnet commands do as well.

.EXAMPLE
./build.ps1

Builds the solution; out/JpoPatent is then ready for Import-Module.

.EXAMPLE
./build.ps1 Test

Runs the xunit tests and the Pester suite, in a PowerShell that is fetched from the package registry.

.EXAMPLE
./build.ps1 Soak -Minutes 30 -Seed 4711

Plays half an hour of storms at the state folder, the same ones each time; see docs/reliability.md.

.EXAMPLE
./build.ps1 Package

Makes out/package/JpoPatent.<version>.nupkg from a Release build.

.EXAMPLE
./build.ps1 Publish -WhatIf

Makes the package and says where it would go. Without -WhatIf it goes there; the key is taken from the environment variable JPOPATENT_GALLERY_KEY.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    # Build: the solution and the assembled module. Test: all tests. Demo: the tour on the sandbox. Help: en-US/ and ja-JP/ from docs/.
    # Bench: what the module costs beside others, see docs/speed.md. Soak: storms at the state folder, see docs/reliability.md. Clean: what the build made. Package: the .nupkg. Publish: the package to a repository of modules.
    [ValidateSet('Build', 'Test', 'Demo', 'Help', 'Bench', 'Soak', 'Clean', 'Package', 'Publish')]
    [string] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Debug',

    # Soak: how many minutes.
    [ValidateRange(1, 10080)]
    [int] $Minutes = 5,

    # Soak: the seed that plays the same storms again; without it another one each time, which is printed.
    [ValidateRange(0, 2147483647)]
    [int] $Seed,

    # Publish: the registered repository that the package goes to.
    [string] $Repository = 'PSGallery',

    # Package, on Windows: the certificate that signs the module's files, by its thumbprint.
    [string] $CertificateThumbprint,

    # Publish: a package that exists already, such as the one that was tested. Without it a new one is made.
    [string] $Package
)

$ErrorActionPreference = 'Stop'

# What is packed is always a Release build, in a folder of its own: the module that one tries things with stays as it is.
function Invoke-Packaging {
    # With Publish -WhatIf the package is made all the same: it is what would be published.
    $WhatIfPreference = $false
    if (Test-Path out/package) { Remove-Item out/package -Recurse -Force }
    dotnet build src/JpoPatent/JpoPatent.csproj --configuration Release "-p:ModuleOutput=$PSScriptRoot/out/package/JpoPatent/" | Out-Host
    if ($LASTEXITCODE -ne 0) { throw "The Release build failed with exit code $LASTEXITCODE." }
    if ($CertificateThumbprint) {
        $certificate = Get-Item "Cert:/CurrentUser/My/$CertificateThumbprint"
        foreach ($file in Get-ChildItem out/package/JpoPatent -Recurse -Include *.ps1xml, *.psd1, *.psm1, JpoPatent*.dll) {
            $signature = Set-AuthenticodeSignature -FilePath $file.FullName -Certificate $certificate -HashAlgorithm SHA256
            if ($signature.Status -ne 'Valid') { throw "$($file.Name) was not signed: $($signature.StatusMessage)" }
        }
    }

    ./build/New-ModulePackage.ps1 -ModulePath out/package/JpoPatent -Destination out/package
}

if ($Package) { $Package = (Resolve-Path $Package).ProviderPath }
Push-Location $PSScriptRoot
try {
    $global:LASTEXITCODE = 0
    switch ($Task) {
        'Build' { dotnet build JpoPatent.sln --configuration $Configuration }
        'Test' { dotnet test JpoPatent.sln --configuration $Configuration }
        'Demo' { dotnet run --project samples/Tour --configuration $Configuration }
        'Help' { ./build/New-ModuleHelp.ps1 }
        'Bench' { & ./tests/JpoPatent.Benchmarks/compare.ps1 | Out-Null }
        'Soak' {
            $seeded = if ($PSBoundParameters.ContainsKey('Seed')) { '--seed', $Seed }
            dotnet run --project tests/JpoPatent.TestServer --configuration $Configuration -- soak --minutes $Minutes $seeded
        }
        'Clean' {
            dotnet clean JpoPatent.sln --configuration $Configuration
            if (Test-Path out) { Remove-Item out -Recurse -Force }
        }
        'Package' { Invoke-Packaging }
        'Publish' {
            $file = if ($Package) { Get-Item $Package } else { Invoke-Packaging }
            ./build/Test-ProjectAddress.ps1 -Package $file.FullName -Repository $Repository
            if ($PSCmdlet.ShouldProcess("$Repository", "Publish $($file.Name)")) {
                if (-not $env:JPOPATENT_GALLERY_KEY) { throw 'Set the environment variable JPOPATENT_GALLERY_KEY to the key of the repository, then run Publish again.' }
                $publish = Get-Command Publish-PSResource -ErrorAction Ignore
                if (-not $publish -or -not $publish.Parameters.ContainsKey('NupkgPath')) { throw 'Publish needs the module Microsoft.PowerShell.PSResourceGet 1.1 or later: it uploads the very package that was tested.' }
                Publish-PSResource -NupkgPath $file.FullName -Repository $Repository -ApiKey $env:JPOPATENT_GALLERY_KEY
            }
        }
    }

    # Publish checks itself; the others end with dotnet.
    if ($Task -ne 'Publish' -and $LASTEXITCODE -ne 0) { throw "$Task failed with exit code $LASTEXITCODE." }
}
finally {
    Pop-Location
}
