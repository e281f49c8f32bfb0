BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Import-TestModule
    $script:server = Open-TestServer
    $script:state = Get-StatePath
    $script:secrets = @{ JPO_API_USERNAME = $UserName; JPO_API_PASSWORD = $Password }
    Connect-TestServer $server @{ StatePath = $state }
    $null = Get-TestNumber 5 | Get-JpoPatentProgress
    $script:callsBefore = Get-TestCallCount $server
}

AfterAll {
    Disconnect-JpoApi
    Close-TestServer $server
}

Describe 'Get-JpoQuota' {
    It 'shows all APIs, each with its number, command, group and limit' {
        $all = @(Get-JpoQuota)
        $all.Api | Should -Be ([JpoPatent.ApiCatalog]::All.Id)
        $all[0].GetType().FullName | Should -Be 'JpoPatent.JpoQuota'
        @($all.Api | Select-Object -Unique).Count | Should -Be $all.Count
        @($all | Where-Object Group -EQ 'Opd').Number | Should -BeLike '4-*'

        # JPO's numbers, without a gap: 1-1, 1-2 and so on of each law, and of the OPD.
        $numbers = foreach ($law in $all | Group-Object { $_.Number[0] }) { foreach ($i in 1..$law.Count) { "$($law.Name)-$i" } }
        $all.Number | Should -Be $numbers
        $limits = @{ 'patent/app_progress' = 800; 'patent/divisional_app_info' = 60; 'patent/case_number_reference' = 100; 'design/app_doc_cont_refusal_reason' = 200; 'trademark/registration_info' = 400; 'opd/family' = 100; 'opd/family_list' = 300 }
        foreach ($api in $limits.Keys) { ($all | Where-Object Api -EQ $api).Limit | Should -Be $limits[$api] -Because $api }
        foreach ($row in $all) {
            $row.Used + $row.Remaining | Should -Be $row.Limit
            $row.ResetsAt.Offset | Should -Be ([timespan]::FromHours(9))
        }
    }

    It 'names for each API a command that there is' {
        $missing = @(Get-JpoQuota | ForEach-Object { ($_.Command -split ' ')[0] } | Select-Object -Unique | Where-Object { -not (Get-Command $_ -Module JpoPatent -ErrorAction Ignore) })
        $missing | Should -BeNullOrEmpty
    }

    It 'tells used and unused, observed and never observed' {
        $used = Get-JpoQuota patent/app_progress
        $used.Used | Should -Be 5
        $used.Remaining | Should -Be 795
        $used.Source | Should -Be 'Default'
        $used.ObservedAt | Should -BeGreaterThan ([System.DateTimeOffset]::Now.AddMinutes(-5))
        $unused = Get-JpoQuota design/app_progress
        $unused.Used | Should -Be 0
        $null -eq $unused.ObservedAt | Should -BeTrue
    }

    It 'takes <Wanted>' -ForEach @(
        @{ Wanted = 'patent/*' }
        @{ Wanted = 'opd/*' }
        @{ Wanted = '*/app_progress' }
        @{ Wanted = 'PATENT/APP_PROGRESS' }
        @{ Wanted = 'nothing*' }
    ) {
        $expected = @([JpoPatent.ApiCatalog]::All.Id -like $Wanted)
        @(Get-JpoQuota $Wanted -ErrorAction Stop).Api | Should -Be $expected
    }

    It 'takes several, also from the pipeline, and its own rows' {
        @(Get-JpoQuota patent/app_progress, design/app_progress).Api | Should -Be 'patent/app_progress', 'design/app_progress'
        @('patent/app_progress', 'opd/*' | Get-JpoQuota).Count | Should -Be 7
        (Get-JpoQuota patent/app_progress | Get-JpoQuota).Api | Should -Be 'patent/app_progress'
    }

    It 'says what there is when a name is none' {
        $null = Get-JpoQuota patent/progress, patent/app_progress -OutVariable rest -ErrorVariable problem -ErrorAction SilentlyContinue
        $problem[0].FullyQualifiedErrorId | Should -BeLike 'JpoInvalidParameter,*'
        $problem[0].CategoryInfo.Category | Should -Be 'InvalidArgument'
        $problem[0].TargetObject | Should -Be 'patent/progress'
        "$($problem[0])" | Should -Match "Get-JpoQuota without -Api shows all $([JpoPatent.ApiCatalog]::All.Count)"
        $problem[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        $rest.Api | Should -Be 'patent/app_progress'
    }

    It 'completes -Api, wherever in the name the typed part stands: <Command>' -ForEach @(
        @{ Command = 'Get-JpoQuota -Api div'; Expected = 'patent/divisional_app_info' }
        @{ Command = 'Get-JpoQuota opd/fam'; Expected = 'opd/family', 'opd/family_list' }
        @{ Command = 'Measure-JpoQuota -Api cite_doc'; Expected = 'patent/cite_doc_info' }
        @{ Command = 'Set-JpoQuotaLimit -Api cite_doc'; Expected = 'patent/cite_doc_info' }
        @{ Command = 'Clear-JpoCache -Api cite_doc'; Expected = 'patent/cite_doc_info' }
    ) {
        $matches1 = (TabExpansion2 $Command -cursorColumn $Command.Length).CompletionMatches
        $matches1.CompletionText | Should -Be $Expected
        $matches1[0].ToolTip | Should -Match '\d-\d+: .*Get-Jpo.* accesses per day'
    }

    It 'completes all where nothing is typed yet' {
        $line = 'Get-JpoQuota -Api '
        @((TabExpansion2 $line -cursorColumn $line.Length).CompletionMatches).Count | Should -Be ([JpoPatent.ApiCatalog]::All.Count)
    }

    It 'fits 120 columns' {
        $lines = (Get-JpoQuota | Out-String -Width 120) -split '\r?\n'
        ($lines -join "`n") | Should -Not -Match '…|\.\.\.'
        foreach ($line in $lines) { Measure-TestWidth $line | Should -BeLessOrEqual 120 }
        @($lines | Where-Object { $_ -match '^\d-\d+\s.*\s(patent|design|trademark|opd)/' }).Count | Should -Be ([JpoPatent.ApiCatalog]::All.Count)
    }

    It 'shows what another process has spent, at once, and the other way round' {
        $before = (Get-JpoQuota design/app_progress).Used
        $seen = Invoke-FreshShellJson -Environment $secrets {
            param($module, $base, $state)
            Import-Module $module
            Connect-JpoApi -BaseUri $base -StatePath $state -RequestsPerMinute 0
            $null = Get-JpoDesignProgress 2020000801, 2020000802
            [ordered]@{ Patent = (Get-JpoQuota patent/app_progress).Used } | ConvertTo-Json
        } $ModulePath, $server.BaseUri, $state
        $seen.Patent | Should -Be (Get-JpoQuota patent/app_progress).Used
        (Get-JpoQuota design/app_progress).Used | Should -Be ($before + 2)
    }

    It 'keeps IDs and hosts apart' {
        $other = Open-TestServer
        try {
            $c = Connect-TestServer $other @{ StatePath = $state; PassThru = $true }
            (Get-JpoQuota patent/app_progress -Connection $c).Used | Should -Be 0
            (Get-JpoPatentProgress 2020000001 -Connection $c).FromCache | Should -BeFalse
        }
        finally { Close-TestServer $other }
        Connect-TestServer $server @{ StatePath = $state }
    }
}

Describe 'Set-JpoQuotaLimit' {
    It 'changes nothing with -WhatIf' {
        Set-JpoQuotaLimit patent/app_progress 2000 -WhatIf
        (Get-JpoQuota patent/app_progress).Limit | Should -Be 800
    }

    It 'lasts into a new process, for this ID, and goes back with -Default' {
        Set-JpoQuotaLimit patent/app_progress_simple 4000 | Should -BeNullOrEmpty
        $row = Get-JpoQuota patent/app_progress_simple
        $row.Limit | Should -Be 4000
        $row.Source | Should -Be 'User'
        $seen = Invoke-FreshShellJson -Environment $secrets {
            param($module, $base, $state)
            Import-Module $module
            Connect-JpoApi -BaseUri $base -StatePath $state -RequestsPerMinute 0
            $limit = (Get-JpoQuota patent/app_progress_simple).Limit
            Set-JpoQuotaLimit -Api patent/app_progress_simple -Default
            [ordered]@{ Before = $limit; After = (Get-JpoQuota patent/app_progress_simple).Limit } | ConvertTo-Json
        } $ModulePath, $server.BaseUri, $state
        $seen.Before | Should -Be 4000
        $seen.After | Should -Be 800
        $row = Get-JpoQuota patent/app_progress_simple
        $row.Limit | Should -Be 800
        $row.Source | Should -Be 'Default'
    }

    It 'is what the guard keeps to where answers bring no counter, as those with documents do' {
        $null = Send-TestControl $server fault @{ code = '107'; api = 'patent/divisional_app_info'; times = 3 }
        Set-JpoQuotaLimit patent/divisional_app_info 2
        $null = 2020000901, 2020000902, 2020000903 | Get-JpoPatentDivisional -ErrorVariable problems -ErrorAction SilentlyContinue -WarningAction SilentlyContinue
        $problems[-1].FullyQualifiedErrorId | Should -BeLike 'JpoQuotaExhausted,*'
        $problems[-1].TargetObject.Unprocessed | Should -Be '2020000903'
        Set-JpoQuotaLimit patent/divisional_app_info 3
        $null = $problems[-1].TargetObject.Unprocessed | Get-JpoPatentDivisional -ErrorVariable rest -ErrorAction SilentlyContinue -WarningAction SilentlyContinue
        $rest[0].FullyQualifiedErrorId | Should -BeLike 'JpoNoData,*' -Because 'it was asked for'
        Set-JpoQuotaLimit patent/divisional_app_info -Default
        (Get-JpoQuota patent/divisional_app_info).Remaining | Should -Be 57
    }

    It 'gives way to the service, whose counter knows better' {
        $null = Send-TestControl $server limit @{ api = 'design/app_progress_simple'; limit = 2400; left = 2400 }
        $null = Get-JpoDesignProgress 2020000001 -Simple
        (Get-JpoQuota design/app_progress_simple).Limit | Should -Be 800 -Because 'one answer alone does not change a limit'
        $null = Get-JpoDesignProgress 2020000002 -Simple
        $row = Get-JpoQuota design/app_progress_simple
        $row.Remaining | Should -Be 2398
        $row.Limit | Should -BeGreaterOrEqual 2398
        $row.Source | Should -Be 'Service'
    }

    It 'takes wildcards and gives the rows with -PassThru' {
        $rows = @(Set-JpoQuotaLimit opd/* 111 -PassThru)
        $rows.Count | Should -Be 6
        $rows.Limit | Select-Object -Unique | Should -Be 111
        @(Set-JpoQuotaLimit opd/* -Default -PassThru).Limit | Should -Be 100, 300, 300, 100, 100, 100
    }

    It 'refuses <Case>' -ForEach @(
        @{ Case = 'a limit of 0'; Call = { Set-JpoQuotaLimit patent/app_progress 0 -ErrorAction Stop } }
        @{ Case = 'a name that is none'; Call = { Set-JpoQuotaLimit patent/progress 10 -ErrorAction Stop } }
    ) {
        $Call | Should -Throw
    }
}

Describe 'Measure-JpoQuota' {
    It 'says what -Count calls take' {
        $left = (Get-JpoQuota patent/app_progress).Remaining
        $estimate = Measure-JpoQuota patent/app_progress 2000
        $estimate.GetType().FullName | Should -Be 'JpoPatent.JpoQuotaEstimate'
        $estimate.Count | Should -Be 2000
        $estimate.Remaining | Should -Be $left
        $estimate.Today | Should -Be $left
        $estimate.Days | Should -Be (1 + [math]::Ceiling((2000 - $left) / 800))
        $estimate.Duration | Should -BeOfType timespan
        $estimate.FinishesAt | Should -BeGreaterThan ([System.DateTimeOffset]::Now.AddDays(1))
    }

    It 'reckons with the limit a minute' {
        $c = Connect-JpoApi -Sandbox -StatePath (Get-StatePath) -PassThru
        $estimate = Measure-JpoQuota patent/app_progress -Count 100 -Connection $c
        $estimate.Duration.TotalMinutes | Should -BeGreaterThan 9
        $estimate.Duration.TotalMinutes | Should -BeLessThan 10
        $opd = Measure-JpoQuota opd/family_list -Count 100 -Connection $c
        $opd.Duration.TotalMinutes | Should -BeGreaterThan 19
        Connect-TestServer $server @{ StatePath = $state }
    }

    It 'counts what is piped in, without what the cache has, repetitions and what is no number' {
        $inputs = '2020000001', '2020000701', '特願2020-000701', '2020-702', '20208423', ''
        (@($inputs) | Measure-JpoQuota patent/app_progress).Count | Should -Be 2
        ([pscustomobject]@{ 出願番号 = '2020-703' }, [pscustomobject]@{ ApplicationNumber = '2020000704' } | Measure-JpoQuota patent/app_progress).Count | Should -Be 2
        (@($inputs) | Measure-JpoQuota patent/app_progress -Verbose 4>&1)[0].Message | Should -Match '^2 inputs are not numbers'
    }

    It 'gives an estimate of nothing for nothing' {
        (@() | Measure-JpoQuota patent/app_progress).Count | Should -Be 0
        (Measure-JpoQuota patent/app_progress -Count 0).Days | Should -Be 0
    }

    It 'refuses a name that is none' {
        { Measure-JpoQuota patent/progress -Count 1 } | Should -Throw -ErrorId 'JpoInvalidParameter,*'
    }

    It 'spends no access, and neither has anything before it in this file' {
        (Get-TestLog $server).apis.'patent/app_progress' | Should -Be $callsBefore
    }
}

Describe 'Clear-JpoCache' {
    BeforeAll {
        Connect-TestServer $server
        function Test-Cached { param($Number, [switch] $Simple) (Measure-JpoQuota $(if ($Simple) { 'patent/app_progress_simple' } else { 'patent/app_progress' }) -InputObject $Number).Count -eq 0 }
    }

    BeforeEach {
        $null = Get-JpoPatentProgress 2020000001, 2020000002
        $null = Get-JpoPatentProgress 2020000001 -Simple
    }

    It 'forgets nothing with -WhatIf' {
        Clear-JpoCache patent/app_progress* -WhatIf
        Test-Cached 2020000001 | Should -BeTrue
        Test-Cached 2020000001 -Simple | Should -BeTrue
    }

    It 'forgets the answers of one API, and leaves those of an API whose name begins alike' {
        Clear-JpoCache patent/app_progress
        Test-Cached 2020000001 | Should -BeFalse
        Test-Cached 2020000002 | Should -BeFalse
        Test-Cached 2020000001 -Simple | Should -BeTrue
    }

    It 'forgets all without -Api, and says how many with -Verbose' {
        $lines = Clear-JpoCache -Verbose 4>&1
        $lines.Message -match ': 3 answers removed' | Should -Not -BeNullOrEmpty
        Test-Cached 2020000001 | Should -BeFalse
        Test-Cached 2020000001 -Simple | Should -BeFalse
    }

    It 'forgets only what is older than -OlderThan, an age or a time' {
        Clear-JpoCache -OlderThan ([timespan]::FromHours(1))
        Test-Cached 2020000001 | Should -BeTrue
        Clear-JpoCache -OlderThan (Get-Date).AddHours(-1)
        Test-Cached 2020000001 | Should -BeTrue
        Clear-JpoCache -OlderThan (Get-Date).AddMinutes(1)
        Test-Cached 2020000001 | Should -BeFalse
    }

    It 'leaves the quota book alone' {
        $before = Get-JpoQuota | ForEach-Object Used
        Clear-JpoCache
        Get-JpoQuota | ForEach-Object Used | Should -Be $before
    }

    It 'refuses a name that is none' {
        Clear-JpoCache patent/progress -ErrorVariable problem -ErrorAction SilentlyContinue
        $problem[0].FullyQualifiedErrorId | Should -BeLike 'JpoInvalidParameter,*'
    }
}
