# What the examples of Get-JpoOpdDocumentList promise, one block each.
@(
    # 1: The documents of a foreign application
    {
        param($Result)

        $Result.Count | Should -Be 3
        $Result.Date | Should -Be @('2018-11-30', '2019-01-29', '2020-07-03')
        $Result.Group | Should -Be @('Office', 'Applicant', 'Office')
        $Result[0].Description | Should -Be 'Non-Final Rejection'
    }

    # 2: What the offices wrote, over a whole family
    {
        param($Result)

        $Result.Count | Should -Be 7
        $Result[0].Date | Should -Be '2018-11-30'
        $Result[0].ApplicationNumber | Should -Be 'US.201716114227.A'
        @($Result | Where-Object ApplicationNumber -like 'JP.*').Count | Should -Be 3
        ($Result.Date | Sort-Object) -join ' ' | Should -Be ($Result.Date -join ' ')
        @($Result | Where-Object TranslatedDescription -eq 'Notification of Reasons for Refusal').Count | Should -Be 1
    }

    # 3: From the list to a document
    {
        param($Result)

        $Result.Count | Should -Be 1
        $Result[0].DocumentName | Should -Be '拒絶査定'
        $Result[0].DocumentId | Should -BeLike 'Decision_of_Refusal_*_JP'
        $Result[0].Drafted | Should -Match '^2021-0[34]-\d\d$'
    }

    # 4: Publication numbers are no applications
    {
        param($Result, $Errors)

        $Result.Count | Should -Be 1
        $Result[0].ApplicationNumber | Should -Be 'JP.2018100007.A'
        $Result[0].InventionTitle | Should -Be '磁気結合式浮体式係留具用部品'
        $Errors.Count | Should -Be 1
        $Errors[0].FullyQualifiedErrorId | Should -BeLike 'JpoInvalidNumber,*'
        $Errors[0].TargetObject | Should -Be '特開2018-310247'
    }
)
