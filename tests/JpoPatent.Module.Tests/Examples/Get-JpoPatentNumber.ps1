# What the examples of Get-JpoPatentNumber promise, one block each.
@(
    # 1: From a publication number to the other numbers
    {
        param($Result)

        $Result.Count | Should -Be 1
        $Result[0].ApplicationNumber | Should -Be '2018100002'
        $Result[0].PublicationNumber | Should -Be '2018310902'
        $Result[0].RegistrationNumber | Should -Be '6761258'
    }

    # 2: From 特開 and 特許 numbers to the progress
    {
        param($Result)

        $Result.Count | Should -Be 2
        $Result.ApplicationNumber | Should -Be @('2018100036', '2018100016')
        "$($Result[0].State)" | Should -Be 'Refused'
        "$($Result[1].State)" | Should -Be 'Lapsed'
        $Result[0].InventionTitle | Should -Be '車載用錠剤計数器の組立方法'
    }

    # 3: Application numbers for a list of patents, for Excel
    {
        param($Result, $Errors, $Folder)

        $Errors.Count | Should -Be 0
        $Result.Count | Should -Be 2
        $Result.管理番号 | Should -Be @('K-1', 'K-2')
        $Result.出願番号 | Should -Be @('2018100002', '2018100016')
        $Result[1].登録番号 | Should -Be '6888891'
        $Result[0].公開番号 | Should -Be '2018310902'
        Test-Path (Join-Path $Folder 'numbers.csv') | Should -BeTrue
    }

    # 4: A national phase: 公表 instead of 公開
    {
        param($Result)

        $Result.Count | Should -Be 1
        $Result[0].ApplicationNumber | Should -Be '2019500101'
        $Result[0].PublicationNumber | Should -BeNullOrEmpty
        $Result[0].NationalPublicationNumber | Should -Be '2019541861'
        $Result[0].InternationalPublicationNumber | Should -Be 'WO2018026221'
        $Result[0].RegistrationNumber | Should -Be '6940526'
    }

    # 5: A number that could be two
    {
        param($Result, $Errors)

        $Errors.Count | Should -Be 1
        $Errors[0].FullyQualifiedErrorId | Should -BeLike 'JpoInvalidNumber,*'
        "$($Errors[0])" | Should -Match '特願2018-100036'
        "$($Errors[0])" | Should -Match '特開2018-100036'
        $Result.Count | Should -Be 1
        $Result[0].PublicationNumber | Should -Be '2018146296'
    }
)
