# What the examples of Get-JpoOpdCitation promise, one block each.
@(
    # 1: What was cited in one dossier
    {
        param($Result)

        $Result.Count | Should -Be 3
        @($Result | ForEach-Object { "$($_.Kind)" }) | Should -Be @('Patent', 'Patent', 'NonPatent')
        $Result[0].Number | Should -Be 'JP.2011161609.A'
        $Result[2].Number | Should -BeNullOrEmpty
        $Result[0].CitedIn | Should -Be '拒絶理由通知書'
        $Result[0].Drafted | Should -Be '2019-09-27'
    }

    # 2: Which offices cited which document
    {
        param($Result)

        $Result.Count | Should -Be 1
        $Result[0].Name | Should -Be 'JP.2014338541.A'
        $Result[0].psobject.Properties['Count'].Value | Should -Be 3
        $Result[0].CitedBy | Should -Be 'JP CN US'
    }

    # 3: Classifications in place of citations
    {
        param($Result)

        $Result.Count | Should -Be 2
        $Result[0].ApplicationNumber | Should -Be 'JP.2018100006.A'
        $Result[0].IPC | Should -Be 'G06N 20/00'
        $Result[0].Original | Should -Be 'FI G06N 20/00'
    }

    # 4: A list of references, for Excel
    {
        param($Result, $Errors, $Folder)

        $Errors.Count | Should -Be 0
        $Result.Count | Should -Be 2
        $Result[0].Name | Should -Be 'JP.2018100006.A'
        @($Result | ForEach-Object { $_.psobject.Properties['Count'].Value }) | Should -Be @(6, 3)
        $rows = @(Import-Csv (Join-Path $Folder 'references.csv') -Encoding UTF8)
        $rows.Count | Should -Be 9
        $rows[8].Reference | Should -BeLike 'Marchetti-Vole*'
    }
)
