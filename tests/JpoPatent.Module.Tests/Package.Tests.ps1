# The package as a user of the gallery meets it: made from the assembled module, installed into an empty place, used from there.

BeforeDiscovery {
    $script:hasResourceGet = [bool](Get-Module -ListAvailable Microsoft.PowerShell.PSResourceGet)
    $script:hasPowerShellGet = [bool](Get-Module -ListAvailable PowerShellGet | Where-Object { $_.Version -ge '2.0' })
}

Describe 'The package' {
    BeforeAll {
        . "$PSScriptRoot/Common.ps1"
        Add-Type -AssemblyName System.IO.Compression.FileSystem
        $repository = [System.IO.Path]::GetFullPath("$PSScriptRoot/../..")

        # A copy: what is added for the package is no business of the folder that the other tests look at.
        $script:staging = Join-Path $TestDrive 'staging/JpoPatent'
        $null = New-Item -ItemType Directory -Path (Split-Path $staging), (Join-Path $TestDrive 'home') -Force
        Copy-Item (Split-Path $ModulePath) $staging -Recurse
        $script:feed = Join-Path $TestDrive 'feed'
        $script:package = & (Join-Path $repository 'build/New-ModulePackage.ps1') -ModulePath $staging -Destination $feed
        $script:manifest = Import-PowerShellDataFile (Join-Path $staging 'JpoPatent.psd1')
        $script:unpacked = Join-Path $TestDrive "modules/JpoPatent/$($manifest.ModuleVersion)"
        [System.IO.Compression.ZipFile]::ExtractToDirectory($package.FullName, $unpacked)

        $script:nuspec = [xml]::new()
        $nuspec.Load((Join-Path $unpacked 'JpoPatent.nuspec'))

        # What a new user does first, in a shell that knows only this place.
        function Test-InstalledModule {
            param([string] $Modules, [string[]] $Shell = $script:ThisShell)

            Invoke-FreshShellJson {
                param($modules, $state)

                $env:PSModulePath = $modules + [System.IO.Path]::PathSeparator + $env:PSModulePath
                Connect-JpoApi -Sandbox -StatePath $state
                $seen = [ordered]@{
                    Path   = (Get-Module JpoPatent).Path
                    Number = (Get-JpoPatentProgress 特願2020-123456).ApplicationNumber
                    Left   = (Get-JpoQuota patent/app_progress).Used
                    Help   = (Get-Help Get-JpoPatentProgress).Name
                    Errors = @($Error | ForEach-Object { "$_" })
                }
                $seen | ConvertTo-Json
            } $Modules, (Get-StatePath) -Shell $Shell
        }
    }

    It 'holds the assembled module, file by file' {
        $source = Split-Path $ModulePath
        foreach ($file in Get-ChildItem $source -Recurse -File) {
            $there = Join-Path $unpacked $file.FullName.Substring($source.Length + 1)
            (Get-FileHash $there).Hash | Should -Be (Get-FileHash $file.FullName).Hash -Because $file.Name
        }
    }

    It 'is under 10 MB unpacked, with paths under 140 characters' {
        $files = Get-ChildItem $staging -Recurse -File
        ($files | Measure-Object Length -Sum).Sum | Should -BeLessThan 10MB

        # As the gallery's clients lay it out below the folder of a user with a long name.
        foreach ($file in $files) { "JpoPatent/$($manifest.ModuleVersion)/$($file.FullName.Substring($staging.Length + 1))".Length | Should -BeLessThan 140 -Because $file.Name }
    }

    It 'describes itself as its manifest does' {
        $metadata = $nuspec.package.metadata
        $metadata.id | Should -BeExactly 'JpoPatent'
        $metadata.version | Should -Be $manifest.ModuleVersion
        $metadata.description | Should -Be $manifest.Description
        $metadata.licenseUrl | Should -Be $manifest.PrivateData.PSData.LicenseUri
        $metadata.projectUrl | Should -Be $manifest.PrivateData.PSData.ProjectUri
        $metadata.iconUrl | Should -Be $manifest.PrivateData.PSData.IconUri
        $metadata.releaseNotes | Should -Be $manifest.PrivateData.PSData.ReleaseNotes
        $tags = $metadata.tags -split ' '
        foreach ($tag in @('PSModule', 'PSEdition_Desktop', 'PSEdition_Core') + ($manifest.CmdletsToExport | ForEach-Object { "PSCommand_$_" })) { $tags | Should -Contain $tag }
        $metadata.tags.Length | Should -BeLessThan 4000 -Because 'the gallery takes no more'
    }

    It 'names every library that it ships, with licence and version, in the notices and in the bill of materials' {
        $notices = Get-Content (Join-Path $unpacked 'THIRD-PARTY-NOTICES.txt') -Raw -Encoding UTF8
        $bill = Get-Content (Join-Path $unpacked 'JpoPatent.cdx.json') -Raw -Encoding UTF8 | ConvertFrom-Json
        $bill.bomFormat | Should -Be 'CycloneDX'
        $libraries = Get-ChildItem (Join-Path $unpacked 'bin') -Recurse -Filter *.dll | Where-Object Name -notlike 'JpoPatent*'
        @($libraries).Count | Should -BeGreaterThan 5
        foreach ($file in $libraries) {
            # The two shells may get two versions of one library.
            $components = @($bill.components | Where-Object { $_.type -eq 'library' -and $_.name -eq $file.BaseName })
            $components.Count | Should -BeIn 1, 2 -Because $file.Name
            foreach ($component in $components) {
                $component.licenses.license.id | Should -Be 'MIT' -Because $file.Name
                $component.hashes.content | Should -Match '^[0-9a-f]{128}$'
                $notices | Should -Match "(?m)^  $([regex]::Escape($file.BaseName)) $([regex]::Escape($component.version))  \(MIT"
            }
        }
        $notices | Should -Match 'Permission is hereby granted, free of charge'
    }

    It 'has a bill of materials that every file in it agrees with' {
        $bill = Get-Content (Join-Path $unpacked 'JpoPatent.cdx.json') -Raw -Encoding UTF8 | ConvertFrom-Json
        $listed = @{}
        foreach ($component in $bill.components | Where-Object type -eq 'file') { $listed[$component.name] = $component.hashes.content }
        $files = Get-ChildItem $staging -Recurse -File | Where-Object Name -ne 'JpoPatent.cdx.json'
        $listed.Count | Should -Be @($files).Count
        foreach ($file in $files) { (Get-FileHash $file.FullName).Hash | Should -Be $listed[$file.FullName.Substring($staging.Length + 1).Replace('\', '/')] -Because $file.Name }
    }

    It 'has both READMEs, whose links lead out of the package' {
        foreach ($name in 'README.md', 'README.ja.md') {
            $links = @([regex]::Matches((Get-Content (Join-Path $unpacked $name) -Raw -Encoding UTF8), '\]\(([^)\s]+)\)') | ForEach-Object { $_.Groups[1].Value })
            $links.Count | Should -BeGreaterThan 10
            $links | Where-Object { $_ -notmatch '^(https://|#)' } | Should -BeNullOrEmpty
        }
    }

    It 'is found by Japanese words, and described in both languages' {
        foreach ($word in '特許庁', '特許情報取得API', '特許', '意匠', '商標', '経過情報', 'Japan Patent Office') { $nuspec.package.metadata.description | Should -Match $word }
        $nuspec.package.metadata.description.Length | Should -BeLessThan 4000 -Because 'the gallery takes no more'
        $nuspec.package.metadata.releaseNotes | Should -Not -BeNullOrEmpty
    }

    It 'has the list that the READMEs begin with' {
        foreach ($name in 'README.md', 'README.ja.md') {
            $lists = @([regex]::Matches((Get-Content (Join-Path $unpacked $name) -Raw -Encoding UTF8), '(?m)samples/\S+?\.csv').Value | Sort-Object -Unique)
            $lists.Count | Should -BeGreaterThan 0
            foreach ($list in $lists) { Join-Path $unpacked $list | Should -Exist }
        }
    }

    It 'is not published with addresses that do not answer' {
        $listener = [System.Net.HttpListener]::new()
        $port = 20000 + $PID % 20000
        while ($true) {
            try { $listener.Prefixes.Add("http://127.0.0.1:$port/"); $listener.Start(); break }
            catch { $listener = [System.Net.HttpListener]::new(); $port++ }
        }
        $answering = Start-ThreadJob {
            $listener = $using:listener
            while ($listener.IsListening) {
                $next = $listener.GetContextAsync()
                while (-not $next.Wait(100)) { } # a wait without an end could not be stopped
                $context = $next.Result
                $context.Response.StatusCode = if ($context.Request.Url.AbsolutePath -like '/there/*') { 200 } else { 404 }
                $context.Response.Close()
            }
        }
        try {
            $make = {
                param($base)
                $file = Join-Path $TestDrive "addresses-$([guid]::NewGuid().ToString('N')).nupkg"
                $zip = [System.IO.Compression.ZipFile]::Open($file, 'Create')
                $writer = [System.IO.StreamWriter]::new($zip.CreateEntry('JpoPatent.nuspec').Open())
                $writer.Write("<package><metadata><projectUrl>$base/a</projectUrl><licenseUrl>$base/b</licenseUrl><iconUrl>$base/c</iconUrl><releaseNotes>See $base/d.</releaseNotes></metadata></package>")
                $writer.Dispose()
                $zip.Dispose()
                $file
            }
            $check = Join-Path $PSScriptRoot '../../build/Test-ProjectAddress.ps1'
            & $check -Package (& $make "http://127.0.0.1:$port/there") | Should -BeNullOrEmpty
            { & $check -Package (& $make "http://127.0.0.1:$port/gone") } | Should -Throw "*addresses that do not answer*/gone/a*/gone/b*/gone/c*/gone/d *"
        }
        finally {
            $listener.Stop()
            $answering | Remove-Job -Force
        }
    }

    It 'works when unpacked into a folder of modules' {
        $seen = Test-InstalledModule (Join-Path $TestDrive 'modules')
        $seen.Path | Should -BeLike "$(Join-Path $TestDrive 'modules')*"
        $seen.Number | Should -Be '2020123456'
        $seen.Left | Should -Be 1
        $seen.Help | Should -Be 'Get-JpoPatentProgress'
        $seen.Errors | Should -BeNullOrEmpty
    }

    It 'passes the suite for every shell in PowerShell 7.4, the oldest that the module promises' {
        $shell = Get-Command pwsh-7.4 -ErrorAction Ignore
        if (-not $shell) { Set-ItResult -Skipped -Because 'there is no pwsh-7.4 on PATH' }
        $seen = Invoke-FreshShell {
            param($tests, $pester)

            Import-Module $pester
            $settings = New-PesterConfiguration
            $settings.Run.Path = $tests
            $settings.Run.PassThru = $true
            $settings.Output.RenderMode = 'Plaintext'
            $result = Invoke-Pester -Configuration $settings
            "$($PSVersionTable.PSVersion.Major).$($PSVersionTable.PSVersion.Minor): $($result.Result), $($result.PassedCount)"
        } (Join-Path $PSScriptRoot 'EveryShell'), (Join-Path (Get-Module Pester).ModuleBase 'Pester.psd1') -Shell $shell.Source -Environment @{ JPO_TEST_MODULE = (Join-Path $unpacked 'JpoPatent.psd1') }
        $seen.Output | Should -Match '7\.4: Passed, \d\d'
    }

    It 'is published by build.ps1 to a repository, and not with -WhatIf' {
        if (-not $hasResourceGet) { Set-ItResult -Skipped -Because 'needs PSResourceGet' }
        $target = Join-Path $TestDrive 'gallery'
        $null = New-Item -ItemType Directory -Path $target
        $seen = Invoke-FreshShell {
            param($build, $package, $target)

            $ErrorActionPreference = 'Stop'
            Register-PSResourceRepository -Name gallery -Uri $target -Trusted
            & $build Publish -Package $package -Repository gallery -WhatIf
            "files: $(@(Get-ChildItem $target -Recurse -File).Count)"
            try { & $build Publish -Package $package -Repository gallery } catch { "refused: $_" }
            $env:JPOPATENT_GALLERY_KEY = 'loopback'
            & $build Publish -Package $package -Repository gallery
            "then: $((Get-ChildItem $target -Recurse -File).Name)"
        } (Join-Path $PSScriptRoot '../../build.ps1'), $package.FullName, $target -Environment @{ HOME = (Join-Path $TestDrive 'home'); XDG_DATA_HOME = (Join-Path $TestDrive 'home'); LOCALAPPDATA = (Join-Path $TestDrive 'home') }
        $seen.Error | Should -BeNullOrEmpty
        $seen.Output | Should -Match 'What if: .*Publish JpoPatent'
        $seen.Output | Should -Match 'files: 0'
        $seen.Output | Should -Match 'refused: Set the environment variable JPOPATENT_GALLERY_KEY'
        $seen.Output | Should -Match "then: $([regex]::Escape($package.Name))"
    }

    It 'is installed from a local repository by PSResourceGet, or else by PowerShellGet' {
        if (-not ($hasResourceGet -or $hasPowerShellGet)) { Set-ItResult -Skipped -Because 'needs PSResourceGet or PowerShellGet' }
        $place = Join-Path $TestDrive 'installed'
        $null = New-Item -ItemType Directory -Path $place

        # In a shell of its own with a home of its own: the registration is no business of the user's.
        $null = Invoke-FreshShell {
            param($feed, $place, $useResourceGet)

            $ErrorActionPreference = 'Stop'
            if ($useResourceGet -eq 'True') {
                Register-PSResourceRepository -Name local -Uri $feed -Trusted
                Save-PSResource JpoPatent -Repository local -Path $place
            }
            else {
                Register-PSRepository -Name local -SourceLocation $feed -InstallationPolicy Trusted
                Save-Module JpoPatent -Repository local -Path $place
            }
        } $feed, $place, "$hasResourceGet" -Environment @{ HOME = (Join-Path $TestDrive 'home'); XDG_DATA_HOME = (Join-Path $TestDrive 'home'); LOCALAPPDATA = (Join-Path $TestDrive 'home') }
        Join-Path $place "JpoPatent/$($manifest.ModuleVersion)/JpoPatent.psd1" | Should -Exist
        $seen = Test-InstalledModule $place
        $seen.Path | Should -BeLike "$place*"
        $seen.Number | Should -Be '2020123456'
    }
}

Describe 'What the package says of itself' {
    BeforeAll {
        . "$PSScriptRoot/Common.ps1"
        $script:repository = [System.IO.Path]::GetFullPath("$PSScriptRoot/../..")
        $script:manifest = Import-PowerShellDataFile $ModulePath
        $script:about = $manifest.PrivateData.PSData
    }

    It 'is complete' {
        foreach ($name in 'LicenseUri', 'ProjectUri', 'IconUri', 'ReleaseNotes') { $about[$name] | Should -Not -BeNullOrEmpty -Because $name }
        foreach ($tag in $about.Tags) { $tag | Should -Match '^\S+$' }
        $about.Tags | Should -Contain 'PSEdition_Desktop'
        $about.Tags | Should -Contain 'PSEdition_Core'
        foreach ($name in 'LicenseUri', 'IconUri') {
            $about[$name] | Should -BeLike 'https://*/main/*'
            Join-Path $repository ($about[$name] -replace '^.*/main/') | Should -Exist
        }
        $about.ReleaseNotes | Should -Match "\b$($manifest.CmdletsToExport.Count) cmdlets\b" -Because 'the release notes count what this version has'
    }

    It 'names the same version everywhere, and the change log has a section for it in the form of Keep a Changelog' {
        $version = $manifest.ModuleVersion
        ([xml](Get-Content (Join-Path $repository 'Directory.Build.props') -Raw)).Project.PropertyGroup.Version | Should -Be $version
        [System.Reflection.AssemblyName]::GetAssemblyName((Join-Path (Split-Path $ModulePath) 'bin/net8.0/JpoPatent.dll')).Version.ToString(3) | Should -Be $version
        $log = Get-Content (Join-Path $repository 'CHANGELOG.md') -Encoding UTF8
        $log[0] | Should -Be '# Changelog'
        $sections = @($log | Where-Object { $_ -like '## *' })
        $sections[0] | Should -Be '## [Unreleased]'
        $sections[1] | Should -Match "^## \[$([regex]::Escape($version))\] - \d{4}-\d{2}-\d{2}$"
        foreach ($heading in $log | Where-Object { $_ -like '### *' }) { $heading.Substring(4) | Should -BeIn 'Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security' }
        $current = ''
        $headings = foreach ($line in $log) { if ($line -like '## *') { $current = $line } elseif ($line -like '### *') { "$current $line" } }
        $headings.Count | Should -Be @($headings | Select-Object -Unique).Count -Because 'a version has each section once'
    }
}
