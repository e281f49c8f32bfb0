# What the examples of Get-JpoPatentDivisional promise, one block each.
@(
    # 1: The application that one was divided from
    {
        param($Result)

        $Result.Count | Should -Be 1
        "$($Result[0].ParentApplication)" | Should -Be '2017025299'
        $Result[0].ParentApplication.ApplicationNumber | Should -Be '2017025299'
        @($Result[0].DivisionalApplications).Count | Should -Be 3
    }

    # 2: The family as a table of generations
    {
        param($Result)

        $Result.Count | Should -Be 3
        $Result.DivisionalGeneration | Should -Be @(0, 1, 2)
        $Result.ApplicationNumber | Should -Be @('2014190502', '2017025299', '2018100036')
        $Result.RegistrationNumber | Should -Be @('6088636', '6322563', $null)
        $Result[0].PublicationNumber | Should -Be '2016024302'
    }

    # 3: Follow to the children
    {
        param($Result)

        $Result.Count | Should -Be 2
        $Result.ApplicationNumber | Should -Be @('2020294279', '2022007396')
        "$($Result[0].ParentApplication)" | Should -Be '2018100022'
        "$($Result[1].ParentApplication)" | Should -Be '2020294279'
        $Result.InventionTitle | Should -Be @('高感度無線給電コイル', '高感度無線給電コイル')
    }

    # 4: From a list of cases to their original applications
    {
        param($Result)

        $Result.Count | Should -Be 3
        $Result.Original | Should -Be @('2014190502', '2018100022', '2018100001')
        $Result.FamilySize | Should -Be @(3, 3, 0)
    }
)
