# What the examples of Get-JpoWatchChange promise, one script block an example.
@(
    {
        param($Result)
        $Result | Should -Be 0
    }
    {
        param($Result)
        $Result | Should -Be 0
    }
    {
        param($Result)
        $Result | Should -Be 'Important: 0'
    }
)
