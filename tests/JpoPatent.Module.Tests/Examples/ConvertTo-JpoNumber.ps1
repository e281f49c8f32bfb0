# What the examples of ConvertTo-JpoNumber promise, one script block an example.
@(
    {
        param($Result)
        $Result.Kind | Should -Be @('Application', 'Publication', 'Registration')
        $Result.Value | Should -Be @('2020123456', '2021090037', '6249966')
    }
    {
        param($Result)
        $Result.Count | Should -Be 2
        ($Result | Where-Object Name -EQ '特願2020-123456').Count | Should -Be 3
    }
    {
        param($Result)
        $Result.Display | Should -Be @('意願2020-015234', '商標登録第6210000号')
    }
    {
        param($Result, $Errors)
        $Result | Should -Be @('特願2020-123456', '特願2020-12345678', '社内整理番号A-1')
        $Errors | Should -BeNullOrEmpty -Because 'the example keeps them in $wrong'
    }
)
