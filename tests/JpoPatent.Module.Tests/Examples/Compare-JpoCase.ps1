# What the examples of Compare-JpoCase promise, one script block an example.
@(
    {
        param($Result, $Folder)
        $Result.Count | Should -BeGreaterThan 0
        Test-Path (Join-Path $Folder 'yesterday.xlsx') | Should -BeTrue
    }
    {
        param($Result, $Folder)
        $Result.Number | Should -Be '特願2018-100029', '特願2018-100005'
        "$($Result.Kind)" | Should -Be 'New Gone'
        Test-Path (Join-Path $Folder 'cases.json') | Should -BeTrue
    }
    {
        param($Result)
        $Result | Should -Be 'P-0001: 2020-12-11 拒絶査定'
    }
)
