# What the examples of Update-JpoWatch promise, one script block an example.
@(
    {
        param($Result)
        "$($Result.Cases) $($Result.LookedAt) $($Result.Changes) $($Result.NotLookedAt)" | Should -Be '3 3 0 0'
    }
    {
        param($Result)
        $Result | Should -BeNullOrEmpty
    }
    {
        param($Result)
        $Result.LookedAt | Should -Be 3
        "$($Result.EndedBecause)" | Should -Be 'Done'
    }
)
