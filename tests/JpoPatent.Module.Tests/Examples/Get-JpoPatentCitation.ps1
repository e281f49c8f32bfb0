# What the examples of Get-JpoPatentCitation promise, one block each.
@(
    # 1: What was cited against one application
    {
        param($Result)

        $Result.Count | Should -Be 5
        $Result.Drafted | Select-Object -Unique | Should -Be @('2020-08-14', '2021-02-25')
        $Result.CitationOrder | Should -Be @(1, 2, 3, 1, 2)
        $Result[0].DocumentNumber | Should -Be 'JPA 427228610'
        $Result[0].PublicationNumber | Should -Be '2015228610'
    }

    # 2: Citations of a list of cases, for Excel
    {
        param($Result, $Errors, $Folder)

        $Errors.Count | Should -Be 0
        $Result.Count | Should -Be 4
        $rows = @(Import-Csv (Join-Path $Folder 'citations.csv') -Encoding UTF8)
        $rows.Count | Should -Be 7
        @($rows | Where-Object Kind -eq 'NonPatent').Count | Should -Be 2
        $rows[0].Document | Should -Be '特開2011-161609'
        ($rows | Where-Object { $_.ApplicationNumber -eq '2018100011' -and $_.Kind -eq 'NonPatent' }).Document | Should -Be '椋木　芙由美 車載用養殖用生簀に関する一考察'
    }

    # 3: Papers and books as references
    {
        param($Result)

        $Result.Count | Should -Be 1
        $Result[0] | Should -Be '椋木　芙由美「車載用養殖用生簀に関する一考察」月刊かたちと素材 Vol.3, しらたま書房, 2006年'
    }

    # 4: Whose publications were cited
    {
        param($Result)

        $Result.Count | Should -Be 2
        $Result.PublicationNumber | Should -Be @('2015228610', '2015124910')
        $Result | ForEach-Object { $_.Applicant | Should -Not -BeNullOrEmpty }
    }
)
