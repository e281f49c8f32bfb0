BeforeDiscovery {
    . "$PSScriptRoot/Common.ps1"
    Import-TestModule
    $script:commands = Get-Command -Module JpoPatent | ForEach-Object { @{ Name = $_.Name; Command = $_ } }
    $root = [System.IO.Path]::GetFullPath("$PSScriptRoot/../..")
    $script:scripts = Get-ChildItem -Path $root -Recurse -File -Include *.ps1, *.psm1, *.psd1 |
        Where-Object { $_.FullName.Substring($root.Length) -notmatch '[\\/](bin|obj|node_modules|\.git)[\\/]' } |
        ForEach-Object { @{ Name = $_.FullName.Substring($root.Length + 1); Path = $_.FullName } }
}

Describe 'The manifest' {
    BeforeAll {
        . "$PSScriptRoot/Common.ps1"
        Import-TestModule
        $script:data = Import-PowerShellDataFile $ModulePath
    }

    It 'is valid' {
        $module = Test-ModuleManifest $ModulePath -WarningVariable warnings -ErrorVariable errors
        $module.Name | Should -Be 'JpoPatent'
        $warnings | Should -BeNullOrEmpty
        $errors | Should -BeNullOrEmpty
    }

    It 'is made for both editions' {
        $data.PowerShellVersion | Should -Be '5.1'
        $data.CompatiblePSEditions | Should -Be 'Desktop', 'Core'
        [version]$data.DotNetFrameworkVersion | Should -BeGreaterOrEqual '4.7.2'
    }

    It 'leaves loading to the psm1: no assembly is loaded beside it' {
        $data.RootModule | Should -Be 'JpoPatent.psm1'
        $data.ContainsKey('NestedModules') | Should -BeFalse
        $data.ContainsKey('RequiredAssemblies') | Should -BeFalse
        $data.ContainsKey('RequiredModules') | Should -BeFalse
    }

    It 'names every export, so that commands are found without loading the module' {
        $data.CmdletsToExport | Should -Not -BeNullOrEmpty
        foreach ($kind in 'CmdletsToExport', 'FunctionsToExport', 'AliasesToExport', 'VariablesToExport') { $data[$kind] -join ' ' | Should -Not -Match '\*' }
    }

    It 'names every file that it needs, and the files are there' {
        $folder = Split-Path $ModulePath
        foreach ($file in @($data.RootModule) + $data.FormatsToProcess) { Join-Path $folder $file | Should -Exist }
        Join-Path $folder 'bin/net8.0/JpoPatent.dll' | Should -Exist
        Join-Path $folder 'bin/net8.0/JpoPatent.Loader.dll' | Should -Exist
        Join-Path $folder 'bin/net472/JpoPatent.dll' | Should -Exist
    }

    It 'ships nothing that the runtime of PowerShell 7.4 has already, nor anything that the shell must bring' {
        $names = (Get-ChildItem (Join-Path (Split-Path $ModulePath) 'bin/net8.0') -Filter *.dll).BaseName
        $names | Should -Not -Contain 'System.Text.Json'
        $names | Should -Not -Contain 'System.Diagnostics.DiagnosticSource'
        $names | Should -Not -Contain 'System.Management.Automation'
    }

    It 'has words for PowerShell 6 to 7.3, and the psm1 throws them before it loads anything' {
        $folder = Split-Path $ModulePath
        $words = Import-LocalizedData -BaseDirectory $folder -FileName JpoPatent.Resources.psd1 -UICulture en-US
        $words.ShellTooOld -f '7.2.24' | Should -Be 'JpoPatent needs Windows PowerShell 5.1, or PowerShell 7.4 or later; this is PowerShell 7.2.24.'
        $psm1 = Get-Content (Join-Path $folder 'JpoPatent.psm1') -Raw
        $psm1 | Should -Match 'throw \(\$Words\.ShellTooOld'
        $psm1.IndexOf('ShellTooOld') | Should -BeLessThan $psm1.IndexOf('LoadFrom')
    }

    It 'refuses <Version> as the psm1 says' -ForEach @(@{ Version = '6.2.7' }, @{ Version = '7.0.13' }, @{ Version = '7.3.12' }) {
        # The psm1's own text, told that it runs on that version.
        $psm1 = (Get-Content (Join-Path (Split-Path $ModulePath) 'JpoPatent.psm1') -Raw).Replace('$PSVersionTable', '$pretended').Replace('$PSScriptRoot', '$folderOfModule')
        $folderOfModule = Split-Path $ModulePath
        $pretended = @{ PSEdition = 'Core'; PSVersion = [version]$Version }
        $null = $pretended, $folderOfModule
        { & ([scriptblock]::Create($psm1)) } | Should -Throw "JpoPatent needs Windows PowerShell 5.1, or PowerShell 7.4 or later; this is PowerShell $Version."
    }
}

Describe 'Every script' {
    It '<Name> has a byte-order mark, no carriage returns, and parses' -ForEach $script:scripts {
        $bytes = [System.IO.File]::ReadAllBytes($Path)
        $bytes[0..2] | Should -Be 0xEF, 0xBB, 0xBF
        $bytes | Where-Object { $_ -eq 13 } | Select-Object -First 1 | Should -BeNullOrEmpty
        $errors = $null
        $null = [System.Management.Automation.Language.Parser]::ParseFile($Path, [ref]$null, [ref]$errors)
        $errors | Should -BeNullOrEmpty
    }
}

Describe 'The cmdlet <Name>' -ForEach $script:commands {
    It 'has an approved verb and a singular noun with the prefix Jpo' {
        $Command.Verb | Should -BeIn (Get-Verb).Verb
        $Command.Noun | Should -MatchExactly '^Jpo[A-Z][A-Za-z]+$'
        $Command.Noun | Should -Not -Match '[^sS]s$' -Because 'nouns are singular'
    }

    It 'gives only types that there are' {
        foreach ($type in $Command.OutputType) { $type.Type | Should -Not -BeNullOrEmpty -Because "$($type.Name)" }
    }

    It 'takes the pipeline by value in at most one parameter of a set, and no two parameters of a set stand at one position' {
        foreach ($set in $Command.ParameterSets) {
            @($set.Parameters | Where-Object ValueFromPipeline).Count | Should -BeLessOrEqual 1 -Because $set.Name
            $positions = @($set.Parameters | Where-Object Position -ge 0 | ForEach-Object Position)
            @($positions | Select-Object -Unique).Count | Should -Be $positions.Count -Because $set.Name
        }
    }

    It 'takes -Connection, unless it is one that makes connections or needs none' {
        $Command.Parameters.ContainsKey('Connection') | Should -Be ($Name -notin 'Connect-JpoApi', 'Get-JpoConnection', 'ConvertTo-JpoNumber', 'Save-JpoDocument', 'Compare-JpoCase', 'Export-JpoCase')
    }

    It 'takes -NoCache if it fetches answers' {
        $isFetching = $Command.Verb -eq 'Get' -and $Name -notin 'Get-JpoConnection', 'Get-JpoQuota', 'Get-JpoDueDate' -and $Name -notlike 'Get-JpoWatch*'
        $Command.Parameters.ContainsKey('NoCache') | Should -Be $isFetching
    }

    It 'asks before it changes something that lasts' {
        $Command.Parameters.ContainsKey('WhatIf') | Should -Be ($Name -in 'Clear-JpoCache', 'Export-JpoCase', 'Export-JpoWatchReport', 'Get-JpoCase', 'New-JpoSupportReport', 'Remove-JpoWatchCase',
            'Save-JpoDocument', 'Set-JpoQuotaLimit', 'Update-JpoWatch')
    }
}
