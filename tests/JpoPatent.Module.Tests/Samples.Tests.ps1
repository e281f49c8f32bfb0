BeforeDiscovery {
    $samples = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'samples'))
    $script:scripts = @(Get-ChildItem $samples -Recurse -Filter *.ps1 | Where-Object { $_.Directory.Name -ne 'Tour' } | ForEach-Object {
        @{ Name = [System.IO.Path]::GetRelativePath($samples, $_.FullName).Replace('\', '/'); File = $_.FullName }
    })
    $script:noLock = $IsMacOS
    $script:noOther = -not (Get-Command pwsh-7.4 -CommandType Application -ErrorAction Ignore)
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Import-TestModule

    $script:Samples = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'samples'))
    $script:Portfolio = "$Samples/Portfolio/portfolio.csv"

    # So that a sample finds the module by its name, as on a user's machine.
    $script:ModuleFolder = [System.IO.Path]::GetDirectoryName($ModulePath)
    while ([System.IO.Path]::GetFileName($ModuleFolder) -ne 'JpoPatent') { $script:ModuleFolder = [System.IO.Path]::GetDirectoryName($ModuleFolder) }
    $script:ModuleFolder = [System.IO.Path]::GetDirectoryName($ModuleFolder)
    $script:Login = @{ PSModulePath = $ModuleFolder; JPO_API_USERNAME = $UserName; JPO_API_PASSWORD = $Password }

    # What a script in a fresh shell puts before a sample to run it against the loopback server: the same line a user writes for a proxy or another token address.
    $script:Loopback = {
        param($base, $state)
        $PSDefaultParameterValues = @{ 'Connect-JpoApi:BaseUri' = $base; 'Connect-JpoApi:StatePath' = $state; 'Connect-JpoApi:RequestsPerMinute' = 0; 'Connect-JpoApi:OpdRequestsPerMinute' = 0 }

        # Another night is another process, which logs on anew.
        function Step-Clock { param($Japan) Disconnect-JpoApi; $null = Invoke-RestMethod -Method Post -NoProxy -Uri "$base/control/clock?set=$([uri]::EscapeDataString($Japan + '+09:00'))" }
        function Limit-Look { param($Count) foreach ($law in 'patent', 'design', 'trademark') { foreach ($api in 'app_progress', 'app_progress_simple', 'registration_info') { Limit-Access "$law/$api" $Count } } }
        function Limit-Access { param($Api, $Count) $null = Invoke-RestMethod -Method Post -NoProxy -Uri "$base/control/limit?api=$Api&left=$Count" }
        function Get-Call { @((Invoke-RestMethod -NoProxy -Uri "$base/control/log?calls=true").log) }
    }.ToString()

    function Invoke-Loopback {
        param([string] $Body, $Server, [string] $State = (Get-StatePath), [string[]] $ArgumentList = @(), [hashtable] $Environment = $Login)

        $names = ($Body -split '\n' | Where-Object { $_ -match '^\s*param\((.*)\)' } | ForEach-Object { $Matches[1] }) -join ''
        $text = $Loopback -replace 'param\(\$base, \$state\)', "param(`$base, `$state$(if ($names) { ", $names" }))"
        $rest = $Body -replace '(?m)^\s*param\(.*\)\s*$', ''
        Invoke-FreshShell ([scriptblock]::Create($text + "`n" + $rest)) (@($Server.BaseUri, $State) + $ArgumentList) -Environment $Environment
    }

    # A sample as the task scheduler runs it: pwsh -NoProfile -NonInteractive -File.
    function Invoke-Sample {
        param([string] $Name, [string[]] $ArgumentList = @(), [hashtable] $Environment = @{}, [string[]] $Shell = $ThisShell)

        $start = [System.Diagnostics.ProcessStartInfo]::new($Shell[0])
        foreach ($argument in @($Shell | Select-Object -Skip 1) + @('-NoProfile', '-NonInteractive', '-File', "$Samples/$Name") + $ArgumentList) { $start.ArgumentList.Add($argument) }
        $start.RedirectStandardOutput = $start.RedirectStandardError = $start.RedirectStandardInput = $true
        $start.StandardOutputEncoding = $start.StandardErrorEncoding = [System.Text.Encoding]::UTF8
        $start.WorkingDirectory = "$TestDrive"
        $start.Environment['NO_COLOR'] = '1'
        $start.Environment['PSModulePath'] = $ModuleFolder
        foreach ($one in $Environment.Keys) { $start.Environment[$one] = $Environment[$one] }
        $process = [System.Diagnostics.Process]::Start($start)
        $process.StandardInput.Close()
        $errors = $process.StandardError.ReadToEndAsync()
        $output = $process.StandardOutput.ReadToEnd()
        $process.WaitForExit()
        [pscustomobject]@{ Output = $output.Trim(); Error = $errors.Result.Trim(); ExitCode = $process.ExitCode }
    }

    # A page of ours as XML; what HTML leaves open is closed first.
    function Read-Page { param([string] $File) [xml](([System.IO.File]::ReadAllText($File) -replace '<!DOCTYPE html>', '') -replace '<(meta|br)([^>]*)>', '<$1$2/>') }

    # A workbook of Export-JpoCase: an object a row, everything as text, days as yyyy-MM-dd, links as their texts.
    function Read-Workbook {
        param([string] $File)

        $zip = [System.IO.Compression.ZipFile]::OpenRead($File)
        try {
            $read = { param($name) $reader = [System.IO.StreamReader]::new($zip.GetEntry($name).Open()); try { [xml]$reader.ReadToEnd() } finally { $reader.Dispose() } }
            $texts = @((& $read 'xl/sharedStrings.xml').sst.si | ForEach-Object { "$($_.t.'#text')$(if ($_.t -is [string]) { $_.t })" })
            $formats = @((& $read 'xl/styles.xml').styleSheet.cellXfs.xf)
            $rows = @((& $read 'xl/worksheets/sheet1.xml').worksheet.sheetData.row)
        }
        finally { $zip.Dispose() }
        $values = {
            param($row)
            $cells = @{}
            foreach ($cell in @($row.c)) {
                if ($null -eq $cell.v) { continue }
                $number = $formats[[int]$cell.s].numFmtId
                $cells[$cell.r -replace '\d'] = if ($cell.t -eq 's') { $texts[[int]$cell.v] } elseif ($cell.t -eq 'b') { "$([bool][int]$cell.v)" }
                elseif ($cell.t -ne 'str' -and [int]$number -ge 14) { [datetime]::FromOADate([double]$cell.v).ToString('yyyy-MM-dd') } else { "$($cell.v)" }
            }
            $cells
        }
        $head = & $values $rows[0]
        $columns = @($head.Keys | Sort-Object { $_.Length }, { $_ })
        foreach ($row in $rows | Select-Object -Skip 1) {
            $cells = & $values $row
            $line = [ordered]@{}
            foreach ($column in $columns) { $line[$head[$column]] = "$($cells[$column])" }
            [pscustomobject]$line
        }
    }

    function Test-ByteOrderMark {
        param([string] $File)
        $bytes = [System.IO.File]::ReadAllBytes($File)
        '{0:X2}{1:X2}{2:X2}' -f $bytes[0], $bytes[1], $bytes[2]
    }
}

AfterAll { Disconnect-JpoApi }

Describe '<Name>' -ForEach $scripts {
    BeforeAll {
        $tokens = $problems = $null
        $script:ast = [System.Management.Automation.Language.Parser]::ParseFile($File, [ref]$tokens, [ref]$problems)
        $script:tokens = $tokens
        $script:parseErrors = $problems
        $script:help = Get-Help $File -Full
    }

    It 'has nothing that Windows PowerShell 5.1 would not parse or know' {
        $parseErrors | Should -BeNullOrEmpty
        $newer = 'QuestionMark', 'QuestionQuestion', 'QuestionQuestionEquals', 'QuestionDot', 'QuestionLBracket', 'AndAnd', 'OrOr', 'Clean'
        $tokens | Where-Object { "$($_.Kind)" -in $newer } | Should -BeNullOrEmpty
        $commands = $ast.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true)
        $commands | ForEach-Object { $_.GetCommandName() } | Where-Object { $_ -in 'Join-String', 'Get-Error', 'Test-Json', 'Start-ThreadJob', 'ConvertTo-CliXml', 'Get-Uptime' } | Should -BeNullOrEmpty
        $commands.CommandElements | Where-Object { $_ -is [System.Management.Automation.Language.CommandParameterAst] } | ForEach-Object ParameterName |
            Where-Object { $_ -in 'Parallel', 'AsHashtable', 'Stable', 'Top', 'Bottom', 'NoProxy', 'SkipHttpErrorCheck', 'AsUTC', 'AsByteStream', 'AdditionalChildPath', 'UseQuotes', 'AsArray', 'EnumsAsStrings' } |
            Should -BeNullOrEmpty
        $commands | Where-Object { $_.GetCommandName() -eq 'Join-Path' -and $_.CommandElements.Count -gt 3 } | Should -BeNullOrEmpty

        # An encoding of the name utf8BOM is for PowerShell 7 alone: only where the version was looked at.
        foreach ($one in $ast.FindAll({ $args[0] -is [System.Management.Automation.Language.StringConstantExpressionAst] -and $args[0].Value -eq 'utf8BOM' }, $true)) {
            $above = $one
            while ($above -and $above -isnot [System.Management.Automation.Language.IfStatementAst]) { $above = $above.Parent }
            $above.Extent.Text | Should -Match 'PSVersionTable'
        }
    }

    It 'is UTF-8 with a byte-order mark and has the line ends of the repository' {
        Test-ByteOrderMark $File | Should -Be 'EFBBBF'
        [System.IO.File]::ReadAllText($File) | Should -Not -Match "`r"
    }

    It 'is explained: what it does, every parameter, at least three examples' {
        $help.Synopsis.Trim() | Should -Not -BeNullOrEmpty
        $help.description.Text | Should -Not -BeNullOrEmpty
        @($help.examples.example).Count | Should -BeGreaterOrEqual 3
        foreach ($parameter in $ast.ParamBlock.Parameters) {
            $name = $parameter.Name.VariablePath.UserPath
            ($help.parameters.parameter | Where-Object name -EQ $name).description.Text | Should -Not -BeNullOrEmpty -Because $name
        }
    }

    It 'has examples that name only parameters which are there' {
        $known = @($ast.ParamBlock.Parameters.Name.VariablePath.UserPath) + 'WhatIf', 'Confirm'
        foreach ($example in $help.examples.example) {
            $code = [System.Management.Automation.Language.Parser]::ParseInput("$($example.code)", [ref]$null, [ref]$null)
            $calls = $code.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] -and $args[0].CommandElements[0].Extent.Text.EndsWith([System.IO.Path]::GetFileName($File)) }, $true)
            foreach ($used in $calls.CommandElements | Where-Object { $_ -is [System.Management.Automation.Language.CommandParameterAst] }) { $known | Should -Contain $used.ParameterName }
        }
    }

    It 'runs on the sandbox with a switch' {
        $switch = $ast.ParamBlock.Parameters | Where-Object { $_.Name.VariablePath.UserPath -eq 'Sandbox' }
        $switch.StaticType | Should -Be ([switch])
    }
}

Describe 'The folder of samples' {
    It 'has a page that names every sample in both languages, and links that lead somewhere' {
        foreach ($page in "$Samples/README.md", "$Samples/AzureAutomation/README.md") {
            $text = [System.IO.File]::ReadAllText($page)
            foreach ($link in [regex]::Matches($text, '\]\((?!https?:)([^)#]+)\)')) {
                Test-Path ([System.IO.Path]::Combine([System.IO.Path]::GetDirectoryName($page), $link.Groups[1].Value)) | Should -BeTrue -Because "$page links to $($link.Groups[1].Value)"
            }
        }
        $english, $japanese = [System.IO.File]::ReadAllText("$Samples/README.md") -split '(?m)^---$'
        foreach ($one in Get-ChildItem $Samples -Recurse -Filter *.ps1 | Where-Object { $_.Directory.Name -ne 'Tour' }) {
            $english | Should -BeLike "*$($one.Name)*"
            $japanese | Should -BeLike "*$($one.Name)*"
        }
    }

    It 'has a crontab whose scripts and parameters exist, and no % that cron would take for a line end' {
        $lines = [System.IO.File]::ReadAllLines("$Samples/Scheduling/crontab.txt") | Where-Object { $_ -match '^[\d*]' }
        $lines.Count | Should -BeGreaterThan 0
        foreach ($line in $lines) {
            $line | Should -Match '^(\S+\s+){5}cd /srv/jpo/samples && pwsh '
            $line | Should -Not -Match '(?<!\\)%'
            $calls = [System.Management.Automation.Language.Parser]::ParseInput([regex]::Match($line, "-Command '([^']+)'").Groups[1].Value, [ref]$null, [ref]$null).FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true)
            $calls.Count | Should -Be 2
            foreach ($call in $calls) {
                $parameters = (Get-Command "$Samples/$($call.GetCommandName())").Parameters.Keys
                foreach ($used in $call.CommandElements | Where-Object { $_ -is [System.Management.Automation.Language.CommandParameterAst] }) { $parameters | Should -Contain $used.ParameterName }
            }
        }
        [System.IO.File]::ReadAllText("$Samples/Scheduling/jpo-portfolio.timer") | Should -Match '(?m)^OnCalendar=.* Asia/Tokyo$'
        [System.IO.File]::ReadAllText("$Samples/Scheduling/jpo-portfolio.service") | Should -Match 'samples/Portfolio/Export-NightlyPortfolio.ps1'
    }
}

Describe 'Export-NightlyPortfolio.ps1 on the sandbox' {
    BeforeAll {
        $script:folder = "$TestDrive/nightly"
        $state = Get-StatePath
        $script:run = Invoke-Sample Portfolio/Export-NightlyPortfolio.ps1 '-Sandbox', '-Language', 'ja', '-OutputFolder', $folder, '-StatePath', $state
        $script:given = @(Import-Csv $Portfolio -Encoding UTF8)
        $script:rows = @(Read-Workbook "$folder/portfolio.xlsx")
        $script:dueRows = @(Read-Workbook "$folder/due.xlsx")
        $script:page = [System.IO.File]::ReadAllText("$folder/portfolio.html")

        # What the module says of the same cases.
        Connect-JpoApi -Sandbox -StatePath (Get-StatePath) -RequestsPerMinute 0
        $script:known = @(Get-JpoCase -Path $Portfolio -Document -WarningAction SilentlyContinue)
    }

    It 'runs quietly, tells in Japanese what it did, and ends with 0' {
        $run.Error | Should -BeNullOrEmpty
        $run.ExitCode | Should -Be 0
        $run.Output | Should -Match '(?m)^案件数|\s案件数\s'
        $run.Output | Should -Match '\s20\s+20\s+0\s+0\s+0\s+0\s+完了'
        $run.Output | Should -Not -Match '\b(Night|Cases|LookedAt|Done|due days)\b'
    }

    It 'writes a row for each row of the list, in its order, with its columns first and where the case stands' {
        $rows.Count | Should -Be 20
        @($rows[0].PSObject.Properties.Name)[0..4] | Should -Be '整理番号', '法域', '出願番号', '担当', 'JPO出願番号'
        foreach ($column in '整理番号', '法域', '出願番号', '担当') { $rows.$column | Should -Be $given.$column }
        foreach ($i in 0..19) {
            $rows[$i].名称 | Should -BeExactly "$($known[$i].Title)"
            $rows[$i].登録番号 | Should -Be "$($known[$i].RegistrationNumber)"
            $rows[$i].最新書類 | Should -BeExactly "$($known[$i].LatestDocument)"
            $rows[$i].期限 | Should -Be "$($known[$i].DueDate)" -Because $rows[$i].出願番号
        }
        $rows.状態 | Should -Contain '登録（存続中）'
    }

    It 'lists what is due, the next one first, with the columns of the list, and what has no day last' {
        @($dueRows[0].PSObject.Properties.Name)[0..6] | Should -Be '整理番号', '法域', '出願番号', '担当', 'JPO出願番号', '種別', '期限'
        $expected = @($known | Get-JpoDueDate -Within 90 -Overdue -WarningAction SilentlyContinue | Where-Object { $_.Kind -notin 'Annuity', 'Renewal' } | Sort-Object DueDate, Number)
        $expected.Count | Should -BeGreaterThan 3
        foreach ($due in $expected) {
            $row = $dueRows | Where-Object { $_.JPO出願番号 -eq $due.Number -and $_.期限 -eq $due.DueDate.ToString('yyyy-MM-dd') }
            @($row).Count | Should -Be 1 -Because $due
            $row.整理番号 | Should -Be ($given | Where-Object 出願番号 -EQ $due.Number).整理番号
            [int]$row.残日数 | Should -Be $due.DaysLeft
        }
        $days = @($dueRows.期限)
        $days | Should -Be @(@($days | Where-Object { $_ } | Sort-Object) + @($days | Where-Object { -not $_ }))
        foreach ($row in $dueRows) { $row.種別 | Should -Match '[ぁ-んァ-ヶ一-龠]' }
    }

    It 'writes a page in Japanese that needs nothing from elsewhere' {
        $page | Should -Match '<html lang="ja">'
        $page | Should -Match 'P-0101'
        $page | Should -Not -Match '(src|href)=|url\(|@import|<script|https?:'
    }
}

Describe 'Export-NightlyPortfolio.ps1 with a credential' {
    BeforeAll {
        $script:server = Open-TestServer
        $script:folder = "$TestDrive/credential"

        # The text of a service that means no good, in a case of its own; the list as Excel in Japan saves it.
        $title = '</td><script>alert("x")</script> & Co; A / B'
        $body = '{"result":{"statusCode":"100","errorMessage":"","remainAccessCount":"700","data":{"applicationNumber":"2020000001","inventionTitle":' + (ConvertTo-Json $title) +
            ',"applicantAttorney":[{"applicantAttorneyCd":"900000001","repeatNumber":"1","name":"<b>架空</b>","applicantAttorneyClass":"1"}],"filingDate":"20200720","bibliographyInformation":[]}}}'
        $null = Send-TestControl $server fault @{ body = $body; api = 'patent/app_progress_simple'; status = 200 }
        $script:title = $title
        $table = '整理番号,法域,出願番号,部門', '"<i>R-1</i>",特許,2020-000001,"=1+1"', 'R-2,特許,特願２０２０－０００００２号,甲', 'R-3,特許,2020-999999,乙', 'R-4,特許,20208423,丙', ',,,', 'R-5,特許,2020-000002,丁'
        [System.IO.File]::WriteAllBytes("$TestDrive/sjis.csv", [System.Text.Encoding]::GetEncoding(932).GetBytes($table -join "`r`n"))
        $script:run = Invoke-Loopback -Server $server -ArgumentList "$Samples/Portfolio/Export-NightlyPortfolio.ps1", "$TestDrive/sjis.csv", $folder, "$TestDrive/no-column.csv" -Body {
            param($sample, $list, $folder, $noColumn)
            Set-Content $noColumn 'Reference,Application', 'R-1,2020-000001' -Encoding utf8BOM
            foreach ($bad in "$folder/missing.csv", $noColumn) { try { & $sample -Path $bad -OutputFolder $folder -Language ja; 'no error' } catch { "error: $_" } }
            try { & $sample -Path $list -OutputFolder $folder -Language ja -Until '5 Uhr'; 'no error' } catch { "error: $_" }
            'calls: ' + (Get-Call).Count + ', files: ' + (Test-Path $folder)
            'language: ' + ([cultureinfo]::CurrentUICulture.Name -eq $PSUICulture)
            Set-Content "$state.csv" '整理番号,出願番号', '<i>R-1</i>,特願2020-000001' -Encoding utf8BOM
            $null = & $sample -Path "$state.csv" -WatchPath "$folder/one/watch.jsonl" -OutputFolder "$folder/one" -Language ja 3> $null
            & $sample -Path $list -OutputFolder $folder -Language ja -WarningVariable warnings 3> $null > $null
            "exit: $LASTEXITCODE"
            $warnings | ForEach-Object { "warning: $_" }
        }
        $script:lines = @($run.Output -split '\r?\n')
        $script:rows = @(Read-Workbook "$folder/portfolio.xlsx")
    }

    AfterAll { Close-TestServer $server }

    It 'says in Japanese what is wrong with a list or a parameter, spends no access and writes nothing' {
        $lines[0] | Should -Match '^error: ファイル .*missing\.csv がありません'
        $lines[1] | Should -Match '^error: 番号の列がありません。.*ある列: Reference, Application'
        $lines[2] | Should -Match '^error: -Until には .*5 Uhr'
        $lines[3] | Should -Be 'calls: 0, files: False'
    }

    It 'leaves the language of the shell as it was' { $lines[4] | Should -Be 'language: True' }

    It 'reads Shift_JIS, asks once for what stands twice, and gives each row its answer and its columns' {
        $run.Error | Should -BeNullOrEmpty
        $lines[5] | Should -Be 'exit: 0'
        $rows.整理番号 | Should -Be '<i>R-1</i>', 'R-2', 'R-5', 'R-3'
        $rows.部門 | Should -Be '=1+1', '甲', '丁', '乙'
        $rows[1].名称 | Should -Be '架空の発明2020000002'
        $rows[2].名称 | Should -Be $rows[1].名称
        Get-TestCallCount $server | Should -Be 3
    }

    It 'says in Japanese which row cannot be read' {
        @($lines | Where-Object { $_ -match '^warning: .*20208423' }).Count | Should -Be 1
        $lines | Where-Object { $_ -like 'warning: *' } | ForEach-Object { $_ | Should -Match '[ぁ-んァ-ヶ一-龠]' }
    }

    It 'encodes whatever comes from the service and from the list' {
        $rows[0].名称 | Should -BeExactly $title
        @(Read-Workbook "$folder/one/portfolio.xlsx").名称 | Should -BeExactly $title
        foreach ($page in "$folder/portfolio.html", "$folder/one/portfolio.html") { [System.IO.File]::ReadAllText($page) | Should -Not -Match '<script|<i>R-1|<b>架空' }
    }
}

Describe 'Export-NightlyPortfolio.ps1 over three nights whose limit does not suffice for all' {
    BeforeAll {
        $script:server = Open-TestServer @('--sandbox', '--per-minute', '0', '--opd-per-minute', '0', '--clock', '2026-11-20T03:00:00+09:00')
        $script:folder = "$TestDrive/nights"
        $script:run = Invoke-Loopback -Server $server -ArgumentList "$Samples/Portfolio/Export-NightlyPortfolio.ps1", $Portfolio, $folder -Body {
            param($sample, $list, $folder)
            foreach ($night in @{ Day = '2026-11-20T03:00:00'; Left = 5 }, @{ Day = '2026-11-21T03:00:00'; Left = 4 }, @{ Day = '2026-11-22T03:00:00'; Left = 800 }) {
                Step-Clock $night.Day
                Limit-Look $night.Left
                $before = (Get-Call).Count
                $result = & $sample -Path $list -OutputFolder $folder -Language en -WarningAction SilentlyContinue 3> $null
                [pscustomobject]@{
                    Result = [pscustomobject]@{ LookedAt = $result.LookedAt; NotLookedAt = $result.NotLookedAt; NeverLookedAt = $result.NeverLookedAt; EndedBecause = "$($result.EndedBecause)"; Exit = $LASTEXITCODE }
                    Asked  = @(Get-Call | Select-Object -Skip $before | Where-Object { $_.api -like 'patent/app_progress*' -or $_.api -eq 'patent/registration_info' } | ForEach-Object { $_.path -replace '.*/' })
                } | ConvertTo-Json -Depth 4 -Compress
                Copy-Item "$folder/portfolio.xlsx" "$folder/night-$($night.Left).xlsx"
            }
        }
        $script:nights = @($run.Output -split '\r?\n' | ConvertFrom-Json)
        $script:patents = @((Import-Csv $Portfolio -Encoding UTF8).出願番号 | Where-Object { $_[0] -eq '特' } | ForEach-Object { $_ -replace '\D' })
    }

    AfterAll { Close-TestServer $server }

    It 'ends with 0, loses no row, and says what was not looked at' {
        $run.Error | Should -BeNullOrEmpty
        $nights[0].Result.EndedBecause | Should -Be 'Limit'
        $nights[0].Result.Exit | Should -Be 0
        @($nights[0].Asked | Sort-Object -Unique).Count | Should -Be 10 -Because 'the simple counter and the full one have five each, and the register is asked for cases that were looked at'
        $nights[0].Result.NeverLookedAt | Should -Be 6
        $rows = @(Read-Workbook "$folder/night-5.xlsx")
        $rows.Count | Should -Be 20
        @($rows | Where-Object Title).Count | Should -Be 14
    }

    It 'goes on the next night with what nobody has looked at' {
        $nights[1].Asked.Count | Should -BeGreaterThan 5
        @($nights[1].Asked | Where-Object { $_ -notin $nights[0].Asked } | Sort-Object -Unique).Count | Should -Be 6
        $nights[1].Result.NeverLookedAt | Should -Be 0
        $rows = @(Read-Workbook "$folder/night-4.xlsx")
        @($rows | Where-Object Title).Count | Should -Be 20
    }

    It 'looks at all when the limit allows it, with the next annuity of what is registered' {
        $nights[2].Result.EndedBecause | Should -Be 'Done'
        $nights[2].Result.NotLookedAt | Should -Be 0
        $nights[2].Asked | Sort-Object -Unique | Should -Be @($patents | Sort-Object)
    }

    It 'never goes over the limit, and looks a notice up once' {
        $log = Get-TestLog $server
        $log.overLimit | Should -Be 0
        @($log.paths.PSObject.Properties | Where-Object Name -Like '*refusal_reason/*').Count | Should -BeGreaterThan 0
        @($log.paths.PSObject.Properties | Where-Object Name -Like '*refusal_reason/*').Value | Should -Be @(@($log.paths.PSObject.Properties | Where-Object Name -Like '*refusal_reason/*') | ForEach-Object { 1 })
    }
}

Describe 'What changes from night to night' {
    BeforeAll {
        $script:server = Open-TestServer @('--sandbox', '--per-minute', '0', '--opd-per-minute', '0', '--clock', '2023-05-16T03:00:00+09:00')
        $script:folder = "$TestDrive/changes"

        # A chat, and a mail server, of this machine: each notes what it is sent. Both are asked to stop by what no message has.
        $chat = [System.Net.HttpListener]::new()
        $port = 0
        foreach ($try in 1..20) {
            $port = Get-Random -Minimum 20000 -Maximum 60000
            $chat.Prefixes.Clear()
            $chat.Prefixes.Add("http://127.0.0.1:$port/")
            try { $chat.Start(); break } catch { $chat = [System.Net.HttpListener]::new() }
        }
        $script:posts = [System.Collections.ArrayList]::Synchronized([System.Collections.ArrayList]::new())
        $script:chat = $chat
        $script:chatJob = Start-ThreadJob {
            $chat = $using:chat
            $posts = $using:posts
            while ($chat.IsListening) {
                $next = $chat.GetContextAsync()
                try { while (-not $next.Wait(100)) { } } catch { break } # a wait without an end could not be stopped
                $context = $next.Result
                $reader = [System.IO.StreamReader]::new($context.Request.InputStream, [System.Text.Encoding]::UTF8)
                $null = $posts.Add(@{ Path = $context.Request.Url.AbsolutePath; Type = $context.Request.ContentType; Body = $reader.ReadToEnd() })
                $context.Response.StatusCode = if ($context.Request.Url.AbsolutePath -eq '/broken') { 500 } else { 200 }
                $context.Response.Close()
            }
        }
        $script:hook = "http://127.0.0.1:$port"

        $script:post = [System.Net.Sockets.TcpListener]::new([System.Net.IPAddress]::Loopback, 0)
        $post.Start()
        $script:mails = [System.Collections.ArrayList]::Synchronized([System.Collections.ArrayList]::new())
        $script:mailJob = Start-ThreadJob {
            $post = $using:post
            $mails = $using:mails
            while ($true) {
                $next = $post.AcceptTcpClientAsync()
                try { while (-not $next.Wait(100)) { } } catch { break }
                $client = $next.Result
                $stream = $client.GetStream()
                $reader = [System.IO.StreamReader]::new($stream)
                $writer = [System.IO.StreamWriter]::new($stream)
                $writer.NewLine = "`r`n"
                $writer.AutoFlush = $true
                $writer.WriteLine('220 loopback')
                $to = @()
                while ($null -ne ($line = $reader.ReadLine())) {
                    if ($line -match '^(EHLO|HELO)') { $writer.WriteLine('250 loopback') }
                    elseif ($line -match '^RCPT TO:<(.+)>') { $to += $Matches[1]; $writer.WriteLine('250 ok') }
                    elseif ($line -eq 'DATA') {
                        $writer.WriteLine('354 go on')
                        $data = while (($line = $reader.ReadLine()) -ne '.') { $line }
                        $null = $mails.Add(@{ To = $to; Data = $data -join "`n" })
                        $writer.WriteLine('250 ok')
                    }
                    elseif ($line -eq 'QUIT') { $writer.WriteLine('221 bye'); break }
                    else { $writer.WriteLine('250 ok') }
                }
                $client.Dispose()
            }
        }

        Set-Content "$TestDrive/one.csv" '整理番号,ApplicationNumber,Title', 'R-1,特願2022-000001,ours' -Encoding utf8BOM
        $script:run = Invoke-Loopback -Server $server -ArgumentList $Samples, "$TestDrive/one.csv", $folder, $hook, "$($post.LocalEndpoint.Port)" -Body {
            param($samples, $one, $folder, $hook, $port)
            $send = "$samples/OfficeActions/Send-NewOfficeAction.ps1"
            $export = "$samples/Portfolio/Export-NightlyPortfolio.ps1"
            $rest = @{ StateFile = "$folder/told.xml"; Language = 'ja' }
            $mail = @{ To = 'a@example.com', 'b@example.com'; From = 'jpo@example.com'; SmtpServer = '127.0.0.1'; SmtpPort = $port }
            function Note { param($What, $Given) [pscustomobject]@{ What = $What; Given = @($Given | ForEach-Object { if ($_ -is [string]) { $_ } else { $_ | Select-Object *, @{ n = 'KindName'; e = { "$($_.Kind)" } } } }) } | ConvertTo-Json -Depth 4 -Compress }

            Note 'no watch' (& $send @rest 6>&1 3>&1 | ForEach-Object { "$_" })
            Note 'first export' (& $export -Path $one -OutputFolder $folder -Language ja 3> $null)
            Note 'nothing new' (& $send @rest @mail -WebhookUri "$hook/quiet" 6>&1 | ForEach-Object { "$_" })
            Step-Clock '2023-05-19T03:00:00'
            Note 'second export' (& $export -Path $one -OutputFolder $folder -Language ja 3> $null)
            Note 'whatif' (& $send @rest @mail -WebhookUri "$hook/whatif" -WhatIf 6> $null)
            try { & $send @rest -WebhookUri "$hook/broken"; Note 'broken' 'no error' } catch { Note 'broken' "$($_.Exception.GetType().Name)" }
            $calls = (Get-Call).Count
            Note 'new' (& $send @rest @mail -WebhookUri "$hook/told")
            Note 'told' (& $send @rest @mail -WebhookUri "$hook/again" 6> $null)
            Note 'since' (& $send @rest -WebhookUri "$hook/since" -Since 2023-05-01)
            Note 'calls' "$((Get-Call).Count - $calls)"

            # A copy of the file serves without a connection. What it has told is not what another watch tells.
            $copy = "$folder/copy.jsonl"
            Copy-Item (Get-ChildItem $state -Recurse -Filter *.jsonl).FullName $copy
            Disconnect-JpoApi
            Note 'copy' (& $send @rest -WatchPath $copy -WebhookUri "$hook/copy" 6> $null)
            $other = Import-Clixml "$folder/told.xml"
            $other.Sequence = 77
            $other | Export-Clixml "$folder/told.xml"
            Note 'other' (& $send @rest -WatchPath $copy -WebhookUri "$hook/other" 3>&1 | ForEach-Object { if ($_ -is [System.Management.Automation.WarningRecord]) { "warning: $_" } else { $_ } })
            Set-Content "$folder/told.xml" '<Objs Version="1.1.0.1"'
            Note 'cut off' (& $send @rest -WatchPath $copy -WebhookUri "$hook/cut" 3>&1 | ForEach-Object { if ($_ -is [System.Management.Automation.WarningRecord]) { "warning: $_" } else { $_ } })
            foreach ($wrong in @{ WebhookUri = 'http://chat.example.com/x' }, @{ To = 'a@example.com' }) { try { & $send @rest @wrong; Note 'wrong' 'no error' } catch { Note 'wrong' "$_" } }
        }
        $script:notes = @($run.Output -split '\r?\n' | Where-Object { $_ -like '{*' } | ConvertFrom-Json)
        $script:page = [System.IO.File]::ReadAllText("$folder/portfolio.html")
        function Get-Note { param($What) @($notes | Where-Object What -EQ $What).Given }
    }

    AfterAll {
        $chat.Stop()
        $post.Stop()
        $chatJob, $mailJob | Wait-Job -Timeout 5 | Out-Null
        $chatJob, $mailJob | Remove-Job -Force
        Close-TestServer $server
    }

    It 'stands in the report and in the files: what, and until when' {
        $run.Error | Should -BeNullOrEmpty
        (Get-Note 'first export').Changes | Should -Be 0
        (Get-Note 'second export').Changes | Should -BeGreaterThan 0
        $page | Should -Match '拒絶理由通知書'
        $page | Should -Match '2023-08-17'
        $row = Read-Workbook "$folder/due.xlsx"
        $row.整理番号 | Should -Be 'R-1'
        $row.Title | Should -Be 'ours'
        $row.期限 | Should -Be '2023-08-17'
        $row.残日数 | Should -Be '90'
    }

    It 'is not sent when it is nothing, and that is said with the day of the last look' {
        @(Get-Note 'nothing new')[-1] | Should -Be '新しい情報はありません（1件、最後の確認 2023-05-16）。'
        Get-Note 'told' | Should -BeNullOrEmpty
        $posts.Path | Should -Not -Contain '/quiet'
        $posts.Path | Should -Not -Contain '/again'
        $posts.Path | Should -Not -Contain '/copy'
    }

    It 'says so where there is no watch yet' {
        @(Get-Note 'no watch') -match '\.jsonl' | Should -Not -BeNullOrEmpty
        @(Get-Note 'no watch')[-1] | Should -Be '新しい情報はありません（0件、最後の確認 -）。'
    }

    It 'is shown and not sent with -WhatIf' {
        (Get-Note 'whatif').After | Should -Contain '拒絶理由通知書'
        $posts.Path | Should -Not -Contain '/whatif'
    }

    It 'is posted to the webhook as text, and once' {
        $mine = @($posts | Where-Object { $_.Path -eq '/told' })
        $mine.Count | Should -Be 1
        $mine[0].Type | Should -Be 'application/json; charset=utf-8'
        $text = ($mine[0].Body | ConvertFrom-Json).text
        $text | Should -Match '^特許庁からの新しい情報 1件'
        $text | Should -Match '・R-1 特願2022-000001 拒絶理由通知書  日付 2023-05-17  期限（目安） 2023-08-17'
        $text | Should -Match '名称: 可搬型無線給電コイル、及びこれを備えたシステム' -Because 'the title is that of JPO, whatever the list has in a column of this name'
    }

    It 'is mailed to everybody, in Japanese' {
        $mails.Count | Should -Be 1
        $mails[0].To | Should -Be 'a@example.com', 'b@example.com'
        $subject = [regex]::Matches($mails[0].Data, '=\?utf-8\?B\?([^?]+)\?=')
        -join ($subject | ForEach-Object { [System.Text.Encoding]::UTF8.GetString([System.Convert]::FromBase64String($_.Groups[1].Value)) }) | Should -Be '特許庁からの新しい情報 1件'
        $content = ($mails[0].Data -split "`n`n", 2)[1]
        [System.Text.Encoding]::UTF8.GetString([System.Convert]::FromBase64String($content)) | Should -Match '特願2022-000001 拒絶理由通知書'
    }

    It 'is told again in the next run when the message could not go out' {
        @($posts | Where-Object { $_.Path -eq '/broken' }).Count | Should -Be 1
        Get-Note 'broken' | Should -Match 'Exception'
        $given = Get-Note 'new'
        $given.Number | Should -Be '特願2022-000001'
        $given.KindName | Should -Be 'Document'
        $given.整理番号 | Should -Be 'R-1'
        ([datetime]$given.DueDate).ToString('yyyy-MM-dd') | Should -Be '2023-08-17'
    }

    It 'costs no access' { Get-Note 'calls' | Should -Be '0' }

    It 'is told again on demand' {
        (Get-Note 'since').After | Should -Be '拒絶理由通知書'
        $posts.Path | Should -Contain '/since'
    }

    It 'is told rather twice than never where what was told last is not in the watch, or its file is cut off' {
        Get-Note 'copy' | Should -BeNullOrEmpty
        foreach ($what in 'other', 'cut off') {
            @(Get-Note $what)[0] | Should -Match '^warning: '
            @(Get-Note $what)[1].After | Should -Be '拒絶理由通知書'
        }
        $posts.Path | Should -Contain '/other'
        $posts.Path | Should -Contain '/cut'
    }

    It 'goes to no address that others could read along' {
        $wrong = @(Get-Note 'wrong')
        $wrong[0] | Should -Match 'https://'
        $wrong[1] | Should -Match '-SmtpServer'
    }
}

Describe 'A night that fails' {
    BeforeAll {
        $script:folder = "$TestDrive/fails"
        $state = Get-StatePath
        $null = New-Item -ItemType Directory $folder
        $script:lock = [System.IO.File]::Open("$folder/portfolio.xlsx", 'Create', 'Write', 'None')
        $script:run = Invoke-FreshShell -Environment @{ PSModulePath = $ModuleFolder } {
            param($sample, $folder, $state)
            Import-Module JpoPatent
            $given = @{ Sandbox = $true; OutputFolder = $folder; StatePath = $state; Language = 'en' }
            $null = & $sample @given 3> "$folder/warnings.txt"
            Remove-Item "$folder/due.xlsx", "$folder/portfolio.html"
            try { & $sample @given -Path "$folder/missing.csv" 3> $null } catch { "error: $($_.FullyQualifiedErrorId)" }
            (Test-Path "$folder/due.xlsx", "$folder/portfolio.html") -join ' '

            # The service that goes down in the middle of a night, and the watch that another process writes.
            ${function:Update-JpoWatch} = { [CmdletBinding()] param([Parameter(ValueFromRemainingArguments)] $Rest) $null = $Rest; [pscustomobject]@{ Night = [datetime]'2026-11-25'; EndedBecause = 'ServiceDown' } }
            $null = & $sample @given 3> $null
            "exit: $LASTEXITCODE"
            ${function:Update-JpoWatch} = { [CmdletBinding()] param([Parameter(ValueFromRemainingArguments)] $Rest) $null = $Rest; throw 'The wire was cut.' }
            try { & $sample @given 3> $null } catch { "error: $_" }
        } "$Samples/Portfolio/Export-NightlyPortfolio.ps1", $folder, $state
        $lock.Dispose()
        $script:lines = @($run.Output -split '\r?\n')
        $script:listless = Invoke-Sample Portfolio/Export-NightlyPortfolio.ps1 '-Sandbox', '-OutputFolder', $folder, '-StatePath', $state, '-Path', "$folder/missing.csv"
    }

    It 'says so, and ends with 1' {
        $lines[0] | Should -Be 'error: JpoFileNotRead,JpoPatent.Commands.UpdateJpoWatchCommand'
        $lines[3] | Should -Be 'error: The wire was cut.'
        $listless.ExitCode | Should -Be 1
        $listless.Error | Should -Match 'missing\.csv'
    }

    It 'has written all the same what is due and where the cases stand' { $lines[1] | Should -Be 'True True' }

    It 'ends with 2 where the service went down' { $lines[2] | Should -Be 'exit: 2' }

    It 'writes beside a workbook that is open in Excel, and says so' -Tag 'macOS has no lock that keeps others from a file' -Skip:$noLock {
        $beside = @(Get-ChildItem $folder -Filter 'portfolio*.xlsx' | Where-Object Name -NE 'portfolio.xlsx')
        $beside.Count | Should -BeGreaterThan 0
        @(Read-Workbook $beside[0].FullName).Count | Should -Be 20
        Get-Content "$folder/warnings.txt" -Raw | Should -Match ([regex]::Escape($beside[0].BaseName))
    }
}

Describe 'Get-AnnuityDue.ps1' {
    BeforeAll {
        $script:run = Invoke-FreshShell -Environment @{ PSModulePath = $ModuleFolder } {
            param($sample, $state, $csv)
            & $sample -Sandbox -StatePath $state -Days 400 | Export-JpoCase $csv -Raw
            'default: ' + (@(& $sample -Sandbox -StatePath $state).Number -join ' ')
            $given = & $sample -Sandbox -StatePath $state -Days 3660 -ApplicationNumber 'nonsense', '特願2020-123456', '意願2018-000194' -ErrorVariable problems 2> $null
            'numbers: ' + ($given.Number -join ' ') + ', problems: ' + (@($problems.FullyQualifiedErrorId | Select-Object -Unique) -join ' ')
        } "$Samples/Annuities/Get-AnnuityDue.ps1", (Get-StatePath), "$TestDrive/due.csv"
        $script:rows = @(Import-Csv "$TestDrive/due.csv" -Encoding UTF8)

        # What the module says of every case, and of those alone that a payment is open for.
        Connect-JpoApi -Sandbox -StatePath (Get-StatePath) -RequestsPerMinute 0
        $script:all = @(foreach ($line in Import-Csv $Portfolio -Encoding UTF8) {
            $law = @{ 特許 = 'Patent'; 意匠 = 'Design'; 商標 = 'Trademark' }[$line.法域]
            $right = $line.出願番号 | & "Get-Jpo$($law)Registration" -ErrorAction SilentlyContinue
            if ($right.NextPensionPaymentDate) {
                $due = $right | Get-JpoDueDate -WarningAction SilentlyContinue | Where-Object { $_.Kind -in 'Annuity', 'Renewal' -and $_.DueDate } | Sort-Object DueDate | Select-Object -First 1
                [pscustomobject]@{ Reference = $line.整理番号; Number = $line.出願番号; Due = $due.DueDate; DaysLeft = $due.DaysLeft; RegistrationNumber = $right.RegistrationNumber }
            }
        }) | Sort-Object Due, Number
    }

    It 'gives those that are due in time, the next one first, with the columns of the list, and is silent about what is not registered' {
        $run.Error | Should -BeNullOrEmpty
        $run.ExitCode | Should -Be 0
        $expected = @($all | Where-Object { $_.DaysLeft -le 400 })
        $expected.Count | Should -BeGreaterThan 3
        $rows.整理番号 | Should -Be $expected.Reference
        $rows.RegistrationNumber | Should -Be $expected.RegistrationNumber
        $rows.DueDate | Should -Be @($expected.Due | ForEach-Object { $_.ToString('yyyy-MM-dd') })
        @($rows.DaysLeft | ForEach-Object { [int]$_ }) | Should -Be $expected.DaysLeft
        foreach ($row in $rows) { $row.Title | Should -Not -BeNullOrEmpty }
    }

    It 'looks 90 days ahead unless told otherwise' {
        ($run.Output -split '\r?\n')[0] | Should -Be ('default: ' + (@($all | Where-Object { $_.DaysLeft -le 90 }).Number -join ' '))
    }

    It 'takes numbers too, and goes on after one that is none' {
        ($run.Output -split '\r?\n')[1] | Should -BeLike 'numbers: 意願2018-000194, problems: JpoInvalidNumber,*'
    }
}

Describe 'Export-FamilyTable.ps1' {
    BeforeAll {
        $script:folder = "$TestDrive/family"
        $script:run = Invoke-FreshShell -Environment @{ PSModulePath = $ModuleFolder } {
            param($sample, $folder, $state)
            $files = '特願2018-025922', '特願2018-039880', 'nonsense' | & $sample -Sandbox -OutputFolder $folder -StatePath $state -Language en

            # A sample leaves the shell without a connection where it had none.
            if (Get-JpoConnection) { throw 'The sample has left its connection behind.' }
            Connect-JpoApi -Sandbox -StatePath $state -OpdRequestsPerMinute 0
            ($files.Name -join ' ') + ', lists: ' + (Get-JpoQuota opd/global_doc_list).Used
            $null = & $sample 特願2018-024925 -Sandbox -OutputFolder "$folder/plain" -StatePath $state -DocumentCount 0 -Language ja
            'lists: ' + (Get-JpoQuota opd/global_doc_list).Used
            $null = & $sample nonsense -Sandbox -OutputFolder "$folder/none" -StatePath $state -Language ja
        } "$Samples/Family/Export-FamilyTable.ps1", $folder, (Get-StatePath)
        $script:rows = @(Import-Csv "$folder/family.csv" -Encoding UTF8)
        $script:page = Read-Page "$folder/family.html"
        Connect-JpoApi -Sandbox -StatePath (Get-StatePath) -OpdRequestsPerMinute 0
        $script:members = @('特願2018-025922', '特願2018-039880' | ForEach-Object { Get-JpoOpdFamily $_ })
    }

    It 'writes a row a member, and its last documents, the newest last' {
        $run.Error | Should -BeNullOrEmpty
        $members.Count | Should -BeGreaterThan 4
        $rows.Application | Should -Be $members.ApplicationNumber
        $rows.Office | Should -Be $members.Country
        $rows.Publications | Should -Be @($members | ForEach-Object { $_.PublicationNumbers -join '; ' })
        $rows.Registrations | Should -Be @($members | ForEach-Object { $_.RegistrationNumbers -join '; ' })
        $rows[0].'Last documents' | Should -Be (@(Get-JpoOpdDocumentList $members[0].ApplicationNumber | Sort-Object LegalDate | Select-Object -Last 3 | ForEach-Object { "$($_.LegalDate.ToString('yyyy-MM-dd')) $($_.TranslatedDescription)" }) -join '; ')
        Test-ByteOrderMark "$folder/family.csv" | Should -Be 'EFBBBF'
    }

    It 'writes a page that is well-formed: a table a family, and what could not be fetched' {
        @($page.SelectNodes('//section/table')).Count | Should -Be 2
        @($page.SelectNodes('//tbody/tr')).Count | Should -Be $members.Count
        @($page.SelectNodes('//li')).Count | Should -Be 1
        $page.SelectSingleNode('//li').InnerText | Should -Match '^nonsense "nonsense" cannot be converted'
        [System.IO.File]::ReadAllText("$folder/family.html") | Should -Not -Match '(src|href)=|url\(|<script|https?:'
    }

    It 'spends nothing on documents that are not wanted' {
        $lines = $run.Output -split '\r?\n'
        $lines[0] | Should -Be "family.html family.csv, lists: $($members.Count)"
        $lines[1] | Should -Be "lists: $($members.Count)"
        (Read-Page "$folder/plain/family.html").html.lang | Should -Be 'ja'
    }

    It 'says so when there is no family' {
        (Read-Page "$folder/none/family.html").html.body.p | Should -Be 'ファミリーがありません。'
        @(Import-Csv "$folder/none/family.csv").Count | Should -Be 0
    }
}

Describe 'Invoke-PortfolioRunbook.ps1' {
    Context 'with a home folder that cannot be written, in <Shell>' -ForEach @(
        @{ Shell = 'this shell'; Path = $null }
        if (-not $noOther) { @{ Shell = 'PowerShell 7.4'; Path = 'pwsh-7.4' } }
    ) {
        BeforeAll {
            $folder = "$TestDrive/home-$(if ($Path) { $Path } else { 'this' })"
            $null = New-Item -ItemType Directory -Force "$folder/home", "$folder/temp"

            # Permissions do not bind root: it then runs without the capability that lets it pass them.
            $script:isRoot = -not $IsWindows -and [System.Environment]::UserName -eq 'root'
            if (-not $IsWindows) {
                chmod 777 "$folder/temp"
                chmod 555 "$folder/home"
            }
            $shell = if ($Path) { , $Path } else { $ThisShell }
            if ($isRoot) { $shell = @('setpriv', '--inh-caps=-dac_override,-dac_read_search', '--bounding-set=-dac_override,-dac_read_search') + $shell }
            $script:run = Invoke-Sample AzureAutomation/Invoke-PortfolioRunbook.ps1 '-Sandbox', '-AsJson' -Shell $shell -Environment @{ HOME = "$folder/home"; TMPDIR = "$folder/temp"; XDG_DATA_HOME = '' }
            $script:home2 = "$folder/home"
            $script:temp2 = "$folder/temp"
        }

        AfterAll { if (-not $IsWindows) { chmod -R 755 $home2 } }

        It 'gives one small summary and the warning of where the book is: no prompt, no progress' {
            $run.Error | Should -BeNullOrEmpty
            $run.ExitCode | Should -Be 0
            $lines = @($run.Output -split '\r?\n')
            $lines.Count | Should -Be 2
            $lines[0] | Should -Match 'no home folder.*-StatePath'
            $lines[-1].Length | Should -BeLessThan 2000
            $summary = $lines[-1] | ConvertFrom-Json
            $summary.Cases | Should -Be 5
            $summary.LookedAt | Should -Be 5
            $summary.EndedBecause | Should -Be 'Done'
            $summary.Quota | Should -Match '^patent/app_progress_simple: 797 of 800 left, '
        }

        It 'keeps its book in the temporary folder' -Tag 'needs Unix' -Skip:$IsWindows {
            Get-ChildItem $home2 -Force | Should -BeNullOrEmpty
            @(Get-ChildItem "$temp2/JpoPatent-*" -Recurse -Filter quota.v1.book).Count | Should -Be 1
        }
    }

    Context 'with the assets of an account' {
        BeforeAll {
            $script:server = Open-TestServer @('--sandbox', '--per-minute', '0', '--opd-per-minute', '0', '--clock', '2026-11-20T03:00:00+09:00')
            $script:blobs = "$TestDrive/blobs"
            $script:run = Invoke-Loopback -Server $server -Environment @{ PSModulePath = $ModuleFolder } -ArgumentList "$Samples/AzureAutomation/Invoke-PortfolioRunbook.ps1", $UserName, $Password, $blobs -Body {
                param($sample, $user, $word, $blobs)
                if (-not (Test-Path $sample)) { throw "There is no $sample." }
                $secret = [System.Security.SecureString]::new()
                foreach ($c in $word.ToCharArray()) { $secret.AppendChar($c) }
                $credential = [pscredential]::new($user, $secret)
                $assets = @{ JpoPortfolio = "特願2023-004642, 特願2024-017513`r`n特願2015-000123; 特願2020-123456, 意願2018-000194, 20208423"; JpoWatch = 'https://account.blob.core.windows.net/watch/night/portfolio.jsonl'; JpoState = '' }
                function Get-AutomationPSCredential { param($Name) if ($Name -eq 'JpoApi') { $credential } }
                function Get-AutomationVariable { param($Name) if (-not $assets.ContainsKey($Name)) { throw "Variable asset $Name not found." }; $assets[$Name] }

                # Stand-ins for the cmdlets of Az.Accounts and Az.Storage, with a folder in the place of the account.
                $az = @{ LogOns = 0; IsDown = $false; Meddle = $false }
                function Connect-AzAccount { param([switch] $Identity) if (-not $Identity) { throw 'no identity' }; $az.LogOns++ }
                ${function:New-AzStorageContext} = { param($StorageAccountName, [switch] $UseConnectedAccount) if (-not $UseConnectedAccount) { throw 'no account' }; [pscustomobject]@{ StorageAccountName = $StorageAccountName } }
                function Get-AzStorageBlob {
                    [CmdletBinding()] param($Container, $Prefix, $Context)
                    if ($az.IsDown) { throw 'This request is not authorized to perform this operation using this permission.' }
                    $root = "$blobs/$($Context.StorageAccountName)/$Container/"
                    if (Test-Path $root) { Get-ChildItem $root -Recurse -File | ForEach-Object { [pscustomobject]@{ Name = $_.FullName.Replace('\', '/').Substring($root.Length); LastModified = [System.DateTimeOffset]$_.LastWriteTimeUtc; Length = $_.Length } } | Where-Object { $_.Name.StartsWith($Prefix) } }
                }
                function Get-AzStorageBlobContent { [CmdletBinding()] param($Container, $Blob, $Destination, $Context, [switch] $Force) Copy-Item "$blobs/$($Context.StorageAccountName)/$Container/$Blob" $Destination -Force:$Force; [pscustomobject]@{ Name = $Blob } }
                ${function:Set-AzStorageBlobContent} = {
                    [CmdletBinding()] param($File, $Container, $Blob, $Context, $Properties, [switch] $Force)
                    $to = "$blobs/$($Context.StorageAccountName)/$Container/$Blob"
                    $null = New-Item -ItemType Directory -Force (Split-Path $to)
                    Copy-Item $File $to -Force:$Force
                    [pscustomobject]@{ Name = $Blob; Properties = $Properties }
                }

                # Each job has a bare disk: a state folder of its own, which only the blob outlives.
                $script:job = 0
                function Invoke-Job { param([hashtable] $With = @{}) $script:job++; & $sample -StatePath "$state/$script:job" @With -WarningAction SilentlyContinue 3> $null }
                function Note { param($What, $Given) [pscustomobject]@{ What = $What; Given = $Given; Asked = @(Get-Call | Select-Object -Skip $script:before | ForEach-Object { $_.path -replace '.*/' }) } | ConvertTo-Json -Depth 4 -Compress; $script:before = (Get-Call).Count }
                function Get-Failure { param([hashtable] $With = @{}) try { $null = Invoke-Job $With; 'no error' } catch { "$_" } }
                $script:before = 0
                $null = New-Item -ItemType Directory $state

                Note 'no time' (Invoke-Job @{ For = [timespan]::Zero })
                Limit-Look 1
                Note 'used up' (Invoke-Job)
                Step-Clock '2026-11-21T03:00:00'
                Limit-Look 800
                $file = "$blobs/account/watch/night/portfolio.jsonl"
                Copy-Item $file "$blobs/kept.jsonl"
                Note 'next day' (Invoke-Job)
                Note 'again' (Invoke-Job @{ ReportLanguage = 'ja' })
                Note 'log-ons' "$($az.LogOns)"

                # A job that was killed has not written its blob: the next one goes on from the one before.
                Copy-Item "$blobs/kept.jsonl" $file -Force
                Note 'killed' (Invoke-Job @{ ReportLanguage = 'ja' })

                # A list that lies in a blob.
                $null = New-Item -ItemType Directory "$blobs/account/lists"
                [System.IO.File]::WriteAllText("$blobs/account/lists/all.csv", "整理番号,出願番号`r`nX-1,特願2014-135898`r`n", [System.Text.UTF8Encoding]::new($true))
                $other = 'https://account.blob.core.windows.net/watch/other.jsonl'
                Note 'file' (Invoke-Job @{ ApplicationNumber = 'https://account.blob.core.windows.net/lists/all.csv'; WatchUri = $other })

                $failures = @{ AssetName = 'Other' }, @{ PortfolioVariable = 'Other' }, @{ WatchUri = 'https://account.blob.core.windows.net/only?sig=secret' }, @{ ApplicationNumber = 'https://account.blob.core.windows.net/lists/none.csv' }, @{ ApplicationNumber = '特願2020-123456' ; WatchUri = $other }
                Note 'failing' @($failures | ForEach-Object { Get-Failure $_ })
                $az.IsDown = $true
                Note 'no access' (Get-Failure)
                $az.IsDown = $false
                ${function:Update-JpoWatch} = { [CmdletBinding()] param([string] $Path, [Parameter(ValueFromRemainingArguments)] $Rest) $null = $Rest; Set-Content $Path 'mine'; Set-Content $file 'theirs'; [pscustomobject]@{ EndedBecause = 'Done'; LookedAt = 1 } }
                Note 'two at once' (Get-Failure)
                Note 'beside' "$(Get-Content $file) $(Get-Content "$file.2*")"
                ${function:Update-JpoWatch} = { [CmdletBinding()] param([string] $Path, [Parameter(ValueFromRemainingArguments)] $Rest) $null = $Rest; Set-Content $Path 'half a night'; throw 'The wire was cut.' }
                Note 'cut' (Get-Failure)
                Note 'kept' "$(Get-Content $file)"
                Remove-Item function:Update-JpoWatch
                $secret.AppendChar('x')
                Note 'refused' (Get-Failure)
                Note 'left' "$(@(Get-ChildItem ([System.IO.Path]::GetTempPath()) -Filter 'jpo-watch-*').Count)"
            }
            $script:notes = @($run.Output -split '\r?\n' | ConvertFrom-Json)
            function Get-Note { param($What) @($notes | Where-Object What -EQ $What) }
        }

        AfterAll { Close-TestServer $server }

        It 'ends when its time is over, spends nothing then, and has taken the list in' {
            $run.Error | Should -BeNullOrEmpty
            $note = Get-Note 'no time'
            $note.Given.EndedBecause | Should -Be 'Until'
            $note.Given.Cases | Should -Be 5
            $note.Given.LookedAt | Should -Be 0
            $note.Asked | Should -BeNullOrEmpty
            Test-Path "$blobs/account/watch/night/portfolio.jsonl" | Should -BeTrue
        }

        It 'does not fail when the limit is used up' {
            $note = Get-Note 'used up'
            $note.Given.EndedBecause | Should -Be 'Limit'
            $note.Given.LookedAt | Should -Be 3 -Because 'the simple counter and the full one of patents have one each, that of designs too'
            $note.Given.NotLookedAt | Should -Be 2
            $note.Given.Quota | Should -Match 'patent/app_progress_simple: 0 of 800 left'
        }

        It 'goes on the next day, on a bare disk, with what nobody has looked at, and tells what is due' {
            $first = (Get-Note 'used up').Asked
            $note = Get-Note 'next day'
            $note.Given.LookedAt | Should -Be 5
            @($note.Asked[0..1] | Where-Object { $_ -in $first }) | Should -BeNullOrEmpty
            @($note.Given.Due).Count | Should -BeGreaterThan 0
            $note.Given.Due | ForEach-Object { $_ | Should -Match '^\d{4}-\d\d-\d\d [特意商]願' }
        }

        It 'spends nothing when it is started again' {
            (Get-Note 'again').Asked | Should -BeNullOrEmpty
            (Get-Note 'again').Given.NotLookedAt | Should -Be 0
            (Get-TestLog $server).overLimit | Should -Be 0
        }

        It 'logs on to Azure once a job, by the managed identity' { (Get-Note 'log-ons').Given | Should -Be '4' }

        It 'does the night again that a killed job took with it' {
            (Get-Note 'killed').Given.LookedAt | Should -Be 5
            (Get-Note 'killed').Given.EndedBecause | Should -Be 'Done'
        }

        It 'takes a list from a blob' {
            (Get-Note 'file').Given.Cases | Should -Be 1
            (Get-Note 'file').Asked | Should -Contain '2014135898'
        }

        It 'writes the report beside the watch' {
            [System.IO.File]::ReadAllText("$blobs/account/watch/night/portfolio.html") | Should -Match '<html lang="ja">'
        }

        It 'fails in one sentence without a credential, a list, an address that is one, a blob that is there' {
            $said = @((Get-Note 'failing').Given)
            $said[0] | Should -Be 'There is no credential asset Other in this account.'
            $said[1] | Should -Match '^There is no list: '
            $said[2] | Should -Match '^This is no address of a blob'
            $said[2] | Should -Not -Match 'secret'
            $said[3] | Should -Be 'There is no blob none.csv in the container lists.'
            (Get-Note 'failing').Asked | Should -Not -Contain '2014135898'
            (Get-Note 'refused').Given | Should -Match 'refused the user name'
        }

        It 'fails before it spends an access where the blob cannot be read, and never begins a new watch over the old one' {
            (Get-Note 'no access').Given | Should -Match 'not authorized'
            (Get-Note 'no access').Asked | Should -BeNullOrEmpty
        }

        It 'keeps both where two jobs write the same watch, and fails' {
            (Get-Note 'two at once').Given | Should -Match '^Another job has written night/portfolio\.jsonl meanwhile\. What this one found is in night/portfolio\.jsonl\.\d{8}-\d{6}\.$'
            (Get-Note 'beside').Given | Should -Be 'theirs mine'
        }

        It 'keeps what was found before an error' {
            (Get-Note 'cut').Given | Should -Be 'The wire was cut.'
            (Get-Note 'kept').Given | Should -Be 'half a night'
        }

        It 'leaves nothing in the temporary folder' { (Get-Note 'left').Given | Should -Be '0' }
    }

    It 'can be tried on the sandbox beside the other samples, whose list is another one' {
        $state = Get-StatePath
        $run = Invoke-FreshShell -Environment @{ PSModulePath = $ModuleFolder } {
            param($samples, $folder, $state)
            $null = & "$samples/Portfolio/Export-NightlyPortfolio.ps1" -Sandbox -OutputFolder $folder -StatePath $state 3> $null
            (& "$samples/AzureAutomation/Invoke-PortfolioRunbook.ps1" -Sandbox -StatePath $state).Cases
            (& "$samples/Portfolio/Export-NightlyPortfolio.ps1" -Sandbox -OutputFolder $folder -StatePath $state 3> $null).Cases
        } $Samples, "$TestDrive/beside", $state
        $run.Error | Should -BeNullOrEmpty
        $run.Output -split '\r?\n' | Should -Be '5', '20'
    }

    It 'ends with an exit code that tells of failure' {
        $failed = Invoke-Sample AzureAutomation/Invoke-PortfolioRunbook.ps1 '-StatePath', (Get-StatePath), '-ApplicationNumber', '特願2020-123456' -Environment @{ JPO_API_USERNAME = ''; JPO_API_PASSWORD = '' }
        $failed.ExitCode | Should -Be 1
        $failed.Error | Should -Match 'JPO_API_USERNAME'
        $failed.Output | Should -BeNullOrEmpty
    }
}

Describe 'Connect-WithSecret.ps1' {
    BeforeAll {
        $script:server = Open-TestServer
        $script:run = Invoke-Loopback -Server $server -Environment @{ PSModulePath = $ModuleFolder } -ArgumentList $Samples, $UserName, $Password, "$TestDrive/secret" -Body {
            param($samples, $user, $word, $folder)
            $sample = "$samples/Secrets/Connect-WithSecret.ps1"
            try { & $sample; 'no error' } catch { "$_" }
            $secret = [System.Security.SecureString]::new()
            foreach ($c in $word.ToCharArray()) { $secret.AppendChar($c) }
            $credential = [pscredential]::new($user, $secret)
            function Get-Secret { param($Name, $Vault) if ($Vault -and $Vault -ne 'Jpo') { throw "There is no vault $Vault." } switch ($Name) { 'JpoApi' { $credential } 'Text' { 'words' } default { throw "The secret $Name was not found." } } }
            foreach ($name in 'Text', 'Other') { try { & $sample -Name $name; 'no error' } catch { "$_" } }
            (& $sample -Vault Jpo -PassThru).UserName

            # And a sample takes that connection, and the sandbox's never.
            $null = New-Item -ItemType Directory $folder
            Set-Content "$folder/list.csv" 'ApplicationNumber', '特願2020-000001' -Encoding utf8BOM
            $null = & "$samples/Portfolio/Export-NightlyPortfolio.ps1" -Path "$folder/list.csv" -OutputFolder $folder
            'calls: ' + (Get-Call).Count
            $PSDefaultParameterValues.Remove('Connect-JpoApi:BaseUri')
            & $sample -Sandbox 3> $null
            (Get-JpoConnection).IsSandbox
            try { & "$samples/Portfolio/Export-NightlyPortfolio.ps1" -Path "$folder/list.csv" -OutputFolder $folder; 'no error' } catch { "$_" }
        }
        $script:lines = $run.Output -split '\r?\n'
    }

    AfterAll { Close-TestServer $server }

    It 'says what is missing: the module, a secret that is a credential, the secret' {
        $run.Error | Should -BeNullOrEmpty
        $lines[0] | Should -Match '^SecretManagement is missing: Install-Module Microsoft\.PowerShell\.SecretManagement'
        $lines[1] | Should -Match '^The secret "Text" is no credential'
        $lines[2] | Should -Match '^There is no secret "Other": Set-Secret .*The secret Other was not found\.'
        $run.Output | Should -Not -Match ([regex]::Escape($Password))
    }

    It 'connects with the secret, and the samples use the connection' {
        $lines[3] | Should -Be $UserName
        $lines[4] | Should -Be 'calls: 1'
    }

    It 'connects to the sandbox, which no sample takes for the service' {
        $lines[5] | Should -Be 'True'
        $lines[6] | Should -Match 'JPO_API_USERNAME'
    }
}

Describe 'Register-NightlyTask.ps1' {
    BeforeAll {
        $script:folder = "$TestDrive/task's folder"
        $script:run = Invoke-FreshShell -Environment @{ PSModulePath = $ModuleFolder } {
            param($sample, $folder, $state)
            if (-not (Get-Command Register-ScheduledTask -ErrorAction Ignore)) { try { & $sample; 'no error' } catch { "$_" } } else { 'there is a Windows Task Scheduler here' }

            # Stand-ins for the cmdlets of Windows, which note what they are given.
            ${function:New-ScheduledTaskAction} = { param($Execute, $Argument, $WorkingDirectory) [pscustomobject]@{ Execute = $Execute; Argument = $Argument; WorkingDirectory = $WorkingDirectory } }
            ${function:New-ScheduledTaskTrigger} = { param([switch] $Daily, [datetime] $At) [pscustomobject]@{ Daily = "$Daily"; StartBoundary = $At.ToString('s') } }
            ${function:New-ScheduledTaskSettingsSet} = { param([switch] $StartWhenAvailable, [switch] $RunOnlyIfNetworkAvailable, $MultipleInstances, $ExecutionTimeLimit) [pscustomobject]@{ Instances = $MultipleInstances; Late = "$StartWhenAvailable"; Hours = $ExecutionTimeLimit.TotalHours; Network = "$RunOnlyIfNetworkAvailable" } }
            function Register-ScheduledTask { $given = @{}; for ($i = 0; $i -lt $args.Count; $i += 2) { $given[$args[$i].Trim('-', ':')] = $args[$i + 1] } $given }
            $rest = @{ Sandbox = $true; Argument = "-OutputFolder '$($folder.Replace("'", "''"))' -StatePath '$state' -Language en" }
            @(& $sample @rest -WhatIf).Count
            & $sample @rest -At 04:30 | ConvertTo-Json -Depth 4 -Compress
            try { & $sample -ScriptPath "$folder/missing.ps1"; 'no error' } catch { "$_" }
            $text = [System.IO.File]::ReadAllText($sample) -replace 'function Get-ThisShell \{(?s:.*?)\n\}', 'function Get-ThisShell { }' -replace '\$PSScriptRoot', "'$(Split-Path $sample)'"
            try { & ([scriptblock]::Create($text)) @rest; 'no error' } catch { "$_" }
        } "$Samples/Scheduling/Register-NightlyTask.ps1", $folder, (Get-StatePath)
        $script:lines = @($run.Output -split '\r?\n' | Where-Object { $_ -notlike 'What if:*' })
        $script:task = $lines[2] | ConvertFrom-Json
    }

    It 'says on other systems where to look instead' -Tag 'needs Unix' -Skip:$IsWindows {
        $run.Error | Should -BeNullOrEmpty
        $lines[0] | Should -Match '^There is no Windows Task Scheduler here: .* crontab\.txt'
    }

    It 'finds the shell that runs it by the rule of the tests, and refuses where there is none' {
        $rule = { param($file) [System.Management.Automation.Language.Parser]::ParseFile($file, [ref]$null, [ref]$null).Find({ $args[0].Name -eq 'Get-ThisShell' }, $true).Extent.Text }
        $ours = & $rule ([System.IO.Path]::GetFullPath("$PSScriptRoot/../Get-ThisShell.ps1"))
        & $rule "$Samples/Scheduling/Register-NightlyTask.ps1" | Should -Be $ours
        $ours | Should -Match 'pwsh\.dll'
        $lines[4] | Should -Match '^No PowerShell is found that a task could start: '
    }

    It 'registers nothing with -WhatIf' {
        $lines[1] | Should -Be '0'
        $run.Output | Should -Match 'What if: .*Export-NightlyPortfolio\.ps1'
    }

    It 'keeps to the time of day in Japan, wherever the machine stands, and to one run at a time' {
        $task.Trigger.Daily | Should -Be 'True'
        "$($lines[2])" | Should -Match '"StartBoundary":"\d{4}-\d\d-\d\dT04:30:00\+09:00"'
        $task.Settings.Instances | Should -Be 'IgnoreNew'
        $task.Settings.Late | Should -Be 'True'
        $task.Settings.Hours | Should -Be 6
        $task.Settings.Network | Should -Be 'True'
        $task.TaskName | Should -Be 'JPO nightly portfolio'
    }

    It 'registers what, when the scheduler starts it, writes the report' {
        $start = [System.Diagnostics.ProcessStartInfo]::new($task.Action.Execute, $task.Action.Argument)
        $start.Environment['PSModulePath'] = $ModuleFolder
        $start.RedirectStandardOutput = $start.RedirectStandardError = $true
        $start.WorkingDirectory = $task.Action.WorkingDirectory
        $process = [System.Diagnostics.Process]::Start($start)
        $null = $process.StandardError.ReadToEndAsync()
        $null = $process.StandardOutput.ReadToEnd()
        $process.WaitForExit()
        $process.ExitCode | Should -Be 0
        @(Read-Workbook "$folder/portfolio.xlsx").Count | Should -Be 20
        Test-Path "$folder/portfolio.html" | Should -BeTrue
    }

    It 'ends with the exit code of the script' {
        [System.Text.Encoding]::Unicode.GetString([System.Convert]::FromBase64String(($task.Action.Argument -split ' ')[-1])) | Should -Match '; exit \$LASTEXITCODE$'
    }

    It 'refuses a script that is not there' {
        $lines[3] | Should -Match '^There is no script .*missing\.ps1'
    }
}

Describe 'Every sample, in a shell as strict as a shell can be' {
    BeforeAll {
        # What a sample needs beside -Sandbox; Tour.ps1 plays on the sandbox by itself.
        $script:needs = @{
            'Portfolio/Export-NightlyPortfolio.ps1'       = '-OutputFolder "$folder/report" -StatePath $state -Language ja'
            'OfficeActions/Send-NewOfficeAction.ps1'      = '-StateFile "$folder/told.xml" -StatePath $state -Language ja'
            'Annuities/Get-AnnuityDue.ps1'                = '-StatePath $state'
            'Family/Export-FamilyTable.ps1'               = '特願2018-025922, nonsense -OutputFolder $folder -StatePath $state -Language ja'
            'AzureAutomation/Invoke-PortfolioRunbook.ps1' = '-StatePath $state'
            'Scheduling/Register-NightlyTask.ps1'         = '-WhatIf'
            'Secrets/Connect-WithSecret.ps1'              = '-StatePath $state -PassThru'
        }
    }

    It '<Name> runs under Set-StrictMode -Version Latest, twice, and leaves shell and connection as they were' -ForEach $scripts {
        $needs.Keys | Should -Contain $Name -Because 'a new sample says here what it needs'
        $run = Invoke-FreshShell -Environment @{ PSModulePath = $ModuleFolder } -ScriptBlock ([scriptblock]::Create(@'
            param($sample, $folder, $state)
            Set-StrictMode -Version Latest
            $ErrorActionPreference = 'Stop'

            # Stand-ins for the cmdlets of Windows.
            if (-not (Get-Command Register-ScheduledTask -ErrorAction Ignore)) {
                function Register-ScheduledTask { 'registered' }
                function New-ScheduledTaskAction { 'action' }
                function New-ScheduledTaskTrigger { [pscustomobject]@{ StartBoundary = '' } }
                function New-ScheduledTaskSettingsSet { 'settings' }
            }
            $before = @((Get-Variable -Scope 0).Name)
            foreach ($i in 1, 2) { & $sample -Sandbox @@NEEDS@@ 3> $null 6> $null | Out-Null }
            if ($sample -notlike '*Connect-WithSecret.ps1' -and (Get-Command Get-JpoConnection -ErrorAction Ignore) -and (Get-JpoConnection)) { 'It left a connection.' }
            if ([cultureinfo]::CurrentUICulture.Name -ne $PSUICulture -or $ErrorActionPreference -ne 'Stop') { 'It changed the shell.' }
            'ran'
'@.Replace('@@NEEDS@@', $needs[$Name]))) -ArgumentList $File, "$TestDrive/strict-$([guid]::NewGuid().ToString('N'))", (Get-StatePath)
        $run.Error | Should -BeNullOrEmpty
        $run.Output | Should -Match '(^|\n)ran$'
        $run.Output | Should -Not -Match 'It (left|changed)'
    }

    It 'Tour.ps1 runs, too' {
        $run = Invoke-FreshShell {
            param($sample, $module, $result)
            Set-StrictMode -Version Latest
            $ErrorActionPreference = 'Stop'
            & $sample -ModulePath $module -Result $result 3> $null | Out-Null
            'ran'
        } "$Samples/Tour/Tour.ps1", $ModulePath, "$TestDrive/tour.csv"
        $run.Error | Should -BeNullOrEmpty
        $run.Output | Should -Be 'ran'
    }

    It '<Name> says its errors in Japanese where that is asked for, whatever the language of the shell' -ForEach @($scripts | Where-Object { [System.IO.File]::ReadAllText($_.File) -match '\[string\] \$Language' }) {
        $with = if ($Name -like 'Family/*') { '特願2018-025922' } else { '' }
        $run = Invoke-FreshShell -Environment @{ PSModulePath = $ModuleFolder; JPO_API_USERNAME = ''; JPO_API_PASSWORD = '' } -ScriptBlock ([scriptblock]::Create("
            param(`$sample, `$state)
            try { & `$sample $with -Language ja -StatePath `$state; 'no error' } catch { `"`$_`" }
            [cultureinfo]::CurrentUICulture.Name -eq `$PSUICulture")) -ArgumentList $File, (Get-StatePath)
        $lines = @($run.Output -split '\r?\n')
        $lines[0] | Should -Match '^認証情報がありません。'
        $lines[-1] | Should -Be 'True'
    }
}
