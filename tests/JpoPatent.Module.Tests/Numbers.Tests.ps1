BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Import-TestModule
}

Describe 'ConvertTo-JpoNumber' {
    It 'reads <Written> as <Kind> <Value> of <Law>' -ForEach @(
        @{ Written = '特願2020-123456'; Kind = 'Application'; Law = 'Patent'; Value = '2020123456'; Display = '特願2020-123456' }
        @{ Written = '特願２０２０－１２３４５６号'; Kind = 'Application'; Law = 'Patent'; Value = '2020123456'; Display = '特願2020-123456' }
        @{ Written = '特願2020/8423'; Kind = 'Application'; Law = 'Patent'; Value = '2020008423'; Display = '特願2020-008423' }
        @{ Written = '特願平10-123456'; Kind = 'Application'; Law = 'Patent'; Value = '1998123456'; Display = '特願平10-123456' }
        @{ Written = '平成10年特許願第123456号'; Kind = 'Application'; Law = 'Patent'; Value = '1998123456'; Display = '特願平10-123456' }
        @{ Written = '特開2021-090037'; Kind = 'Publication'; Law = 'Patent'; Value = '2021090037'; Display = '特開2021-090037' }
        @{ Written = '特表2015-508823'; Kind = 'Publication'; Law = 'Patent'; Value = '2015508823'; Display = '特表2015-508823' }
        @{ Written = '特許第7533889号'; Kind = 'Registration'; Law = 'Patent'; Value = '7533889'; Display = '特許第7533889号' }
        @{ Written = 'JP7533889B2'; Kind = 'Registration'; Law = 'Patent'; Value = '7533889'; Display = '特許第7533889号' }
        @{ Written = '意願2020-015234'; Kind = 'Application'; Law = 'Design'; Value = '2020015234'; Display = '意願2020-015234' }
        @{ Written = '意匠登録第1680736号'; Kind = 'Registration'; Law = 'Design'; Value = '1680736'; Display = '意匠登録第1680736号' }
        @{ Written = '商願2024-123456'; Kind = 'Application'; Law = 'Trademark'; Value = '2024123456'; Display = '商願2024-123456' }
        @{ Written = '商標登録第6210000号'; Kind = 'Registration'; Law = 'Trademark'; Value = '6210000'; Display = '商標登録第6210000号' }
        @{ Written = 'PCT/JP2019/011858'; Kind = 'InternationalApplication'; Law = 'Patent'; Value = 'JP2019011858'; Display = 'PCT/JP2019/011858' }
        @{ Written = 'WO2020/123456'; Kind = 'InternationalPublication'; Law = 'Patent'; Value = 'WO2020123456'; Display = 'WO2020/123456' }
    ) {
        $number = ConvertTo-JpoNumber $Written -ErrorAction Stop
        $number.GetType().FullName | Should -Be 'JpoPatent.JpoNumber'
        $number.Kind | Should -Be $Kind
        $number.Law | Should -Be $Law
        $number.Value | Should -BeExactly $Value
        $number.Display | Should -BeExactly $Display
        "$number" | Should -BeExactly $Display
        (ConvertTo-JpoNumber $number).Equals($number) | Should -BeTrue -Because 'what is displayed can be read again'
    }

    It 'reads <Written> when it is told the kind and the law' -ForEach '2020-123456', '2020123456', 'JP2020-123456', 'JP.2020123456.A', '２０２０−１２３４５６', '2020–123456' {
        (ConvertTo-JpoNumber $_ -Kind Application -Law Patent -ErrorAction Stop).Value | Should -Be '2020123456'
    }

    It 'gives the DOCDB form where it is certain, else null' {
        (ConvertTo-JpoNumber 特願2020-123456).Docdb | Should -Be 'JP.2020123456.A'
        (ConvertTo-JpoNumber 特許第7533889号).Docdb | Should -Be 'JP.7533889.B2'
        $null -eq (ConvertTo-JpoNumber 意願2020-015234).Docdb | Should -BeTrue
    }

    It 'asks nobody: it needs no connection' {
        Disconnect-JpoApi
        (ConvertTo-JpoNumber 特願2020-123456).Value | Should -Be '2020123456'
    }

    It 'takes many, from the pipeline and as a parameter, and goes on after one that is none' {
        $null = '特願2020-1', 'nonsense', '特願2020-2' | ConvertTo-JpoNumber -OutVariable given -ErrorVariable problems -ErrorAction SilentlyContinue
        $given.Value | Should -Be '2020000001', '2020000002'
        @($problems).Count | Should -Be 1
        $problems[0].TargetObject | Should -Be 'nonsense'
        (ConvertTo-JpoNumber 特願2020-1, 特願2020-2).Value | Should -Be '2020000001', '2020000002'
    }

    It 'says what is missing in <Written>' -ForEach @(
        @{ Written = '2020-123456'; Words = 'more than one number.*特願.*特開' }
        @{ Written = '20208423'; Words = 'write' }
        @{ Written = ''; Words = 'empty' }
        @{ Written = '特願2020-1234567'; Words = 'more than six digits' }
        @{ Written = '特願2020-0'; Words = 'serial number 0' }
        @{ Written = '特願20-123456'; Words = 'year' }
        @{ Written = '特願平45-123456'; Words = 'era' }
        @{ Written = '特願２０２０-12345x'; Words = 'x|after the number' }
        @{ Written = '実願2003-001234'; Words = 'utility model' }
        @{ Written = '不服2020-001234'; Words = 'appeal or a trial' }
        @{ Written = '特願'; Words = 'lacks the digits' }
    ) {
        $null = ConvertTo-JpoNumber $Written -ErrorVariable problem -ErrorAction SilentlyContinue
        @($problem).Count | Should -Be 1
        $problem[0].FullyQualifiedErrorId | Should -BeLike 'JpoInvalidNumber,*'
        $problem[0].CategoryInfo.Category | Should -Be 'InvalidArgument'
        $problem[0].TargetObject | Should -Be $Written
        "$($problem[0])" | Should -Match $Words
        $problem[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }
}

Describe 'Numbers that a cmdlet cannot use' {
    BeforeAll {
        $script:server = Open-TestServer
        Connect-TestServer $server
    }

    AfterAll {
        Disconnect-JpoApi
        Close-TestServer $server
    }

    BeforeEach { $null = Send-TestControl $server reset }

    It 'cost no access and do not stop the others' {
        $bad = '20208423', 'nonsense', '', '特願2020-1234567', '特願2020-000001,000002'
        $given = @('2020000001', $bad, '2020000002' | ForEach-Object { $_ } | Get-JpoPatentProgress -ErrorVariable problems -ErrorAction SilentlyContinue)
        $given.ApplicationNumber | Should -Be '2020000001', '2020000002'
        @($problems).Count | Should -Be $bad.Count
        $problems.TargetObject | Should -Be $bad
        foreach ($problem in $problems) {
            $problem.FullyQualifiedErrorId | Should -BeLike 'JpoInvalidNumber,*'
            $problem.CategoryInfo.Category | Should -Be 'InvalidArgument'
            $problem.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        }
        Get-TestCallCount $server | Should -Be 2
        (Get-JpoQuota patent/app_progress).Used | Should -Be 2
    }

    It '<Cmdlet> refuses <Written> by its prefix and hints at <Hint>' -ForEach @(
        @{ Cmdlet = 'Get-JpoPatentProgress'; Written = '意願2020-015234'; Hint = 'Get-JpoDesignProgress' }
        @{ Cmdlet = 'Get-JpoPatentProgress'; Written = '商願2024-123456'; Hint = 'Get-JpoTrademarkProgress' }
        @{ Cmdlet = 'Get-JpoPatentRegistration'; Written = '商願2024-123456'; Hint = 'Get-JpoTrademark' }
        @{ Cmdlet = 'Get-JpoDesignProgress'; Written = '特願2020-123456'; Hint = 'Get-JpoPatentProgress' }
        @{ Cmdlet = 'Get-JpoTrademarkProgress'; Written = '意願2020-015234'; Hint = 'Get-JpoDesignProgress' }
        @{ Cmdlet = 'Get-JpoPatentProgress'; Written = '特開2021-090037'; Hint = "Get-JpoPatentNumber" }
        @{ Cmdlet = 'Get-JpoPatentProgress'; Written = '特許第7533889号'; Hint = "Get-JpoPatentNumber" }
        @{ Cmdlet = 'Get-JpoPatentProgress'; Written = 'PCT/JP2019/011858'; Hint = 'Get-JpoPctNationalPhase' }
        @{ Cmdlet = 'Get-JpoPatentProgress'; Written = 'WO2020/123456'; Hint = 'Get-JpoPctNationalPhase' }
        @{ Cmdlet = 'Get-JpoPatentNumber'; Written = 'WO2020/123456'; Hint = 'Get-JpoPctNationalPhase' }
        @{ Cmdlet = 'Get-JpoPatentNumber'; Written = 'PCT/JP2019/011858'; Hint = 'Get-JpoPctNationalPhase' }
    ) {
        $null = $Written | & $Cmdlet -ErrorVariable problem -ErrorAction SilentlyContinue
        @($problem).Count | Should -Be 1
        $problem[0].FullyQualifiedErrorId | Should -BeLike 'JpoInvalidNumber,*'
        $problem[0].TargetObject | Should -Be $Written
        $problem[0].ErrorDetails.RecommendedAction | Should -Match $Hint
        Get-TestCallCount $server | Should -Be 0
        foreach ($named in [regex]::Matches($problem[0].ErrorDetails.RecommendedAction, 'Get-Jpo\w+\b(?!…)').Value) {
            Get-Command $named -Module JpoPatent -ErrorAction Ignore | Should -Not -BeNullOrEmpty -Because "a hint must be right: $named"
        }
    }

    It 'of another kind are found by the cmdlet that finds numbers' {
        foreach ($written in '特開2021-090037', '特許第7533889号', '特願2020-123456') {
            $null = Get-JpoPatentNumber $written -ErrorVariable problem -ErrorAction SilentlyContinue
            $problem[0].FullyQualifiedErrorId | Should -BeLike 'JpoNoData,*' -Because 'this server has none, but it was asked'
        }
        (Get-TestLog $server).paths.PSObject.Properties.Name | Sort-Object | Should -Be @(
            '/api/patent/v1/case_number_reference/application/2020123456'
            '/api/patent/v1/case_number_reference/publication/2021090037'
            '/api/patent/v1/case_number_reference/registration/7533889'
        )
    }
}
