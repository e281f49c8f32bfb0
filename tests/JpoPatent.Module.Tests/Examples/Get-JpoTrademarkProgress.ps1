# What the examples of Get-JpoTrademarkProgress promise, one block each.
@(
    # 1: The mark, how it is read, and its state
    {
        param($Result)

        $Result.Count | Should -Be 1
        $Result[0].ApplicationNumber | Should -Be '2018001009'
        "$($Result[0].State)" | Should -Be 'Lapsed'
        $Result[0].TrademarkForDisplay | Should -Be '蕗乃戸ラボ'
        $Result[0].Transliterations | Should -Be @('フキノトラボ', 'フキノト')
    }

    # 2: Goods, services and similar group codes, a row per class
    {
        param($Result, $Errors, $Folder)

        $Errors.Count | Should -Be 0
        $Result.Count | Should -Be 5
        $Result.Class | Should -Be @('11', '43', '03', '05', '30')
        $Result[0].SimilarCodes | Should -Be '09E11 11A02'
        $rows = @(Import-Csv (Join-Path $Folder 'goods.csv') -Encoding UTF8)
        $rows.Count | Should -Be 5
        $rows[4].Goods | Should -Be '茶，菓子，パン'
    }

    # 3: Marks in one class, from a list of cases
    {
        param($Result)

        $Result.Count | Should -Be 2
        $Result.ApplicationNumber | Should -Be @('2018001009', '2018001011')
        $Result[0].Classes | Should -Be '03 05 30'
        $Result[1].TrademarkForDisplay | Should -Be 'Ｓａｒａｓｈｉ'
    }

    # 4: How many cases are where, with the simple API
    {
        param($Result)

        $Result.Count | Should -Be 2
        $Result[0].Name | Should -Be 'Lapsed'
        $Result[0].Count | Should -Be 2
        $Result[1].Name | Should -Be 'Refused'
        $Result[1].Count | Should -Be 3
    }
)
