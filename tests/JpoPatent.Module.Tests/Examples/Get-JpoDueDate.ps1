# What the examples of Get-JpoDueDate promise, one block each.
@(
    # 1: What the documents of a case set, and what was done
    {
        param($Result)

        $Result.Count | Should -BeGreaterThan 0
        @($Result | Where-Object Kind -EQ 'Response').Count | Should -BeGreaterThan 0
        $Result.Due | ForEach-Object { $_ | Should -Match '^20\d\d-\d\d-\d\d$' }
    }

    # 2: What is due within thirty days
    {
        param($Result)

        foreach ($due in $Result) { $due.DaysLeft | Should -BeLessOrEqual 30 }
        @($Result).Count | Should -BeLessOrEqual 3
    }

    # 3: Annuities, for Excel
    {
        param($Folder)

        $rows = @(Import-Csv (Join-Path $Folder 'annuities.csv') -Encoding UTF8)
        $rows.Count | Should -BeLessOrEqual 2
        foreach ($row in $rows) { $row.Kind | Should -Be 'Annuity' }
    }

    # 4: What cannot be told
    {
        param($Result)

        @($Result).Count | Should -Be 1
        "$($Result[0].Kind)" | Should -Be 'Annuity'
        $Result[0].DueDate | Should -BeNullOrEmpty
    }
)
