#Requires -Version 5.1
<#
.SYNOPSIS
Makes what Get-Help shows, en-US/ and ja-JP/, from the Markdown pages under docs/.

.DESCRIPTION
Pages of cmdlets become JpoPatent.dll-Help.xml by platyPS 0.14.2. About topics become about_*.help.txt by this script itself: platyPS breaks lines at blanks only and
takes a full-width character for one column, so that Japanese lines would run off the screen. The same pages always give the same bytes.

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

function Test-Wide {
    param([char] $Character)

    $code = [int]$Character
    ($code -ge 0x1100 -and $code -le 0x115F) -or ($code -ge 0x2E80 -and $code -le 0xA4CF) -or ($code -ge 0xAC00 -and $code -le 0xD7A3) -or
        ($code -ge 0xF900 -and $code -le 0xFAFF) -or ($code -ge 0xFE30 -and $code -le 0xFE6F) -or ($code -ge 0xFF00 -and $code -le 0xFF60) -or ($code -ge 0xFFE0 -and $code -le 0xFFE6)
}

function Measure-Column {
    param([string] $Text)

    $columns = 0
    foreach ($character in $Text.ToCharArray()) { if (Test-Wide $character) { $columns += 2 } else { $columns += 1 } }
    $columns
}

# What stays together in a line: a word with the blanks before it, or one full-width character with the signs that must not be parted from it.
function Split-Piece {
    param([string] $Text)

    $notFirst = '、。，．・：；？！」』）］｝】〉》〕ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ)]},.:;?!'
    $notLast = '「『（［｛【〈《〔([{'
    $pieces = New-Object System.Collections.Generic.List[string]
    $piece = ''
    foreach ($character in $Text.ToCharArray()) {
        $last = ' '
        if ($piece.Length -gt 0) { $last = $piece[$piece.Length - 1] }
        $mayPart = $character -eq ' ' -or (Test-Wide $character) -or (Test-Wide $last)
        if ($notFirst.IndexOf($character) -ge 0 -or $notLast.IndexOf($last) -ge 0) { $mayPart = $false }
        if ($character -ne ' ' -and $last -eq ' ') { $mayPart = $false }
        if ($character -eq ' ' -and $last -eq ' ') { $mayPart = $false }
        if ($mayPart -and $piece.Length -gt 0) {
            $pieces.Add($piece)
            $piece = ''
        }

        $piece += $character
    }

    if ($piece.Length -gt 0) { $pieces.Add($piece) }
    , $pieces
}

# Lines of a paragraph, none wider than the screen.
function Split-Line {
    param([string] $Text, [string] $First, [string] $Rest)

    $lines = New-Object System.Collections.Generic.List[string]
    $line = $First
    $isEmpty = $true
    foreach ($piece in (Split-Piece $Text)) {
        if (-not $isEmpty -and (Measure-Column ($line + $piece)) -gt $lineWidth) {
            $lines.Add($line)
            $line = $Rest
            $isEmpty = $true
        }

        if ($isEmpty) { $piece = $piece.TrimStart() }
        $line += $piece
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
        elseif ((Test-Wide $text[$text.Length - 1]) -and (Test-Wide $part[0])) { $text += $part }
        else { $text += ' ' + $part }
    }
    $text
}

function Format-Table {
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
        foreach ($part in (Split-Line $row[$row.Count - 1] $text (' ' * (Measure-Column $text)))) { $lines.Add($part.TrimEnd()) }
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
            $lines.AddRange([string[]](Format-Table $table $indent))
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
                foreach ($part in (Split-Line (ConvertFrom-Inline (Join-Line $item)) $first (' ' * $first.Length))) { $lines.Add($part) }
            }
        }
        else {
            $paragraph = @()
            while ($i -lt $source.Count -and $source[$i] -notmatch '^\s*$' -and $source[$i] -notmatch '^(#+\s|\s*```|\s*~~~|\s*\||\s*([-*+]|\d+\.)\s)') { $paragraph += $source[$i]; $i++ }
            $text = ConvertFrom-Inline (Join-Line $paragraph)
            if (-not $isBegun -and $text -eq $Name) { continue }

            # Get-Help takes the fifth line, whole, for what a list of topics shows.
            if ($lines.Count -eq 4) { $lines.Add($indent + $text) }
            else { foreach ($part in (Split-Line $text $indent $indent)) { $lines.Add($part) } }
        }

        $lines.Add('')
    }

    if ($lines.Count -lt 5 -or $lines[3] -match '^\s*$' -or $lines[4] -notmatch '^    \S') { throw "$Name must begin with a heading such as SHORT DESCRIPTION and a line of text." }

    ($lines -join "`n").TrimEnd() + "`n"
}

# Get-Help shows the ticks of `code` as they are, and platyPS centres titles by characters, where on a screen full-width ones take two columns.
function Edit-Maml {
    param([string] $Maml)

    $Maml = [regex]::Replace($Maml, '(?s)<maml:para>.*?</maml:para>', { param($match) [regex]::Replace($match.Value, '`([^`]+)`', '$1') })
    [regex]::Replace($Maml, '<maml:title>-* ?(.*?) ?-*</maml:title>', {
            param($match)
            $title = $match.Groups[1].Value
            $dashes = '-' * [System.Math]::Max(0, [System.Math]::Floor((62 - (Measure-Column $title)) / 2))
            '<maml:title>' + ("$dashes $title $dashes").Trim() + '</maml:title>'
        })
}

$platyPS = Get-Module platyPS -ListAvailable | Where-Object Version -EQ '0.14.2' | Select-Object -First 1
if (-not $platyPS) { throw 'The help pages need platyPS 0.14.2 to become what Get-Help shows: Install-Module platyPS -RequiredVersion 0.14.2 -Scope CurrentUser.' }
Import-Module $platyPS.Path

foreach ($language in 'en-US', 'ja-JP') {
    $pages = Join-Path $PSScriptRoot $language
    $target = Join-Path $OutputPath $language
    $null = New-Item -ItemType Directory -Path $target -Force

    $names = [string[]]@(Get-ChildItem -Path $pages -Filter '*-Jpo*.md' -File | ForEach-Object { $_.FullName })
    [array]::Sort($names, [System.StringComparer]::Ordinal)
    if ($names.Count -gt 0) {
        $file = Join-Path $target 'JpoPatent.dll-Help.xml'
        $null = New-ExternalHelp -Path $names -OutputPath $file -Encoding $utf8 -Force
        $maml = [System.IO.File]::ReadAllText($file, $utf8).Replace("`r`n", "`n").TrimEnd() + "`n"
        [System.IO.File]::WriteAllText($file, (Edit-Maml $maml), $utf8)
    }

    foreach ($topic in Get-ChildItem -Path $pages -Filter 'about_*.md' -File) {
        $text = ConvertTo-TopicText $topic.BaseName ([System.IO.File]::ReadAllText($topic.FullName, $utf8)) $topicWord[$language]

        # Windows PowerShell 5.1 reads a file without a byte-order mark as the machine's ANSI code page.
        [System.IO.File]::WriteAllText((Join-Path $target ($topic.BaseName + '.help.txt')), $text, $utf8WithMark)
    }
}
