# What the examples of Remove-JpoWatchCase promise, one script block an example.
@(
    {
        param($Result)
        $Result | Should -Be 0
    }
    {
        param($Result)
        $Result | Should -BeNullOrEmpty
    }
    {
        param($Result)
        $Result | Should -Be 'JpoInvalidParameter', 3
    }
)
