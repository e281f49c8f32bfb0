# What the examples of Get-JpoTrademarkRegistration promise, one block each.
@(
    # 1: The register of one trademark
    {
        param($Result)

        $Result.Count | Should -Be 1
        $Result[0].RegistrationNumber | Should -Be '6065594'
        $Result[0].TrademarkForDisplay | Should -Be '蕗乃戸ラボ'
        $Result[0].LastPaymentYearly | Should -Be 5
        $Result[0].Ceased | Should -Be '2023-08-03'
    }

    # 2: A calendar of renewals, for Excel
    {
        param($Result, $Errors, $Folder)

        $Errors.Count | Should -Be 0
        $Result.Count | Should -BeGreaterThan 0
        $Result.RegistrationNumber | Should -Not -Contain '6065594'
        ($Result.Due | Sort-Object) -join ' ' | Should -Be ($Result.Due -join ' ')
        (Get-Content (Join-Path $Folder 'renewals.csv')).Count | Should -Be ($Result.Count + 1)
        $registered = @{ '6090944' = '11-02'; '6099204' = '12-03'; '6107953' = '01-03'; '6052430' = '06-18' }
        $classes = @{ '6090944' = '1'; '6099204' = '3'; '6107953' = '3'; '6052430' = '3' }
        foreach ($row in $Result) {
            $row.Due | Should -BeLike "*-$($registered[$row.RegistrationNumber])"
            $row.Classes | Should -Be $classes[$row.RegistrationNumber]
            ([datetime]$row.Due).Year % 10 | Should -Be $(if ($row.Kind -eq '更新') { if ($row.RegistrationNumber -eq '6107953') { 9 } else { 8 } } else { if ($row.RegistrationNumber -eq '6107953') { 4 } else { 3 } })
        }
    }

    # 3: From registration numbers to holders
    {
        param($Result)

        $Result.Count | Should -Be 2
        $Result.RegistrationNumber | Should -Be @('6065594', '6060811')
        $Result[0].Holder | Should -Be '竹灯籠医療機器株式会社'
        $Result[1].TrademarkForDisplay | Should -Be '紬亜日和'
    }
)
