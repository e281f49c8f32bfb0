# What the examples of Get-JpoOpdFamily promise, one block each.
@(
    # 1: A family from a patent number
    {
        param($Result)

        $Result.Count | Should -Be 4
        $Result.Country | Should -Be @('JP', 'CN', 'EP', 'KR')
        $Result[0].ApplicationNumber | Should -Be 'JP.2018100002.A'
        $Result[2].Filed | Should -Be '2017-04-25'
        $Result[1].PublicationNumbers | Should -Be @('CN.106851512.A')
    }

    # 2: A family table for a meeting, for Excel
    {
        param($Result, $Errors, $Folder)

        $Errors.Count | Should -Be 0
        $Result.Count | Should -Be 3
        $Result.Country | Should -Be @('US', 'CN', 'JP')
        $Result[0].Registered | Should -Match '^US\.10301535\.B2$'
        $Result[2].Registered | Should -BeNullOrEmpty
        $rows = @(Import-Csv (Join-Path $Folder 'family.csv') -Encoding UTF8)
        $rows.Count | Should -Be 3
        $rows[0].On | Should -Match '^20\d\d-\d\d-\d\d$'
    }

    # 3: In which countries do my cases have relatives
    {
        param($Result)

        $Result.Count | Should -Be 2
        $Result.Name | Should -Be @('JP.2018100002.A', 'JP.2018100007.A')
        $Result.Countries | Should -Be @('JP CN EP KR', 'JP CN US')
    }

    # 4: By a foreign number, and one that needs -Kind
    {
        param($Result, $Errors)

        $Result.Count | Should -Be 2
        $Result[0].FamilyOf | Should -Be 'CN.106851512.A'
        $Result[1].FamilyOf | Should -Be 'JP.2018100002.A'
        $Result.ApplicationNumber | Should -Be @('JP.2018100002.A', 'JP.2018100002.A')
        $Errors.Count | Should -Be 1
        $Errors[0].FullyQualifiedErrorId | Should -BeLike 'JpoInvalidNumber,*'
    }
)
