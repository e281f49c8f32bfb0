# What the examples of Get-JpoCase promise, one script block an example.
@(
    {
        param($Result, $Errors)
        $Errors.Count | Should -Be 0
        $Result.整理番号 | Should -Be 'P-0001', 'D-0001', 'T-0001', 'P-0002'
        $Result.Number | Should -Be '特願2018-100004', '意願2018-000194', '商願2018-009480', '20208423'
        $Result.State | Should -Be 'Refused', 'Registered', 'Registered', $null
        $Result[3].ProblemId | Should -Be 'JpoInvalidNumber'
    }
    {
        param($Result, $Folder)
        $Result.整理番号 | Should -Be 'P-0001', 'P-0003'
        $Result.LatestMailed | Should -Be '拒絶査定', '拒絶査定'
        @(Get-ChildItem $Folder).Name | Should -Be 'list.xlsx', 'result.xlsx'
    }
    {
        param($Result)
        $Result | Should -BeNullOrEmpty
    }
    {
        param($Result)
        $Result.State | Should -Be 'Refused', 'Registered', 'Refused'
        $Result.ProblemId | Should -Be $null, $null, $null
    }
    {
        param($Result)
        $Result.Law | Should -Be 'Patent', 'Design', $null
        $Result[1].Number | Should -Be '意願2018-000194'
        $Result[2].ProblemId | Should -Be 'JpoInvalidNumber'
    }
)
