# What the examples of New-JpoSupportReport promise, one script block an example.
@(
    {
        param($Result, $Folder)
        $Result.Count | Should -Be 1
        $Result[0] | Should -Match 'JpoPatent'
        "$Folder/report.txt" | Should -Exist
    }
    {
        param($Result, $Errors, $Folder)
        $Errors | Should -BeNullOrEmpty
        $Result.ApplicationNumber | Should -Be '2020123456'
        Get-ChildItem $Folder | Should -BeNullOrEmpty
    }
    {
        param($Result, $Folder)
        $Result | Should -Be 'jpo.txt'
        "$Folder/reports/jpo.txt" | Should -Exist
    }
)
