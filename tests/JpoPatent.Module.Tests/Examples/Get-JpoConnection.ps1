# What the examples of Get-JpoConnection promise, one script block an example.
@(
    {
        param($Result)
        $Result.IsSandbox | Should -BeTrue
        $Result.UserName | Should -Be 'sandbox'
    }
    {
        param($Result)
        $Result.Api | Should -Be 'patent/app_progress'
    }
    {
        param($Result)
        $Result.ApplicationNumber | Should -Be '2020123456'
    }
)
