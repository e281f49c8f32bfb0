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
    {
        param($Result)
        $Result.Name | Should -Be 'Patent, app_progress_simple', 'Design, app_progress_simple'
        $Result.Count | Should -Be 2
        $Result | ForEach-Object { $_.Count | Should -Be 1 }
    }
)
