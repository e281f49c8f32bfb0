# What the examples of Set-JpoQuotaLimit promise, one script block an example.
@(
    {
        param($Result)
        $Result.Limit | Should -Be 5000
        "$($Result.Source)" | Should -Be 'User'
    }
    {
        param($Result)
        $Result.Limit | Should -Be 800
        "$($Result.Source)" | Should -Be 'Default'
    }
    {
        param($Result)
        $Result.Api | Should -Be @('patent/app_progress', 'patent/registration_info')
        $Result.Limit | Should -Be @(5000, 2000)
    }
    {
        param($Result)
        $Result | Should -BeNullOrEmpty
        @([JpoPatent.ApiCatalog]::All | Where-Object Id -Like 'trademark/*').Count | Should -Be 11
    }
)
