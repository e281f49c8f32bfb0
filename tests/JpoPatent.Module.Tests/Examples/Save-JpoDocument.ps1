# What the examples of Save-JpoDocument promise, one script block an example.
@(
    {
        param($Result, $Folder)
        $Result | Should -BeLike '2022-000001_*_拒絶理由通知書_*.html'
        @(Get-ChildItem "$Folder/cases").Name | Should -Be $Result
    }
    {
        param($Result, $Folder)
        $Result | Should -BeLike '2022-000001_*_拒絶理由通知書_*.xml'
        @(Get-ChildItem $Folder).Name | Should -Be $Result
    }
    {
        param($Result, $Folder)
        $Result | Should -BeNullOrEmpty
        Get-ChildItem $Folder | Should -BeNullOrEmpty
    }
    {
        param($Errors, $Folder)
        $Errors.Count | Should -Be 1
        $Errors[0].FullyQualifiedErrorId | Should -BeLike 'JpoFileExists,*'
        @(Get-ChildItem "$Folder/texts").Count | Should -Be 1
    }
)
