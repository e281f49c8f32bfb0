# What the examples of Get-JpoApplicant promise, one script block an example.
@(
    {
        param($Result)
        $Result.Name | Should -Be '株式会社葦笛繊維'
    }
    {
        param($Result)
        $Result.Code | Should -Be '311375337'
        "$($Result.Law)" | Should -Be 'Trademark'
    }
    {
        param($Result)
        $Result.Count | Should -BeGreaterOrEqual 1
        $Result.Code | Should -Match '^\d{9}$'
        $Result.Name | Should -Not -BeNullOrEmpty
    }
    {
        param($Result, $Errors)
        $Result | Should -BeNullOrEmpty
        $Errors.Count | Should -Be 1
        $Errors[0].FullyQualifiedErrorId | Should -BeLike 'JpoNoData,*'
    }
)
