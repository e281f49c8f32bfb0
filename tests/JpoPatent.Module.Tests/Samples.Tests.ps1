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
        $script:run = Invoke-Sample Portfolio/Export-NightlyPortfolio.ps1 '-Sandbox', '-Language', 'ja', '-OutputFolder', $folder, '-StatePath', (Get-StatePath)
        $script:given = @(Import-Csv $Portfolio -Encoding UTF8)
        $script:rows = @(Import-Csv "$folder/portfolio.csv" -Encoding UTF8)
        $script:page = Read-Page "$folder/portfolio.html"

        # What the module says of the same cases.
        Connect-JpoApi -Sandbox -StatePath (Get-StatePath) -RequestsPerMinute 0
        $script:known = @{}
        foreach ($law in 'Patent', 'Design', 'Trademark') {
            $answers = $given.出願番号 | Where-Object { $_[0] -eq @{ Patent = '特'; Design = '意'; Trademark = '商' }[$law] } | & "Get-Jpo$($law)Progress" -ErrorAction Stop
            foreach ($answer in $answers) { $known["$law$($answer.ApplicationNumber)"] = $answer }
        }
    }

    It 'runs quietly and tells what it did in one object' {
        $run.Error | Should -BeNullOrEmpty
        $run.ExitCode | Should -Be 0
        $run.Output | Should -Match 'Cases\s+: 20'
        $run.Output | Should -Match 'NotFetched\s+: 0'
        Test-Path "$folder/todo.txt" | Should -BeFalse
    }

    It 'writes a CSV file that Excel opens: a row a case, in the order of the list' {
        Test-ByteOrderMark "$folder/portfolio.csv" | Should -Be 'EFBBBF'
        $rows.Count | Should -Be 20
        $rows.整理番号 | Should -Be $given.整理番号
        $rows.担当 | Should -Be $given.担当
        @($rows[0].PSObject.Properties.Name)[0..5] | Should -Be '整理番号', '法域', '出願番号', '名称', '出願人・権利者', '状態'
        foreach ($row in $rows) {
            $case = $known[@{ 特許 = 'Patent'; 意匠 = 'Design'; 商標 = 'Trademark' }[$row.法域] + ($row.出願番号 -replace '\D')]
            $row.名称 | Should -BeExactly "$($case.InventionTitle)$($case.DesignArticle)$($case.TrademarkForDisplay)"
            $row.'出願人・権利者' | Should -BeExactly ($case.Applicants.Name -join '; ')
            $row.登録番号 | Should -Be "$($case.RegistrationNumber)"
            $row.最新書類 | Should -BeExactly $case.LatestDocument.DocumentDescription
            $row.最新書類の日付 | Should -Be $case.LatestDocument.LegalDate.ToString('yyyy-MM-dd')
            $row.取得できない理由 | Should -BeNullOrEmpty
        }
    }

    It 'has the next annuity of what is registered, and the last day of what is notified and open' {
        $today = (Get-JpoQuota patent/app_progress).ResetsAt.Date.AddDays(-1)
        foreach ($case in $known.Values) {
            $row = $rows | Where-Object { ($_.出願番号 -replace '\D') -eq $case.ApplicationNumber -and $_.法域 -eq @{ Patent = '特許'; Design = '意匠'; Trademark = '商標' }["$($case.Law)"] }
            $notice = $case.Documents | Where-Object DocumentCode -EQ 'A131' | Sort-Object LegalDate | Select-Object -Last 1
            $isOpen = "$($case.State)" -eq 'RefusalNotified' -and -not ($case.Documents | Where-Object { $_.DocumentCode -in 'A53', 'A523' -and $_.LegalDate -ge $notice.LegalDate })
            $due = if ($isOpen) { ($case.ApplicationNumber | & "Get-Jpo$($case.Law)Document" | Where-Object DocumentNumber -EQ $notice.DocumentNumber).ResponseDueDate }
            elseif ("$($case.State)" -eq 'Registered') { ($case | & "Get-Jpo$($case.Law)Registration").NextPensionPaymentDate }
            $row.期限 | Should -Be $(if ($due) { $due.ToString('yyyy-MM-dd') } else { '' }) -Because $row.出願番号
            if ($due) { [int]$row.残日数 | Should -Be ($due - $today).Days }
        }
        @($rows | Where-Object 期限).Count | Should -BeGreaterThan 5
    }

    It 'writes a page that is well-formed, in Japanese, and needs nothing from elsewhere' {
        $page.html.lang | Should -Be 'ja'
        $page.html.head.title | Should -Be '知財ポートフォリオ日報'
        @($page.SelectNodes('//section[@id="all"]//tbody/tr')).Count | Should -Be 20
        $page.html.body.header.InnerText | Should -Match 'サンドボックスの架空データ'
        [System.IO.File]::ReadAllText("$folder/portfolio.html") | Should -Not -Match '(src|href)=|url\(|@import|<script|https?:'
    }

    It 'lists what is due within three months, the first one first, red within a month and for what is overdue' {
        $listed = @($page.SelectNodes('//section[@id="due"]//tbody/tr'))
        $expected = @($rows | Where-Object { $_.残日数 -and [int]$_.残日数 -le 90 } | Sort-Object 期限, 整理番号)
        @($listed | ForEach-Object { $_.SelectSingleNode('td[1]').InnerText }) | Should -Be $expected.整理番号
        for ($i = 0; $i -lt $listed.Count; $i++) {
            $left = [int]$expected[$i].残日数
            $class = if ($left -le 0) { 'due late' } elseif ($left -le 30) { 'due soon' } else { 'due near' }
            $listed[$i].SelectSingleNode('.//span[starts-with(@class,"due")]').class | Should -Be $class -Because $expected[$i].期限
        }
    }

    It 'says what was spent, and what is left' {
        $quota = @($page.SelectNodes('//section[@id="quota"]//tbody/tr') | ForEach-Object { $_.SelectSingleNode('td[1]').InnerText + ' ' + $_.SelectSingleNode('td[2]').InnerText + ' ' + $_.SelectSingleNode('td[3]').InnerText })
        $quota | Should -Contain '1-1 patent/app_progress 16 784'
        $quota | Should -Contain '3-1 trademark/app_progress 2 798'
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
        $null = Send-TestControl $server fault @{ body = $body; api = 'patent/app_progress'; status = 200 }
        $script:title = $title
        $lines = '整理番号,出願番号', '"<i>R-1</i>",2020-000001', 'R-2,特願２０２０－０００００２号', 'R-3,2020-999999', 'R-4,20208423', ',', 'R-5,2020-000002'
        [System.IO.File]::WriteAllBytes("$TestDrive/sjis.csv", [System.Text.Encoding]::GetEncoding(932).GetBytes($lines -join "`r`n"))
        $script:run = Invoke-Loopback -Server $server -ArgumentList "$Samples/Portfolio/Export-NightlyPortfolio.ps1", "$TestDrive/sjis.csv", $folder, "$TestDrive/no-column.csv", "$TestDrive/empty.csv" -Body {
            param($sample, $list, $folder, $noColumn, $empty)
            Set-Content $noColumn 'Reference,Application', 'R-1,2020-000001' -Encoding utf8BOM
            Set-Content $empty '整理番号,出願番号' -Encoding utf8BOM
            foreach ($bad in "$folder/missing.csv", $noColumn, $empty) { try { & $sample -Path $bad -OutputFolder $folder -Language ja; 'no error' } catch { "error: $_" } }
            'calls: ' + (Get-Call).Count + ', logins: ' + (Invoke-RestMethod -NoProxy -Uri "$base/control/log").logins
            & $sample -Path $list -OutputFolder $folder -Language en
        }
        $script:rows = @(Import-Csv "$folder/portfolio.csv" -Encoding UTF8)
        $script:page = Read-Page "$folder/portfolio.html"
    }

    AfterAll { Close-TestServer $server }

    It 'says what is wrong with a list before it logs on' {
        $lines = $run.Output -split '\r?\n'
        $lines[0] | Should -Match '^error: ファイル .*missing\.csv がありません。$'
        $lines[1] | Should -Match '^error: ファイル .* に「出願番号」（または ApplicationNumber）の列がありません。列: Reference, Application$'
        $lines[2] | Should -Match '^error: ファイル .* に案件がありません。$'
        $lines[3] | Should -Be 'calls: 0, logins: 0'
    }

    It 'reads Shift_JIS, asks once for what stands twice, and gives each row its answer' {
        $run.Error | Should -BeNullOrEmpty
        $rows.Reference | Should -Be '<i>R-1</i>', 'R-2', 'R-3', 'R-4', 'R-5'
        $rows[1].Title | Should -Be '架空の発明2020000002'
        $rows[4].Title | Should -Be $rows[1].Title
        Get-TestCallCount $server | Should -Be 3
    }

    It 'gives the reason where nothing could be fetched, and does not put it off to the next night' {
        $rows[2].'Why not fetched' | Should -Be 'JPO has no data for this number.'
        $rows[3].'Why not fetched' | Should -Match '^The number cannot be read: "20208423"'
        @($page.SelectNodes('//section[@id="problems"]//tbody/tr')).Count | Should -Be 2
        Test-Path "$folder/todo.txt" | Should -BeFalse
    }

    It 'encodes whatever comes from the service and from the list' {
        $rows[0].Title | Should -BeExactly $title
        $cells = @($page.SelectNodes('//section[@id="all"]//tbody/tr[1]/td') | ForEach-Object InnerText)
        $cells | Should -Contain $title
        $cells | Should -Contain '<i>R-1</i>'
        $cells | Should -Contain '<b>架空</b>'
        @($page.SelectNodes('//script | //i[not(@style)]')).Count | Should -Be 0
        $page.html.lang | Should -Be 'en'
    }
}

Describe 'Export-NightlyPortfolio.ps1 over three nights whose limit does not suffice for all' {
    BeforeAll {
        $script:server = Open-TestServer @('--sandbox', '--per-minute', '0', '--opd-per-minute', '0', '--clock', '2026-11-20T03:00:00+09:00')
        $script:folder = "$TestDrive/nights"
        $script:run = Invoke-Loopback -Server $server -ArgumentList "$Samples/Portfolio/Export-NightlyPortfolio.ps1", $Portfolio, $folder -Body {
            param($sample, $list, $folder)
            foreach ($night in @{ Day = '2026-11-20T03:00:00'; Left = 12 }, @{ Day = '2026-11-21T03:00:00'; Left = 5 }, @{ Day = '2026-11-22T03:00:00'; Left = 800 }) {
                Step-Clock $night.Day
                Limit-Access patent/app_progress $night.Left
                $before = (Get-Call).Count
                $result = & $sample -Path $list -OutputFolder $folder -Language en -WarningAction SilentlyContinue
                [pscustomobject]@{
                    Result = $result
                    Todo   = @(if (Test-Path "$folder/todo.txt") { Get-Content "$folder/todo.txt" })
                    Rows   = @(Import-Csv "$folder/portfolio.csv" -Encoding UTF8)
                    Asked  = @(Get-Call | Select-Object -Skip $before | Where-Object api -EQ 'patent/app_progress' | ForEach-Object { $_.path -replace '.*/' })
                } | ConvertTo-Json -Depth 4 -Compress
            }
        }
        $script:nights = @($run.Output -split '\r?\n' | ConvertFrom-Json)
        $script:patents = @((Import-Csv $Portfolio -Encoding UTF8).出願番号 | Where-Object { $_[0] -eq '特' })
    }

    AfterAll { Close-TestServer $server }

    It 'puts off what the limit did not suffice for, and loses nothing of the rest' {
        $run.Error | Should -BeNullOrEmpty
        $nights[0].Asked.Count | Should -Be 12
        $nights[0].Todo | Should -Be $patents[12..15]
        $nights[0].Result.NotFetched | Should -Be 4
        $nights[0].Rows.Count | Should -Be 20
        @($nights[0].Rows | Where-Object Title).Count | Should -Be 16
        @($nights[0].Rows | Where-Object 'Why not fetched').Application | Should -Be $patents[12..15]
        $nights[0].Rows | Where-Object 'Why not fetched' | ForEach-Object { $_.'Why not fetched' | Should -Be 'The daily limit is used up. This case comes first in the next run.' }
    }

    It 'begins the next night with them, and keeps what was known of those that it cannot ask for' {
        $nights[1].Asked | Should -Be @(@($patents[12..15]) + $patents[0] -replace '\D')
        $nights[1].Todo | Should -Be $patents[1..11]
        @($nights[1].Rows | Where-Object Title).Count | Should -Be 20
        $kept = $nights[1].Rows | Where-Object Application -EQ $patents[5]
        $kept.Retrieved | Should -Match '^2026-11-20 '
        $kept.State | Should -Be ($nights[0].Rows | Where-Object Application -EQ $patents[5]).State
        ($nights[1].Rows | Where-Object Application -EQ $patents[13]).Retrieved | Should -Match '^2026-11-21 '
    }

    It 'has no list any more when all was fetched' {
        $nights[2].Asked[0..10] | Should -Be @($patents[1..11] -replace '\D')
        $nights[2].Asked.Count | Should -Be 16
        $nights[2].Todo | Should -BeNullOrEmpty
        Test-Path "$folder/todo.txt" | Should -BeFalse
        $nights[2].Result.NotFetched | Should -Be 0
    }

    It 'never goes over the limit, and looks a notice up once' {
        $log = Get-TestLog $server
        $log.overLimit | Should -Be 0
        ($log.paths.PSObject.Properties | Where-Object Name -Like '*refusal_reason/2023110353').Value | Should -Be 1
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
                try { $context = $chat.GetContext() } catch { break }
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
                try { $client = $post.AcceptTcpClient() } catch { break }
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

        Set-Content "$TestDrive/two.csv" 'Reference,ApplicationNumber', 'R-1,2022-000001', 'R-2,特願2020-123456' -Encoding utf8BOM
        Set-Content "$TestDrive/one.csv" 'Reference,ApplicationNumber', 'R-1,2022-000001' -Encoding utf8BOM
        $script:run = Invoke-Loopback -Server $server -ArgumentList $Samples, "$TestDrive/one.csv", "$TestDrive/two.csv", $folder, $hook, "$($post.LocalEndpoint.Port)" -Body {
            param($samples, $one, $two, $folder, $hook, $port)
            $send = "$samples/OfficeActions/Send-NewOfficeAction.ps1"
            $export = "$samples/Portfolio/Export-NightlyPortfolio.ps1"
            $rest = @{ Path = $one; StateFile = "$folder/told.xml"; Language = 'ja' }
            $mail = @{ To = 'a@example.com', 'b@example.com'; From = 'jpo@example.com'; SmtpServer = '127.0.0.1'; SmtpPort = $port }
            function Note { param($What, $Given) [pscustomobject]@{ What = $What; Given = @($Given) } | ConvertTo-Json -Depth 4 -Compress }

            Note 'first export' (& $export -Path $one -OutputFolder $folder -Language ja)
            Note 'nothing new' (& $send @rest @mail -WebhookUri "$hook/quiet")
            Step-Clock '2023-05-19T03:00:00'
            Note 'second export' (& $export -Path $one -OutputFolder $folder -Language ja)
            Note 'whatif' (& $send @rest @mail -WebhookUri "$hook/whatif" -WhatIf 6> $null)
            try { & $send @rest -WebhookUri "$hook/broken"; Note 'broken' 'no error' } catch { Note 'broken' "$($_.Exception.GetType().Name)" }
            Note 'new' (& $send @rest @mail -WebhookUri "$hook/told")
            Note 'told' (& $send @rest @mail -WebhookUri "$hook/again")
            Note 'since' (& $send @rest -WebhookUri "$hook/since" -Since 2023-05-01)

            # A case that is new in the list begins with yesterday: of an old file nothing is told.
            $rest.Path = $two
            Step-Clock '2023-06-30T03:00:00'
            Note 'joined' (& $send @rest -WebhookUri "$hook/joined" -DocumentCode A131)
            foreach ($wrong in @{ WebhookUri = 'http://chat.example.com/x' }, @{ To = 'a@example.com' }) { try { & $send @rest @wrong; Note 'wrong' 'no error' } catch { Note 'wrong' "$_" } }
        }
        $script:notes = @($run.Output -split '\r?\n' | Where-Object { $_ -like '{*' } | ConvertFrom-Json)
        $script:rows = @(Import-Csv "$folder/portfolio.csv" -Encoding UTF8)
        $script:page = Read-Page "$folder/portfolio.html"
        function Get-Note { param($What) ($notes | Where-Object What -EQ $What).Given }
    }

    AfterAll {
        $chat.Stop()
        $post.Stop()
        $chatJob, $mailJob | Wait-Job -Timeout 5 | Out-Null
        $chatJob, $mailJob | Remove-Job -Force
        Close-TestServer $server
    }

    It 'stands in the report: from what to what, and until when' {
        $run.Error | Should -BeNullOrEmpty
        (Get-Note 'first export').Changed | Should -Be 0
        (Get-Note 'second export').Changed | Should -Be 1
        $rows[0].変更 | Should -Be '状態: 審査請求済 → 拒絶理由通知済 / 最新書類: 2023-03-29 検索報告書 → 2023-05-17 拒絶理由通知書 / 期限: なし → 2023-08-17'
        $rows[0].残日数 | Should -Be '90'
        $cell = $page.SelectSingleNode('//section[@id="changes"]//tbody/tr[1]/td[5]')
        $cell.InnerText | Should -Match '状態: 審査請求済 → 拒絶理由通知済'
        @($cell.SelectNodes('br')).Count | Should -Be 2
        $page.SelectSingleNode('//section[@id="all"]//tbody/tr').class | Should -Be 'changed'
    }

    It 'is not sent when it is nothing' {
        Get-Note 'nothing new' | Should -BeNullOrEmpty
        Get-Note 'told' | Should -BeNullOrEmpty
        Get-Note 'joined' | Should -BeNullOrEmpty
        $posts.Path | Should -Not -Contain '/quiet'
        $posts.Path | Should -Not -Contain '/again'
        $posts.Path | Should -Not -Contain '/joined'
    }

    It 'is shown and not sent with -WhatIf' {
        (Get-Note 'whatif').Document | Should -Be '拒絶理由通知書'
        $posts.Path | Should -Not -Contain '/whatif'
    }

    It 'is posted to the webhook as text, and once' {
        $mine = @($posts | Where-Object { $_.Path -eq '/told' })
        $mine.Count | Should -Be 1
        $mine[0].Type | Should -Be 'application/json; charset=utf-8'
        $text = ($mine[0].Body | ConvertFrom-Json).text
        $text | Should -Match '^特許庁からの新しい書類 1件'
        $text | Should -Match '・R-1 特願2022-000001 拒絶理由通知書  発送日 2023-05-17  応答期限（目安） 2023-08-17'
        $text | Should -Match '名称: 可搬型無線給電コイル、及びこれを備えたシステム'
    }

    It 'is mailed to everybody, in Japanese' {
        $mails.Count | Should -Be 1
        $mails[0].To | Should -Be 'a@example.com', 'b@example.com'
        $subject = [regex]::Matches($mails[0].Data, '=\?utf-8\?B\?([^?]+)\?=')
        -join ($subject | ForEach-Object { [System.Text.Encoding]::UTF8.GetString([System.Convert]::FromBase64String($_.Groups[1].Value)) }) | Should -Be '特許庁からの新しい書類 1件'
        $content = ($mails[0].Data -split "`n`n", 2)[1]
        [System.Text.Encoding]::UTF8.GetString([System.Convert]::FromBase64String($content)) | Should -Match '特願2022-000001 拒絶理由通知書'
    }

    It 'is told again in the next run when the message could not go out' {
        @($posts | Where-Object { $_.Path -eq '/broken' }).Count | Should -Be 1
        Get-Note 'broken' | Should -Match 'Exception'
        $given = Get-Note 'new'
        $given.Number | Should -Be '特願2022-000001'
        $given.DocumentCode | Should -Be 'A131'
        ([datetime]$given.DueDate).ToString('yyyy-MM-dd') | Should -Be '2023-08-17'
    }

    It 'is told again on demand' {
        (Get-Note 'since').Document | Should -Be '拒絶理由通知書'
        $posts.Path | Should -Contain '/since'
    }

    It 'goes to no address that others could read along' {
        $wrong = @(Get-Note 'wrong')
        $wrong[0] | Should -Match 'https://'
        $wrong[1] | Should -Match '-SmtpServer'
    }
}

Describe 'A run that ends early' {
    BeforeAll {
        $script:folder = "$TestDrive/early"
        $null = New-Item -ItemType Directory $folder
        Set-Content "$folder/last-run.xml" '<Objs Version="1.1.0.1"'
        $script:lock = [System.IO.File]::Open("$folder/portfolio.csv", 'Create', 'Write', 'None')
        $script:run = Invoke-FreshShell -Environment @{ PSModulePath = $ModuleFolder } {
            param($sample, $folder, $state)
            Import-Module JpoPatent
            function Get-JpoDesignProgress { throw 'The wire was cut.' }
            try { & $sample -Sandbox -OutputFolder $folder -StatePath $state -Language en 3> "$folder/warnings.txt" } catch { "error: $_" }
        } "$Samples/Portfolio/Export-NightlyPortfolio.ps1", $folder, (Get-StatePath)
        $lock.Dispose()
        $script:csv = @(Get-ChildItem "$folder/portfolio-*.csv")
        $script:rows = @(Import-Csv $(if ($csv) { $csv[0] } else { "$folder/portfolio.csv" }) -Encoding UTF8)
    }

    It 'says so' {
        $run.Output | Should -Be 'error: The wire was cut.'
    }

    It 'has written all that was fetched, and what is left' {
        $rows.Count | Should -Be 20
        @($rows | Where-Object { $_.Law -eq 'Patent' -and $_.Title }).Count | Should -Be 16
        ($rows | Where-Object Law -EQ 'Design').'Why not fetched' | Should -Be 'The run ended before this case was asked for.', 'The run ended before this case was asked for.'
        @(Get-Content "$folder/todo.txt").Count | Should -Be 4
        @((Read-Page "$folder/portfolio.html").SelectNodes('//section[@id="all"]//tbody/tr')).Count | Should -Be 20
        (Import-Clixml "$folder/last-run.xml").Facts.Count | Should -Be 16
    }

    It 'begins anew after a file of the run before that was cut off, and says so' {
        Get-Content "$folder/warnings.txt" -Raw | Should -Match 'last-run\.xml: '
        Test-Path "$folder/last-run.xml.new" | Should -BeFalse
    }

    It 'writes beside a CSV file that is open in Excel' -Tag 'macOS has no lock that keeps others from a file' -Skip:$noLock {
        $csv.Count | Should -Be 1
        Get-Content "$folder/warnings.txt" -Raw | Should -Match 'is it open in Excel'
    }
}

Describe 'Get-AnnuityDue.ps1' {
    BeforeAll {
        $script:run = Invoke-FreshShell -Environment @{ PSModulePath = $ModuleFolder } {
            param($sample, $state, $csv)
            & $sample -Sandbox -StatePath $state -Days 400 | Export-Csv $csv -NoTypeInformation -Encoding utf8BOM
            'default: ' + (@(& $sample -Sandbox -StatePath $state).Number -join ' ')
            $given = & $sample -Sandbox -StatePath $state -Days 3660 -ApplicationNumber 'nonsense', '特願2020-123456', '意願2018-000194' -ErrorVariable problems 2> $null
            'numbers: ' + ($given.Number -join ' ') + ', problems: ' + (@($problems.FullyQualifiedErrorId | Select-Object -Unique) -join ' ')
        } "$Samples/Annuities/Get-AnnuityDue.ps1", (Get-StatePath), "$TestDrive/due.csv"
        $script:rows = @(Import-Csv "$TestDrive/due.csv" -Encoding UTF8)

        # What the module says of every case.
        Connect-JpoApi -Sandbox -StatePath (Get-StatePath) -RequestsPerMinute 0
        $script:today = (Get-JpoQuota patent/app_progress).ResetsAt.Date.AddDays(-1)
        $script:all = @(foreach ($line in Import-Csv $Portfolio -Encoding UTF8) {
            $law = @{ 特許 = 'Patent'; 意匠 = 'Design'; 商標 = 'Trademark' }[$line.法域]
            $right = $line.出願番号 | & "Get-Jpo$($law)Registration" -ErrorAction SilentlyContinue
            if ($right.NextPensionPaymentDate) { [pscustomobject]@{ Reference = $line.整理番号; Number = $line.出願番号; Due = $right.NextPensionPaymentDate; RegistrationNumber = $right.RegistrationNumber } }
        }) | Sort-Object Due, Reference
    }

    It 'gives those that are due in time, the next one first, and is silent about what is not registered' {
        $run.Error | Should -BeNullOrEmpty
        $run.ExitCode | Should -Be 0
        $expected = @($all | Where-Object { ($_.Due - $today).Days -le 400 })
        $expected.Count | Should -BeGreaterThan 3
        $rows.Reference | Should -Be $expected.Reference
        $rows.RegistrationNumber | Should -Be $expected.RegistrationNumber
        @($rows.DaysLeft | ForEach-Object { [int]$_ }) | Should -Be @($expected | ForEach-Object { ($_.Due - $today).Days })
    }

    It 'looks 90 days ahead unless told otherwise' {
        ($run.Output -split '\r?\n')[0] | Should -Be ('default: ' + (@($all | Where-Object { ($_.Due - $today).Days -le 90 }).Number -join ' '))
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
            $summary.Fetched | Should -Be 5
            $summary.Todo | Should -BeNullOrEmpty
            $summary.Quota | Should -Match '^patent/app_progress: 797 of 800 left, '
        }

        It 'keeps its book in the temporary folder' -Tag 'needs Unix' -Skip:$IsWindows {
            Get-ChildItem $home2 -Force | Should -BeNullOrEmpty
            @(Get-ChildItem "$temp2/JpoPatent-*" -Recurse -Filter quota.v1.book).Count | Should -Be 1
        }
    }

    Context 'with the assets of an account' {
        BeforeAll {
            $script:server = Open-TestServer @('--sandbox', '--per-minute', '0', '--opd-per-minute', '0')
            $script:run = Invoke-Loopback -Server $server -Environment @{ PSModulePath = $ModuleFolder } -ArgumentList "$Samples/AzureAutomation/Invoke-PortfolioRunbook.ps1", $UserName, $Password -Body {
                param($sample, $user, $word)
                $secret = [System.Security.SecureString]::new()
                foreach ($c in $word.ToCharArray()) { $secret.AppendChar($c) }
                $credential = [pscredential]::new($user, $secret)
                $assets = @{ JpoPortfolio = "特願2023-004642, 特願2024-017513`r`n特願2015-000123; 特願2020-123456, 意願2018-000194, 20208423"; JpoTodo = '' }
                function Get-AutomationPSCredential { param($Name) if ($Name -eq 'JpoApi') { $credential } }
                function Get-AutomationVariable { param($Name) if (-not $assets.ContainsKey($Name)) { throw "Variable asset $Name not found." }; $assets[$Name] }
                ${function:Set-AutomationVariable} = { param($Name, $Value) if (-not $assets.ContainsKey($Name)) { throw "Variable asset $Name not found." }; $assets[$Name] = $Value }
                function Note { param($What, $Given) [pscustomobject]@{ What = $What; Given = $Given; Todo = $assets.JpoTodo; Asked = @(Get-Call | ForEach-Object { $_.path -replace '.*/' }) } | ConvertTo-Json -Depth 4 -Compress }
                $null = New-Item -ItemType Directory $state

                Limit-Access patent/app_progress 2
                Note 'used up' (& $sample -StatePath "$state/1" -WarningAction SilentlyContinue)
                $clock = [System.DateTimeOffset](Invoke-RestMethod -NoProxy -Uri "$base/control/clock").japan
                Step-Clock $clock.ToOffset([timespan]::FromHours(9)).Date.AddDays(1).AddHours(3).ToString('s')
                Note 'next day' (& $sample -StatePath "$state/1")

                foreach ($failing in @{ AssetName = 'Other' }, @{ PortfolioVariable = 'Other' }, @{ ApplicationNumber = 'nonsense' }) {
                    try { $null = & $sample @failing -StatePath "$state/1"; Note 'failing' 'no error' } catch { Note 'failing' "$_" }
                }
                $secret.AppendChar('x')
                try { $null = & $sample -StatePath "$state/2"; Note 'failing' 'no error' } catch { Note 'failing' "$_" }
            }
            $script:notes = @($run.Output -split '\r?\n' | ConvertFrom-Json)
        }

        AfterAll { Close-TestServer $server }

        It 'does not fail when the limit is used up, and keeps what is left' {
            $run.Error | Should -BeNullOrEmpty
            $notes[0].What | Should -Be 'used up'
            $notes[0].Given.Cases | Should -Be 6
            $notes[0].Given.Fetched | Should -Be 3
            $notes[0].Given.Todo | Should -Be '特願2015-000123', '特願2020-123456'
            $notes[0].Todo | Should -Be '特願2015-000123, 特願2020-123456'
            $notes[0].Given.Failed | Should -BeLike '20208423: *'
            $notes[0].Given.Quota | Should -Match 'patent/app_progress: 0 of 800 left'
        }

        It 'asks for it first on the next day' {
            @($notes[1].Asked | Select-Object -Skip $notes[0].Asked.Count | Where-Object { $_ -ne '2018000194' })[0..1] | Should -Be '2015000123', '2020123456'
            $notes[1].Given.Fetched | Should -Be 5
            $notes[1].Todo | Should -Be ''
            (Get-TestLog $server).overLimit | Should -Be 0
        }

        It 'fails in one sentence without a credential, without numbers, without a case, and when the log-on is refused' {
            $said = @($notes | Where-Object What -EQ 'failing').Given
            $said.Count | Should -Be 4
            $said[0] | Should -Be 'There is no credential asset Other in this account.'
            $said[1] | Should -Be 'Variable asset Other not found.'
            $said[2] | Should -Match '^No case could be fetched\. nonsense: '
            $said[3] | Should -Match 'refused the user name'
        }
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
        @(Import-Csv "$folder/portfolio.csv" -Encoding UTF8).Count | Should -Be 20
    }

    It 'refuses a script that is not there' {
        $lines[3] | Should -Match '^There is no script .*missing\.ps1'
    }
}

Describe 'Send-NewOfficeAction.ps1 on the sandbox' {
    BeforeAll {
        $script:run = Invoke-Sample OfficeActions/Send-NewOfficeAction.ps1 '-Sandbox', '-Since', '2021-10-01', '-StateFile', "$TestDrive/told.xml", '-StatePath', (Get-StatePath), '-Language', 'en'
    }

    It 'gives out what the office sent since a day, without a receiver' {
        $run.Error | Should -BeNullOrEmpty
        $run.ExitCode | Should -Be 0
        @([regex]::Matches($run.Output, '(?m)^Number\s+: 特願2020-123456')).Count | Should -Be 3 -Because 'two notices and the decision'
        $run.Output | Should -Match 'DocumentCode\s+: A02'
    }

    It 'remembers what was told' {
        (Import-Clixml "$TestDrive/told.xml").'Patent 2020123456' | Should -Be '06121474433', '06122058057', '06122294940'
    }
}
