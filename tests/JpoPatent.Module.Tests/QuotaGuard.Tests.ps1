BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Import-TestModule
}

AfterAll { Disconnect-JpoApi }

Describe 'With 40 accesses left and 100 numbers piped in' {
    BeforeAll {
        $script:server = Open-TestServer @('--left', 'patent/app_progress=40')
        $script:state = Get-StatePath
        Connect-TestServer $server @{ StatePath = $state }
        $script:numbers = Get-TestNumber 100
        $script:answers = @($numbers | Get-JpoPatentProgress -ErrorVariable problems -ErrorAction SilentlyContinue -WarningVariable warnings -WarningAction SilentlyContinue)
        $script:problems = $problems
        $script:warnings = $warnings
        $script:log = Get-TestLog $server
    }

    AfterAll { Close-TestServer $server }

    It 'gives 40 objects, in order' {
        $answers.ApplicationNumber | Should -Be $numbers[0..39]
    }

    It 'sends 40 calls and hears no 203' {
        $log.calls | Should -Be 40
        $log.overLimit | Should -Be 0
    }

    It 'warns once, with what is left and when the limit resets' {
        $warnings.Count | Should -Be 1
        "$($warnings[0])" | Should -Match '^1-1 patent/app_progress: 39 of 800 accesses left today; the limit resets at \d{4}-\d\d-\d\d 00:00 JST$'
    }

    It 'ends with one error, which has what was not asked for' {
        $problems.Count | Should -Be 1
        $problem = $problems[0]
        $problem.FullyQualifiedErrorId | Should -BeLike 'JpoQuotaExhausted,*'
        $problem.CategoryInfo.Category | Should -Be 'LimitsExceeded'
        $problem.TargetObject.Unprocessed | Should -Be $numbers[40..99]
        $problem.TargetObject.Unprocessed.Count | Should -Be 60
        $problem.TargetObject.Api | Should -Be 'patent/app_progress'
        $problem.TargetObject.ResetsAt.Offset | Should -Be ([timespan]::FromHours(9))
        $problem.TargetObject.ResetsAt.TimeOfDay | Should -Be ([timespan]::Zero)
        $problem.TargetObject.ResetsAt | Should -BeGreaterThan ([System.DateTimeOffset]::Now)
        ($problem.TargetObject.ResetsAt - [System.DateTimeOffset]::Now).TotalHours | Should -BeLessOrEqual 24
        "$problem" | Should -Match 'no access is left today \(800 of 800 used\).*60 inputs were not asked for'
        $problem.ErrorDetails.RecommendedAction | Should -Match 'Unprocessed'
        $problem.Exception.GetType().FullName | Should -Be 'JpoPatent.JpoQuotaExhaustedException'
    }

    It 'still answers from the cache what it knows, and sends nothing' {
        $some = $numbers[0], $numbers[50], $numbers[39]
        $known = @($some | Get-JpoPatentProgress -ErrorVariable rest -ErrorAction SilentlyContinue)
        $known.ApplicationNumber | Should -Be $numbers[0], $numbers[39]
        $rest.Count | Should -Be 1
        $rest[0].TargetObject.Unprocessed | Should -Be $numbers[50]
        "$($rest[0])" | Should -Match '1 input was not asked for'
        Get-TestCallCount $server | Should -Be 40
    }

    It 'leaves other APIs alone' {
        (Get-JpoPatentProgress $numbers[70] -Simple).ApplicationNumber | Should -Be $numbers[70]
    }

    It 'ends a script that wants errors to end it, after the answers' {
        $seen = [System.Collections.Generic.List[string]]::new()
        $problem = { $numbers[38..45] | Get-JpoPatentProgress -ErrorAction Stop | ForEach-Object { $seen.Add($_.ApplicationNumber) } } | Should -Throw -PassThru
        $problem.FullyQualifiedErrorId | Should -BeLike 'JpoQuotaExhausted,*'
        $problem.TargetObject.Unprocessed.Count | Should -Be 6
        $seen | Should -Be $numbers[38..39]
    }

    It 'is told to another process before that one asks' {
        $seen = Invoke-FreshShellJson -Environment @{ JPO_API_USERNAME = $UserName; JPO_API_PASSWORD = $Password } {
            param($module, $base, $state)
            Import-Module $module
            Connect-JpoApi -BaseUri $base -StatePath $state -RequestsPerMinute 0
            Get-JpoPatentProgress 2020000090, 2020000001, 2020000091 -ErrorVariable problem -ErrorAction SilentlyContinue | Out-Null
            [ordered]@{ Left = (Get-JpoQuota patent/app_progress).Remaining; Id = $problem[0].FullyQualifiedErrorId; Unprocessed = $problem[0].TargetObject.Unprocessed } | ConvertTo-Json
        } $ModulePath, $server.BaseUri, $state
        $seen.Left | Should -Be 0
        $seen.Id | Should -BeLike 'JpoQuotaExhausted,*'
        $seen.Unprocessed | Should -Be '2020000090', '2020000091'
        (Get-TestLog $server).overLimit | Should -Be 0
    }

    It 'finishes the job after midnight in Japan: from the list, from a file, from the error itself' {
        $clock = Invoke-RestMethod "$($server.BaseUri)/control/clock" -NoProxy
        $tomorrow = ([System.DateTimeOffset]$clock.japan).ToOffset([timespan]::FromHours(9)).Date.AddDays(1).AddMinutes(1)
        $null = Send-TestControl $server clock @{ set = [System.DateTimeOffset]::new($tomorrow, [timespan]::FromHours(9)).ToString('o') }

        # The token's answer carries the new day.
        Connect-TestServer $server @{ StatePath = $state }
        $quota = Get-JpoQuota patent/app_progress
        $quota.Remaining | Should -Be 800
        $quota.ResetsAt.Date | Should -Be $tomorrow.Date.AddDays(1)

        $list = $problems[0].TargetObject.Unprocessed
        $first = @($list | Select-Object -First 20 | Get-JpoPatentProgress)
        $first.ApplicationNumber | Should -Be $numbers[40..59]
        $todo = Join-Path $TestDrive 'todo.txt'
        $list | Select-Object -Skip 20 -First 20 | Set-Content $todo
        (Get-Content $todo | Get-JpoPatentProgress).ApplicationNumber | Should -Be $numbers[60..79]
        $all = @($problems[0].TargetObject | Get-JpoPatentProgress)
        $all.ApplicationNumber | Should -Be $numbers[40..99]
        (Get-JpoPatentProgress $numbers[0]).FromCache | Should -BeFalse -Because 'yesterday''s answers are yesterday''s'
        (Get-TestLog $server).overLimit | Should -Be 0
        (Get-TestLog $server).calls | Should -Be (40 + 1 + 60 + 1)
    }
}

Describe 'The guard' {
    BeforeAll { $script:server = Open-TestServer }
    AfterAll { Close-TestServer $server }
    BeforeEach {
        $null = Send-TestControl $server reset
        $null = Send-TestControl $server limit @{ api = 'patent/app_progress'; limit = 800; left = 800 }
    }

    It 'keeps to what others spend meanwhile, and takes a 203 as the end of the day' {
        Connect-TestServer $server
        $null = Get-JpoPatentProgress 2020000001
        $null = Send-TestControl $server limit @{ api = 'patent/app_progress'; left = 0 }
        $null = Get-TestNumber 5 -From 2 | Get-JpoPatentProgress -ErrorVariable problems -ErrorAction SilentlyContinue -WarningAction SilentlyContinue
        $problems.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'JpoQuotaExhausted,*'
        $problems[0].TargetObject.Unprocessed | Should -Be (Get-TestNumber 5 -From 2)
        (Get-TestLog $server).overLimit | Should -Be 1 -Because 'the first one tells, the others are not sent'
        $quota = Get-JpoQuota patent/app_progress
        $quota.Remaining | Should -Be 0
        $quota.Used | Should -Be $quota.Limit
    }

    It 'believes the counter in the answers, and warns when it falls suddenly' {
        Connect-TestServer $server
        $null = Get-JpoPatentProgress 2020000001
        (Get-JpoQuota patent/app_progress).Remaining | Should -Be 799
        $null = Send-TestControl $server spend @{ api = 'patent/app_progress'; count = 750 }
        $null = 2020000002, 2020000003 | Get-JpoPatentProgress -WarningVariable warnings -WarningAction SilentlyContinue
        (Get-JpoQuota patent/app_progress).Remaining | Should -Be 47
        $warnings.Count | Should -Be 1
        "$warnings" | Should -Match '^1-1 patent/app_progress: 4[78] of 800'
        $null = Get-JpoPatentProgress 2020000004 -WarningVariable warnings -WarningAction SilentlyContinue
        $warnings | Should -BeNullOrEmpty -Because 'one warning a day and API'
    }

    It 'leaves accesses to others with -QuotaReserve' {
        $null = Send-TestControl $server limit @{ api = 'patent/app_progress'; left = 13 }
        Connect-TestServer $server @{ QuotaReserve = 10 }
        $given = @(Get-TestNumber 8 | Get-JpoPatentProgress -ErrorVariable problems -ErrorAction SilentlyContinue -WarningAction SilentlyContinue)
        $given.Count | Should -Be 3
        $problems[0].TargetObject.Unprocessed.Count | Should -Be 5
        "$($problems[0])" | Should -Match 'leaves 10 to others'
        (Get-JpoQuota patent/app_progress).Remaining | Should -Be 10
        Get-TestCallCount $server | Should -Be 3
    }

    It 'warns at -QuotaWarningPercent, not before' {
        $null = Send-TestControl $server limit @{ api = 'patent/app_progress'; left = 403 }
        Connect-TestServer $server @{ QuotaWarningPercent = 50 }
        $null = Get-TestNumber 2 | Get-JpoPatentProgress -WarningVariable early -WarningAction SilentlyContinue
        $null = Get-TestNumber 3 -From 11 | Get-JpoPatentProgress -WarningVariable late -WarningAction SilentlyContinue
        $early | Should -BeNullOrEmpty
        $late.Count | Should -Be 1
        "$late" | Should -Match '400 of 800'
    }

    It 'does not warn of a percentage of 0 before nothing is left' {
        $null = Send-TestControl $server limit @{ api = 'patent/app_progress'; left = 3 }
        Connect-TestServer $server @{ QuotaWarningPercent = 0 }
        $null = Get-TestNumber 2 | Get-JpoPatentProgress -WarningVariable early -WarningAction SilentlyContinue
        $early | Should -BeNullOrEmpty
    }

    It 'stops for -WarningAction Stop, as PowerShell users expect' {
        $null = Send-TestControl $server limit @{ api = 'patent/app_progress'; left = 30 }
        Connect-TestServer $server
        { Get-TestNumber 5 | Get-JpoPatentProgress -WarningAction Stop } | Should -Throw
        Get-TestCallCount $server | Should -Be 1
    }

    It 'counts retries and empty answers as the service does' {
        Connect-TestServer $server
        $null = Send-TestControl $server fault @{ code = '303'; times = 2 }
        $null = Get-JpoPatentProgress 2020000001
        $null = Get-JpoPatentProgress 2020999999 -ErrorAction SilentlyContinue
        $log = Get-TestLog $server
        $log.calls | Should -Be 4
        (Get-JpoQuota patent/app_progress).Used | Should -Be $log.used.'patent/app_progress'
    }

    It 'writes dates as the year 2026 also where the calendar of the user counts other years: <_>' -ForEach 'th-TH', 'ar-SA', 'ja-JP' {
        $null = Send-TestControl $server limit @{ api = 'patent/app_progress'; left = 3 }
        $seen = Invoke-FreshShellJson -Environment @{ JPO_API_USERNAME = $UserName; JPO_API_PASSWORD = $Password } {
            param($module, $base, $state, $culture)
            $own = [cultureinfo]::new($culture)
            if ($culture -eq 'ja-JP') { $own.DateTimeFormat.Calendar = [System.Globalization.JapaneseCalendar]::new() }
            [cultureinfo]::CurrentCulture = $own
            Import-Module $module
            Connect-JpoApi -BaseUri $base -StatePath $state -RequestsPerMinute 0
            $null = 1..5 | ForEach-Object { '202000000{0}' -f $_ } | Get-JpoPatentProgress -OutVariable given -WarningVariable warnings -WarningAction SilentlyContinue -ErrorVariable problems -ErrorAction SilentlyContinue
            [ordered]@{
                Count = $given.Count; Warning = "$warnings"; Problem = "$problems"
                FilingDate = $given[0].FilingDate.ToString('yyyy-MM-dd', [cultureinfo]::InvariantCulture)
                Document = "$($given[0].LatestDocument)"
                Table = ($given[0] | Format-Table | Out-String -Width 120)
                Cached = (Get-JpoPatentProgress 2020000001 -Verbose 4>&1 | Select-Object -First 1).Message
            } | ConvertTo-Json
        } $ModulePath, $server.BaseUri, (Get-StatePath), $_
        $year = [System.DateTimeOffset]::UtcNow.AddHours(9).Year
        $seen.Count | Should -Be 3
        $seen.FilingDate | Should -Be '2020-07-20'
        $seen.Warning | Should -Match "resets at ($year|$($year + 1))-\d\d-\d\d 00:00 JST"
        $seen.Problem | Should -Match "resets at ($year|$($year + 1))-\d\d-\d\d 00:00 JST"
        $seen.Cached | Should -Match "cache of $year-"
        $seen.Document | Should -Match '^2020-07-20 '
        $seen.Table | Should -Match '2020-07-20'
    }
}
