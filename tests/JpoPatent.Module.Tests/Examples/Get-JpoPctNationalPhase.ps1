# What the examples of Get-JpoPctNationalPhase promise, one script block an example.
@(
    {
        param($Result)
        $Result.ApplicationNumber | Should -Be '2021544678'
    }
    {
        param($Result)
        $Result.InternationalPublicationNumber | Should -Be 'WO2020123456'
        $Result.ApplicationNumber | Should -Match '^\d{10}$'
    }
    {
        param($Result)
        $Result.ApplicationNumber | Should -Be '2021544678'
        $Result.InventionTitle | Should -Not -BeNullOrEmpty
        $Result.FilingDate | Should -BeOfType datetime
    }
    {
        param($Result, $Folder)
        $Result | Should -BeNullOrEmpty
        $rows = @(Import-Csv "$Folder/national.csv" -Encoding UTF8)
        $rows.InternationalApplicationNumber | Should -Be @('JP2019011858', 'JP2019011860')
        $rows.ApplicationNumber | Should -Match '^\d{10}$'
    }
)
