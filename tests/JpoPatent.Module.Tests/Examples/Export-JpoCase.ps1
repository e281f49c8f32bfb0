# What the examples of Export-JpoCase promise, one script block an example.
@(
    {
        param($Result, $Folder)
        $Result | Should -Be 'cases.xlsx'
        (Get-Item (Join-Path $Folder 'cases.xlsx')).Length | Should -BeGreaterThan 2000
    }
    {
        param($Result)
        $Result.整理番号 | Should -Be '00002'
        $Result.備考 | Should -Be "'=1+1"
        $Result.出願番号 | Should -Be '特願2018-100004'
    }
    {
        param($Errors, $Folder)
        $Errors.Count | Should -Be 1
        $Errors[0].FullyQualifiedErrorId | Should -BeLike 'JpoFileExists,*'
        @(Get-ChildItem $Folder).Name | Should -Be 'today.xlsx'
    }
)
