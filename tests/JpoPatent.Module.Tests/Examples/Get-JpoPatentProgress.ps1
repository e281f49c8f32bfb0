# What the examples of Get-JpoPatentProgress promise, one block each.
@(
    # 1: State of one application
    {
        param($Result)

        $Result.Count | Should -Be 1
        $Result[0].ApplicationNumber | Should -Be '2020123456'
        $Result[0].Applicants.Name | Should -Be '株式会社葦笛繊維'
        "$($Result[0].State)" | Should -Be 'Refused'
        "$($Result[0].LatestDocument)" | Should -Be '2022-06-23 拒絶査定'
        $Result[0].InventionTitle | Should -Be '折り畳み式無線給電コイルの製造方法'
    }

    # 2: From a list of cases to the last document of each, for Excel
    {
        param($Result, $Errors, $Folder)

        $Errors.Count | Should -Be 0
        $Result.Count | Should -Be 3
        $Result[0].ApplicationNumber | Should -Be '2020123456'
        $Result.Document | Should -Be @('拒絶査定', '拒絶査定', '拒絶査定')
        $Result.Date | Should -Be @('2022-06-23', '2020-12-11', '2019-10-10')
        $rows = @(Import-Csv (Join-Path $Folder 'latest.csv') -Encoding UTF8)
        $rows.Count | Should -Be 3
        $rows[1].State | Should -Be 'Refused'
        $rows[1].InventionTitle | Should -Be '寒冷地用手術用把持具'
    }

    # 3: Refusals that were not answered
    {
        param($Result)

        $Result.Count | Should -Be 2
        $Result.ApplicationNumber | Should -Be @('2018100015', '2018100029')
        $Result.Notified | Should -Be @('2019-05-31', '2019-04-19')
        $Result[0].State | Should -Be 'Refused'
    }

    # 4: Titles and applicants with the simple API
    {
        param($Result)

        $Result.Count | Should -Be 3
        $Result[0].ApplicationNumber | Should -Be '2018100002'
        $Result[0].Applicant | Should -Be 'ノルドレイン　アクチエボラグ'
        $Result[0].InventionTitle | Should -Be '発泡断熱材用部品'
        $Result[1].Applicant | Should -Be '藍鉄計測株式会社; 石蕗計測株式会社'
        $Result[2].InventionTitle | Should -Be '可搬型錠剤計数器用部品'
    }

    # 5: An input that is no application number
    {
        param($Result, $Errors, $Folder)

        $Result.Count | Should -Be 1
        $Result[0].ApplicationNumber | Should -Be '2020123456'
        $Errors.Count | Should -Be 2
        $Errors | ForEach-Object { $_.FullyQualifiedErrorId | Should -BeLike 'JpoInvalidNumber,*' }
        $Errors.TargetObject | Should -Be @('20208423', '特開2021-090037')
        $lines = @(Get-Content (Join-Path $Folder 'todo.txt') -Encoding UTF8)
        $lines.Count | Should -Be 2
        $lines[1] | Should -BeLike '*Get-JpoPatentNumber*'
    }
)
