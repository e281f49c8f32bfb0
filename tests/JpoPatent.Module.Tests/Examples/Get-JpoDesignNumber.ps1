# What the examples of Get-JpoDesignNumber promise, one block each.
@(
    # 1: From a registration number to the application number
    {
        param($Result)

        $Result.Count | Should -Be 1
        "$($Result[0].Law)" | Should -Be 'Design'
        $Result[0].ApplicationNumber | Should -Be '2018001011'
        $Result[0].RegistrationNumber | Should -Be '1623583'
    }

    # 2: A design under the Hague Agreement
    {
        param($Result)

        $Result.Count | Should -Be 1
        $Result[0].RegistrationNumber | Should -Be '1651442'
        $Result[0].InternationalRegistrationNumber | Should -Be 'DM/114300'
        $Result[0].DesignNumber | Should -Be '003'
    }

    # 3: Articles of a list of registered designs
    {
        param($Result, $Errors, $Folder)

        $Errors.Count | Should -Be 0
        $Result.Count | Should -Be 2
        $Result.RegistrationNumber | Should -Be @('1623583', '1618780')
        $Result[0].DesignArticle | Should -Be '弁当箱'
        @(Import-Csv (Join-Path $Folder 'articles.csv') -Encoding UTF8)[0].ApplicationNumber | Should -Be '2018001011'
    }

    # 4: A number without its prefix
    {
        param($Result, $Errors)

        $Errors.Count | Should -Be 1
        $Errors[0].FullyQualifiedErrorId | Should -BeLike 'JpoInvalidNumber,*'
        "$($Errors[0])" | Should -Match '意匠登録第1623583号'
        $Result.Count | Should -Be 1
        $Result[0].ApplicationNumber | Should -Be '2018001011'
    }
)
