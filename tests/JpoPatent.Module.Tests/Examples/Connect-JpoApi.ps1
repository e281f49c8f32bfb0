# What the examples of Connect-JpoApi promise, one script block an example.
@(
    {
        param($Result)
        $Result.Count | Should -Be 1
        $Result[0] | Should -BeOfType JpoPatent.PatentProgress
        $Result[0].ApplicationNumber | Should -Be '2020123456'
    }
    {
        param($Result)
        $Result.Count | Should -Be 1
        $Result[0].UserName | Should -Be $UserName
        $Result[0].IsSandbox | Should -BeFalse
        "$($Result[0].BaseUri)" | Should -BeLike 'http://*'
    }
    {
        param($Result, $Folder)
        $Result | Should -BeNullOrEmpty
        (Import-Csv "$Folder/progress.csv" -Encoding UTF8).ApplicationNumber | Should -Be @('2020123456', '2020123457')
    }
    {
        param($Result)
        $Result.Today | Should -Be 700
        $Result.Days | Should -Be 2
    }
    {
        param($Result)
        ($Result.ApplicationNumber | Sort-Object) -join ' ' | Should -Be '2020123456 2020123457'
    }
    {
        param($Result)
        $Result.Count | Should -Be 1
        $Result[0].UserName | Should -Be $UserName
    }
    {
        param($Result, $Folder)
        $Result.Count | Should -Be 1
        $Result[0].StatePath | Should -Be ([System.IO.Path]::Combine($Folder, 'JpoState'))
        $Result[0].StatePath | Should -Exist
        $Result[0].IsStateShared | Should -BeFalse
    }
)
