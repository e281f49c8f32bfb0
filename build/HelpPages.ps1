# Reads the help pages of cmdlets under docs/: for the help that is made from them, and for its tests.

# Lines under each heading of a level, in order; headings inside code are code.
function Split-HelpSection {
    param([string[]] $Line, [int] $Level)

    $isCode = $false
    $current = $null
    foreach ($text in $Line) {
        if ($text -match '^```') { $isCode = -not $isCode }
        if (-not $isCode -and $text -match "^#{$Level} +(.+?) *$") {
            if ($current) { $current }
            $current = [pscustomobject]@{ Heading = $Matches[1]; Lines = [System.Collections.Generic.List[string]]::new() }
        }
        elseif ($current) { $current.Lines.Add($text) }
    }
    if ($current) { $current }
}

# Fenced blocks with their language, and the text before, between and after them.
function Split-HelpBlock {
    param([string[]] $Line)

    $block = $null
    $text = [System.Collections.Generic.List[string]]::new()
    foreach ($part in $Line) {
        if ($part -match '^```(\w*)\s*$') {
            if ($block) {
                [pscustomobject]@{ Kind = 'Code'; Language = $block.Language; Text = ($block.Lines -join "`n") }
                $block = $null
            }
            else {
                if (($text -join '').Trim()) { [pscustomobject]@{ Kind = 'Text'; Language = ''; Text = ($text -join "`n").Trim() } }
                $text.Clear()
                $block = @{ Language = $Matches[1]; Lines = [System.Collections.Generic.List[string]]::new() }
            }
        }
        elseif ($block) { $block.Lines.Add($part) }
        else { $text.Add($part) }
    }
    if ($block) { throw "A fenced block is not closed: $($block.Lines[0])" }
    if (($text -join '').Trim()) { [pscustomobject]@{ Kind = 'Text'; Language = ''; Text = ($text -join "`n").Trim() } }
}

function ConvertFrom-HelpYaml {
    param([string] $Text)

    $values = [ordered]@{}
    foreach ($line in $Text -split "`n") {
        if ($line -match '^([^:]+):\s*(.*?)\s*$') { $values[$Matches[1]] = $Matches[2] }
    }
    $values
}

# A page taken apart.
function Read-HelpPage {
    param([string] $Path)

    $raw = [System.IO.File]::ReadAllText($Path)
    $lines = $raw -split "`n"
    $end = [array]::IndexOf($lines, '---', 1)
    $sections = @(Split-HelpSection $lines 2)
    $find = { param($name) @(foreach ($section in $sections) { if ($section.Heading -eq $name) { $section.Lines } }) }

    $examples = foreach ($section in Split-HelpSection (& $find 'EXAMPLES') 3) {
        $blocks = @(Split-HelpBlock $section.Lines)
        [pscustomobject]@{
            Title   = $section.Heading
            Order   = @($blocks | ForEach-Object { if ($_.Kind -eq 'Text') { 'remarks' } else { $_.Language } }) -join ' '
            Code    = @($blocks | Where-Object Language -EQ 'powershell').Text -join "`n"
            Output  = @($blocks | Where-Object Language -EQ 'text').Text -join "`n"
            Remarks = @($blocks | Where-Object Kind -EQ 'Text').Text -join "`n`n"
        }
    }
    $parameters = foreach ($section in Split-HelpSection (& $find 'PARAMETERS') 3) {
        $blocks = @(Split-HelpBlock $section.Lines)
        [pscustomobject]@{
            Name        = $section.Heading -replace '^-', ''
            Description = @($blocks | Where-Object Kind -EQ 'Text').Text -join "`n"
            Yaml        = @($blocks | Where-Object Language -EQ 'yaml' | ForEach-Object { ConvertFrom-HelpYaml $_.Text })
        }
    }
    $syntaxLines = & $find 'SYNTAX'
    $syntax = @(foreach ($section in Split-HelpSection $syntaxLines 3) {
            [pscustomobject]@{ Heading = $section.Heading; Text = @(Split-HelpBlock $section.Lines | Where-Object Kind -EQ 'Code').Text -join "`n" }
        })
    if ($syntax.Count -eq 0) {
        $syntax = @([pscustomobject]@{ Heading = ''; Text = @(Split-HelpBlock $syntaxLines | Where-Object Kind -EQ 'Code').Text -join "`n" })
    }

    [pscustomobject]@{
        Path        = $Path
        Raw         = $raw
        FrontMatter = ConvertFrom-HelpYaml ($lines[1..($end - 1)] -join "`n")
        Title       = @(Split-HelpSection $lines 1).Heading
        Headings    = @($sections.Heading)
        Synopsis    = ((& $find 'SYNOPSIS') -join "`n").Trim()
        Description = ((& $find 'DESCRIPTION') -join "`n").Trim()
        Syntax      = $syntax
        Examples    = @($examples)
        Parameters  = @($parameters | Where-Object Name -NE 'CommonParameters')
        Inputs      = @(Split-HelpSection (& $find 'INPUTS') 3 | ForEach-Object { [pscustomobject]@{ Type = $_.Heading; Text = ($_.Lines -join "`n").Trim() } })
        Outputs     = @(Split-HelpSection (& $find 'OUTPUTS') 3 | ForEach-Object { [pscustomobject]@{ Type = $_.Heading; Text = ($_.Lines -join "`n").Trim() } })
        Notes       = ((& $find 'NOTES') -join "`n").Trim()
        Links       = @([regex]::Matches(((& $find 'RELATED LINKS') -join "`n"), '\[([^\]]*)\]\(([^)\s]+)\)') | ForEach-Object { [pscustomobject]@{ Name = $_.Groups[1].Value; Target = $_.Groups[2].Value } })
        AllLinks    = @([regex]::Matches($raw, '\[[^\]\n]*\]\(([^)\s]+)\)') | ForEach-Object { $_.Groups[1].Value })
    }
}
