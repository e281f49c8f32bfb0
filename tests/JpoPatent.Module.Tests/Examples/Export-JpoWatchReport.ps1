# What the examples of Export-JpoWatchReport promise, one script block an example.
@(
    {
        param($Result)
        $Result | Should -Be 'report.html'
    }
    {
        param($Result)
        $Result | Should -BeTrue
    }
)
