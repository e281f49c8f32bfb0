BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Import-TestModule
    Connect-JpoApi -Sandbox -StatePath (Get-StatePath) -RequestsPerMinute 0 -OpdRequestsPerMinute 0
    $script:cases = @(1..30 | ForEach-Object { '特願2019-{0:000000}' -f ($_ * 997) } | Get-JpoPatentProgress -ErrorAction SilentlyContinue)

    # The table of objects as a screen of that width shows it: every column of the view is there, one row for each object (an address may go on in the next
    # line), and nothing is wider than the screen. A shell that has no room for a column leaves it out without a word, so the columns are counted.
    function Assert-Fit {
        param([object[]] $Object, [int] $Width = 120)

        $Object.Count | Should -BeGreaterThan 0
        $name = $Object[0].PSObject.TypeNames[0]
        $headers = @((Get-FormatData -TypeName $name).FormatViewDefinition.Control | Where-Object { $_ -is [System.Management.Automation.TableControl] })[0].Headers
        $headers.Count | Should -BeGreaterThan 1 -Because $name
        $lines = @(($Object | Out-String -Width $Width) -split '\r?\n' | Where-Object { $_.Trim() })
        $rule = @($lines | Where-Object { $_ -match '^[ -]*-[ -]*$' })[0]
        $at = [array]::IndexOf($lines, $rule)
        @($rule -split ' +' | Where-Object { $_ }).Count | Should -Be $headers.Count -Because "$name has that many columns: $($lines[$at - 1])"
        $rows = @($lines | Select-Object -Skip ($at + 1) | Where-Object { $_.Substring(0, [System.Math]::Min($_.Length, $headers[0].Width)).Trim() })
        $rows.Count | Should -Be $Object.Count -Because $name
        foreach ($line in $lines) { Measure-TestWidth $line | Should -BeLessOrEqual $Width -Because $line }
        $lines
    }

    function Get-Completion {
        param([string] $Line)

        (TabExpansion2 $Line -cursorColumn $Line.Length).CompletionMatches.CompletionText
    }
}

AfterAll { Disconnect-JpoApi }

Describe 'At the prompt' {
    It 'a PatentProgress is a table of one line a case that fits 120 columns' {
        $cases.Count | Should -BeGreaterThan 10
        $lines = Assert-Fit $cases
        @($lines | Where-Object { $_ -match '^特願2019-\d{6} ' }).Count | Should -Be $cases.Count
        $lines[0] | Should -Be 'Sandbox: made-up cases'
        $header = $lines[1]
        foreach ($column in 'Application', 'Filed', 'State', 'Title') { $header | Should -Match $column }
        $row = @($lines | Where-Object { $_ -match '^特願2019-\d{6} ' })[0]
        $row | Should -Match ' \d{4}-\d\d-\d\d '
    }

    It 'the table of <Cmdlet> fits 120 columns' -ForEach @(
        (Import-PowerShellDataFile "$PSScriptRoot/../../JpoPatent.psd1").CmdletsToExport -match '^Get-Jpo(Patent|Opd)' -notmatch 'Progress$|Document$' | ForEach-Object { @{ Cmdlet = $_ } }
    ) {
        $answers = @($cases | Select-Object -First 8 | & $Cmdlet -ErrorAction SilentlyContinue)
        $answers.Count | Should -BeGreaterThan 0
        $null = Assert-Fit $answers
    }

    It 'the tables of designs, trademarks, applicants, numbers, estimates and connections fit 120 columns' {
        $null = Assert-Fit (1..40 | ForEach-Object { '意願2020-{0:000000}' -f ($_ * 97) } | Get-JpoDesignProgress -ErrorAction SilentlyContinue)
        $null = Assert-Fit (1..40 | ForEach-Object { '商願2020-{0:000000}' -f ($_ * 97) } | Get-JpoTrademarkProgress -ErrorAction SilentlyContinue)
        $null = Assert-Fit ($cases[0].Applicants | Get-JpoApplicant)
        $null = Assert-Fit (ConvertTo-JpoNumber 特願2020-123456, 特許第7533889号, PCT/JP2019/011858)
        $null = Assert-Fit (Measure-JpoQuota patent/app_progress -Count 5000)
        $null = Assert-Fit (Get-JpoConnection)
    }

    It 'what does not fit is seen, and so is nothing at all' {
        $wide = 1..3 | ForEach-Object { [pscustomobject]@{ PSTypeName = 'JpoPatent.PatentProgress'; DisplayNumber = "特願2019-00000$_" } }
        { Assert-Fit $wide -Width 40 } | Should -Throw '*has that many columns*'
        { Assert-Fit @() } | Should -Throw
    }

    It 'every type that a cmdlet gives has a view of its own' {
        $types = (Get-Command -Module JpoPatent).OutputType.Type | Where-Object Namespace -EQ 'JpoPatent' | Select-Object -Unique
        $missing = foreach ($type in $types) { if (-not (Get-FormatData -TypeName $type.FullName)) { $type.Name } }
        $missing | Should -BeNullOrEmpty
    }

    It 'the view of an address gives all of it' {
        $url = $cases[0] | Get-JpoPatentUrl
        (($url | Out-String -Width 80) -split '\r?\n' | ForEach-Object { $_.Substring([math]::Min(12, $_.Length)).Trim() }) -join '' | Should -Match ([regex]::Escape($url.Url))
    }

    It 'a list shows dates as days, without a time of day' {
        $text = $cases[0] | Format-List | Out-String
        $text | Should -Match '(?m)^FilingDate\s+: \d{4}-\d\d-\d\d\r?$'
    }

    It 'lists in a table cell or a text are readable' {
        "$($cases[0])" | Should -Be $cases[0].DisplayNumber
        "$($cases[0].Applicants[0])" | Should -Be $cases[0].Applicants[0].Name
        "$($cases[0].LatestDocument)" | Should -Match '^\d{4}-\d\d-\d\d \S'
        "$(Get-JpoQuota patent/app_progress)" | Should -Match '^patent/app_progress: \d+/800$'
    }

    It 'an error says in one line what is wrong, and what to do' {
        $null = Get-JpoPatentProgress 20208423 -ErrorVariable problem -ErrorAction SilentlyContinue
        $text = $problem[0] | Out-String -Width 400
        $text | Should -Match '20208423'
        $text | Should -Match ([regex]::Escape($problem[0].ErrorDetails.RecommendedAction.Substring(0, 20)))
    }
}

Describe 'Tables of Japanese text in <Culture>' -ForEach @(
    @{ Culture = 'ja-JP' }
    @{ Culture = 'en-US' }
) {
    BeforeAll {
        $script:tables = Invoke-FreshShellJson {
            [cultureinfo]::CurrentUICulture = $args[0]
            Import-Module $args[1]
            $ErrorActionPreference = 'SilentlyContinue'
            Connect-JpoApi -Sandbox -StatePath $args[2] -RequestsPerMinute 0 -OpdRequestsPerMinute 0
            $patents = @(1..24 | ForEach-Object { '特願2019-{0:000000}' -f ($_ * 997) } | Get-JpoPatentProgress)
            $designs = @(1..8 | ForEach-Object { '意願2020-{0:000000}' -f ($_ * 97) } | Get-JpoDesignProgress)
            $trademarks = @(1..8 | ForEach-Object { '商願2020-{0:000000}' -f ($_ * 97) } | Get-JpoTrademarkProgress)
            $families = @($patents | Select-Object -First 10 | Get-JpoOpdFamily)
            $days = [datetime]'2026-11-22'
            $shown = @(
                , $patents; , $designs; , $trademarks
                , @($patents | Get-JpoPatentRegistration); , @($designs | Get-JpoDesignRegistration); , @($trademarks | Get-JpoTrademarkRegistration)
                , @($patents | Select-Object -First 9 | Get-JpoPatentNumber); , @($patents | Get-JpoPatentPriority); , @($patents | Get-JpoPatentDivisional)
                , @($patents | Get-JpoPatentCitation); , @($patents | Get-JpoPatentDocument); , @($patents[0].Documents); , @($patents[0].BibliographyInformation)
                , @($patents.Applicants | Select-Object -First 9); , @($patents[0].Applicants | Get-JpoApplicant); , @($trademarks.GoodsServices)
                , $families; , @($families.Publications); , @($patents | Select-Object -First 8 | Get-JpoOpdDocumentList); , @($patents | Get-JpoOpdCitation)
                , @($patents | Select-Object -First 8 | Get-JpoOpdCitation -Classification); , @(Get-JpoQuota patent/*); , @(Measure-JpoQuota patent/app_progress -Count 5000)
                , @(ConvertTo-JpoNumber 特願2020-123456, 特許第7533889号, PCT/JP2019/011858, 商標登録第6210000号)
                , @([pscustomobject]@{ PSTypeName = 'JpoPatent.PriorityRight'; ParisPriorityCountryCode = 'US'; ParisPriorityApplicationNumber = '62/123,456'; ParisPriorityDate = $days })
                , @([pscustomobject]@{ PSTypeName = 'JpoPatent.DivisionalApplication'; DisplayNumber = '特願2020-123456'; ApplicationNumber = '2020123456'; DivisionalGeneration = 2; PublicationNumber = '2021090037'; RegistrationNumber = '7533889'; ErasureIdentifier = '00'; ExpireDate = $days })
            )
            $tables = foreach ($objects in $shown) {
                $name = $objects[0].PSObject.TypeNames[0]
                $headers = @((Get-FormatData -TypeName $name).FormatViewDefinition.Control | Where-Object { $_ -is [System.Management.Automation.TableControl] })[0].Headers
                $fiction = [int]($objects[0].IsSandbox -eq $true)
                foreach ($width in 80, 120) {
                    @{ Name = $name; Width = $width; Fiction = $fiction; Columns = @($headers.Width); Count = $objects.Count; Text = $objects | Out-String -Width $width }
                }
            }
            ConvertTo-Json $tables -Depth 3
        } -ArgumentList $Culture, $ModulePath, (Get-StatePath)

        # One entry a column of the screen; the second half of a full-width character is empty.
        function Get-Cell {
            param([string] $Line)

            foreach ($c in $Line.ToCharArray()) {
                "$c"
                if ((Measure-TestWidth "$c") -eq 2) { '' }
            }
        }
    }

    It 'columns begin where they should and nothing is wider than the screen, where full-width characters count two' {
        $tables.Count | Should -BeGreaterThan 50
        foreach ($table in $tables) {
            $table.Count | Should -BeGreaterThan 0 -Because $table.Name
            $lines = @($table.Text -split '\r?\n')
            $rule = @($lines | Where-Object { $_ -match '^[ -]*-[ -]*$' })[0]
            $rule | Should -Not -BeNullOrEmpty -Because $table.Text
            $at = [array]::IndexOf($lines, $rule)

            foreach ($line in $lines) { if ((Measure-TestWidth $line) -gt $table.Width) { $line | Should -BeNullOrEmpty -Because "it is wider than $($table.Width)" } }
            $start = 0
            foreach ($column in $table.Columns) {
                if (-not $column) { break }
                $start += $column + 1
                if ($start -ge $table.Width) { break }
                foreach ($line in $lines[($at - 1)..($lines.Count - 1)]) {
                    $cells = @(Get-Cell $line)
                    if ($cells.Count -ge $start -and $cells[$start - 1] -ne ' ') { $cells[$start - 1] | Should -Be ' ' -Because "$($table.Name) at $($table.Width), column $start of: $line" }
                }
            }
        }
    }

    It 'the heading of a column stands in one line' {
        foreach ($table in $tables) {
            $lines = @($table.Text -split '\r?\n')
            $at = [array]::IndexOf($lines, @($lines | Where-Object { $_ -match '^[ -]*-[ -]*$' })[0])
            if ($at -ge 2) { $lines[$at - 2].Trim() | Should -BeNullOrEmpty -Because "$($table.Name) at $($table.Width): $($table.Text)" }
        }
    }

    It 'a day and a number of a case are never cut, a row is one line' {
        foreach ($table in $tables) {
            $table.Text | Should -Not -Match '(^|\s)\d{4}-[\d-]*…' -Because "$($table.Name) at $($table.Width)"
            $table.Text | Should -Not -Match '(^|\s)\d{4,}…' -Because "$($table.Name) at $($table.Width)"
            $table.Text | Should -Not -Match '\uFFFD'
            if (-not ($table.Text -match '利用上限: |Limits: ')) {
                @($table.Text -split '\r?\n' | Where-Object { $_.Trim() }).Count | Should -Be ($table.Count + 2 + $table.Fiction) -Because "$($table.Name) at $($table.Width)"
            }
        }
    }
}

Describe 'Colours' {
    BeforeAll {
        # A right for each distance in days from today in Japan, a notice, and limits that are nearly and wholly used.
        $script:scene = {
            Import-Module $args[0]
            $today = [datetimeoffset]::UtcNow.ToOffset([timespan]::FromHours(9)).Date
            $rights = foreach ($days in -400, -30, -1, 0, 30, 31) {
                [pscustomobject]@{
                    PSTypeName = 'JpoPatent.PatentRegistration'; DisplayNumber = '特願2019-004985'; ApplicationNumber = '2019004985'; RegistrationNumber = '6775602'; LastPaymentYearly = 7; ErasureIdentifier = '00'
                    Title = "間隔$days"; NextPensionPaymentDate = $today.AddDays($days); ExpireDate = $today.AddDays(3000)
                }
            }
            $ceased = $rights[3].PSObject.Copy()
            $ceased.ErasureIdentifier = '01'
            $ceased.Title = '消滅'
            @($rights) + $ceased | Format-Table
            [pscustomobject]@{ PSTypeName = 'JpoPatent.JpoDocument'; DocumentName = '拒絶理由通知書'; ResponseDueDate = $today.AddDays(5) } | Format-List
            Connect-JpoApi -Sandbox -StatePath $args[1] -RequestsPerMinute 0
            $null = Set-JpoQuotaLimit patent/app_progress 10
            $null = 1..9 | ForEach-Object { '2020{0:000000}' -f $_ } | Get-JpoPatentProgress -ErrorAction SilentlyContinue -WarningAction SilentlyContinue
            $null = Set-JpoQuotaLimit patent/divisional_app_info 1
            $null = Get-JpoPatentDivisional 2020000001 -ErrorAction SilentlyContinue -WarningAction SilentlyContinue
            Get-JpoQuota patent/app_progress, patent/divisional_app_info, patent/cite_doc_info | Format-Table
        }
        $script:hasTerminal = [bool](Get-Command script -CommandType Application -ErrorAction SilentlyContinue) -and $IsLinux

        # What a terminal gets, or what a process writes whose output goes elsewhere.
        function Invoke-Scene {
            param([string] $Prelude = '', [switch] $NoColor, [switch] $Terminal)

            $file = [System.IO.Path]::Combine([string]$TestDrive, 'scene-' + [guid]::NewGuid().ToString('N').Substring(0, 8) + '.ps1')
            Set-Content -Path $file -Encoding utf8BOM -Value "$Prelude; & { $scene } '$ModulePath' '$(Get-StatePath)'"
            $line = "$(($ThisShell + '-NoProfile', '-NonInteractive', '-File', $file | ForEach-Object { "'$_'" }) -join ' ')"
            $was = $env:NO_COLOR, $env:TERM
            $env:NO_COLOR = if ($NoColor) { '1' } else { $null }
            $env:TERM = 'xterm-256color'
            try { $output = if ($Terminal) { script -qc "stty cols 120; $line" /dev/null } else { bash -c $line } }
            finally { $env:NO_COLOR, $env:TERM = $was }
            $output -join "`n"
        }

        function Get-Row {
            param([string] $Text)

            $Text -replace '\e\[[\d;?]*[A-Za-z]|\e[=>]|\r' -split '\n' | ForEach-Object TrimEnd | Where-Object { $_ -match '^(特願2019|1-\d)' }
        }
    }

    It 'at a terminal a day that is near and a limit nearly used have the colour of warnings, a missed day and an empty limit that of errors' {
        if (-not $hasTerminal) { Set-ItResult -Skipped -Because 'needs a terminal' }
        $text = Invoke-Scene -Terminal
        $warning, $alarm, $reset = "`e[33;1m", "`e[31;1m", "`e[0m" | ForEach-Object { [regex]::Escape($_) }
        foreach ($days in 0, 30) { $text | Should -Match "間隔$days +6775602 +$warning\d{4}-\d\d-\d\d$reset +7 " }
        foreach ($days in -1, -30) { $text | Should -Match "間隔$days +6775602 +$alarm\d{4}-\d\d-\d\d$reset +7 " }
        foreach ($title in '間隔-400', '間隔31', '消滅') { $text | Should -Match "(?m)^特願2019-004985 $title +6775602 +\d{4}-\d\d-\d\d +7 " }
        $text | Should -Match "ResponseDueDate.*$warning\d{4}-\d\d-\d\d$reset"
        $text | Should -Match "(?m)^1-1 .*${warning}1$reset.*patent/app_progress"
        $text | Should -Match "(?m)^1-3 .*${alarm}0$reset.*patent/divisional"
        $text | Should -Match '(?m)^1-11 +100 +0 +100 '
    }

    It 'colours take no room, and with NO_COLOR there are none' {
        if (-not $hasTerminal) { Set-ItResult -Skipped -Because 'needs a terminal' }
        $coloured = Invoke-Scene -Terminal
        $plain = Invoke-Scene -Terminal -NoColor
        @(Get-Row $coloured).Count | Should -Be 10
        Get-Row $coloured | Should -Be (Get-Row $plain)
        $coloured | Should -Match '\e\[3[13];1m'
        $plain | Should -Not -Match '\e\[\d+(;\d+)*m'
    }

    It 'in a redirected process there are none, unless the user asks for them' -Tag 'needs Unix' -Skip:$IsWindows {
        # What the shell itself paints, headings, is green.
        Invoke-Scene | Should -Not -Match '\e\[3[13];1m'
        Invoke-Scene -Prelude '$PSStyle.OutputRendering = "Ansi"' | Should -Match '\e\[33;1m'
    }

    It 'in a text or a file there are none' {
        $today = [datetimeoffset]::UtcNow.ToOffset([timespan]::FromHours(9)).Date
        $right = [pscustomobject]@{ PSTypeName = 'JpoPatent.PatentRegistration'; DisplayNumber = '特願2019-004985'; NextPensionPaymentDate = $today.AddDays(3) }
        $right | Out-String | Should -Not -Match '\e'
        $right | Out-File "$TestDrive/right.txt"
        Get-Content -Raw "$TestDrive/right.txt" | Should -Match '特願2019-004985'
        Get-Content -Raw "$TestDrive/right.txt" | Should -Not -Match '\e'
    }
}

Describe 'Tab completion' {
    It 'offers the properties after a pipe: <Line>' -ForEach @(
        @{ Line = 'Get-JpoPatentProgress | Select-Object -Property '; Expected = 'ApplicationNumber', 'InventionTitle', 'FilingDate', 'LatestDocument', 'RetrievedAt', 'FromCache' }
        @{ Line = 'Get-JpoPatentProgress | Where-Object Fil'; Expected = , 'FilingDate' }
        @{ Line = 'Get-JpoPatentProgress | Sort-Object Exp'; Expected = , 'ExpireDate' }
        @{ Line = 'Get-JpoQuota | Select-Object -Property R'; Expected = 'Remaining', 'ResetsAt' }
        @{ Line = '(Get-JpoPatentProgress 2020000001).Latest'; Expected = , 'LatestDocument' }
        @{ Line = 'Get-JpoPatentProgress | ForEach-Object { $_.Inv'; Expected = , 'InventionTitle' }
        @{ Line = 'Get-JpoOpdCitation x | Select-Object -Property '; Expected = 'Kind', 'Ipcs' }
        @{ Line = 'Get-JpoTrademarkProgress | Select-Object -Property Goods'; Expected = , 'GoodsServices' }
    ) {
        $offered = Get-Completion $Line
        foreach ($name in $Expected) { $offered | Should -Contain $name }
    }

    It 'offers cmdlets and values' {
        Get-Completion 'Get-JpoPatentProg' | Should -Contain 'Get-JpoPatentProgress'
        Get-Completion 'Get-JpoApplicant -Law ' | Should -Be 'Design', 'Patent', 'Trademark'
        Get-Completion 'ConvertTo-JpoNumber 2020-1 -Kind Reg' | Should -Be 'Registration'
    }

    It 'offers nothing that has to do with secrets' {
        Get-Completion '(Get-JpoConnection).' | Where-Object { $_ -match 'client|token$|password|credential|secret' } | Should -BeNullOrEmpty
    }
}
