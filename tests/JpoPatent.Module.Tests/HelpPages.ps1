# The help pages under docs/, for the tests of help and of its examples.

. ([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'build', 'HelpPages.ps1'))
$script:HelpRoot = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'docs'))
$script:HelpLanguages = @('en-US', 'ja-JP')
$script:HelpPagesRead = @{}

function Get-HelpPath {
    param([string] $Cmdlet, [string] $Language)

    [System.IO.Path]::Combine($script:HelpRoot, $Language, "$Cmdlet.md")
}

# What the manifest exports, without loading the module.
function Get-HelpCmdletName {
    (Import-PowerShellDataFile ([System.IO.Path]::Combine($script:HelpRoot, '..', 'JpoPatent.psd1'))).CmdletsToExport
}

# A page taken apart; null where there is none.
function Get-HelpPage {
    param([string] $Cmdlet, [string] $Language)

    $path = Get-HelpPath $Cmdlet $Language
    if (-not $script:HelpPagesRead.ContainsKey($path) -and (Test-Path $path)) { $script:HelpPagesRead[$path] = Read-HelpPage $path }
    $script:HelpPagesRead[$path]
}

# Code as the shell reads it: without comments, and each text in quotes only as a text, unless texts are wanted.
function Get-HelpCodeShape {
    param([string] $Code, [switch] $WithText)

    $tokens = $null
    $faults = $null
    $null = [System.Management.Automation.Language.Parser]::ParseInput($Code, [ref]$tokens, [ref]$faults)
    if ($faults) { throw "The example is not PowerShell: $($faults[0].Message) in $Code" }
    $shape = foreach ($token in $tokens) {
        if ($token.Kind -eq 'Comment') { continue }
        if (-not $WithText -and $token.Kind -in 'StringLiteral', 'StringExpandable', 'HereStringLiteral', 'HereStringExpandable') { "'" } else { $token.Text }
    }
    ($shape -join ' ') -replace '(\s*\n\s*)+', "`n"
}
