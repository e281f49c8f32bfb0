# A portfolio in three laws, watched night by night on the sandbox, whose cases live on.

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Import-TestModule

    $script:folder = Join-Path $TestDrive 'watch'
    $null = New-Item -ItemType Directory -Path $folder
    $script:state = Join-Path $folder 'state'
    $script:list = Join-Path $folder 'list.csv'
    $script:watch = Join-Path $folder 'portfolio.jsonl'
    $script:rows = @(
        foreach ($i in 1..60) { [pscustomobject]@{ '整理番号' = "P-$i"; '法域' = '特許'; '出願番号' = '特願{0}-{1:000000}' -f (2019 + $i % 6), (100000 + 37 * $i); '担当' = '佐藤' } }
        foreach ($i in 1..10) { [pscustomobject]@{ '整理番号' = "D-$i"; '法域' = '意匠'; '出願番号' = '意願{0}-{1:000000}' -f (2021 + $i % 4), (100 + 11 * $i); '担当' = '鈴木' } }
        foreach ($i in 1..10) { [pscustomobject]@{ '整理番号' = "T-$i"; '法域' = '商標'; '出願番号' = '商願{0}-{1:000000}' -f (2021 + $i % 4), (200 + 13 * $i); '担当' = '田中' } }
    )
    $rows | Export-Csv $list -Encoding utf8BOM -NoTypeInformation

    function Enter-Night {
        param([datetime] $Date)
        Connect-JpoApi -Sandbox -SandboxDate $Date -StatePath $state -RequestsPerMinute 0 -OpdRequestsPerMinute 0
    }

    # Limits small enough that the planner has to choose.
    function Use-SmallLimit {
        foreach ($law in 'patent', 'design', 'trademark') {
            foreach ($api in 'app_progress', 'app_progress_simple', 'registration_info') { $null = Set-JpoQuotaLimit "$law/$api" -Limit 12 }
        }
    }
}

AfterAll { Disconnect-JpoApi }

Describe 'Update-JpoWatch' {
    It 'looks at cases inside the limits for twenty nights, and tells every change once, in order, with the row behind it' {
        $nights = foreach ($n in 0..19) {
            Enter-Night ([datetime]'2026-01-05').AddDays(9 * $n)
            if ($n -eq 0) { Use-SmallLimit }
            Update-JpoWatch -Portfolio $list -Path $watch -WarningAction SilentlyContinue
            Get-JpoQuota | Where-Object { $_.Used -gt $_.Limit } | Should -BeNullOrEmpty
        }

        $nights.Count | Should -Be 20
        $nights.Cases | Sort-Object -Unique | Should -Be 80
        $nights[-1].NeverLookedAt | Should -Be 0
        ($nights.Changes | Measure-Object -Sum).Sum | Should -BeGreaterThan 0
        $changes = @(Get-JpoWatchChange -Path $watch)
        $changes.Count | Should -Be ($nights.Changes | Measure-Object -Sum).Sum
        $changes.Sequence | Should -Be (1..$changes.Count)
        $nights[-1].LastSequence | Should -Be $changes.Count
        foreach ($change in $changes) {
            $change.'整理番号' | Should -Match '^[PDT]-\d+$'
            $change.'担当' | Should -Not -BeNullOrEmpty
        }

        # What came after one state came before the next.
        foreach ($case in $changes | Where-Object Kind -eq State | Group-Object Number) {
            for ($i = 1; $i -lt $case.Count; $i++) { $case.Group[$i].Before | Should -Be $case.Group[$i - 1].After }
            (Get-JpoWatchCase $case.Name -Path $watch).State | Should -Be $case.Group[-1].After
        }
    }

    It 'spends nothing when the night is asked for again' {
        $rest = Update-JpoWatch -Path $watch -WarningAction SilentlyContinue
        $before = (Get-JpoQuota | Measure-Object Used -Sum).Sum
        $again = Update-JpoWatch -Portfolio $list -Path $watch -WarningAction SilentlyContinue
        (Get-JpoQuota | Measure-Object Used -Sum).Sum | Should -Be $before
        $again.LookedAt | Should -Be 0
        $rest | Should -Not -BeNullOrEmpty
    }

    It 'keeps every column of every row' {
        $cases = @(Get-JpoWatchCase -Path $watch)
        $cases.Count | Should -Be 80
        $cases[0].PSObject.Properties.Name | Select-Object -First 4 | Should -Be '整理番号', '法域', '出願番号', '担当'
        $cases.'整理番号' | Should -Be $rows.'整理番号'
        $cases[0].PSObject.Properties.Name | Should -Contain 'LookBy'
    }

    It 'refuses a list that was cut off, and takes it with -Force' {
        $short = Join-Path $folder 'short.csv'
        Get-Content $list -TotalCount 41 | Set-Content $short -Encoding utf8BOM
        { Update-JpoWatch -Portfolio $short -Path $watch -ErrorAction Stop } | Should -Throw -ErrorId 'JpoWatchListShrunk*'
        @(Get-JpoWatchCase -Path $watch).Count | Should -Be 80
        (Update-JpoWatch -Portfolio $short -Path $watch -Force -WarningAction SilentlyContinue).Cases | Should -Be 40
        @(Get-JpoWatchCase -Path $watch -Retired).Count | Should -Be 40
        (Update-JpoWatch -Portfolio $list -Path $watch -WarningAction SilentlyContinue).Cases | Should -Be 80
    }

    It 'refuses a law that there is not and a list that there is not, before anything is spent or written' {
        $before = [System.IO.File]::ReadAllText($watch), (Get-JpoQuota | Measure-Object Used -Sum).Sum
        { Update-JpoWatch -Portfolio $list -Path $watch -Law 実用新案 -ErrorAction Stop } | Should -Throw -ErrorId 'JpoInvalidParameter*' -ExpectedMessage '*実用新案*'
        $absent = Join-Path $folder 'absent.csv'
        $null = try { Update-JpoWatch -Portfolio $absent -Path $watch } catch { $problem = $_ }
        $problem.TargetObject | Should -Be $absent
        [System.IO.File]::ReadAllText($watch), (Get-JpoQuota | Measure-Object Used -Sum).Sum | Should -Be $before
    }

    It 'spends nothing for an end in the past, and says so' {
        Enter-Night ([datetime]'2027-01-05')
        $before = (Get-JpoQuota | Measure-Object Used -Sum).Sum
        $night = Update-JpoWatch -Portfolio $list -Path $watch -Until '2026-12-31 05:00' -WarningVariable told -WarningAction SilentlyContinue
        (Get-JpoQuota | Measure-Object Used -Sum).Sum | Should -Be $before
        $night.EndedBecause | Should -Be 'Until'
        $night.LookedAt | Should -Be 0
        "$told" | Should -Match '2026-12-31 05:00'
    }

    It 'looks at no more than -MaxLooks, and gives what was not looked at' {
        $all = @(Update-JpoWatch -Portfolio $list -Path $watch -MaxLooks 5 -PassThru -WarningAction SilentlyContinue)
        $all[0].LookedAt | Should -Be 5
        $all[0].EndedBecause | Should -Be 'MaxLooks'
        $all.Count - 1 | Should -Be $all[0].NotLookedAt
        $all[1].PSObject.Properties.Name | Should -Contain '整理番号'
    }

    It 'plans without an access, and says why' {
        $before = (Get-JpoQuota | Measure-Object Used -Sum).Sum
        $plan = @(Get-JpoWatchPlan -Path $watch)
        $plan.Count | Should -BeGreaterThan 0
        $plan.Order | Should -Be (1..$plan.Count)
        $plan | ForEach-Object { $_.Reason | Should -Not -BeNullOrEmpty }
        ($plan | Where-Object Law -eq Patent | Measure-JpoQuota patent/app_progress_simple).Count | Should -BeGreaterThan 0
        (Get-JpoQuota | Measure-Object Used -Sum).Sum | Should -Be $before
    }

    It 'lets one write and tells the second' {
        $lock = [System.IO.File]::Open("$watch.lock", 'OpenOrCreate', 'ReadWrite', 'None')
        try { { Update-JpoWatch -Path $watch -ErrorAction Stop } | Should -Throw -ErrorId 'JpoWatchBusy*' }
        finally { $lock.Dispose() }
    }

    It 'forgets what the list no longer has, and nothing else' {
        $without = $rows | Select-Object -First 79
        $null = $without | Update-JpoWatch -Path $watch -MaxLooks 0 -WarningAction SilentlyContinue
        $gone = Get-JpoWatchCase -Path $watch -Retired
        $gone.'整理番号' | Should -Be 'T-10'
        $gone | Remove-JpoWatchCase -Path $watch -Confirm:$false
        Get-JpoWatchCase -Path $watch -Retired | Should -BeNullOrEmpty
        { Remove-JpoWatchCase $rows[0].'出願番号' -Path $watch -Confirm:$false -ErrorAction Stop } | Should -Throw
    }

    It 'needs -Path where there is no connection, and reads without one' {
        Disconnect-JpoApi
        { Get-JpoWatchCase -ErrorAction Stop } | Should -Throw -ErrorId 'JpoInvalidParameter*'
        @(Get-JpoWatchCase -Path $watch).Count | Should -Be 79
        @(Get-JpoWatchPlan -Path $watch -MaxLooks 3).Count | Should -Be 3
    }

    It 'writes a report that stands alone, in both languages' {
        foreach ($language in 'ja', 'en') {
            $file = Export-JpoWatchReport (Join-Path $folder "$language.html") -Path $watch -Since '2026-01-01' -Language $language -PassThru
            $page = Get-Content $file.FullName -Raw -Encoding utf8
            $page | Should -Match "<html lang=""$language"">"
            $page | Should -Match '<svg'
            $page | Should -Not -Match '<script|https?://(?!www\.w3\.org)'
            $page | Should -Match 'P-\d'
        }
    }
}

Describe 'A run that is killed' {
    It 'loses no change and tells none twice' {
        $killed = Join-Path $folder 'killed.jsonl'
        $own = Join-Path $folder 'killed-state'
        $random = [System.Random]::new(7)
        $work = {
            Import-Module $args[0]
            Connect-JpoApi -Sandbox -SandboxDate $args[1] -StatePath $args[2] -RequestsPerMinute 0
            $null = Update-JpoWatch -Portfolio $args[3] -Path $args[4] -WarningAction SilentlyContinue
        }
        foreach ($n in 0..5) {
            $date = ([datetime]'2026-01-05').AddDays(30 * $n).ToString('s')
            # Begun, killed at some moment, and run again to its end.
            foreach ($kill in $true, $false) {
                $start = [System.Diagnostics.ProcessStartInfo]::new($ThisShell[0])
                foreach ($a in @($ThisShell | Select-Object -Skip 1) + @('-NoProfile', '-Command', "& { $work } '$ModulePath' '$date' '$own' '$list' '$killed'")) { $start.ArgumentList.Add($a) }
                $process = [System.Diagnostics.Process]::Start($start)
                if ($kill) {
                    if (-not $process.WaitForExit(900 + $random.Next(1500))) { $process.Kill() }
                }
                $process.WaitForExit()
            }
        }

        $changes = @(Get-JpoWatchChange -Path $killed)
        $changes.Sequence | Should -Be (1..$changes.Count)
        @($changes | Group-Object Number, Kind, Property, After, LegalDate | Where-Object Count -gt 1) | Should -BeNullOrEmpty
        foreach ($case in $changes | Where-Object Kind -eq State | Group-Object Number) {
            (Get-JpoWatchCase $case.Name -Path $killed).State | Should -Be $case.Group[-1].After
        }
        $changes.Count | Should -BeGreaterThan 0
    }
}
