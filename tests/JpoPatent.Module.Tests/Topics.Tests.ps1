BeforeDiscovery {
    $script:languages = 'en-US', 'ja-JP'
    $script:names = 'about_JpoPatent', 'about_JpoPatent_Quota', 'about_JpoPatent_Numbers', 'about_JpoPatent_Automation', 'about_JpoPatent_Sandbox', 'about_JpoPatent_Objects', 'about_JpoPatent_Watch'
    $script:pages = foreach ($language in $languages) { foreach ($name in $names) { @{ Language = $language; Name = $name } } }
    $script:docs = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'docs'))
    $script:hasSamples = Test-Path ([System.IO.Path]::Combine($docs, '..', 'samples', 'Portfolio'))
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Import-TestModule
    $script:docs = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'docs'))

    function Get-Page {
        param([string] $Language, [string] $Name)

        [System.IO.File]::ReadAllText([System.IO.Path]::Combine($script:docs, $Language, "$Name.md")).Replace("`r`n", "`n")
    }

    # The fenced blocks of a page: Kind is what stands behind the fence.
    function Get-Block {
        param([string] $Page)

        foreach ($match in [regex]::Matches($Page, '(?m)^```(\w*)\n(.*?)^```$', 'Singleline,Multiline')) {
            [pscustomobject]@{ Kind = $match.Groups[1].Value; Text = $match.Groups[2].Value.TrimEnd("`n"); Line = $Page.Substring(0, $match.Index).Split("`n").Count }
        }
    }

    # What is left without the blocks: headings, prose and lists.
    function Get-Prose {
        param([string] $Page)

        [regex]::Replace($Page, '(?ms)^```\w*\n.*?^```$', '')
    }

    # The lines of a section, from its heading to the next of any level.
    function Get-Section {
        param([string] $Page, [string] $Heading)

        $found = [regex]::Match($Page, "(?ms)^#+ $([regex]::Escape($Heading))\n(.*?)(?=^#+ |\z)")
        if (-not $found.Success) { throw "There is no section $Heading." }
        $found.Groups[1].Value
    }

    function Get-CommandAst {
        param([string] $Text)

        $problems = $null
        $tree = [System.Management.Automation.Language.Parser]::ParseInput($Text, [ref]$null, [ref]$problems)
        if ($problems) { throw "$($problems[0].Message) in: $Text" }
        $tree.FindAll({ param($node) $node -is [System.Management.Automation.Language.CommandAst] }, $true)
    }

    $script:commands = @((Get-Command -Module JpoPatent).Name)
    $script:parameters = @(Get-Command -Module JpoPatent | ForEach-Object { $_.Parameters.Keys } | Select-Object -Unique)
    $script:errorIds = @([regex]::Matches([System.IO.File]::ReadAllText([System.IO.Path]::Combine($docs, '..', 'src', 'JpoPatent', 'Errors', 'ErrorRecords.cs')), '"(Jpo\w+)"') | ForEach-Object { $_.Groups[1].Value } | Sort-Object -Unique)

    # Every type of ours that a command gives, with the types of its properties; and the target of JpoQuotaExhausted, which comes with an error.
    $script:types = [System.Collections.Generic.Dictionary[string, type]]::new()
    function Add-PublicType {
        param([type] $Type)

        if ($Type.IsGenericType) { foreach ($argument in $Type.GetGenericArguments()) { Add-PublicType $argument } }
        if ($Type.Namespace -ne 'JpoPatent' -or $Type.IsGenericType -or $script:types.ContainsKey($Type.Name)) { return }
        $script:types.Add($Type.Name, $Type)
        if (-not $Type.IsEnum) { foreach ($property in $Type.GetProperties()) { Add-PublicType $property.PropertyType } }
    }

    foreach ($given in (Get-Command -Module JpoPatent).OutputType) { if ($given.Type) { Add-PublicType $given.Type } }
    Add-PublicType ([JpoPatent.JpoUnprocessed])

    $script:words = @{
        'en-US' = @{ String = 'text'; DateTime = 'date'; DateTimeOffset = 'time'; Int32 = 'number'; Int64 = 'number'; Boolean = 'true or false'; TimeSpan = 'duration'; Uri = 'address'; List = 'list of {0}' }
        'ja-JP' = @{ String = '文字列'; DateTime = '日付'; DateTimeOffset = '日時'; Int32 = '数値'; Int64 = '数値'; Boolean = '真偽値'; TimeSpan = '時間'; Uri = 'URI'; List = '{0}の一覧' }
    }

    # What a property holds, in the words of a page.
    function Get-TypeWord {
        param([string] $Language, [type] $Type)

        $known = $script:words[$Language]
        $plain = [nullable]::GetUnderlyingType($Type)
        if ($plain) { return Get-TypeWord $Language $plain }
        if ($Type.IsGenericType) {
            $inner = Get-TypeWord $Language $Type.GetGenericArguments()[0]
            if ($Language -eq 'ja-JP' -and $inner -match '\w$' -and $inner -match '^[A-Z]') { $inner += ' ' }
            return $known.List -f $inner
        }
        if ($known.ContainsKey($Type.Name)) { $known[$Type.Name] } else { $Type.Name }
    }

    # Connects as somebody whose accesses nobody else counts, on a state folder of its own, without pacing.
    function Get-SandboxDefault {
        @{
            'Connect-JpoApi:Credential'           = Get-TestCredential ('topic-' + [guid]::NewGuid().ToString('N').Substring(0, 8))
            'Connect-JpoApi:StatePath'            = Get-StatePath
            'Connect-JpoApi:RequestsPerMinute'    = 0
            'Connect-JpoApi:OpdRequestsPerMinute' = 0
        }
    }
}

AfterAll { Disconnect-JpoApi }

Describe '<Language>: <Name>' -ForEach $pages {
    BeforeAll {
        $script:page = Get-Page $Language $Name
        $script:prose = Get-Prose $page
        $script:blocks = @(Get-Block $page)
    }

    It 'has the form of an about topic' {
        $page | Should -Match "\A# $Name\n## $Name\n\n# \S"
        $short = $page.Split("`n")[4]
        $short | Should -Not -BeNullOrEmpty
        Measure-TestWidth $short | Should -BeLessOrEqual 76 -Because 'lists of topics show it as one line'
        $page | Should -Not -Match '\u2014' -Because 'prose does without dashes of that kind'
        @($page.Split("`n") | Where-Object { $_ -match '^```' }).Count % 2 | Should -Be 0
        $blocks.Kind | Where-Object { $_ -notin 'powershell', 'template', 'text' } | Should -BeNullOrEmpty
    }

    It 'has blocks that fit a screen of 80 columns with their indentation' {
        foreach ($block in $blocks) { foreach ($line in $block.Text.Split("`n")) { Measure-TestWidth $line | Should -BeLessOrEqual 76 -Because "line $($block.Line): $line" } }
    }

    It 'names only commands and parameters that exist, in its code' {
        # Those that are not on every machine.
        $elsewhere = 'Get-Secret', 'Get-AutomationPSCredential', 'New-ScheduledTaskAction', 'New-ScheduledTaskTrigger', 'Register-ScheduledTask', './Report.ps1'
        $some = 0
        foreach ($block in $blocks | Where-Object Kind -NE 'text') {
            foreach ($ast in Get-CommandAst $block.Text) {
                $called = $ast.GetCommandName()
                $some++
                if ($block.Kind -eq 'template' -and $called -in $elsewhere) { continue }
                $command = Get-Command $called -ErrorAction Ignore
                $command | Should -Not -BeNullOrEmpty -Because "$called at line $($block.Line) must exist"
                if ($called -match '-Jpo') { $command.ModuleName | Should -Be 'JpoPatent' }
                foreach ($parameter in $ast.CommandElements | Where-Object { $_ -is [System.Management.Automation.Language.CommandParameterAst] }) {
                    $command.Parameters.Keys | Should -Contain $parameter.ParameterName -Because "$called at line $($block.Line) is shown with -$($parameter.ParameterName)"
                }
            }
        }
        $some | Should -BeGreaterThan 0
    }

    It 'names only commands, parameters, error ids and topics that exist, in its prose' {
        $wrong = @(
            [regex]::Matches($prose, '(?<![A-Za-z])[A-Za-z]+-Jpo[A-Za-z]+').Value | Where-Object { $_ -notin $commands }
            [regex]::Matches($prose, '(?<![A-Za-z_./-])Jpo[A-Z][A-Za-z]+').Value | Where-Object { $_ -notin $errorIds -and -not $types.ContainsKey($_) -and $_ -ne 'JpoPatent' }
            [regex]::Matches($prose, 'about_[A-Za-z_]+').Value | Where-Object { -not (Test-Path ([System.IO.Path]::Combine($docs, $Language, "$_.md"))) }
            foreach ($match in [regex]::Matches($prose, '(?<![A-Za-z])([A-Za-z]+-Jpo[A-Za-z]+) -([A-Z][A-Za-z]+)')) {
                if ((Get-Command $match.Groups[1].Value).Parameters.Keys -notcontains $match.Groups[2].Value) { $match.Value }
            }

            # Those of PowerShell itself.
            $known = $parameters + 'Parallel', 'Module', 'File', 'NoProfile', 'NonInteractive', 'Command', 'Encoding'
            [regex]::Matches($prose, '(?<=[\s(（、。])-([A-Z][A-Za-z]+)') | ForEach-Object { $_.Groups[1].Value } | Where-Object { $_ -notin $known }
        )
        $wrong | Select-Object -Unique | Should -BeNullOrEmpty
    }

    It 'has code that runs on the sandbox' {
        $folder = New-Item -ItemType Directory -Path ([System.IO.Path]::Combine([string]$TestDrive, [guid]::NewGuid().ToString('N')))
        $modules = $env:PSModulePath
        $temporary = @{ TMPDIR = $env:TMPDIR; TEMP = $env:TEMP; TMP = $env:TMP }
        $run = {
            param($Blocks, $Defaults)

            $PSDefaultParameterValues = $Defaults
            Connect-JpoApi -Sandbox
            foreach ($block in $Blocks) {
                # Where a block shows how errors are collected, there are some.
                $ErrorActionPreference = if ($block.Text -match 'ErrorVariable') { 'Continue' } else { 'Stop' }
                try { $null = . ([scriptblock]::Create($block.Text)) *>&1 }
                catch { throw "The block at line $($block.Line): $_" }
            }
        }
        Push-Location $folder
        try {
            $env:PSModulePath = [System.IO.Path]::GetDirectoryName([System.IO.Path]::GetDirectoryName($ModulePath)) + [System.IO.Path]::PathSeparator + $modules
            foreach ($variable in $temporary.Keys) { Set-Item -Path "Env:$variable" -Value ([string]$folder) }
            [System.IO.File]::WriteAllText("$folder/portfolio.csv", "整理番号,出願番号`r`nP-001,特願2020-123456`r`nP-002,2022-000001`r`nP-003,2018-000097`r`n", [System.Text.UTF8Encoding]::new($true))
            $runnable = @($blocks | Where-Object Kind -EQ 'powershell')
            $runnable.Count | Should -BeGreaterThan 0
            & $run $runnable (Get-SandboxDefault)
        }
        finally {
            Pop-Location
            $env:PSModulePath = $modules
            foreach ($variable in $temporary.Keys) { [System.Environment]::SetEnvironmentVariable($variable, $temporary[$variable]) }
        }
    }
}

Describe 'The topics of both languages' {
    It '<_> shows the same code in both, and as many sections' -ForEach $names {
        $pair = foreach ($language in 'en-US', 'ja-JP') { Get-Page $language $_ }
        $code = foreach ($page in $pair) { @(Get-Block $page | Where-Object Kind -NE 'text' | ForEach-Object { $_.Kind + "`n" + ($_.Text -replace '(?m)\s*# .*$', '') }) -join "`n----`n" }
        $code[1] | Should -BeExactly $code[0]
        $sections = foreach ($page in $pair) { (@((Get-Prose $page).Split("`n") | Where-Object { $_ -match '^#' } | ForEach-Object { ($_ -split ' ')[0] }) -join ' ') }
        $sections[1] | Should -BeExactly $sections[0]
        (Get-Prose $pair[1]) | Should -Match '[\u3040-\u309F]' -Because 'Japanese has hiragana'
        (Get-Prose $pair[0]) | Should -Not -Match '[\u3040-\u309F]'
    }
}

Describe 'about_JpoPatent in <_>' -ForEach $languages {
    It 'has each error id once, with what to do' {
        $errorIds.Count | Should -BeGreaterThan 10
        $page = Get-Prose (Get-Page $_ 'about_JpoPatent')
        $listed = @([regex]::Matches($page, '(?m)^- ((?:Jpo\w+(?:, |、)?)+): \S') | ForEach-Object { $_.Groups[1].Value -split ', |、' } | Sort-Object)
        $listed | Should -Be $errorIds
    }

    It 'names every command' {
        $named = @([regex]::Matches((Get-Page $_ 'about_JpoPatent'), '(?<![A-Za-z])[A-Za-z]+-Jpo[A-Za-z]+').Value | Sort-Object -Unique)
        Compare-Name $named $commands | Should -BeNullOrEmpty
    }
}

Describe 'about_JpoPatent_Quota in <_>' -ForEach $languages {
    It 'has the limits that the guard has' {
        $PSDefaultParameterValues = Get-SandboxDefault
        Connect-JpoApi -Sandbox
        $shown = @(Get-Block (Get-Page $_ 'about_JpoPatent_Quota') | ForEach-Object { $_.Text.Split("`n") } | ForEach-Object { if ($_ -match '^(\d-\d+)\s+(\d+)\s+(\S+)$') { '{0} {1} {2}' -f $Matches[1], $Matches[2], $Matches[3] } })
        $limits = @(Get-JpoQuota | ForEach-Object { '{0} {1} {2}' -f $_.Number, $_.Limit, $_.Api })
        Compare-Name $shown $limits | Should -BeNullOrEmpty
        $shown | Should -Be $limits
    }

    It 'shows the warning as it is' {
        $words = @{ 'en-US' = 'WARNING'; 'ja-JP' = '警告' }[$_]
        $shown = @(Get-Block (Get-Page $_ 'about_JpoPatent_Quota') | Where-Object { $_.Kind -eq 'text' -and $_.Text.StartsWith($words) })
        $shown.Count | Should -Be 1
        $shown[0].Text | Should -Match '1-1 patent/app_progress: .*80.*\n.*2026-11-23 00:00'
        # The module speaks the language of the one who runs the tests; the page of that language shows what it says.
        if ($_ -eq $(if ([cultureinfo]::CurrentUICulture.Name -like 'ja*') { 'ja-JP' } else { 'en-US' })) {
            $PSDefaultParameterValues = Get-SandboxDefault
            Connect-JpoApi -Sandbox -QuotaReserve 79
            $null = 1..720 | ForEach-Object { '2017-{0:000000}' -f $_ } | Get-JpoPatentProgress -ErrorAction SilentlyContinue -WarningAction SilentlyContinue -WarningVariable warned
            @($warned).Count | Should -Be 1
            $warned[0].Message -replace '\d{4}-\d\d-\d\d 00:00', '2026-11-23 00:00' -replace '\s' | Should -BeExactly ($shown[0].Text -replace "^$words`: " -replace '\s')
        }
    }
}

Describe 'about_JpoPatent_Numbers in <_>' -ForEach $languages {
    BeforeAll {
        # The rows of the blocks, under the heads of the blocks: Application, Patent: or -Kind Application -Law Patent: or an error id.
        $script:rows = @(foreach ($block in Get-Block (Get-Page $_ 'about_JpoPatent_Numbers') | Where-Object Kind -EQ 'text') {
                foreach ($line in $block.Text.Split("`n")) {
                    if ($line -match '^(\S.*):$') { $head = $Matches[1] }
                    elseif ($line -match '^  (.*\S)$') { [pscustomobject]@{ Head = $head; Text = $Matches[1] } }
                    else { throw "A row of no form: $line" }
                }
            })
    }

    It 'has spellings that are read as it says' {
        $read = 0
        foreach ($row in $rows | Where-Object Head -Match '^(-Kind )?(\w+)(,| -Law) (\w+)$') {
            $null = $row.Head -match '^(-Kind )?(\w+)(,| -Law) (\w+)$'
            $kind, $law, $told = $Matches[2], $Matches[4], $Matches[1]
            $value, $written = $row.Text -split '\s+', 2
            $hints = if ($told) { @{ Kind = $kind; Law = $law } } else { @{} }
            $number = ConvertTo-JpoNumber $written @hints -ErrorAction Stop
            "$($number.Kind) $($number.Law) $($number.Value)" | Should -BeExactly "$kind $law $value" -Because $written
            if ($told) {
                $null = ConvertTo-JpoNumber $written -ErrorVariable problem -ErrorAction SilentlyContinue
                $problem[0].FullyQualifiedErrorId | Should -BeLike 'JpoInvalidNumber,*' -Because "$written is ambiguous by itself"
            }
            $read++
        }
        $read | Should -BeGreaterThan 70
    }

    It 'has spellings that are refused as it says' {
        $refused = @($rows | Where-Object Head -EQ 'JpoInvalidNumber')
        $refused.Count | Should -BeGreaterThan 15
        foreach ($row in $refused) {
            $written = ($row.Text -split ' {2,}')[0]
            $null = ConvertTo-JpoNumber $written -OutVariable number -ErrorVariable problem -ErrorAction SilentlyContinue
            $number | Should -BeNullOrEmpty -Because $written
            $problem[0].FullyQualifiedErrorId | Should -BeLike 'JpoInvalidNumber,*'
        }
    }

    It 'has DOCDB forms that come out as it says' {
        $docdb = @($rows | Where-Object Head -EQ 'DOCDB')
        $docdb.Count | Should -BeGreaterThan 8
        foreach ($row in $docdb) {
            $value, $written = $row.Text -split '\s+', 2
            [JpoPatent.JpoDocdbNumber]::Parse($written, $null).Value | Should -BeExactly $value -Because $written
        }
    }

    It 'has every name of a column, and no other' {
        $line = @([regex]::Matches((Get-Page $_ 'about_JpoPatent_Numbers'), '(?m)^- ((?:[A-Z]\w+|出願番号|PublicationNumber).*(?:ApplicationNumber|PublicationNumber|RegistrationNumber|Code|申請人コード|Name|番号)): (.+)$'))
        $line.Count | Should -Be 5
        $listed = foreach ($match in $line) {
            $given = @([regex]::Matches($match.Groups[2].Value, '[A-Za-z]+-Jpo[A-Za-z]+').Value | Where-Object { $_ })
            if ($given.Count -eq 0) { $given = @('Get-JpoPatentProgress', 'Get-JpoTrademarkDocument', 'Get-JpoPatentNumber') }
            foreach ($name in $match.Groups[1].Value -split ', |、') {
                foreach ($command in $given) {
                    $bound = (Get-Command $command).Parameters.Values | Where-Object { ($_.Name -eq $name -or $_.Aliases -contains $name) -and $_.Attributes.ValueFromPipelineByPropertyName -contains $true }
                    $bound | Should -Not -BeNullOrEmpty -Because "$command takes the column $name"
                }
                $name
            }
        }
        $all = foreach ($parameter in (Get-Command -Name Get-Jpo* -Module JpoPatent).Parameters.Values) {
            if ($parameter.Name -match 'Number$|^Code$|^Name$' -and $parameter.Attributes.ValueFromPipelineByPropertyName -contains $true) { $parameter.Name; $parameter.Aliases }
        }
        $listed | Sort-Object -Unique | Should -Be @($all | Sort-Object -Unique)
    }
}

Describe 'about_JpoPatent_Sandbox in <_>' -ForEach $languages {
    BeforeAll {
        $PSDefaultParameterValues = Get-SandboxDefault
        Connect-JpoApi -Sandbox
        $script:text = @(Get-Block (Get-Page $_ 'about_JpoPatent_Sandbox') | Where-Object Kind -EQ 'text').Text -join "`n" -replace '\n +', ' '
    }

    It 'has numbers that end with the errors that it says' {
        $rows = @([regex]::Matches($text, '(?m)^(\S+) .*?\b(Jpo\w+)'))
        $rows.Count | Should -Be 5
        foreach ($row in $rows) {
            $command = if ($row.Groups[1].Value -match '99999\d$') { 'Get-JpoPatentDocument', 'Get-JpoDesignDocument', 'Get-JpoTrademarkDocument' } else { 'Get-JpoPatentProgress' }
            foreach ($one in $command) {
                $null = & $one $row.Groups[1].Value -ErrorVariable problem -ErrorAction SilentlyContinue
                $problem[0].FullyQualifiedErrorId | Should -BeLike "$($row.Groups[2].Value),*" -Because "$one $($row.Groups[1].Value)"
            }
        }
    }

    It 'has numbers of cases that are as it says' {
        $named = @([regex]::Matches($text, '(?m)^(\S+) (?!.*\bJpo)').ForEach({ $_.Groups[1].Value }))
        $named | Should -Be '2020-123456', '2022-000001', '2019-000003', '2019-000005', '2019-000007', '2020-500001', 'PCT/JP2019/011858', '2020-999991'
        $refused = Get-JpoPatentProgress 2020-123456
        $refused.State | Should -Be 'Refused'
        @($refused | Get-JpoPatentDocument).Count | Should -Be 2
        "$((Get-JpoPatentDocument 2022-000001).ResponsePeriod)" | Should -Be '3 Months'
        (Get-JpoPatentRegistration 2019-000003).LastPaymentYearly | Should -BeGreaterThan 0
        @((Get-JpoOpdFamily 特願2019-000003).Country | Sort-Object -Unique).Count | Should -Be 4
        @((Get-JpoPatentPriority 2019-000005).PriorityRights).Count | Should -Be 1
        $divisional = Get-JpoPatentDivisional 2019-000007
        $divisional.ParentApplication | Should -Not -BeNullOrEmpty
        @($divisional.DivisionalApplications).Count | Should -BeGreaterThan 2
        (Get-JpoPatentProgress 2020-500001).InternationalApplicationNumber | Should -Not -BeNullOrEmpty
        (Get-JpoPctNationalPhase PCT/JP2019/011858).ApplicationNumber | Should -Match '^\d{10}$'
        @(Get-JpoPatentDocument 2020-999991).Attachments.Size | Measure-Object -Maximum | ForEach-Object Maximum | Should -BeGreaterThan 10MB
        $null = Get-JpoPatentDocument 2019-000003 -ErrorVariable problem -ErrorAction SilentlyContinue
        $problem[0].FullyQualifiedErrorId | Should -BeLike 'JpoNoDocument,*'
    }

    It 'names the last serial numbers that have cases' {
        $page = Get-Page $_ 'about_JpoPatent_Sandbox'
        foreach ($last in @{ Law = 'Patent'; Serial = 360000 }, @{ Law = 'Design'; Serial = 31680 }, @{ Law = 'Trademark'; Serial = 190080 }) {
            $page | Should -Match "(?<!\d)$($last.Serial)(?!\d)"
            (& "Get-Jpo$($last.Law)Progress" ('2019{0:000000}' -f $last.Serial) -ErrorAction Stop).FilingDate.Year | Should -Be 2019
            $null = & "Get-Jpo$($last.Law)Progress" ('2019{0:000000}' -f ($last.Serial + 1)) -ErrorVariable problem -ErrorAction SilentlyContinue
            $problem[0].FullyQualifiedErrorId | Should -BeLike 'JpoNoData,*'
        }
    }
}

Describe 'about_JpoPatent_Objects in <_>' -ForEach $languages {
    BeforeAll {
        $script:language = $_
        $script:sections = [ordered]@{}
        foreach ($line in (Get-Page $_ 'about_JpoPatent_Objects').Split("`n")) {
            if ($line -match '^#+ (.*)$') {
                $current = $Matches[1]
                if ($current -match '^[A-Z]\w+$' -and $types.ContainsKey($current)) { $sections[$current] = [System.Collections.Generic.List[string]]::new() }
            }
            elseif ($sections.Contains("$current") -and $line) { $sections[$current].Add($line) }
        }
    }

    It 'describes exactly the types that the commands give' {
        Compare-Name $sections.Keys $types.Keys | Should -BeNullOrEmpty
        $types.Count | Should -BeGreaterThan 40
        [regex]::Matches((Get-Page $_ 'about_JpoPatent_Objects'), '(?m)^## ').Count | Should -Be ($types.Count + 1) -Because 'no section is there twice'
    }

    It 'names the commands that give each' {
        foreach ($name in $types.Keys) {
            $givers = @(Get-Command -Module JpoPatent | Where-Object { $_.OutputType.Type -contains $types[$name] } | ForEach-Object Name | Sort-Object)
            $line = @($sections[$name] | Where-Object { $_ -match '^(Given by|返すコマンド:) ' })
            $line.Count | Should -Be ([int]($givers.Count -gt 0)) -Because $name
            if ($givers) { @([regex]::Matches($line[0], '[A-Za-z]+-Jpo[A-Za-z]+').Value | Sort-Object) | Should -Be $givers -Because $name }
        }
    }

    It 'describes exactly the public properties of each, by what they hold' {
        $all = 0
        foreach ($name in $types.Keys | Where-Object { -not $types[$_].IsEnum }) {
            $shown = @($sections[$name] | Where-Object { $_ -match '^- ' } | ForEach-Object {
                    if ($_ -notmatch '^- `(\w+)` \(([^)]+)\): (\S.{2,})$') { throw "$($name): a row of no form: $_" }
                    '{0} ({1})' -f $Matches[1], $Matches[2]
                } | Sort-Object)
            $real = @($types[$name].GetProperties() | ForEach-Object { '{0} ({1})' -f $_.Name, (Get-TypeWord $language $_.PropertyType) } | Sort-Object)
            $shown | Should -Be $real -Because $name
            $all += $real.Count
        }
        $all | Should -BeGreaterThan 250
    }

    It 'describes exactly the values of those with fixed values' {
        foreach ($name in $types.Keys | Where-Object { $types[$_].IsEnum }) {
            $shown = @($sections[$name] | Where-Object { $_ -match '^- ' } | ForEach-Object { if ($_ -match '^- `(\w+)`: \S') { $Matches[1] } else { throw "$($name): a row of no form: $_" } })
            $shown | Should -Be ([enum]::GetNames($types[$name])) -Because $name
        }
    }

    It 'names keys of the service that the models read' {
        $source = @(Get-ChildItem ([System.IO.Path]::Combine($docs, '..', 'src', 'JpoPatent.Client')) -Filter *.cs -Recurse | Where-Object FullName -NotMatch '[\\/]obj[\\/]' | ForEach-Object { [System.IO.File]::ReadAllText($_.FullName) }) -join "`n"
        $keys = @([regex]::Matches((Get-Page $_ 'about_JpoPatent_Objects'), '(?m) JPO: (.*)$') | ForEach-Object { [regex]::Matches($_.Groups[1].Value, '`([^`]+)`').ForEach({ $_.Groups[1].Value }) } | Sort-Object -Unique)
        $keys.Count | Should -BeGreaterThan 80
        $keys | Where-Object { $source -notmatch ('<c>' + [regex]::Escape($_) + '</c>') } | Should -BeNullOrEmpty
    }
}

Describe 'What the topics refer to' {
    It 'is there: the samples' -Tag 'needs the samples beside the tests' -Skip:(-not $hasSamples) {
        $paths = foreach ($language in 'en-US', 'ja-JP') { [regex]::Matches((Get-Page $language 'about_JpoPatent_Automation'), 'samples/[\w/-]+\.\w+').Value }
        @($paths | Select-Object -Unique).Count | Should -Be 8
        foreach ($path in $paths) { [System.IO.Path]::Combine($docs, '..', $path) | Should -Exist }
    }

    It 'is what Get-Help shows, where the help was built' {
        $built = @(Get-ChildItem ([System.IO.Path]::Combine([System.IO.Path]::GetDirectoryName($ModulePath), 'ja-JP')) -Filter about_*.help.txt -ErrorAction Ignore)
        foreach ($file in $built) {
            Test-Path ([System.IO.Path]::Combine($docs, 'ja-JP', ($file.Name -replace '\.help\.txt$', '.md'))) | Should -BeTrue -Because $file.Name
            foreach ($line in [System.IO.File]::ReadAllLines($file.FullName)) { Measure-TestWidth $line | Should -BeLessOrEqual 80 -Because "$($file.Name): $line" }
        }
    }
}
