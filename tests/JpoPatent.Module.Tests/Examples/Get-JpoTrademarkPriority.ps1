# What the examples of Get-JpoTrademarkPriority promise, one block each.
@(
    # 1: The priority of one trademark application
    {
        param($Result)

        $Result.Count | Should -Be 1
        $Result[0].ParisPriorityCountryCode | Should -Be 'KR'
        $Result[0].ParisPriorityApplicationNumber | Should -Be '30-2017-0022567'
        $Result[0].Date | Should -Be '2017-07-19'
    }

    # 2: How many priorities each case claims
    {
        param($Result)

        $Result.Count | Should -Be 3
        @($Result | ForEach-Object { $_.psobject.Properties['Count'].Value }) | Should -Be @(0, 1, 1)
        $Result[2].Priority | Should -Be 'US 29410729 (2017-07-19)'
    }

    # 3: Priority date beside the mark, for Excel
    {
        param($Result, $Errors, $Folder)

        $Errors.Count | Should -Be 0
        $Result.Count | Should -Be 2
        $Result[0].Trademark | Should -Be 'Ｍｏｋｕｒｅｎ＼もくれん'
        $Result[0].Priority | Should -Be '2017-07-19'
        $Result.Country | Should -Be @('KR', 'US')
        Test-Path (Join-Path $Folder 'marks.csv') | Should -BeTrue
    }
)
