# What the examples of Get-JpoPatentDocument promise, one block each.
@(
    # 1: Notices with the days on which answers are due
    {
        param($Result)

        $Result.Count | Should -Be 3
        $Result.ApplicationNumber | Should -Be @('2018100015', '2018100015', '2018100031')
        $Result.Dispatched | Should -Be @('2018-12-18', '2019-05-31', '2019-11-19')
        $Result.Due | Should -Be @('2019-02-18', '2019-07-30', '2020-01-20')
        "$($Result[0].ResponsePeriod)" | Should -Be '60 Days'
    }

    # 2: Reasons for refusal by article
    {
        param($Result)

        $Result.Count | Should -Be 4
        ($Result | Where-Object Name -eq '第29条第2項').Count | Should -Be 3
        ($Result | Where-Object Name -eq '第36条第6項第2号').Count | Should -Be 3
        ($Result | Where-Object Name -eq '第29条第1項第3号').Count | Should -Be 2
        ($Result | Measure-Object -Property Count -Sum).Sum | Should -Be 11
    }

    # 3: Publications named in a notice
    {
        param($Result)

        $Result.Count | Should -Be 4
        $Result[0].Display | Should -Be '特開2015-228610'
        $Result.Value | Should -Be @('2015228610', '2015124910', '2013030833', '2016090717')
    }

    # 4: Opinions and amendments as text files
    {
        param($Result, $Errors, $Folder)

        $Errors.Count | Should -Be 0
        $Result.Count | Should -Be 4
        $Result[0].Name | Should -Be '2018-100006_2020-10-16_意見書_52002029229.txt'
        @(Get-ChildItem (Join-Path $Folder 'filed')).Count | Should -Be 4
        Get-Content (Join-Path $Folder "filed/$($Result[0].Name)") -Encoding UTF8 -TotalCount 1 | Should -BeLike '*【書類名】*意見書'
    }

    # 5: What JPO mailed, decisions included
    {
        param($Result)

        $Result.Count | Should -Be 3
        $Result.DocumentCode | Should -Be @('A131', 'A131', 'A02')
        $Result[2].DocumentName | Should -Be '拒絶査定'
        $Result[2].Drafted | Should -Be '2021-07-01'
        $Result[0].DispatchNumber | Should -Be '401212'
    }

    # 6: The last day for an appeal against a refusal
    {
        param($Result)

        $text = $Result | Out-String -Width 80
        $text | Should -Match 'Appeal +3 Months +Service +False 2021-10-08'
        $text | Should -Match 'Appeal +4 Months +Service +True 2021-11-08'
    }
)
