# What the examples of Measure-JpoQuota promise, one script block an example.
@(
    {
        param($Result)
        $Result.Count | Should -Be 1
        $Result[0].Today | Should -Be 800
        $Result[0].Days | Should -Be 3
    }
    {
        param($Result, $Folder)
        $Result[0].Api | Should -Be 'patent/app_progress'
        $Result[0].PSObject.Properties['Count'].Value | Should -Be 2
        @(Import-Csv "$Folder/portfolio.csv" -Encoding UTF8).Count | Should -Be 3
    }
    {
        param($Result)
        $Result | Should -Be 2
    }
    {
        param($Result)
        $Result.ApplicationNumber | Should -Be @('2020123456', '2020123457', '2020123458')
    }
)
