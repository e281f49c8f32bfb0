# What the examples of Get-JpoDesignDocument promise, one block each.
@(
    # 1: Notices with the days on which answers are due
    {
        param($Result)

        $Result.Count | Should -Be 3
        $Result.Dispatched | Should -Be @('2018-07-25', '2018-12-14', '2018-08-03')
        $Result.Due | Should -Be @('2018-09-03', '2019-01-23', '2018-11-05')
        "$($Result[2].ResponsePeriod)" | Should -Be '3 Months'
    }

    # 2: Articles and examiners of a list of cases, for Excel
    {
        param($Result, $Errors, $Folder)

        $Errors.Count | Should -Be 0
        $Result.Count | Should -Be 4
        $Result[0].Articles | Should -Be '第9条第1項'
        $Result[0].Drafted | Should -Be '2018-06-22'
        $Result[1].DrafterName | Should -Be '葛城野　澪'
        $Result[3].Articles | Should -Be '第3条第2項'
        Test-Path (Join-Path $Folder 'reasons.csv') | Should -BeTrue
    }

    # 3: Everything of one case as files
    {
        param($Result, $Errors, $Folder)

        $Errors.Count | Should -Be 0
        $Result | Should -Be @(7)
        $files = @(Get-ChildItem (Join-Path $Folder 'case') | Sort-Object Name)
        $files.Count | Should -Be 7
        $files | ForEach-Object { $_.Extension | Should -Be '.html' }
        @($files | Where-Object Name -like '*拒絶査定*').Count | Should -Be 1
        @($files | Where-Object Name -like '*意見書*').Count | Should -Be 2
    }

    # 4: A case without a notice
    {
        param($Result, $Errors)

        $Result.Count | Should -Be 1
        $Result[0].ApplicationNumber | Should -Be '2018001012'
        $Result[0].DocumentName | Should -Be '拒絶理由通知書'
        $Errors.Count | Should -Be 1
        $Errors[0].FullyQualifiedErrorId | Should -BeLike 'JpoNoDocument,*'
        $Errors[0].TargetObject | Should -Be '意願2018-001001'
    }
)
