# What the examples of Clear-JpoCache promise, one script block an example.
@(
    {
        param($Result)
        $Result | Should -Be @($false, 2)
    }
    {
        param($Result)
        $Result | Should -Be @($false, $true)
    }
    {
        param($Result)
        $Result | Should -Be $true
    }
    {
        param($Result)
        $Result | Should -BeNullOrEmpty
    }
)
