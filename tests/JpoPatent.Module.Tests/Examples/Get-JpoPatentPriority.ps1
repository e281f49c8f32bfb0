# What the examples of Get-JpoPatentPriority promise, one block each.
@(
    # 1: The priority of one application
    {
        param($Result)

        $Result.Count | Should -Be 1
        $Result[0].ParisPriorityCountryCode | Should -Be 'EP'
        $Result[0].ParisPriorityApplicationNumber | Should -Be '17113202.1'
        $Result[0].Date | Should -Be '2017-04-25'
    }

    # 2: Priorities of a list of cases, abroad and in Japan, for Excel
    {
        param($Result, $Errors, $Folder)

        $Errors.Count | Should -Be 0
        $Result.Count | Should -Be 3
        $Result.ApplicationNumber | Should -Be @('2018100002', '2018100003', '2018100007')
        $Result.Country | Should -Be @('EP', 'JP', 'US')
        $Result[1].Number | Should -Be '2017115626'
        $Result[1].Date | Should -Be '2017-04-28'
        Test-Path (Join-Path $Folder 'priorities.csv') | Should -BeTrue
    }

    # 3: What became of the earlier application of a domestic priority
    {
        param($Result)

        $Result.Count | Should -Be 1
        $Result[0].ApplicationNumber | Should -Be '2017115626'
        "$($Result[0].State)" | Should -Be 'DeemedWithdrawn'
        $Result[0].InventionTitle | Should -Be '防滴型繊維強化樹脂成形体の組立方法'
    }
)
