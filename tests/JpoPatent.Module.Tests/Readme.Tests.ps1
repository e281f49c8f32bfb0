# README.md and README.ja.md are the first thing that anybody tries: what they say is there, and what they show runs.

BeforeDiscovery {
    $script:readmes = 'README.md', 'README.ja.md' | ForEach-Object { @{ Name = $_ } }
}

Describe '<Name>' -ForEach $script:readmes {
    BeforeAll {
        . "$PSScriptRoot/Common.ps1"
        Import-TestModule
        $script:root = [System.IO.Path]::GetFullPath("$PSScriptRoot/../..")
        $script:text = Get-Content (Join-Path $root $Name) -Raw -Encoding UTF8
        $script:blocks = @([regex]::Matches($text, '(?ms)^```powershell\n(.*?)^```') | ForEach-Object { $_.Groups[1].Value })
    }

    It 'opens with the two commands that do everything' {
        $first = [regex]::Match($text, '(?ms)^```\n(.*?)^```').Groups[1].Value
        $first | Should -Match '(?m)^dotnet run --project samples/Tour\b'
        $first | Should -Match '(?m)^dotnet test JpoPatent\.sln\b'
        Join-Path $root 'samples/Tour/Tour.csproj' | Should -Exist
        $text.IndexOf($first) | Should -BeLessThan 60
    }

    It 'links to what is there' {
        $links = @([regex]::Matches($text, '\]\((?!https?:)([^)#]+)') | ForEach-Object { $_.Groups[1].Value })
        $links.Count | Should -BeGreaterThan 10
        foreach ($link in $links) { Join-Path $root $link | Should -Exist }
    }

    It 'names every cmdlet, and none that does not exist' {
        $named = @([regex]::Matches($text, '\b[A-Z][A-Za-z]+-Jpo[A-Z][A-Za-z]+') | ForEach-Object Value | Sort-Object -Unique)
        $real = @((Get-Module JpoPatent).ExportedCommands.Keys | Sort-Object)
        Compare-Name $named $real | Should -BeNullOrEmpty
    }

    It 'names every error id' {
        $ids = @(Select-String -Path (Join-Path $root 'src/JpoPatent/Errors/*.cs') -Pattern '"(Jpo[A-Z][A-Za-z]+)"' -AllMatches | ForEach-Object { $_.Matches.ForEach({ $_.Groups[1].Value }) } | Sort-Object -Unique)
        $ids.Count | Should -BeGreaterThan 10
        foreach ($id in $ids) { $text | Should -Match "``$id``" }
    }

    It 'shows code that parses, with parameters that exist' {
        $blocks.Count | Should -BeGreaterThan 5
        foreach ($block in $blocks) {
            $errors = $null
            $tree = [System.Management.Automation.Language.Parser]::ParseInput($block, [ref]$null, [ref]$errors)
            $errors | Should -BeNullOrEmpty -Because $block
            foreach ($call in $tree.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true)) {
                $command = Get-Command $call.GetCommandName() -Module JpoPatent -ErrorAction Ignore
                if (-not $command) { continue }
                foreach ($parameter in $call.CommandElements | Where-Object { $_ -is [System.Management.Automation.Language.CommandParameterAst] }) {
                    $command.Parameters.Keys | Should -Contain $parameter.ParameterName -Because $call.Extent.Text
                }
            }
        }
    }

    It 'shows a chain of first steps that runs on the sandbox as it stands' {
        # Everything but what builds, installs, asks for a credential or opens a window; in the order in which it is shown.
        $lines = foreach ($block in $blocks) {
            foreach ($line in $block -split "`n") {
                if ($line -match 'Get-Credential|\$credential|Install-|Set-ExecutionPolicy|SecurityProtocol|Unblock-File|Import-Module|dotnet|Invoke-Item|Start-Process|\$numbers|\$problems|todo\.txt|^#' -or -not $line.Trim()) { continue }
                $line
            }
        }
        $file = Join-Path $TestDrive 'steps.ps1'
        Set-Content $file -Value $lines -Encoding utf8BOM
        $clone = Join-Path $TestDrive 'clone'
        $null = New-Item -ItemType Directory -Path $clone
        Copy-Item (Join-Path $root 'samples') $clone -Recurse
        $seen = Invoke-FreshShell {
            param($module, $file, $clone, $state)

            Import-Module $module
            Set-Location $clone

            # No waiting for the minute, and nothing of the user's own.
            $PSDefaultParameterValues['Connect-JpoApi:StatePath'] = $state
            $PSDefaultParameterValues['Connect-JpoApi:RequestsPerMinute'] = 0
            $PSDefaultParameterValues['Connect-JpoApi:OpdRequestsPerMinute'] = 0
            . $file
            "rows: $(@(Import-Csv progress.csv).Count)"
            "report: $((Get-Item samples/Portfolio/report/portfolio.html).Length -gt 5000)"
            "saved: $(@(Get-ChildItem cases).Count -gt 0)"
            "errors: $(@($Error | ForEach-Object { $_.FullyQualifiedErrorId -replace ',.*' } | Sort-Object -Unique) -join ' ')"
        } $ModulePath, $file, $clone, (Get-StatePath)
        $seen.Output | Should -Match 'rows: [1-9]'
        $seen.Output | Should -Match 'report: True'
        $seen.Output | Should -Match 'saved: True'

        # The slip of the pen that the text speaks of.
        $seen.Output | Should -Match '(?m)^errors: JpoInvalidNumber$'
    }
}

Describe 'The pages for contributors' {
    BeforeDiscovery {
        $script:pages = 'CONTRIBUTING.md', 'SECURITY.md', 'docs/promises.md', 'docs/reliability.md', 'docs/shared-state.md', 'docs/speed.md', 'docs/decisions/README.md' | ForEach-Object { @{ Name = $_ } }
    }

    BeforeAll {
        $script:root = [System.IO.Path]::GetFullPath("$PSScriptRoot/../..")
    }

    It '<Name> links to what is there' -ForEach $pages {
        $file = Join-Path $root $Name
        foreach ($link in [regex]::Matches([System.IO.File]::ReadAllText($file), '\]\((?!https?:)([^)#\s]+)') | ForEach-Object { $_.Groups[1].Value }) {
            Join-Path (Split-Path $file) $link | Should -Exist
        }
    }

    It '<Name> names tests, files and jobs that exist' -ForEach ($pages | Where-Object { $_.Name -ne 'docs/decisions/README.md' }) {
        $text = [System.IO.File]::ReadAllText((Join-Path $root $Name))
        $classes = @(Get-ChildItem (Join-Path $root 'tests/JpoPatent.Client.Tests') -Recurse -Filter *Tests.cs).BaseName
        $scripts = @(Get-ChildItem (Join-Path $root 'tests') -Recurse -Filter *.ps1).Name
        foreach ($test in [regex]::Matches($text, '`(\w+Tests)`') | ForEach-Object { $_.Groups[1].Value }) { $classes | Should -Contain $test }
        foreach ($test in [regex]::Matches($text, '`([\w.]+\.Tests\.ps1|compare\.ps1)`') | ForEach-Object { $_.Groups[1].Value }) { $scripts | Should -Contain $test }
        $jobs = [regex]::Matches([System.IO.File]::ReadAllText((Join-Path $root '.github/workflows/ci.yml')), '(?m)^  ([\w-]+):$') | ForEach-Object { $_.Groups[1].Value }
        foreach ($job in [regex]::Matches($text, 'jobs? `([\w-]+)`(?: and `([\w-]+)`)?') | ForEach-Object { $_.Groups[1..2].Value } | Where-Object { $_ }) { $jobs | Should -Contain $job }
    }

    It 'every decision is in the list' {
        $list = [System.IO.File]::ReadAllText((Join-Path $root 'docs/decisions/README.md'))
        $files = @(Get-ChildItem (Join-Path $root 'docs/decisions') -Filter 0*.md).Name
        $files.Count | Should -BeGreaterThan 5
        foreach ($file in $files) { $list | Should -Match ([regex]::Escape("($file)")) }
    }

    It 'no file gives the project another address than its manifest' {
        $address = (Import-PowerShellDataFile (Join-Path $root 'JpoPatent.psd1')).PrivateData.PSData.ProjectUri
        $owner = ([uri]$address).AbsolutePath.Trim('/')
        $files = Get-ChildItem $root -Recurse -File -Include *.md, *.psd1, *.psm1, *.ps1, *.cs, *.yml, *.props, *.csproj, *.help.txt |
            Where-Object { $_.FullName.Substring($root.Length) -notmatch '[\\/](bin|obj|out|\.git|node_modules)[\\/]' }
        $others = $files | Select-String -Pattern 'github(?:usercontent)?\.com/([\w.-]+/JpoPatent)\b' -AllMatches |
            ForEach-Object { foreach ($match in $_.Matches) { if ($match.Groups[1].Value -ne $owner) { "$($_.Path): $($match.Value)" } } } |
            Where-Object { $_ -notmatch 'Set-ProjectAddress\.ps1' }
        $others | Should -BeNullOrEmpty
    }
}
