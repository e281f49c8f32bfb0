# What the examples of Get-JpoWatchPlan promise, one script block an example.
@(
    {
        param($Result)
        $Result.Count | Should -BeGreaterOrEqual 2
        $Result[0].Reason | Should -Not -BeNullOrEmpty
    }
    {
        param($Result)
        $Result.Count | Should -BeGreaterThan 0
    }
)
