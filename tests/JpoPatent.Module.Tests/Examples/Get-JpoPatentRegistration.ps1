# What the examples of Get-JpoPatentRegistration promise, one block each.
@(
    # 1: The register of one patent
    {
        param($Result)

        $Result.Count | Should -Be 1
        $Result[0].RegistrationNumber | Should -Be '6888891'
        $Result[0].LastPaymentYearly | Should -Be 3
        $Result[0].Ceased | Should -Be '2024-04-09'
    }

    # 2: Annuities due in the next twelve months, for Excel
    {
        param($Result, $Errors, $Folder)

        $Errors.Count | Should -Be 0
        $Result.Count | Should -BeGreaterThan 0
        $Result.RegistrationNumber | Should -Not -Contain '6888891'
        ($Result.Due | Sort-Object) -join ' ' | Should -Be ($Result.Due -join ' ')
        @($Result | Where-Object { [datetime]$_.Due -gt (Get-Date).AddMonths(12) }).Count | Should -Be 0
        (Get-Content (Join-Path $Folder 'annuities.csv')).Count | Should -Be ($Result.Count + 1)
        $registered = @{ '6825664' = '2020-12-11'; '7048611' = '2022-02-09'; '6536796' = '2019-06-11'; '6905967' = '2021-05-14' }
        foreach ($row in $Result) {
            $day = [datetime]$registered[$row.RegistrationNumber]
            $row.Due | Should -Be $day.AddYears([int]$row.Year - 1).ToString('yyyy-MM-dd')
            $row.Holder | Should -Not -BeNullOrEmpty
        }
    }

    # 3: Patents of a list with their holders, a row per holder
    {
        param($Result)

        $Result.Count | Should -Be 2
        $Result.RegistrationNumber | Should -Be @('6761258', '6888891')
        $Result[0].Code | Should -Be '542823885'
        $Result[0].Holder | Should -Be 'ノルドレイン　アクチエボラグ'
        $Result[0].Claims | Should -Be 15
        $Result[1].Claims | Should -Be 2
    }

    # 4: An application that is not registered
    {
        param($Result, $Errors)

        $Result.Count | Should -Be 1
        $Result[0].RegistrationNumber | Should -Be '6888891'
        $Errors.Count | Should -Be 1
        $Errors[0].FullyQualifiedErrorId | Should -BeLike 'JpoNoData,*'
        $Errors[0].TargetObject | Should -Be '特願2018-100006'
    }
)
