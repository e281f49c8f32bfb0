# Makes the help of cmdlets in the form that Get-Help reads (MAML) from pages taken apart by HelpPages.ps1.

$script:MamlNamespaces = 'xmlns:maml="http://schemas.microsoft.com/maml/2004/10" xmlns:command="http://schemas.microsoft.com/maml/dev/command/2004/10" ' +
    'xmlns:dev="http://schemas.microsoft.com/maml/dev/2004/10" xmlns:MSHelp="http://msdn.microsoft.com/mshelp"'

# How wide Get-Help shows the title of an example.
$script:TitleWidth = 62

function ConvertTo-XmlText {
    param([string] $Text)

    $Text.Replace('&', '&amp;').Replace('<', '&lt;').Replace('>', '&gt;')
}

# Text without the marks of Markdown. Names of commands and addresses stay as they are written.
function ConvertTo-PlainText {
    param([string] $Text)

    $Text = [regex]::Replace($Text, '\[([^\]]+)\]\((\S+?)\)', { param($match) if ($match.Groups[2].Value -match '^https?:') { '{0} ({1})' -f $match.Groups[1].Value, $match.Groups[2].Value } else { $match.Groups[1].Value } })
    $Text = [regex]::Replace($Text, '\*\*(.+?)\*\*', '$1')
    $Text = [regex]::Replace($Text, '`([^`]+)`', '$1')
    [regex]::Replace($Text, '\\([\\\[\]<>|*_`#-])', '$1')
}

# A paragraph for each block of text and for each entry of a list; what follows a list stands apart from it.
function Get-HelpParagraph {
    param([string] $Text)

    $blocks = @($Text.Trim() -split '\n\s*\n' | Where-Object { $_.Trim() })
    for ($i = 0; $i -lt $blocks.Count; $i++) {
        $lines = @($blocks[$i].Trim() -split '\n')
        if ($lines[0] -notmatch '^[-*+] ') {
            ConvertTo-PlainText (@($lines | ForEach-Object { $_.Trim() }) -join ' ')
            continue
        }

        $entry = ''
        foreach ($line in $lines) {
            if ($line -match '^[-*+] +(.*)$') {
                if ($entry) { ConvertTo-PlainText $entry }
                $entry = '- ' + $Matches[1]
            }
            else { $entry += ' ' + $line.Trim() }
        }
        ConvertTo-PlainText $entry
        ''
    }
}

# The lines of a description: its paragraphs, set in by so many blanks.
function Get-MamlDescription {
    param([string] $Text, [int] $Indent)

    $blanks = ' ' * $Indent
    "$blanks<maml:description>"
    foreach ($paragraph in @(Get-HelpParagraph $Text)) { "$blanks  <maml:para>$(ConvertTo-XmlText $paragraph)</maml:para>" }
    "$blanks</maml:description>"
}

# The facts of a parameter in a set: a page may have one list of facts for all sets, or one for each.
function Get-ParameterFact {
    param($Parameter, [string] $Set)

    foreach ($facts in $Parameter.Yaml) {
        $sets = @($facts['Parameter Sets'] -split ',\s*')
        if ($sets -contains '(All)' -or $sets -contains $Set) { return $facts }
    }
}

function Get-MamlParameter {
    param($Parameter, $Fact, [int] $Indent, [switch] $InSyntax)

    $blanks = ' ' * $Indent
    $type = $Fact['Type']
    $isSwitch = $type -eq 'SwitchParameter'
    $aliases = if ($Fact['Aliases']) { $Fact['Aliases'] } else { 'none' }
    '{0}<command:parameter required="{1}" variableLength="true" globbing="{2}" pipelineInput="{3}" position="{4}" aliases="{5}">' -f $blanks, $Fact['Required'].ToLowerInvariant(),
        $Fact['Accept wildcard characters'].ToLowerInvariant(), $Fact['Accept pipeline input'], $Fact['Position'].ToLowerInvariant(), (ConvertTo-XmlText $aliases)
    "$blanks  <maml:name>$($Parameter.Name)</maml:name>"
    Get-MamlDescription $Parameter.Description ($Indent + 2)
    if ($InSyntax -and $Fact['Accepted values']) {
        "$blanks  <command:parameterValueGroup>"
        foreach ($value in $Fact['Accepted values'] -split ',\s*') { "$blanks    <command:parameterValue required=`"false`" command:variableLength=`"false`">$value</command:parameterValue>" }
        "$blanks  </command:parameterValueGroup>"
    }
    if (-not $isSwitch -or -not $InSyntax) { '{0}  <command:parameterValue required="{1}" variableLength="false">{2}</command:parameterValue>' -f $blanks, "$(-not $isSwitch)".ToLowerInvariant(), (ConvertTo-XmlText $type) }
    "$blanks  <dev:type>"
    "$blanks    <maml:name>$(ConvertTo-XmlText $type)</maml:name>"
    "$blanks    <maml:uri />"
    "$blanks  </dev:type>"
    $default = if ($isSwitch -and $Fact['Default value'] -eq 'None') { 'False' } else { $Fact['Default value'] }
    "$blanks  <dev:defaultValue>$(ConvertTo-XmlText $default)</dev:defaultValue>"
    "$blanks</command:parameter>"
}

# A set is shown with the parameters that have a place first, in the order of their places.
function Get-MamlSyntax {
    param($Page)

    $sets = @($Page.Parameters | ForEach-Object { $_.Yaml } | ForEach-Object { $_['Parameter Sets'] -split ',\s*' } | Where-Object { $_ -ne '(All)' } | Select-Object -Unique)
    if ($sets.Count -eq 0) { $sets = @('') }
    foreach ($set in $sets) {
        $own = @($Page.Parameters | ForEach-Object { $facts = Get-ParameterFact $_ $set; if ($facts) { @{ Parameter = $_; Fact = $facts } } })
        $placed = @($own | Where-Object { $_.Fact['Position'] -ne 'Named' } | Sort-Object { [int]$_.Fact['Position'] })
        '      <command:syntaxItem>'
        "        <maml:name>$($Page.Title)</maml:name>"
        foreach ($one in $placed + @($own | Where-Object { $_.Fact['Position'] -eq 'Named' })) { Get-MamlParameter -Parameter $one.Parameter -Fact $one.Fact -Indent 8 -InSyntax }
        '      </command:syntaxItem>'
    }
}

function Get-MamlExample {
    param($Example)

    $dashes = '-' * [System.Math]::Max(0, [System.Math]::Floor(($script:TitleWidth - (Measure-Column $Example.Title)) / 2))
    $code = @($Example.Code, $Example.Output | Where-Object { $_ }) -join "`n`n"
    '      <command:example>'
    "        <maml:title>$(ConvertTo-XmlText ("$dashes $($Example.Title) $dashes").Trim())</maml:title>"
    "        <dev:code>$(ConvertTo-XmlText $code)</dev:code>"
    '        <dev:remarks>'
    foreach ($paragraph in @(Get-HelpParagraph $Example.Remarks)) { "          <maml:para>$(ConvertTo-XmlText $paragraph)</maml:para>" }
    '        </dev:remarks>'
    '      </command:example>'
}

function Get-MamlType {
    param($Type, [string] $Kind)

    "    <command:${Kind}s>"
    foreach ($one in $Type) {
        "      <command:$Kind>"
        '        <dev:type>'
        "          <maml:name>$(ConvertTo-XmlText $one.Type)</maml:name>"
        '        </dev:type>'
        Get-MamlDescription $one.Text 8
        "      </command:$Kind>"
    }
    "    </command:${Kind}s>"
}

function Get-MamlCommand {
    param($Page)

    $verb, $noun = $Page.Title -split '-', 2
    "  <command:command $script:MamlNamespaces>"
    '    <command:details>'
    "      <command:name>$($Page.Title)</command:name>"
    "      <command:verb>$verb</command:verb>"
    "      <command:noun>$noun</command:noun>"
    Get-MamlDescription $Page.Synopsis 6
    '    </command:details>'
    Get-MamlDescription $Page.Description 4
    '    <command:syntax>'
    Get-MamlSyntax $Page
    '    </command:syntax>'
    if ($Page.Parameters.Count -eq 0) { '    <command:parameters />' }
    else {
        '    <command:parameters>'
        foreach ($parameter in $Page.Parameters) { Get-MamlParameter -Parameter $parameter -Fact $parameter.Yaml[0] -Indent 6 }
        '    </command:parameters>'
    }
    Get-MamlType -Type $Page.Inputs -Kind 'inputType'
    Get-MamlType -Type $Page.Outputs -Kind 'returnValue'
    '    <maml:alertSet>'
    '      <maml:alert>'
    foreach ($paragraph in @(Get-HelpParagraph $Page.Notes)) { "        <maml:para>$(ConvertTo-XmlText $paragraph)</maml:para>" }
    '      </maml:alert>'
    '    </maml:alertSet>'
    '    <command:examples>'
    foreach ($example in $Page.Examples) { Get-MamlExample $example }
    '    </command:examples>'
    '    <command:relatedLinks>'
    foreach ($link in $Page.Links) {
        '      <maml:navigationLink>'
        "        <maml:linkText>$(ConvertTo-XmlText $link.Name)</maml:linkText>"
        "        <maml:uri>$(if ($link.Target -match '^https?:') { ConvertTo-XmlText $link.Target })</maml:uri>"
        '      </maml:navigationLink>'
    }
    '    </command:relatedLinks>'
    '  </command:command>'
}

# The help of all cmdlets of a language as one text.
function ConvertTo-CommandHelp {
    param([string[]] $Path)

    $lines = @(
        '<?xml version="1.0" encoding="utf-8"?>'
        '<helpItems schema="maml" xmlns="http://msh">'
        foreach ($one in $Path) { Get-MamlCommand (Read-HelpPage $one) }
        '</helpItems>'
    )
    ($lines -join "`n") + "`n"
}
