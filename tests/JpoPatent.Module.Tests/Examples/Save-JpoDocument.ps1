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
    {
        param($Result, $Folder)
        $Result | Should -Be '特願2018-100006', '特願2022-000001'
        @(Get-ChildItem "$Folder/files/特願2018-100006" -File).Count | Should -BeGreaterThan 3
    }
    {
        param($Result, $Folder)
        $Result | Should -BeLike '<?xml *'
        (Get-ChildItem "$Folder/files").Name | Should -Be '2023'
    }
)
