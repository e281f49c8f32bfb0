# Every script of the repository by the rules of PSScriptAnalyzerSettings.psd1.

BeforeDiscovery {
    . "$PSScriptRoot/Common.ps1"
    $script:hasAnalyzer = [bool](Get-Module -ListAvailable PSScriptAnalyzer)
    $root = [System.IO.Path]::GetFullPath("$PSScriptRoot/../..")

    # The manifest is looked at where the files are that it names.
    $script:scripts = @(Get-ChildItem -Path $root -Recurse -File -Include *.ps1, *.psm1, *.psd1 |
            Where-Object { $_.FullName.Substring($root.Length) -notmatch '[\\/](bin|obj|out|node_modules|\.git)[\\/]' -and $_.Name -ne 'JpoPatent.psd1' } |
            ForEach-Object { @{ Name = $_.FullName.Substring($root.Length + 1); Path = $_.FullName } }) + @{ Name = 'JpoPatent.psd1'; Path = $ModulePath }
}

Describe 'The help of a script' {
    # A comment that follows #Requires without a blank line between is not taken for help.
    It 'is seen: <Name>' -ForEach @($script:scripts | Where-Object { [System.IO.File]::ReadAllText($_.Path) -match '(?m)^\.SYNOPSIS' }) {
        $help = Get-Help $Path
        $help.Synopsis | Should -Not -BeNullOrEmpty
        $help.Synopsis | Should -Not -BeLike "*$(Split-Path $Path -Leaf)*" -Because 'the shell shows the syntax where it finds no help'
    }
}

Describe 'PSScriptAnalyzer' {
    BeforeAll {
        . "$PSScriptRoot/Common.ps1"
        $script:settings = [System.IO.Path]::GetFullPath("$PSScriptRoot/../../PSScriptAnalyzerSettings.psd1")
    }

    It 'has nothing to say about <Name>' -ForEach $script:scripts {
        if (-not $hasAnalyzer) { Set-ItResult -Skipped -Because 'PSScriptAnalyzer is not installed' }
        $found = Invoke-ScriptAnalyzer -Path $Path -Settings $settings -ErrorAction Stop
        ($found | ForEach-Object { "$($_.ScriptName):$($_.Line) $($_.RuleName): $($_.Message)" }) -join "`n" | Should -BeNullOrEmpty
    }

    It 'would see a mistake' {
        if (-not $hasAnalyzer) { Set-ItResult -Skipped -Because 'PSScriptAnalyzer is not installed' }
        @(Invoke-ScriptAnalyzer -ScriptDefinition 'function Get-It { gci | % { $x = $_ ?? 1 } }' -Settings $settings).Count | Should -BeGreaterThan 1
    }
}
