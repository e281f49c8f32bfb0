# What the examples of Get-JpoTrademarkUrl promise, one block each.
@(
    # 1: The address of one case
    {
        param($Result)

        $Result.Count | Should -Be 1
        $Result[0] | Should -BeOfType ([string])
        $Result[0] | Should -Match '^https://www\.j-platpat\.inpit\.go\.jp/c1800/TR/JP-2018-001013/'
    }

    # 2: A list of marks with links, for Excel
    {
        param($Result, $Errors, $Folder)

        $Errors.Count | Should -Be 0
        $Result.Count | Should -Be 2
        $Result.Trademark | Should -Be @('くえりあクラブ', '蕗乃戸ラボ')
        $rows = @(Import-Csv (Join-Path $Folder 'linked.csv') -Encoding UTF8)
        $rows[0].Link | Should -Match '^=HYPERLINK\("https://[^"]*JP-2018-001002/[^"]+","J-PlatPat"\)$'
    }

    # 3: Asked twice, one access
    {
        param($Result)

        $Result.Count | Should -Be 1
        $Result[0].ApplicationNumber | Should -Be '2018001009'
        $Result[0].FromCache | Should -BeTrue
        $Result[0].Same | Should -BeTrue
    }
)
