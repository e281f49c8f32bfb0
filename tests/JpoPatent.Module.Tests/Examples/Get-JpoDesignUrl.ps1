# What the examples of Get-JpoDesignUrl promise, one block each.
@(
    # 1: The address of one case
    {
        param($Result)

        $Result.Count | Should -Be 1
        $Result[0] | Should -BeOfType ([string])
        $Result[0] | Should -Match '^https://www\.j-platpat\.inpit\.go\.jp/c1800/DE/JP-2018-001003/'
    }

    # 2: Articles with links, as a web page
    {
        param($Result, $Errors, $Folder)

        $Errors.Count | Should -Be 0
        $Result | Should -Be @(2)
        $lines = @(Get-Content (Join-Path $Folder 'designs.html') -Encoding UTF8)
        $lines[0] | Should -Match '包装用瓶 <a href="https://[^"]*JP-2018-001003/'
        $lines[1] | Should -Match '弁当箱.*2018001011'
    }

    # 3: Links for the designs of a registration list
    {
        param($Result, $Errors, $Folder)

        $Errors.Count | Should -Be 0
        $Result.Count | Should -Be 2
        $Result.ApplicationNumber | Should -Be @('2018001003', '2018001011')
        $rows = @(Import-Csv (Join-Path $Folder 'links.csv') -Encoding UTF8)
        $rows[1].Url | Should -Match 'JP-2018-001011'
    }
)
