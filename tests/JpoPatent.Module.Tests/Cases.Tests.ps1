BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Import-TestModule

    # Connections of a process share a sandbox, with its counters, where they have the same rates: each test has a sandbox of its own.
    $script:rate = 70000
    function Connect-OwnSandbox {
        $script:rate++
        Connect-JpoApi -Sandbox -StatePath (Get-StatePath) -RequestsPerMinute $script:rate -OpdRequestsPerMinute 0
    }
    Connect-OwnSandbox

    $script:ours = 'Number', 'Law', 'Title', 'State', 'StateSince', 'Applicants', 'LatestDate', 'LatestDocument', 'LatestMailed', 'LatestMailedDate', 'DueDate', 'DueKind',
        'RegistrationNumber', 'NextAnnuity', 'ExpireDate', 'RetrievedAt', 'IsSandbox', 'Problem', 'ProblemId'
    $script:shiftJis = [System.Text.CodePagesEncodingProvider]::Instance.GetEncoding(932)

    # How many accesses of an API were spent.
    function Get-Used { param([string] $Api = 'patent/app_progress') (Get-JpoQuota $Api).Used }
}

AfterAll { Disconnect-JpoApi }

Describe 'Get-JpoCase' {
    It 'gives one row for each, with all its own columns first, the failed ones too' {
        $rows = @'
整理番号,法域,出願番号,備考
P-1,特許,2018-100004,甲
D-1,意匠,2018-000194,乙
,,,
P-2,特許,20208423,丙
T-1,商標,2018-009480,丁
U-1,実用新案,2018-000001,戊
'@ | ConvertFrom-Csv
        $cases = @($rows | Get-JpoCase -WarningVariable warned -WarningAction SilentlyContinue)

        $cases.整理番号 | Should -Be 'P-1', 'D-1', 'P-2', 'T-1', 'U-1'
        $cases[0].PSObject.Properties.Name | Should -Be (@('整理番号', '法域', '出願番号', '備考') + $ours)
        $cases.備考 | Should -Be '甲', '乙', '丙', '丁', '戊'
        $cases[0].Number | Should -Be '特願2018-100004'
        $cases[1].Number | Should -Be '意願2018-000194'
        $cases[3].Number | Should -Be '商願2018-009480'
        $cases[2].ProblemId | Should -Be 'JpoInvalidNumber'
        $cases[2].Number | Should -Be '20208423'
        $cases[4].ProblemId | Should -Be 'JpoNotCovered'
        foreach ($case in $cases[0, 1, 3]) {
            $case.ProblemId | Should -BeNullOrEmpty
            $case.Title | Should -Not -BeNullOrEmpty
            $case.State | Should -BeOfType string
            $case.IsSandbox | Should -BeTrue
            $case.LatestDate | Should -Match '^\d{4}-\d\d-\d\d$'
        }
        $warned.Count | Should -Be 1
        $cases[0] -is [JpoPatent.JpoCase] | Should -BeTrue
        "$($cases[1])" | Should -Be '意願2018-000194'
    }

    It 'gives a row of a year that has not come back with the reason, and spends nothing on it' {
        $null = Get-JpoCase 特願2018-100004
        $used = Get-Used
        $cases = @('特願2018-100004', '特願2099-000001', '意願2018-000194' | Get-JpoCase -WarningAction SilentlyContinue)

        $cases.Count | Should -Be 3
        $cases.ProblemId | Should -Be $null, 'JpoInvalidNumber', $null
        Get-Used | Should -Be $used
    }

    It 'says the same as the progress of each law' {
        $progress = Get-JpoPatentProgress 2018-100004
        $case = Get-JpoCase 特願2018-100004
        $case.Title | Should -Be $progress.Title
        $case.State | Should -Be "$($progress.State)"
        $case.Applicants | Should -Be ($progress.Applicants.Name -join '; ')
        $case.LatestDocument | Should -Be $progress.LatestDocument.DocumentDescription
        $case.LatestDate | Should -Be $progress.LatestDocument.LegalDate.ToString('yyyy-MM-dd')
    }

    It 'takes rows in every form that the shell has them' {
        $forms = @{
            text      = '特願2018-100004'
            double    = [double]2018100004
            long      = [long]2018100004
            hashtable = @{ 出願番号 = '特願2018-100004'; 整理番号 = 'P-1' }
            ordered   = [ordered]@{ 整理番号 = 'P-1'; 'Application No.' = 2018100004 }
            json      = '{"id":7,"AppNo":2018100004}' | ConvertFrom-Json
            header    = [pscustomobject]@{ ' 出願No ' = [double]2018100004 }
            number    = ConvertTo-JpoNumber 特願2018-100004
            progress  = Get-JpoPatentProgress 特願2018-100004
            case      = Get-JpoCase 特願2018-100004
        }
        foreach ($form in $forms.Keys) {
            $case = $forms[$form] | Get-JpoCase -Law Patent
            $case.Number | Should -Be '特願2018-100004' -Because $form
            $case.ProblemId | Should -BeNullOrEmpty -Because $form
        }
        $forms.case | Get-JpoCase | ForEach-Object { $_.PSObject.Properties.Name } | Should -Be $ours
        ($forms.ordered | Get-JpoCase -Law 特許).PSObject.Properties.Name | Select-Object -First 3 | Should -Be '整理番号', 'Application No.', 'Number'
        (Get-JpoCase $forms.text, $forms.json -Law Patent).Count | Should -Be 2
    }

    It 'finds a case by another number of it' {
        $known = Get-JpoPatentProgress 特願2018-100004, 特願2018-100005, 特願2018-100029, 特願2020-123456, 特願2018-100000, 特願2018-100002 -ErrorAction SilentlyContinue |
            Where-Object RegistrationNumber | Select-Object -First 1
        $case = [pscustomobject]@{ 出願番号 = ''; 登録番号 = "特許第$($known.RegistrationNumber)号" } | Get-JpoCase
        $case.Number | Should -Be $known.DisplayNumber
        $case.RegistrationNumber | Should -Be $known.RegistrationNumber
    }

    It 'guesses no law, and takes the one it is given where the row says none' {
        (Get-JpoCase 2018-100004 -WarningAction SilentlyContinue).ProblemId | Should -Be 'JpoInvalidNumber'
        (Get-JpoCase 2018-000194 -Law 意匠).Law | Should -Be 'Design'
        { Get-JpoCase 2018-000194 -Law 実用新案 -ErrorAction Stop } | Should -Throw
    }

    It 'refuses numbers of other offices, and says so' {
        $cases = 'US.201314768239.A', [pscustomobject]@{ 出願番号 = '2018-100004'; 国 = 'US'; 法域 = '特許' } | Get-JpoCase -WarningAction SilentlyContinue
        $cases.ProblemId | Should -Be 'JpoInvalidNumber', 'JpoInvalidNumber'
    }

    It 'keeps a column of the user''s that has its name, and replaces its own when rows go in again' {
        $once = [pscustomobject]@{ State = '自社管理'; 出願番号 = '特願2018-100004' } | Get-JpoCase
        $once.State | Should -Be '自社管理'
        $once.JpoState | Should -Not -BeNullOrEmpty
        $twice = $once | Get-JpoCase
        $twice.PSObject.Properties.Name | Should -Be $once.PSObject.Properties.Name
        $twice.State | Should -Be '自社管理'
        $twice.JpoState | Should -Be $once.JpoState
        $file = Join-Path $TestDrive 'again.csv'
        $once | Export-Csv $file -NoTypeInformation -Encoding UTF8
        (Import-Csv $file -Encoding UTF8 | Get-JpoCase).PSObject.Properties.Name | Should -Be $once.PSObject.Properties.Name
    }

    It 'gives the union of unequal columns, in order of first sight' {
        $cases = [pscustomobject]@{ A = 1; 出願番号 = '特願2018-100004' }, [pscustomobject]@{ 出願番号 = '特願2018-100005'; B = 2 } | Get-JpoCase
        $cases[0].PSObject.Properties.Name | Select-Object -First 4 | Should -Be 'A', '出願番号', 'B', 'Number'
        $cases[1].PSObject.Properties.Name | Should -Be $cases[0].PSObject.Properties.Name
    }

    It 'says once that a column is missing, with the columns there are' {
        $rows = 1..5 | ForEach-Object { [pscustomobject]@{ '蜃ｺ鬘' = "特願2018-10000$_"; 備考 = 'x' } }
        $before = Get-Used
        $cases = @($rows | Get-JpoCase -ErrorVariable problems -ErrorAction SilentlyContinue -WarningAction SilentlyContinue)
        @($problems | Where-Object FullyQualifiedErrorId -Like 'JpoColumnMissing,*').Count | Should -Be 1
        $problems.Count | Should -Be 1
        "$($problems[0])" | Should -Match '備考'
        $problems[0].ErrorDetails.RecommendedAction | Should -Match 'Encoding'
        $cases.Count | Should -Be 5
        $cases.ProblemId | Should -Be (@('JpoColumnMissing') * 5)
        Get-Used | Should -Be $before
    }

    It 'asks once for a case that stands twice, and stops where the pipeline stops' {
        Connect-OwnSandbox
        $null = '特願2019-000997', '特願２０１９－０００９９７', '2019-000997' | Get-JpoCase -Law Patent -NoCache
        Get-Used | Should -Be 1
        $null = 1..50 | ForEach-Object { '特願2019-{0:000000}' -f (1000 + $_) } | Get-JpoCase | Select-Object -First 1
        Get-Used | Should -Be 2
    }

    It 'says with -WhatIf what a run costs, and spends nothing' {
        Connect-OwnSandbox
        $text = Invoke-FreshShell {
            param($module, $state)
            Import-Module $module
            Connect-JpoApi -Sandbox -StatePath $state
            '特願2018-100004', '特願2018-100004', '意願2018-000194', 'x' | Get-JpoCase -Registration -WhatIf
            (Get-JpoQuota patent/app_progress).Used
        } $ModulePath, (Get-StatePath)
        $text.Output | Should -Match 'patent/app_progress: at most 1'
        $text.Output | Should -Match 'design/registration_info: at most 1'
        ($text.Output -split "`n")[-1].Trim() | Should -Be '0'
    }

    It 'goes on to the end of the list when the limit is used up, and resumes' {
        Connect-OwnSandbox
        $null = Set-JpoQuotaLimit patent/app_progress -Limit 3 -Confirm:$false
        $list = 1..6 | ForEach-Object { [pscustomobject]@{ 整理番号 = "P-$_"; 出願番号 = '特願2018-10000{0}' -f $_ } }
        $out = Join-Path $TestDrive 'out.xlsx'
        $cases = @($list | Get-JpoCase -ErrorVariable problems -WarningAction SilentlyContinue)
        $problems | Should -BeNullOrEmpty
        $cases.整理番号 | Should -Be $list.整理番号
        $cases.ProblemId | Should -Be $null, $null, $null, 'JpoQuotaExhausted', 'JpoQuotaExhausted', 'JpoQuotaExhausted'
        Get-Used | Should -Be 3
        $cases | Export-JpoCase $out
        $null = Set-JpoQuotaLimit patent/app_progress -Limit 800 -Confirm:$false

        $rest = @(Get-JpoCase -Resume $out)
        Get-Used | Should -Be 6
        $rest.整理番号 | Should -Be $list.整理番号
        @($rest.ProblemId | Where-Object { $_ }) | Should -BeNullOrEmpty
        ($rest[0] | ConvertTo-Json) | Should -Be ($cases[0] | ConvertTo-Json)

        # With the list itself: the same, and nothing more is spent.
        $rest | Export-JpoCase $out -Force
        $null = Clear-JpoCache -Confirm:$false
        $again = @($list | Get-JpoCase -Resume $out)
        ($again | ConvertTo-Json) | Should -Be ($rest | ConvertTo-Json)
        Get-Used | Should -Be 6
    }

    It 'names the worksheet and the cell of what is wrong' {
        $list = Join-Path $TestDrive 'cells.xlsx'
        [pscustomobject]@{ 備考 = 'x'; 出願番号 = '特願2018-100004' }, [pscustomobject]@{ 備考 = 'y'; 出願番号 = '20208423' } | Export-JpoCase $list
        (Get-JpoCase -Path $list -WarningAction SilentlyContinue)[1].Problem | Should -BeLike 'Cases!B3: "20208423"*'
        { Get-JpoCase -Path $list -WorksheetName 意匠 -ErrorAction Stop } | Should -Throw -ErrorId 'JpoFileNotRead,*'
        { Get-JpoCase -Path (Join-Path $TestDrive 'none.xlsx') -ErrorAction Stop } | Should -Throw -ErrorId 'JpoFileNotRead,*'
    }

    It 'does not pass over a list without rows in silence' {
        $list = Join-Path $TestDrive 'empty.csv'
        Set-Content $list '整理番号,出願番号' -Encoding UTF8
        Get-JpoCase -Path $list -WarningVariable warned -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        $warned.Count | Should -Be 1
        Set-Content $list '' -Encoding UTF8
        { Get-JpoCase -Path $list -ErrorAction Stop } | Should -Throw -ErrorId 'JpoColumnMissing,*'
        { Get-JpoCase -ErrorAction Stop } | Should -Throw -ErrorId 'JpoInvalidParameter,*'
    }

    It 'stops in the middle of a list when it is told to' {
        $shell = [powershell]::Create()
        $null = $shell.AddScript({
                param($module, $state)
                Import-Module $module
                Connect-JpoApi -Sandbox -StatePath $state -RequestsPerMinute 10
                1..30 | ForEach-Object { '特願2019-{0:000000}' -f (3000 + $_) } | Get-JpoCase
            }).AddArgument($ModulePath).AddArgument((Get-StatePath))
        $output = [System.Management.Automation.PSDataCollection[psobject]]::new()
        $running = $shell.BeginInvoke([System.Management.Automation.PSDataCollection[psobject]]::new(), $output)

        # Ten calls go at once; the eleventh waits for its minute.
        foreach ($try in 1..600) { if ($output.Count -ge 10) { break }; Start-Sleep -Milliseconds 100 }
        $shell.Stop()
        $running.AsyncWaitHandle.WaitOne(10000) | Should -BeTrue
        $output.Count | Should -Be 10
        $shell.Dispose()
    }

    It 'says what is due next, and that something is due where the day is not known' {
        Connect-OwnSandbox
        $list = [System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'samples', 'Portfolio', 'portfolio.csv')
        $plain = @(Get-JpoCase -Path $list)
        $whole = @(Get-JpoCase -Path $list -Document -Registration)
        $waiting = @($plain | Where-Object State -eq RefusalNotified)
        $waiting.Count | Should -BeGreaterThan 1
        @($waiting.DueKind | Sort-Object -Unique) | Should -Be 'Response'
        @($waiting.DueDate | Where-Object { $_ }) | Should -BeNullOrEmpty
        ($waiting[0] | Out-String) | Should -Match ' \? '
        $open = @($whole | Where-Object State -eq RefusalNotified)
        foreach ($case in $open) { $case.DueDate | Should -Match '^\d{4}-\d\d-\d\d$' -Because $case.Number }
        $one = $open | Where-Object Law -eq Patent | Select-Object -First 1
        $due = $one | Get-JpoPatentProgress | Get-JpoPatentDocument | Get-JpoDueDate | Where-Object { $_.Kind -eq 'Response' -and -not $_.IsAnswered } | Sort-Object DueDate | Select-Object -Last 1
        $one.DueDate | Should -Be $due.DueDate.ToString('yyyy-MM-dd')
        $rights = @($whole | Where-Object { $_.State -eq 'Registered' -and $_.Law -ne 'Trademark' })
        $rights.Count | Should -BeGreaterThan 1
        foreach ($case in $rights) {
            $case.DueKind | Should -Be 'Annuity'
            $case.NextAnnuity | Should -Be (& "Get-Jpo$($case.Law)Registration" $case.Number).NextPensionPaymentDate.ToString('yyyy-MM-dd')
        }
    }

    It 'adds the whole answer with -PassThru' {
        (Get-JpoCase 特願2018-100004 -PassThru).Answer | Should -BeOfType JpoPatent.PatentProgress
    }
}

Describe 'Rows in, rows out' {
    BeforeAll {
        # As Excel in Japan saves it: Shift_JIS, 30 columns, blank rows, three laws, a wrong number, a duplicate, 2,000 rows.
        $script:names = @('No', '整理番号', '法域', '出願番号', '名称', 'State') + (7..30 | ForEach-Object { "列$_" })
        $laws = '特許', '意匠', '商標'
        $lines = [System.Collections.Generic.List[string]]::new()
        $lines.Add($names -join ',')
        foreach ($i in 1..2000) {
            if ($i % 100 -eq 0) { $lines.Add(',' * 29) }
            $law = $i % 3
            $number = '2019-{0:000000}' -f (1 + [math]::Floor($i / 3))
            if ($i -eq 500) { $number = '2019-1234567' }
            if ($i -eq 700) { $number = '2019-000001' }
            $cells = @("$i", "K-$i", $laws[$law], $number, '"髙い塔、①"', '=社内') + (7..30 | ForEach-Object { "$i-$_" })
            $lines.Add($cells -join ',')
        }
        $script:file = Join-Path $TestDrive '台帳.csv'
        [System.IO.File]::WriteAllText($file, ($lines -join "`r`n") + "`r`n", $shiftJis)
        $script:listed = @([System.IO.File]::ReadAllText($file, $shiftJis) | ConvertFrom-Csv | Where-Object No)
        Connect-OwnSandbox
        $script:cases = @(Get-JpoCase -Path $file -WarningAction SilentlyContinue)
    }

    It 'gives as many rows as went in, in order, with their own columns untouched' {
        $cases.Count | Should -Be 2000
        foreach ($name in $names) { $cases.$name -join '|' | Should -BeExactly ($listed.$name -join '|') -Because $name }
        $cases[499].ProblemId | Should -Be 'JpoInvalidNumber'
        $cases[499].Problem | Should -Match '506'
        $cases[0].JpoState | Should -Not -BeNullOrEmpty
        @($cases.Law | Sort-Object -Unique) | Should -Be 'Design', 'Patent', 'Trademark'
    }

    It 'has nothing that is a type name, in any form' {
        $text = ($cases | ConvertTo-Csv -NoTypeInformation) -join "`n"
        $text | Should -Not -Match 'System\.|JpoPatent\.'
        $cases | ConvertTo-Json -Depth 2 | Should -Not -Match 'System\.|JpoPatent\.|"\$'
    }

    It 'goes out as <_> and comes back the same' -ForEach 'xlsx', 'csv' {
        $out = Join-Path $TestDrive "out.$_"
        $cases | Export-JpoCase $out
        Connect-OwnSandbox
        $before = Get-Used
        $back = @(Get-JpoCase -Resume $out -WarningAction SilentlyContinue)
        $back.Count | Should -Be 2000
        foreach ($name in $cases[0].PSObject.Properties.Name | Where-Object { $_ -notin 'Problem', 'ProblemId', 'JpoProblem' }) {
            $back.$name -join '|' | Should -BeExactly ($cases.$name -join '|') -Because "$name in $_"
        }
        Get-Used | Should -Be $before
        if ($_ -eq 'csv') { [System.IO.File]::ReadAllBytes($out)[0..2] | Should -Be 0xEF, 0xBB, 0xBF }
    }

    It 'survives <_>' -ForEach 'Clixml', 'JSON', 'CSV', 'a job', 'another culture' {
        $some = $cases[0..20]
        $way = $_
        $back = switch ($way) {
            'Clixml' { $some | Export-Clixml (Join-Path $TestDrive 'x.xml'); Import-Clixml (Join-Path $TestDrive 'x.xml') }
            'JSON' { $some | ConvertTo-Json | ConvertFrom-Json }
            'CSV' { $some | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv }
            'a job' { Start-Job { $input } -InputObject $some | Receive-Job -Wait -AutoRemoveJob }
            'another culture' {
                $own = [cultureinfo]::CurrentCulture
                try { [cultureinfo]::CurrentCulture = 'th-TH'; $some | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv } finally { [cultureinfo]::CurrentCulture = $own }
            }
        }
        foreach ($name in $ours.Where{ $_ -ne 'State' } + 'JpoState') { "$($back.$name)" | Should -BeExactly "$($some.$name)" -Because "$name through $way" }
        @($back | Where-Object JpoState -eq $some[0].JpoState).Count | Should -BeGreaterThan 0
    }
}

Describe 'Export-JpoCase' {
    It 'replaces a file only when told to, and finds that out before a row is fetched' {
        $out = Join-Path $TestDrive 'there.csv'
        Set-Content $out 'mine'
        Connect-OwnSandbox
        { '特願2018-100004' | Get-JpoCase | Export-JpoCase $out -ErrorAction Stop } | Should -Throw -ErrorId 'JpoFileExists,*'
        Get-Used | Should -Be 0
        Get-Content $out | Should -Be 'mine'
        '特願2018-100004' | Get-JpoCase | Export-JpoCase $out -Force
        (Import-Csv $out -Encoding UTF8).Number | Should -Be '特願2018-100004'
        { '特願2018-100004' | Get-JpoCase | Export-JpoCase (Join-Path $TestDrive 'x.txt') -ErrorAction Stop } | Should -Throw -ErrorId 'JpoInvalidParameter,*'
    }

    It 'lets nothing run as a formula, unless -Raw' {
        $row = [pscustomobject]@{ '@名' = '=HYPERLINK("x")'; 出願番号 = '特願2018-100004'; n = -5; 記号 = '-' } | Get-JpoCase
        $out = Join-Path $TestDrive 'formula.csv'
        $row | Export-JpoCase $out
        $back = Import-Csv $out -Encoding UTF8
        $back.'''@名' | Should -Be '''=HYPERLINK("x")'
        $back.n | Should -Be '-5'
        $back.記号 | Should -Be '-'
        (Get-JpoCase -Path $out).'''@名' | Should -Be '=HYPERLINK("x")'
        $row | Export-JpoCase $out -Raw -Force
        (Import-Csv $out -Encoding UTF8).'@名' | Should -Be '=HYPERLINK("x")'
    }

    It 'has Japanese headings and words for a Japanese reader, which read back the same' {
        $out = Join-Path $TestDrive 'ja.xlsx'
        $seen = Invoke-FreshShellJson {
            param($module, $state, $out)
            [cultureinfo]::CurrentUICulture = 'ja-JP'
            [cultureinfo]::CurrentCulture = 'ja-JP'
            Import-Module $module
            Connect-JpoApi -Sandbox -StatePath $state
            $cases = [pscustomobject]@{ 出願番号 = '特願2018-100004'; 整理番号 = 'P-1' } | Get-JpoCase
            $cases | Export-JpoCase $out
            $cases | ConvertTo-Json
        } $ModulePath, (Get-StatePath), $out
        $zip = [System.IO.Compression.ZipFile]::OpenRead($out)
        $reader = [System.IO.StreamReader]::new($zip.GetEntry('xl/sharedStrings.xml').Open())
        $strings = $reader.ReadToEnd()
        $zip.Dispose()
        foreach ($heading in 'JPO出願番号', '法域', '名称', '状態', '最新書類', '期限', '登録番号') { $strings | Should -Match $heading }
        $strings | Should -Not -Match 'RetrievedAt|Registered|Refused'
        $back = Get-JpoCase -Resume $out
        foreach ($name in '整理番号', '出願番号', 'Number', 'Law', 'State', 'LatestDate', 'RetrievedAt', 'IsSandbox') { $back.$name | Should -Be $seen.$name -Because $name }
    }
}

Describe 'What is due, with the row behind it' {
    BeforeAll {
        Connect-OwnSandbox
        $script:rows = @(
            [pscustomobject]@{ 整理番号 = 'P-1'; 出願番号 = '特願2018-100004'; 担当 = '佐藤'; Kind = '国内'; 備考 = '=1+1' }
            [pscustomobject]@{ 整理番号 = 'P-2'; 出願番号 = '特願2018-100004'; 担当 = '鈴木'; Kind = '国内'; 備考 = '' }
            [pscustomobject]@{ 整理番号 = 'D-1'; 出願番号 = '意願2018-000194'; 担当 = '佐藤'; Kind = '国内'; 備考 = '' }
        )
        $script:cases = @($rows | Get-JpoCase -Document -Registration -WarningAction SilentlyContinue)
        $script:due = @($cases | Get-JpoDueDate -WarningAction SilentlyContinue)
    }

    It 'has the columns of its row, and every row of a case that stands twice' {
        @($due | Where-Object Law -EQ 'Patent' | Select-Object -ExpandProperty 整理番号 -Unique) | Should -Be 'P-1', 'P-2'
        foreach ($one in $due) {
            $row = $rows | Where-Object 整理番号 -EQ $one.整理番号
            $one.担当 | Should -Be $row.担当
            $one.備考 | Should -Be $row.備考
            $one.Number | Should -Be $row.出願番号
            "$($one.Kind)" | Should -BeIn ([enum]::GetNames($one.Kind.GetType())) -Because 'a property keeps its name, and a column of that name gets a prefix'
            $one.JpoKind | Should -Be '国内'
        }
    }

    It 'keeps them through a file and through itself' {
        $path = Join-Path $TestDrive 'due-rows.csv'
        $cases | Export-Csv $path -NoTypeInformation -Encoding utf8BOM
        foreach ($again in @($due | Get-JpoDueDate), @($due | Get-JpoDueDate | Get-JpoDueDate)) {
            $again.整理番号 | Should -Be $due.整理番号
            $again.DueDate | Should -Be $due.DueDate
        }
        $fromFile = @(Import-Csv $path -Encoding utf8BOM | Get-JpoDueDate -WarningAction SilentlyContinue)
        $fromFile.Count | Should -BeGreaterThan 0
        foreach ($one in $fromFile) { ($rows | Where-Object 整理番号 -EQ $one.整理番号).出願番号 | Should -Be $one.Number }
    }

    It 'comes once from rows and answers together, as it did without columns' {
        $answers = @('意願2018-000194' | Get-JpoDesignRegistration)
        $first = @($answers | Get-JpoDueDate)[0]
        $first.DueDate | Should -Not -BeNullOrEmpty
        @(@($answers) + @($cases[2]) | Get-JpoDueDate -WarningAction SilentlyContinue | Where-Object { $_.Kind -eq $first.Kind -and $_.DueDate -eq $first.DueDate }).Count | Should -Be 1
    }

    It 'goes into a sheet with Japanese headings, words and links for a Japanese reader, and as scripts have it with -Raw' {
        $paths = foreach ($name in 'ja.csv', 'raw.csv', 'change.csv') { Join-Path $TestDrive "due-$name" }
        $before = [cultureinfo]::CurrentUICulture
        [cultureinfo]::CurrentUICulture = 'ja-JP'
        try {
            $due | Export-JpoCase $paths[0]
            $due | Export-JpoCase $paths[1] -Raw
            $then = $cases[2] | Select-Object *
            $then.State = 'Published'
            Compare-JpoCase -Reference $then -Difference $cases[2] | Export-JpoCase $paths[2]
        }
        finally { [cultureinfo]::CurrentUICulture = $before }
        $sheet = @(Import-Csv $paths[0] -Encoding UTF8)
        @($sheet[0].PSObject.Properties.Name)[0..4] | Should -Be '整理番号', '出願番号', '担当', 'JpoKind', '備考'
        $headings = @($sheet[0].PSObject.Properties.Name)
        $headings[5..8] | Should -Be 'JPO出願番号', '種別', '期限', '残日数'
        $headings.Count | Should -Be (5 + @($due[0].PSObject.Properties | Where-Object { $_ -isnot [psnoteproperty] -and $_.Name -ne 'ApplicationNumber' }).Count)
        foreach ($heading in $headings | Select-Object -Skip 5) { $heading | Should -Match '[ぁ-んァ-ヶ一-龠]' }
        $sheet.JPO出願番号 | Should -Be $due.Number
        $sheet.種別 | ForEach-Object { $_ | Should -Match '[ぁ-んァ-ヶ一-龠]' }
        $sheet.種別 | Should -Contain '年金' -Because 'patents and designs have annuities'
        $sheet.種別 | Should -Not -Contain '年金・後期分' -Because 'that is the word where the law is not known'
        $sheet[0].期限 | Should -Be $(if ($due[0].DueDate) { $due[0].DueDate.ToString('yyyy-MM-dd') } else { '' })
        $raw = @(Import-Csv $paths[1] -Encoding UTF8)
        $raw.Kind | Should -Be @($due.Kind | ForEach-Object { "$_" })
        $raw.Number | Should -Be $due.Number
        $change = @(Import-Csv $paths[2] -Encoding UTF8) | Where-Object 項目 -EQ '状態'
        $change.変更前 | Should -Match '^公開'
        $change.変更後 | Should -Match '登録'
    }

    It 'says in the language of the reader that a sheet is open in another program' -Skip:$IsMacOS -Tag 'macOS has no lock that keeps others from a file' {
        $path = Join-Path $TestDrive 'open.xlsx'
        $lock = [System.IO.File]::Open($path, 'Create', 'Write', 'None')
        $before = [cultureinfo]::CurrentUICulture
        [cultureinfo]::CurrentUICulture = 'ja-JP'
        try { { $due | Export-JpoCase $path -Force } | Should -Throw -ErrorId 'JpoFileNotWritten,*' -ExpectedMessage '*使用中です*' }
        finally {
            [cultureinfo]::CurrentUICulture = $before
            $lock.Dispose()
        }
    }

    It 'finds a list under headings in two rows' {
        $path = Join-Path $TestDrive 'two-rows.csv'
        Set-Content $path '整理番号,法域,出願,,登録,', ',,番号,日,番号,日', 'P-1,特許,2018-100004,2018/5/1,,' -Encoding utf8BOM
        $case = Get-JpoCase -Path $path
        @($case.PSObject.Properties.Name)[0..5] | Should -Be '整理番号', '法域', '出願番号', '出願・日', '登録番号', '登録・日'
        $case.Number | Should -Be '特願2018-100004'
        $case.ProblemId | Should -BeNullOrEmpty
    }
}

Describe 'A list as Excel in Japan saves it: 2,000 rows of 30 columns' {
    BeforeAll {
        $script:columns = @('No.', '整理番号', '法域', '出願番号', '出願日', '名称', '備考', 'Number', 'State') + @(1..21 | ForEach-Object { "列$_" })
        $script:given = @(foreach ($i in 1..2000) {
            $law = '特許', '意匠', '商標' | Select-Object -Index ($i % 3)
            $number = switch ($law) { '特許' { '特願{0}-{1:000000}' -f (2010 + $i % 15), (100000 + $i) } '意匠' { '意願{0}-{1:000000}' -f (2018 + $i % 7), (3 * $i) } '商標' { '商願{0}-{1:000000}' -f (2018 + $i % 7), (7 * $i) } }
            if ($i -eq 777) { $number = '20208423' }
            if ($i -eq 1500) { $law, $number = '特許', '特願2013-100003' }
            , (@("$i", ('{0:00000}' -f $i), $law, $number, '2020/4/1', '①髙い,塔', '=1+1', 'own', '旧') + @(1..21 | ForEach-Object { "v$_" }))
        })
        $lines = @($columns -join ',') + @(foreach ($row in $given) {
            ($row | ForEach-Object { if ($_ -match ',') { "`"$_`"" } else { $_ } }) -join ','
            if ($row[0] -match '00$') { ',' * 29; '' }
        })
        $list = Join-Path $TestDrive 'long.csv'
        [System.IO.File]::WriteAllText($list, ($lines -join "`r`n"), [System.Text.Encoding]::GetEncoding(932))
        Connect-OwnSandbox
        foreach ($law in 'patent', 'design', 'trademark') { $null = Set-JpoQuotaLimit "$law/app_progress" -Limit 5000 }
        $script:cases = @(Get-JpoCase -Path $list -WarningAction SilentlyContinue)
        $script:book = Join-Path $TestDrive 'long.xlsx'
        $cases | Export-JpoCase $book
    }

    AfterAll { Connect-OwnSandbox }

    It 'gives as many rows as came in, in their order, with all columns untouched' {
        $cases.Count | Should -Be 2000
        foreach ($i in 0..29) { @($cases.($columns[$i])) -join '|' | Should -BeExactly (@($given | ForEach-Object { $_[$i] }) -join '|') -Because $columns[$i] }
        @($cases | Where-Object ProblemId).'No.' | Should -Be '777'
        $cases[1499].JpoNumber | Should -Be $cases[2].JpoNumber
        $cases[1499].JpoState | Should -Be $cases[2].JpoState
        $cases[1499].RetrievedAt | Should -Be $cases[2].RetrievedAt -Because 'a case that stands twice is asked for once'
    }

    It 'comes back from the workbook with right days, and nothing is a type name' {
        $back = @(Get-JpoCase -Resume $book -WarningAction SilentlyContinue)
        $back.Count | Should -Be 2000
        foreach ($name in '整理番号', '備考', 'Number', 'JpoNumber', 'JpoState', 'StateSince', 'LatestDate', 'DueDate', 'ExpireDate') { @($back.$name | ForEach-Object { "$_" }) -join '|' | Should -BeExactly (@($cases.$name | ForEach-Object { "$_" }) -join '|') -Because $name }
        @($cases | ConvertTo-Csv) -match 'System\.|JpoPatent\.' | Should -BeNullOrEmpty
    }

    It 'opens in LibreOffice with the same rows and right days' -Tag 'LibreOffice (soffice) is not on PATH.' -Skip:(-not (Get-Command soffice -ErrorAction Ignore)) {
        $null = soffice "-env:UserInstallation=$([uri]::new((Join-Path $TestDrive office)).AbsoluteUri)" --headless --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true' --outdir "$TestDrive" $book 2>&1
        $open = @(Import-Csv (Join-Path $TestDrive 'long.csv') -Encoding UTF8)
        $open.Count | Should -Be 2000
        foreach ($name in $columns[0..6] + 'JpoNumber', 'StateSince', 'LatestDate', 'LatestMailedDate', 'DueDate', 'ExpireDate') { @($open.$name) -join '|' | Should -BeExactly (@($cases.$name | ForEach-Object { "$_" }) -join '|') -Because $name }
    }
}

Describe 'Compare-JpoCase' {
    BeforeAll {
        Connect-OwnSandbox
        $script:now = @('特願2018-100004', '意願2018-000194', '商願2018-009480' | Get-JpoCase)
        $script:then = $now | Select-Object *
        $then[0].State = 'RefusalNotified'
        $then[1].LatestDocument = '意匠登録願'
        $then[1].LatestDate = '2018-01-31'
        $then = @($then[0, 1]) + ('特願2018-100005' | Get-JpoCase)
    }

    It 'says the same whatever the reference came through: <_>' -ForEach 'objects', 'CSV', 'Clixml', 'JSON', 'XLSX', 'Japanese CSV' {
        $path = Join-Path $TestDrive "then-$($_ -replace ' ').x"
        $reference = switch ($_) {
            'objects' { $then }
            'CSV' { $then | Export-Csv $path -NoTypeInformation; Import-Csv $path }
            'Clixml' { $then | Export-Clixml $path; Import-Clixml $path }
            'JSON' { $then | ConvertTo-Json | Set-Content $path; Get-Content $path -Raw | ConvertFrom-Json }
            'XLSX' { $then | Export-JpoCase "$path.xlsx"; Get-JpoCase -Resume "$path.xlsx" }
            'Japanese CSV' {
                $own = [cultureinfo]::CurrentUICulture
                try { [cultureinfo]::CurrentUICulture = 'ja-JP'; $then | Export-JpoCase "$path.csv" } finally { [cultureinfo]::CurrentUICulture = $own }
                Import-Csv "$path.csv" -Encoding UTF8
            }
        }
        $changes = @(Compare-JpoCase -Reference $reference -Difference $now)
        $changes | ForEach-Object { '{0} {1} {2} {3}>{4}' -f $_.Number, $_.Kind, $_.Property, $_.Before, $_.After } | Should -Be @(
            "特願2018-100004 Changed State RefusalNotified>$($now[0].State)"
            "意願2018-000194 Document LatestDocument 2018-01-31 意匠登録願>$($now[1].LatestDate) $($now[1].LatestDocument)"
            '商願2018-009480 New  >'
            '特願2018-100005 Gone  >'
        )
    }

    It 'remembers with a snapshot, and only what was told' {
        $path = Join-Path $TestDrive 'snapshot.json'
        $then | Compare-JpoCase -SnapshotPath $path | Should -BeNullOrEmpty
        $before = Get-Content $path -Raw
        ($now | Compare-JpoCase -SnapshotPath $path | Select-Object -First 1).Number | Should -Be '特願2018-100004'
        Get-Content $path -Raw | Should -Be $before
        @($now | Compare-JpoCase -SnapshotPath $path).Count | Should -Be 4
        $now | Compare-JpoCase -SnapshotPath $path | Should -BeNullOrEmpty
    }

    It 'refuses to hold made-up cases against true ones' {
        $true1 = $now | Select-Object *
        $true1 | ForEach-Object { $_.IsSandbox = $false }
        { Compare-JpoCase $now $true1 -ErrorAction Stop } | Should -Throw -ErrorId 'JpoInvalidParameter,*'
    }
}
