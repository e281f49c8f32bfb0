# What the examples of Disconnect-JpoApi promise, one script block an example.
@(
    {
        param($Result)
        $Result | Should -BeNullOrEmpty
    }
    {
        param($Result)
        $Result.Count | Should -Be 1
        $Result[0].Url | Should -BeLike 'https://*'
    }
    {
        param($Result)
        $Result.ApplicationNumber | Should -Be '2020123456'
    }
    {
        param($Result, $Errors)
        $Result | Should -BeNullOrEmpty
        $Errors.Count | Should -Be 1
        $Errors[0].FullyQualifiedErrorId | Should -BeLike 'JpoNotConnected,*'
        $Errors[0].ErrorDetails.RecommendedAction | Should -Match 'Connect-JpoApi'
    }
)
