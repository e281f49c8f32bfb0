#Requires -Version 5.1
<#
.SYNOPSIS
The comfortable door to the build: what it does, plain dotnet commands do as well.

.EXAMPLE
./build.ps1

Builds the solution; out/JpoPatent is then ready for Import-Module.

.EXAMPLE
./build.ps1 Test

Runs the xunit tests and, with PowerShell 7 and Pester, the Pester suite.
#>
[CmdletBinding()]
param(
    # Build: the solution and the assembled module. Test: all tests. Demo: the tour on the sandbox. Clean: what the build made.
    [ValidateSet('Build', 'Test', 'Demo', 'Clean')]
    [string] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Debug'
)

$ErrorActionPreference = 'Stop'
Push-Location $PSScriptRoot
try {
    switch ($Task) {
        'Build' { dotnet build JpoPatent.sln --configuration $Configuration }
        'Test' { dotnet test JpoPatent.sln --configuration $Configuration }
        'Demo' { dotnet run --project samples/Tour --configuration $Configuration }
        'Clean' {
            dotnet clean JpoPatent.sln --configuration $Configuration
            if (Test-Path out) { Remove-Item out -Recurse -Force }
        }
    }

    if ($LASTEXITCODE -ne 0) { throw "$Task failed with exit code $LASTEXITCODE." }
}
finally {
    Pop-Location
}
