# What the examples of Get-JpoWatchCase promise, one script block an example.
@(
    {
        param($Result)
        $Result.Count | Should -Be 3
        $Result.NightsUnseen | Should -Be 0, 0, 0
    }
    {
        param($Result)
        $Result | Should -Be '意願2018-000194'
    }
    {
        param($Result)
        @($Result).Count | Should -Be 1
        "$($Result.Number) $($Result.Law)" | Should -Be '意願2018-000194 Design'
    }
)
