# What the examples of Get-JpoDesignProgress promise, one block each.
@(
    # 1: State and article of one design
    {
        param($Result)

        $Result.Count | Should -Be 1
        $Result[0].ApplicationNumber | Should -Be '2018001011'
        "$($Result[0].State)" | Should -Be 'Lapsed'
        $Result[0].RegistrationNumber | Should -Be '1623583'
        $Result[0].DesignArticle | Should -Be '弁当箱'
    }

    # 2: Related designs with their principal designs
    {
        param($Result)

        $Result.Count | Should -Be 3
        $Result.ApplicationNumber | Should -Be @('2018001013', '2018001027', '2018001031')
        $Result.PrincipalDesignApplicationNumber | Should -Be @('2017026056', '2017026010', '2017026014')
        $Result.DesignArticle | Should -Be @('ドアハンドル', '歯ブラシ', '電動工具用充電器')
    }

    # 3: What came in and went out in a month, as a list for Excel
    {
        param($Result, $Errors, $Folder)

        $Errors.Count | Should -Be 0
        $Result.Count | Should -Be 3
        $Result.ApplicationNumber | Should -Be @('2018001003', '2018001012', '2018001044')
        $Result[0].Document | Should -Be '登録査定'
        ($Result | Where-Object ApplicationNumber -eq '2018001012').Date | Should -Be '2018-11-13'
        ($Result | Where-Object ApplicationNumber -eq '2018001012').Document | Should -Be '拒絶査定'
        $rows = @(Import-Csv (Join-Path $Folder 'november.csv') -Encoding UTF8)
        $rows.Count | Should -BeGreaterOrEqual $Result.Count
        $rows | ForEach-Object { $_.Date | Should -BeLike '2018-11-*' }
    }

    # 4: Articles and applicants with the simple API
    {
        param($Result)

        $Result.Count | Should -Be 2
        $Result.DesignArticle | Should -Be @('診察用椅子', '植木鉢')
        $Result | ForEach-Object { $_.Applicant | Should -Not -BeNullOrEmpty }
    }
)
