# What the examples of Get-JpoQuota promise, one script block an example.
@(
    {
        param($Result)
        $Result.Api | Should -Be 'patent/app_progress'
        $Result.Used | Should -Be 1
        $Result.Remaining | Should -Be 799
    }
    {
        param($Result)
        $Result.Number | Should -Be @('1-1', '1-13')
        $Result.Used | Should -Be @(2, 2)
    }
    {
        param($Result)
        $Result.ApplicationNumber | Should -Be '2020123456'
    }
    {
        param($Result)
        $Result.Count | Should -Be 3
        $Result.Api | Should -Not -Match '^(?!design/)'
        $Result[0].Remaining | Should -BeLessOrEqual $Result[2].Remaining
        $Result.Command | Should -Match '^Get-JpoDesign'
    }
)
