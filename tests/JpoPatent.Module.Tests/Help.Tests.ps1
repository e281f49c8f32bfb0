BeforeDiscovery {
    . (Join-Path $PSScriptRoot 'Common.ps1')
    . (Join-Path $PSScriptRoot 'HelpPages.ps1')
    $script:cases = foreach ($cmdlet in Get-HelpCmdletName) { foreach ($language in $HelpLanguages) { @{ Cmdlet = $cmdlet; Language = $language } } }
    $script:cmdlets = foreach ($cmdlet in Get-HelpCmdletName) { @{ Cmdlet = $cmdlet } }
    $script:shells = @(
        foreach ($culture in 'en-US', 'ja-JP', 'de-DE') { @{ Shell = $ThisShell; Name = 'this shell'; Culture = $culture } }
        $other = Get-Command pwsh-7.4 -CommandType Application -ErrorAction Ignore | Select-Object -First 1
        if ($other) { @{ Shell = $other.Source; Name = '7.4'; Culture = 'ja-JP' } }
    )
}

BeforeAll {
    . (Join-Path $PSScriptRoot 'Common.ps1')
    . (Join-Path $PSScriptRoot 'HelpPages.ps1')
    Import-TestModule
    $script:commonParameters = [System.Management.Automation.Cmdlet]::CommonParameters

    function Get-OwnParameter {
        param($Command)

        $Command.Parameters.Values | Where-Object { $commonParameters -notcontains $_.Name }
    }

    # The name of a type as a page writes it.
    function Get-TypeName {
        param([type] $Type)

        $inner = [System.Nullable]::GetUnderlyingType($Type)
        if ($inner) { $inner.Name } else { $Type.Name }
    }

    # What a page's lines about a parameter say of one set: required, position, pipeline.
    function Get-ExpectedSet {
        param($Parameter, [string] $Set)

        $facts = $Parameter.ParameterSets[$Set]
        if (-not $facts) { $facts = $Parameter.ParameterSets['__AllParameterSets'] }
        $pipeline = @(if ($facts.ValueFromPipelineByPropertyName) { 'ByPropertyName' }; if ($facts.ValueFromPipeline) { 'ByValue' })
        [pscustomobject]@{
            Required = "$($facts.IsMandatory)"
            Position = if ($facts.Position -lt 0) { 'Named' } else { "$($facts.Position)" }
            Pipeline = if ($pipeline) { "True ($($pipeline -join ', '))" } else { 'False' }
        }
    }
}

Describe 'The page of <Cmdlet>, <Language>' -ForEach $script:cases {
    BeforeAll {
        $script:command = Get-Command -Name $Cmdlet -Module JpoPatent
        $script:page = Get-HelpPage $Cmdlet $Language
        $script:own = @(Get-OwnParameter $command)
    }

    It 'exists, under its address' {
        $page | Should -Not -BeNullOrEmpty
        $page.Title | Should -Be $Cmdlet
        $page.FrontMatter['external help file'] | Should -Be 'JpoPatent.dll-Help.xml'
        $page.FrontMatter['Module Name'] | Should -Be 'JpoPatent'
        $page.FrontMatter['schema'] | Should -Be '2.0.0'
        $page.FrontMatter['online version'] | Should -Be "https://github.com/JpoPatent/JpoPatent/blob/main/docs/$Language/$Cmdlet.md"
    }

    It 'has every section, with words of its own in it' {
        $page.Headings | Should -Be @('SYNOPSIS', 'SYNTAX', 'DESCRIPTION', 'EXAMPLES', 'PARAMETERS', 'INPUTS', 'OUTPUTS', 'NOTES', 'RELATED LINKS')
        $page.Raw | Should -Not -Match '\{\{|\}\}'
        $page.Raw | Should -Not -Match "`r"
        $page.Synopsis | Should -Not -BeNullOrEmpty
        $page.Synopsis | Should -Not -Match "`n" -Because 'lists of cmdlets show it in one line'
        $page.Description.Length | Should -BeGreaterThan 60
        $page.Notes | Should -Not -BeNullOrEmpty
        foreach ($text in @($page.Synopsis; $page.Description; $page.Parameters | ForEach-Object Description)) {
            if ($Language -eq 'ja-JP') { $text | Should -Match '[\u3040-\u30FF\u4E00-\u9FFF]' } else { $text | Should -Not -Match '[\u3040-\u309F]' }
        }
    }

    It 'describes every parameter and no other' {
        ($page.Parameters.Name | Sort-Object) -join ' ' | Should -Be (($own.Name | Sort-Object) -join ' ')
        foreach ($parameter in $page.Parameters) {
            $parameter.Description.Length | Should -BeGreaterThan 8 -Because "-$($parameter.Name) is described"
            $parameter.Yaml.Count | Should -BeGreaterThan 0 -Because "-$($parameter.Name) has its lines of facts"
        }
    }

    It 'has the parameters in the order of the alphabet, WhatIf and Confirm last' {
        $names = @($page.Parameters.Name | Where-Object { $_ -notin 'WhatIf', 'Confirm' })
        $names -join ' ' | Should -Be (($names | Sort-Object -Culture '') -join ' ')
    }

    It 'tells the type, aliases and accepted values of each parameter, and whether it takes wildcards' {
        foreach ($parameter in $own) {
            $isSwitch = $parameter.ParameterType -eq [switch]
            $values = @($parameter.Attributes | Where-Object { $_ -is [System.Management.Automation.ValidateSetAttribute] }).ValidValues
            $type = $parameter.ParameterType
            if ([System.Nullable]::GetUnderlyingType($type)) { $type = [System.Nullable]::GetUnderlyingType($type) }
            if ($type.IsEnum -and -not $values) { $values = [enum]::GetNames($type) }
            $wildcards = [bool]($parameter.Attributes | Where-Object { $_ -is [System.Management.Automation.SupportsWildcardsAttribute] })
            foreach ($yaml in @($page.Parameters | Where-Object Name -EQ $parameter.Name).Yaml) {
                $because = "that is -$($parameter.Name)"
                $yaml['Type'] | Should -Be $(if ($isSwitch) { 'SwitchParameter' } else { Get-TypeName $parameter.ParameterType }) -Because $because
                $yaml['Aliases'] | Should -Be ($parameter.Aliases -join ', ') -Because $because
                "$($yaml['Accepted values'])" | Should -Be ($values -join ', ') -Because $because
                $yaml['Accept wildcard characters'] | Should -Be "$wildcards" -Because $because
            }
        }
    }

    It 'tells the sets of each parameter, and where in them it is required, positional, taken from the pipeline' {
        $setNames = @($command.ParameterSets.Name)
        foreach ($parameter in $own) {
            $expected = @($setNames | Where-Object { $parameter.ParameterSets.ContainsKey($_) -or $parameter.ParameterSets.ContainsKey('__AllParameterSets') })
            $told = foreach ($yaml in @($page.Parameters | Where-Object Name -EQ $parameter.Name).Yaml) {
                $sets = if ($yaml['Parameter Sets'] -eq '(All)') { $setNames } else { $yaml['Parameter Sets'] -split ',\s*' }
                foreach ($set in $sets) {
                    $facts = Get-ExpectedSet $parameter $set
                    $because = "that is -$($parameter.Name) in set $set"
                    $yaml['Required'] | Should -Be $facts.Required -Because $because
                    $yaml['Position'] | Should -Be $facts.Position -Because $because
                    $yaml['Accept pipeline input'] | Should -Be $facts.Pipeline -Because $because
                    $set
                }
            }
            ($told | Sort-Object) -join ' ' | Should -Be (($expected | Sort-Object) -join ' ') -Because "these are the sets of -$($parameter.Name)"
        }
    }

    It 'tells the default value of each parameter that has one' {
        $instance = [System.Activator]::CreateInstance($command.ImplementingType)
        foreach ($parameter in $own) {
            $default = 'None'
            $property = $command.ImplementingType.GetProperty($parameter.Name)
            $isMandatory = @($parameter.ParameterSets.Values | Where-Object { -not $_.IsMandatory }).Count -eq 0
            if ($property -and -not $isMandatory -and $parameter.ParameterType -ne [switch]) {
                $value = $property.GetValue($instance)
                if ("$value") { $default = $value -join ', ' }
            }
            foreach ($yaml in @($page.Parameters | Where-Object Name -EQ $parameter.Name).Yaml) {
                $told = $yaml['Default value']
                if ($parameter.ParameterType -eq [switch]) { $told | Should -BeIn @('None', 'False') -Because "-$($parameter.Name) is a switch" }
                else { $told | Should -Be $default -Because "that is what -$($parameter.Name) is when it is not given" }
            }
        }
    }

    It 'shows every parameter set, the default one first' {
        $sets = @($command.ParameterSets | Sort-Object { -not $_.IsDefault }, Name)
        if ($sets.Count -eq 1) {
            $page.Syntax.Heading | Should -Be ''
        }
        else {
            ($page.Syntax.Heading | Sort-Object) -join ', ' | Should -Be (($sets | ForEach-Object { if ($_.IsDefault) { "$($_.Name) (Default)" } else { $_.Name } } | Sort-Object) -join ', ')
            if ($sets[0].IsDefault) { $page.Syntax[0].Heading | Should -BeLike '* (Default)' }
        }
        foreach ($set in $sets) {
            $block = $page.Syntax | Where-Object { $sets.Count -eq 1 -or ($_.Heading -replace ' \(Default\)$') -eq $set.Name }
            $shown = [regex]::Matches($block.Text, '(?<![\w-])-(\w+)') | ForEach-Object { $_.Groups[1].Value } | Sort-Object
            $expected = $set.Parameters.Name | Where-Object { $commonParameters -notcontains $_ } | Sort-Object
            $shown -join ' ' | Should -Be ($expected -join ' ') -Because "these are the parameters of the set $($set.Name)"
            ($block.Text -replace '\s+', ' ').Trim() | Should -BeLike "$Cmdlet *<CommonParameters>?"
        }
    }

    It 'tells what the pipeline may bring' {
        $piped = @($own | Where-Object { $_.ParameterSets.Values | Where-Object { $_.ValueFromPipeline -or $_.ValueFromPipelineByPropertyName } })
        $types = @($piped.ParameterType.FullName | Sort-Object -Unique)
        if ($piped.Count -eq 0) { $page.Inputs.Type | Should -Be 'None' }
        foreach ($type in $types) { $page.Inputs.Type | Should -Contain $type }
        foreach ($extra in $page.Inputs) {
            $extra.Text | Should -Not -BeNullOrEmpty -Because "$($extra.Type) is described"
            if ($extra.Type -ne 'None' -and $types -notcontains $extra.Type) { $extra.Type -as [type] | Should -Not -BeNullOrEmpty -Because "$($extra.Type) is a type" }
        }
    }

    It 'tells what it gives' {
        $types = @($command.OutputType.Name | Where-Object { $_ } | Sort-Object -Unique)
        if ($types.Count -eq 0) { $types = @('None') }
        ($page.Outputs.Type | Sort-Object) -join ', ' | Should -Be ($types -join ', ')
        foreach ($output in $page.Outputs) { $output.Text | Should -Not -BeNullOrEmpty -Because "$($output.Type) is described" }
    }

    It 'has at least three examples: code, its output where shown, and what it does' {
        $page.Examples.Count | Should -BeGreaterOrEqual 3
        for ($i = 0; $i -lt $page.Examples.Count; $i++) {
            $example = $page.Examples[$i]
            $example.Title | Should -Match "^Example $($i + 1): \S"

            # Get-Help shows code, output and remarks in this order only.
            $example.Order | Should -BeIn @('powershell remarks', 'powershell text remarks') -Because "that is the form of '$($example.Title)'"
            $example.Code | Should -Match ([regex]::Escape($Cmdlet))
            $example.Code | Should -Not -Match '(?m)^\s*PS( [A-Z]:\\.*)?> '
            $null = Get-HelpCodeShape $example.Code
        }
    }

    It 'has examples that fit a screen of 80 columns with their indentation' {
        foreach ($example in $page.Examples) {
            foreach ($line in "$($example.Code)`n$($example.Output)".Split("`n")) {
                Measure-TestWidth $line | Should -BeLessOrEqual 76 -Because "Get-Help would break this line of '$($example.Title)': $line"
            }
            $example.Code | Should -Not -Match '(?m)`\s*$' -Because 'a blank behind a backtick cannot be seen'
            $example.Output | Should -Not -Match '\A\n* ' -Because 'Get-Help takes these blanks away, and the first line would not stand over the others'
        }
    }

    It 'leads on to pages that exist, first of all to itself' {
        $pages = [regex]::Escape((Import-PowerShellDataFile ([System.IO.Path]::Combine($HelpRoot, '..', 'JpoPatent.psd1'))).PrivateData.PSData.ProjectUri + '/blob/main/')
        $page.Links.Count | Should -BeGreaterOrEqual 3
        $page.Links[0].Target | Should -Be $page.FrontMatter['online version']
        foreach ($link in $page.AllLinks) {
            if ($link -match '^https?:') {
                if ($link -match "^$pages(.+?)(#.*)?`$") { [System.IO.Path]::Combine($HelpRoot, '..', $Matches[1]) | Should -Exist }
            }
            else {
                [System.IO.Path]::Combine([System.IO.Path]::GetDirectoryName($page.Path), ($link -replace '#.*$')) | Should -Exist -Because "the page links to $link"
            }
        }
        @($page.Links | Where-Object Name -Like 'about_*') | Should -Not -BeNullOrEmpty -Because 'every page leads to an about topic'
    }
}

Describe 'The two languages of <Cmdlet>' -ForEach $script:cmdlets {
    BeforeAll {
        $script:english = Get-HelpPage $Cmdlet 'en-US'
        $script:japanese = Get-HelpPage $Cmdlet 'ja-JP'
    }

    It 'say the same of the parameters' {
        $tell = { param($page) foreach ($parameter in $page.Parameters) { "$($parameter.Name): " + (@($parameter.Yaml | ForEach-Object { $_ | ConvertTo-Json -Compress }) -join ' ') } }
        & $tell $japanese | Should -Be @(& $tell $english)
    }

    It 'have the same sets, inputs, outputs and links' {
        $tell = {
            param($page, $language)
            $page.Syntax.Heading
            $page.Syntax.Text
            $page.Inputs.Type
            $page.Outputs.Type
            $page.Links.Target -replace "/docs/$language/", '/docs/'
        }
        & $tell $japanese 'ja-JP' | Should -Be @(& $tell $english 'en-US')
    }

    It 'have the same examples, comments and texts apart' {
        $japanese.Examples.Count | Should -Be $english.Examples.Count
        for ($i = 0; $i -lt $english.Examples.Count; $i++) {
            Get-HelpCodeShape $japanese.Examples[$i].Code | Should -BeExactly (Get-HelpCodeShape $english.Examples[$i].Code)
            $japanese.Examples[$i].Order | Should -Be $english.Examples[$i].Order
        }
    }
}

Describe 'Generated help' {
    It 'is what the pages give' {
        $folder = [System.IO.Path]::Combine([string]$TestDrive, 'generated')
        $made = Invoke-FreshShell { param($Script, $Folder) & $Script -OutputPath $Folder } -ArgumentList ([System.IO.Path]::Combine($HelpRoot, '..', 'build', 'New-ModuleHelp.ps1')), $folder
        "$($made.Output)$($made.Error)" | Should -BeNullOrEmpty
        foreach ($language in $HelpLanguages) {
            $committed = [System.IO.Path]::Combine($HelpRoot, '..', $language)
            $names = @(Get-ChildItem $folder/$language -File).Name
            @(Get-ChildItem $committed -File | Where-Object Name -Match '-Help\.xml$|\.help\.txt$').Name | Should -Be $names -Because 'nothing is left of pages that are gone'
            foreach ($name in $names) {
                $isSame = [System.IO.File]::ReadAllText("$folder/$language/$name") -ceq [System.IO.File]::ReadAllText("$committed/$language/../$name")
                $isSame | Should -BeTrue -Because "./build.ps1 Help makes $language/$name from the pages as they are"
            }
        }
    }

    It 'is in the assembled module' {
        foreach ($language in $HelpLanguages) {
            foreach ($file in Get-ChildItem ([System.IO.Path]::Combine($HelpRoot, '..', $language)) -File | Where-Object Name -Match '-Help\.xml$|\.help\.txt$') {
                $placed = [System.IO.Path]::Combine([System.IO.Path]::GetDirectoryName($ModulePath), $language, $file.Name)
                $placed | Should -Exist
                (Get-FileHash $placed).Hash | Should -Be (Get-FileHash $file.FullName).Hash -Because 'dotnet build places it'
            }
        }
    }

    It 'topics are in both languages, with a byte-order mark and no line wider than 80 columns but code' {
        $topics = foreach ($language in $HelpLanguages) {
            (Get-ChildItem ([System.IO.Path]::Combine($HelpRoot, $language, 'about_*.md'))).BaseName -join ' '
        }
        $topics[1] | Should -Be $topics[0]
        foreach ($language in $HelpLanguages) {
            foreach ($file in Get-ChildItem ([System.IO.Path]::Combine($HelpRoot, '..', $language, 'about_*.help.txt'))) {
                [System.IO.File]::ReadAllBytes($file.FullName)[0..2] | Should -Be @(0xEF, 0xBB, 0xBF)
                Measure-TestWidth (Get-Content $file.FullName -TotalCount 5)[4] | Should -BeLessOrEqual 80 -Because "the short description of $($file.Name) stands in one line"
                $wide = Get-Content $file.FullName | Where-Object { (Measure-TestWidth $_) -gt 80 -and $_ -match '[\u3040-\u30FF].*[\u3002\u3001]' }
                $wide | Should -BeNullOrEmpty -Because "$($file.Name) is read in a window"
            }
        }
    }
}

Describe 'Get-Help in <Name>, <Culture>' -ForEach $script:shells {
    BeforeAll {
        $script:seen = Invoke-FreshShellJson -Shell $Shell -ArgumentList $ModulePath, $Culture {
            param($ModulePath, $Culture)
            [System.Globalization.CultureInfo]::CurrentUICulture = $Culture
            [Console]::OutputEncoding = [System.Text.UTF8Encoding]::new($false)
            Import-Module $ModulePath
            $cmdlets = foreach ($command in Get-Command -Module JpoPatent) {
                $help = Get-Help $command.Name -Full
                @{
                    Name       = $command.Name
                    Synopsis   = "$($help.Synopsis)".Trim()
                    Parameters = @($help.parameters.parameter.name)
                    Titles     = @($help.examples.example | ForEach-Object { "$($_.title)".Trim('- ') })
                    Codes      = @($help.examples.example.code)
                    Remarks    = @($help.examples.example | ForEach-Object { ($_.remarks.Text -join '').Trim().Length })
                    Outputs    = @($help.returnValues.returnValue.type.name)
                    HelpUri    = $command.HelpUri
                    Online     = @($help.relatedLinks.navigationLink | Where-Object uri)[0].uri
                }
            }
            $topics = foreach ($file in Get-ChildItem (Join-Path (Split-Path $ModulePath) 'en-US/about_*.help.txt')) {
                $name = $file.Name -replace '\.help\.txt$'
                @{ Name = $name; Text = "$(Get-Help $name)".Substring(0, 60); Listed = (Get-Help "$name*" -Category HelpFile | Where-Object Name -EQ $name | Select-Object -First 1 | ForEach-Object { "$($_.Synopsis)" }) }
            }
            $screen = Get-Help Get-JpoPatentProgress -Full | Out-String -Width 120
            Import-Module $ModulePath -Force
            @{ UICulture = $PSUICulture; Screen = $screen; Cmdlets = @($cmdlets); Topics = @($topics); Again = "$((Get-Help Get-JpoQuota).Synopsis)".Trim() } | ConvertTo-Json -Depth 5
        }
        $script:language = if ($Culture -eq 'ja-JP') { 'ja-JP' } else { 'en-US' }
    }

    It 'shows the page of every cmdlet, in its language' {
        $seen.UICulture | Should -Be $Culture
        ($seen.Cmdlets.Name | Sort-Object) -join ' ' | Should -Be ((Get-HelpCmdletName | Sort-Object) -join ' ')
        foreach ($shown in $seen.Cmdlets) {
            $page = Get-HelpPage $shown.Name $language
            $page | Should -Not -BeNullOrEmpty -Because "$($shown.Name) has a page"
            $shown.Synopsis | Should -Be ($page.Synopsis -replace '`') -Because "that is $($shown.Name)"
            ($shown.Parameters | Sort-Object) -join ' ' | Should -Be (($page.Parameters.Name | Sort-Object) -join ' ') -Because "that is $($shown.Name)"
            $shown.Titles | Should -Be $page.Examples.Title -Because "that is $($shown.Name)"
            for ($i = 0; $i -lt $page.Examples.Count; $i++) { ($shown.Codes[$i] -replace "`r").StartsWith($page.Examples[$i].Code, [System.StringComparison]::Ordinal) | Should -BeTrue -Because "$($shown.Name) shows $($page.Examples[$i].Code), not $($shown.Codes[$i])" }
            $shown.Remarks | ForEach-Object { $_ | Should -BeGreaterThan 10 }
            $shown.Outputs | Should -Be $page.Outputs.Type
        }
        $seen.Screen | Should -Match ([regex]::Escape((Get-HelpPage 'Get-JpoPatentProgress' $language).Examples[0].Title))
    }

    It 'has an address for -Online' {
        foreach ($shown in $seen.Cmdlets) {
            $shown.HelpUri | Should -Be "https://github.com/JpoPatent/JpoPatent/blob/main/docs/en-US/$($shown.Name).md"
            $shown.Online | Should -Be "https://github.com/JpoPatent/JpoPatent/blob/main/docs/$language/$($shown.Name).md"
        }
    }

    It 'shows the about topics, and lists them with their line of description' {
        foreach ($topic in $seen.Topics) {
            $lines = @(Get-Content ([System.IO.Path]::Combine($HelpRoot, '..', $language, "$($topic.Name).help.txt")) -TotalCount 5)
            $topic.Text | Should -BeLike "$($lines[0])*"
            $topic.Listed | Should -Be $lines[4].Trim()
        }
        $seen.Topics.Name | Should -Contain 'about_JpoPatent'
    }

    It 'still does after -Force' {
        $seen.Again | Should -Be ((Get-HelpPage 'Get-JpoQuota' $language).Synopsis -replace '`')
    }
}

Describe 'Get-Help -Online' {
    It 'opens the page' {
        if (-not $IsLinux) { Set-ItResult -Skipped -Because 'needs Linux' }
        $folder = [System.IO.Path]::Combine([string]$TestDrive, 'browser')
        $null = New-Item -ItemType Directory -Path $folder
        $opened = "$folder/opened.txt"
        Set-Content "$folder/xdg-open" "#!/bin/sh`necho `"`$1`" >> $opened"
        chmod +x "$folder/xdg-open"
        $run = Invoke-FreshShell {
            param($ModulePath, $Opened)
            Import-Module $ModulePath
            foreach ($culture in 'en-US', 'ja-JP') {
                [System.Globalization.CultureInfo]::CurrentUICulture = $culture
                Get-Help Get-JpoPatentProgress -Online
            }
            $until = [datetime]::Now.AddSeconds(10)
            while (-not ((Test-Path $Opened) -and @(Get-Content $Opened).Count -ge 2) -and [datetime]::Now -lt $until) { Start-Sleep -Milliseconds 50 }
        } -ArgumentList $ModulePath, $opened -Environment @{ PATH = "$folder$([System.IO.Path]::PathSeparator)$env:PATH" }
        "$($run.Output)$($run.Error)" | Should -BeNullOrEmpty
        Get-Content $opened | Should -Contain 'https://github.com/JpoPatent/JpoPatent/blob/main/docs/en-US/Get-JpoPatentProgress.md'
    }
}
