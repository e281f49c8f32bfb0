# What the examples of Get-JpoTrademarkDocument promise, one block each.
@(
    # 1: Notices with the days on which answers are due
    {
        param($Result)

        $Result.Count | Should -Be 2
        $Result.ApplicationNumber | Should -Be @('2018001002', '2018001016')
        $Result.Dispatched | Should -Be @('2019-04-12', '2019-04-09')
        $Result.Due | Should -Be @('2019-05-22', '2019-05-20')
        "$($Result[0].ResponsePeriod)" | Should -Be '40 Days'
    }

    # 2: Cases refused under one article
    {
        param($Result)

        $Result.Count | Should -Be 1
        $Result[0].ApplicationNumber | Should -Be '2018001035'
        $Result[0].Articles | Should -Be '第4条第1項第11号; 第3条第1項第3号'
        $Result[0].DrafterName | Should -Be '葛城野　朔太'
    }

    # 3: The text of a notice
    {
        param($Result, $Errors, $Folder)

        $Errors.Count | Should -Be 0
        $Result.Count | Should -Be 1
        $Result[0] | Should -Be '理由１　商標法第３条第１項第３号'
        $text = Get-Content (Join-Path $Folder 'notice.txt') -Encoding UTF8 -Raw
        $text | Should -Match '拒絶理由通知書'
        $text | Should -Match '発送番号　１７２２１２'
    }

    # 4: Decisions of a list of cases
    {
        param($Result)

        $Result.Count | Should -Be 2
        $Result.ApplicationNumber | Should -Be @('2018001002', '2018001040')
        $Result.DocumentName | Should -Be @('拒絶査定', '拒絶査定')
        $Result.Drafted | Should -Be @('2019-08-09', '2019-05-09')
    }
)
