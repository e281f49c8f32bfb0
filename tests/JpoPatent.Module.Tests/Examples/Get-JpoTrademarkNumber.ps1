# What the examples of Get-JpoTrademarkNumber promise, one block each.
@(
    # 1: From a registration number to the application number
    {
        param($Result)

        $Result.Count | Should -Be 1
        "$($Result[0].Law)" | Should -Be 'Trademark'
        $Result[0].ApplicationNumber | Should -Be '2018001009'
        $Result[0].RegistrationNumber | Should -Be '6065594'
    }

    # 2: Marks and classes of registration numbers
    {
        param($Result)

        $Result.Count | Should -Be 2
        $Result.TrademarkForDisplay | Should -Be @('蕗乃戸ラボ', '紬亜日和')
        $Result[0].Classes | Should -Be '03 05 30'
        $Result[1].Classes | Should -Be '18 30 35 43'
    }

    # 3: Fill in the registration numbers of a list of applications
    {
        param($Result, $Errors, $Folder)

        $Errors.Count | Should -Be 0
        $Result.Count | Should -Be 2
        $Result.出願番号 | Should -Be @('商願2018-001009', '商願2018-001002')
        $Result[0].登録番号 | Should -Be '6065594'
        $Result[1].登録番号 | Should -BeNullOrEmpty
        Test-Path (Join-Path $Folder 'filled.csv') | Should -BeTrue
    }
)
