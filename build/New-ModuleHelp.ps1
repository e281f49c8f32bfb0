#Requires -Version 5.1

<#
.SYNOPSIS
Makes what Get-Help shows, en-US/ and ja-JP/, from the Markdown pages under docs/.

.DESCRIPTION
Pages of cmdlets become JpoPatent.dll-Help.xml (CommandHelp.ps1), about topics become about_*.help.txt, with lines that count a full-width character as the two columns
that it takes on a screen. The same pages always give the same bytes, and no other tool is needed.

.EXAMPLE
./build.ps1 Help

Writes both languages into the repository's own folders, to be committed.
#>
[CmdletBinding()]
param(
    # The folder that gets en-US/ and ja-JP/; without it the repository itself.
    [string] $OutputPath = (Split-Path $PSScriptRoot -Parent)
)

$ErrorActionPreference = 'Stop'
$utf8 = New-Object System.Text.UTF8Encoding -ArgumentList $false
$utf8WithMark = New-Object System.Text.UTF8Encoding -ArgumentList $true
$lineWidth = 80
$topicWord = @{ 'en-US' = 'TOPIC'; 'ja-JP' = 'トピック' }

# Full-width characters take two columns of a screen.
$wide = '[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]'

# What stays together in a line: a word, or one full-width character, with the blanks before it and the signs that must not be parted from it.
$closing = '[、。，．・：；？！」』）］｝】〉》〕ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ)\]},.:;?!]*'
$piece = [regex]"\s*[「『（［｛【〈《〔(\[{]*(?:$wide|(?:(?!$wide)\S)+)$closing"

function Measure-Column {
    param([string] $Text)

    $Text.Length + [regex]::Matches($Text, $wide).Count
}

# Lines of a paragraph, none wider than the screen.
function Split-Line {
    param([string] $Text, [string] $First, [string] $Rest)

    $lines = New-Object System.Collections.Generic.List[string]
    $line = $First
    $column = Measure-Column $First
    $isEmpty = $true
    foreach ($match in $piece.Matches($Text)) {
        $part = $match.Value
        $columns = Measure-Column $part
        if (-not $isEmpty -and $column + $columns -gt $lineWidth) {
            $lines.Add($line)
            $line = $Rest
            $column = Measure-Column $Rest
            $isEmpty = $true
        }

        if ($isEmpty) {
            $part = $part.TrimStart()
            $columns = Measure-Column $part
        }

        $line += $part
        $column += $columns
        $isEmpty = $false
    }

    $lines.Add($line)
    , $lines
}

# Text without the marks of Markdown; an address follows what it is the address of.
function ConvertFrom-Inline {
    param([string] $Text)

    $Text = [regex]::Replace($Text, '\[([^\]]+)\]\((\S+?)\)', {
            param($match)
            $name = $match.Groups[1].Value
            $address = $match.Groups[2].Value
            if ($address -match '^https?:' -and $address -ne $name) { "$name ($address)" } else { $name }
        })
    $Text = [regex]::Replace($Text, '<(https?:[^>]+)>', '$1')
    $Text = [regex]::Replace($Text, '\*\*(.+?)\*\*', '$1')
    $Text = [regex]::Replace($Text, '`([^`]+)`', '$1')
    [regex]::Replace($Text, '\\([\\\[\]<>|*_`#-])', '$1')
}

# Lines of Markdown that are one paragraph: a blank between them, but none between full-width characters.
function Join-Line {
    param([string[]] $Line)

    $text = ''
    foreach ($part in $Line) {
        $part = $part.Trim()
        if ($text.Length -eq 0) { $text = $part }
        elseif ($text -match "$wide\z" -and $part -match "\A$wide") { $text += $part }
        else { $text += ' ' + $part }
    }
    $text
}

function Format-TopicTable {
    param([string[]] $Line, [string] $Indent)

    $rows = @()
    foreach ($row in $Line) {
        if ($row -match '^\s*\|[\s:|-]+\|\s*$') { continue }
        $cells = @($row.Trim().Trim('|') -split '(?<!\\)\|' | ForEach-Object { ConvertFrom-Inline $_.Trim() })
        $rows += , $cells
    }

    $widths = @()
    foreach ($row in $rows) {
        for ($i = 0; $i -lt $row.Count; $i++) {
            if ($i -ge $widths.Count) { $widths += 0 }
            $widths[$i] = [System.Math]::Max($widths[$i], (Measure-Column $row[$i]))
        }
    }

    $start = $Indent.Length
    for ($i = 0; $i -lt $widths.Count - 1; $i++) { $start += $widths[$i] + 2 }
    $widths[$widths.Count - 1] = [System.Math]::Min($widths[$widths.Count - 1], [System.Math]::Max(10, $lineWidth - $start))
    $rule = @($widths | ForEach-Object { '-' * $_ })
    $lines = New-Object System.Collections.Generic.List[string]
    foreach ($row in @(, $rows[0]) + @(, $rule) + @($rows | Select-Object -Skip 1 | ForEach-Object { , $_ })) {
        $text = $Indent
        for ($i = 0; $i -lt $row.Count - 1; $i++) { $text += $row[$i] + ' ' * ($widths[$i] - (Measure-Column $row[$i]) + 2) }

        # The last column takes what is left of the line and goes on below itself.
        foreach ($part in (Split-Line -Text $row[$row.Count - 1] -First $text -Rest (' ' * (Measure-Column $text)))) { $lines.Add($part.TrimEnd()) }
    }
    , $lines
}

# The text of an about topic: its sections flush left, everything else four columns in, no line wider than the screen but code.
function ConvertTo-TopicText {
    param([string] $Name, [string] $Markdown, [string] $Word)

    $source = @($Markdown.Replace("`r`n", "`n") -replace '(?s)\A---\n.*?\n---\n', '' -replace '(?s)<!--.*?-->', '' -split "`n")
    $short = $Name -replace '^about_', ''
    $lines = New-Object System.Collections.Generic.List[string]
    $lines.Add($Word)
    $lines.Add("    $Name")
    $lines.Add('')
    $isBegun = $false
    $sectionLevel = 0
    $indent = '    '
    $i = 0
    while ($i -lt $source.Count) {
        $line = $source[$i]
        if ($line -match '^\s*$') { $i++; continue }

        if ($line -match '^(#+)\s+(.*?)\s*#*$') {
            $level = $Matches[1].Length
            $text = ConvertFrom-Inline $Matches[2]
            $i++

            # The topic's own name, in whatever form it opens the page, is written already.
            if (-not $isBegun -and @($Name, $short, 'TOPIC', $Word) -contains $text) { continue }
            if (-not $isBegun) { $sectionLevel = $level }
            $isBegun = $true
            if ($level -le $sectionLevel) { $lines.Add($text) } else { $lines.Add('  ' + $text) }
            continue
        }

        if ($line -match '^\s*(```|~~~)') {
            $fence = $Matches[1]
            $i++
            while ($i -lt $source.Count -and $source[$i] -notmatch "^\s*$fence") {
                $lines.Add(($indent + $source[$i]).TrimEnd())
                $i++
            }

            $i++
        }
        elseif ($line -match '^\s*\|') {
            $table = @()
            while ($i -lt $source.Count -and $source[$i] -match '^\s*\|') { $table += $source[$i]; $i++ }
            $lines.AddRange([string[]](Format-TopicTable -Line $table -Indent $indent))
        }
        elseif ($line -match '^(\s*)([-*+]|\d+\.)\s+(.*)$') {
            while ($i -lt $source.Count -and $source[$i] -match '^(\s*)([-*+]|\d+\.)\s+(.*)$') {
                $depth = $Matches[1]
                $mark = $Matches[2]
                $item = @($Matches[3])
                if ('*+'.Contains($mark)) { $mark = '-' }
                $i++
                while ($i -lt $source.Count -and $source[$i] -match '^\s+\S' -and $source[$i] -notmatch '^\s*([-*+]|\d+\.)\s') { $item += $source[$i]; $i++ }
                $first = "$indent$depth$mark "
                foreach ($part in (Split-Line -Text (ConvertFrom-Inline (Join-Line $item)) -First $first -Rest (' ' * $first.Length))) { $lines.Add($part) }
            }
        }
        else {
            $paragraph = @()
            while ($i -lt $source.Count -and $source[$i] -notmatch '^\s*$' -and $source[$i] -notmatch '^(#+\s|\s*```|\s*~~~|\s*\||\s*([-*+]|\d+\.)\s)') { $paragraph += $source[$i]; $i++ }
            $text = ConvertFrom-Inline (Join-Line $paragraph)
            if (-not $isBegun -and $text -eq $Name) { continue }

            # Get-Help takes the fifth line, whole, for what a list of topics shows.
            if ($lines.Count -eq 4) { $lines.Add($indent + $text) }
            else { foreach ($part in (Split-Line -Text $text -First $indent -Rest $indent)) { $lines.Add($part) } }
        }

        $lines.Add('')
    }

    if ($lines.Count -lt 5 -or $lines[3] -match '^\s*$' -or $lines[4] -notmatch '^    \S') { throw "$Name must begin with a heading such as SHORT DESCRIPTION and a line of text." }

    ($lines -join "`n").TrimEnd() + "`n"
}

. (Join-Path $PSScriptRoot 'HelpPages.ps1')
. (Join-Path $PSScriptRoot 'CommandHelp.ps1')

foreach ($language in 'en-US', 'ja-JP') {
    $pages = [System.IO.Path]::Combine((Split-Path $PSScriptRoot -Parent), 'docs', $language)
    $target = Join-Path $OutputPath $language
    $null = New-Item -ItemType Directory -Path $target -Force

    $names = [string[]]@(Get-ChildItem -Path $pages -Filter '*-Jpo*.md' -File | ForEach-Object { $_.FullName })
    [array]::Sort($names, [System.StringComparer]::Ordinal)
    [System.IO.File]::WriteAllText((Join-Path $target 'JpoPatent.dll-Help.xml'), (ConvertTo-CommandHelp $names), $utf8)

    foreach ($topic in Get-ChildItem -Path $pages -Filter 'about_*.md' -File) {
        $text = ConvertTo-TopicText -Name $topic.BaseName -Markdown ([System.IO.File]::ReadAllText($topic.FullName, $utf8)) -Word $topicWord[$language]

        # Windows PowerShell 5.1 reads a file without a byte-order mark as the machine's ANSI code page.
        [System.IO.File]::WriteAllText((Join-Path $target ($topic.BaseName + '.help.txt')), $text, $utf8WithMark)
    }
}
