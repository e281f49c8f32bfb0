# What the examples of Get-JpoDesignPriority promise, one block each.
@(
    # 1: The priority of one design application
    {
        param($Result)

        $Result.Count | Should -Be 1
        $Result[0].ParisPriorityCountryCode | Should -Be 'KR'
        $Result[0].ParisPriorityApplicationNumber | Should -Be '30-2017-0025257'
        $Result[0].Date | Should -Be '2017-07-28'
    }

    # 2: Which cases of a list claim a priority
    {
        param($Result)

        $Result.Count | Should -Be 3
        $Result.ApplicationNumber | Should -Be @('2018001003', '2018001017', '2018001049')
        $Result[2].Priority | Should -Be 'CN 201730482748.0 (2017-07-28)'
    }

    # 3: Priorities by country, from a CSV file
    {
        param($Result)

        $Result.Count | Should -Be 2
        $Result[0].Name | Should -Be 'KR'
        $Result[0].Count | Should -Be 2
        $Result[1].Name | Should -Be 'CN'
        $Result[1].Count | Should -Be 1
    }
)
