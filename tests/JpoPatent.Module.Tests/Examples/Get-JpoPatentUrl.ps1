# What the examples of Get-JpoPatentUrl promise, one block each.
@(
    # 1: The address of one case
    {
        param($Result)

        $Result.Count | Should -Be 1
        $Result[0] | Should -BeOfType ([string])
        $Result[0] | Should -Match '^https://www\.j-platpat\.inpit\.go\.jp/c1800/PU/JP-2018-100002/'
    }

    # 2: A list of cases with links, for Excel
    {
        param($Result, $Errors, $Folder)

        $Errors.Count | Should -Be 0
        $Result.Count | Should -Be 2
        $Result.整理番号 | Should -Be @('P-0101', 'P-0102')
        $rows = @(Import-Csv (Join-Path $Folder 'linked.csv') -Encoding UTF8)
        $rows[1].リンク | Should -Match '^=HYPERLINK\("https://www\.j-platpat\.inpit\.go\.jp/c1800/PU/JP-2018-100006/[^"]+","J-PlatPat"\)$'
    }

    # 3: From publication numbers to a page of links
    {
        param($Result, $Errors, $Folder)

        $Errors.Count | Should -Be 0
        $Result | Should -Be @(2)
        $lines = @(Get-Content (Join-Path $Folder 'links.html') -Encoding UTF8)
        $lines.Count | Should -Be 2
        $lines[0] | Should -Match 'href="https://www\.j-platpat\.inpit\.go\.jp/.*JP-2018-100002/.*特願2018-100002'
        $lines[1] | Should -Match '特願2018-100036'
    }
)
