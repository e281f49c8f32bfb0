# What the examples of Get-JpoDesignRegistration promise, one block each.
@(
    # 1: The register of one design
    {
        param($Result)

        $Result.Count | Should -Be 1
        $Result[0].RegistrationNumber | Should -Be '1623583'
        $Result[0].DesignArticle | Should -Be '弁当箱'
        $Result[0].LastPaymentYearly | Should -Be 4
        $Result[0].Ceased | Should -Be '2023-03-13'
    }

    # 2: Which rights of a list have ceased, and how they could have run on
    {
        param($Result)

        $Result.Count | Should -Be 4
        $Result[0].Ceased | Should -Be '2023-03-13'
        $Result[0].Term | Should -Be '2039-03-13'
        $Result[3].RegistrationNumber | Should -Be '1610149'
        $Result[3].Ceased | Should -Be '2020-09-28'
        $Result[3].Term | Should -Be '2038-09-28'
    }

    # 3: Design annuities due in the next twelve months, for Excel
    {
        param($Result, $Errors, $Folder)

        $Errors.Count | Should -Be 0
        $Result.Count | Should -BeGreaterThan 0
        $Result.RegistrationNumber | Should -Not -Contain '1623583'
        ($Result.Due | Sort-Object) -join ' ' | Should -Be ($Result.Due -join ' ')
        @($Result | Where-Object { [datetime]$_.Due -gt (Get-Date).AddMonths(12) }).Count | Should -Be 0
        (Get-Content (Join-Path $Folder 'due.csv')).Count | Should -Be ($Result.Count + 1)
        $registered = @{ '1621293' = '2019-02-13'; '1605161' = '2018-07-27'; '1621191' = '2019-02-11'; '1619984' = '2019-01-28' }
        foreach ($row in $Result) {
            $day = [datetime]$registered[$row.RegistrationNumber]
            $row.Due | Should -Be $day.AddYears([int]$row.Year - 1).ToString('yyyy-MM-dd')
            $row.DesignArticle | Should -Not -BeNullOrEmpty
        }
    }
)
