# What must hold in every shell that the module promises, Windows PowerShell 5.1 included: so this file is written by the rules of 5.1 and needs the sandbox only.
# JPO_TEST_MODULE names another manifest than that of the assembled module, such as an unpacked package's.

BeforeAll {
    $script:modulePath = if ($env:JPO_TEST_MODULE) { $env:JPO_TEST_MODULE } else { [System.IO.Path]::GetFullPath("$PSScriptRoot/../../../out/JpoPatent/JpoPatent.psd1") }
    Import-Module $modulePath
    $script:state = Join-Path $TestDrive 'state'
    Connect-JpoApi -Sandbox -StatePath $state -RequestsPerMinute 0 -OpdRequestsPerMinute 0
}

AfterAll {
    Disconnect-JpoApi
    Remove-Module JpoPatent
}

Describe 'The module in this shell' {
    It 'exports what its manifest says' {
        $expected = (Import-PowerShellDataFile $modulePath).CmdletsToExport | Sort-Object
        (Get-Module JpoPatent).ExportedCommands.Keys | Sort-Object | Should -Be $expected
    }

    It 'exports it again after Remove-Module and with -Force' {
        $count = (Get-Module JpoPatent).ExportedCommands.Count
        Import-Module $modulePath -Force
        (Get-Module JpoPatent).ExportedCommands.Count | Should -Be $count
        Remove-Module JpoPatent
        Import-Module $modulePath
        (Get-Module JpoPatent).ExportedCommands.Count | Should -Be $count

        # A removed module keeps no connection.
        Get-JpoConnection | Should -BeNullOrEmpty
        Connect-JpoApi -Sandbox -StatePath $state -RequestsPerMinute 0 -OpdRequestsPerMinute 0
    }

    It 'makes its types known' {
        ConvertTo-JpoNumber '特願2020-123456' | Should -BeOfType ([JpoPatent.JpoNumber])
        [JpoPatent.PatentProgress].Name | Should -Be 'PatentProgress'
    }

    It 'reads numbers as people write them' {
        $numbers = '特願2020-123456', '特願２０２０－１２３４５６号', 'JP2020-123456' | Get-JpoPatentProgress
        @($numbers.ApplicationNumber | Select-Object -Unique) | Should -Be '2020123456'
        @($numbers).Count | Should -Be 3
    }

    It 'asks once for a case, and counts it' {
        $before = (Get-JpoQuota patent/app_progress).Used
        $first = Get-JpoPatentProgress '特願2021-000777'
        $second = Get-JpoPatentProgress '特願2021-000777'
        $first.FromCache | Should -BeFalse
        $second.FromCache | Should -BeTrue
        $second.InventionTitle | Should -Be $first.InventionTitle
        (Get-JpoQuota patent/app_progress).Used | Should -Be ($before + 1)
    }

    It 'binds the columns of a CSV file' {
        $file = Join-Path $TestDrive 'cases.csv'
        '出願番号,担当', '特願2020-000001,佐', '特願2020-000002,井' | Set-Content $file -Encoding UTF8
        $cases = Import-Csv $file -Encoding UTF8 | Get-JpoPatentProgress
        $cases.ApplicationNumber | Should -Be '2020000001', '2020000002'
        $cases | Export-Csv (Join-Path $TestDrive 'state.csv') -NoTypeInformation -Encoding UTF8
        @(Import-Csv (Join-Path $TestDrive 'state.csv') -Encoding UTF8)[1].ApplicationNumber | Should -Be '2020000002'
    }

    It 'gives one error an input, and goes on' {
        $good = '特願2020-000001', 'nonsense', '特願2020-000002' | Get-JpoPatentProgress -ErrorVariable problems -ErrorAction SilentlyContinue
        @($good).Count | Should -Be 2
        @($problems).Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'JpoInvalidNumber*'
        $problems[0].TargetObject | Should -Be 'nonsense'
    }

    It 'reads documents and saves them' {
        $document = @(Get-JpoPatentProgress '特願2022-000001' | Get-JpoPatentDocument)
        $document.Count | Should -BeGreaterThan 0
        $document[0].Text | Should -Not -BeNullOrEmpty
        $saved = @($document | Save-JpoDocument -Path (Join-Path $TestDrive 'documents') -Format Html -PassThru)
        $saved.Count | Should -Be $document.Count
        (Get-Content $saved[0].FullName -Raw -Encoding UTF8) | Should -Match '</html>'
    }

    It 'reaches designs, trademarks and the One Portal Dossier' {
        (Get-JpoDesignProgress 2021-000123).ApplicationNumber | Should -Be '2021000123'
        (Get-JpoTrademarkProgress 2021-000123).ApplicationNumber | Should -Be '2021000123'
        @(Get-JpoOpdFamily '特願2020-000001').Count | Should -BeGreaterThan 0
    }

    It 'shows a table without a mistake in its view' {
        $text = Get-JpoPatentProgress '特願2020-000001' | Out-String -Width 120
        $text | Should -Match '2020000001|2020-000001'
        Get-JpoQuota | Out-String -Width 120 | Should -Match 'patent/app_progress'
    }

    It 'works in another runspace with the connection that it is handed' {
        $connection = Connect-JpoApi -Sandbox -StatePath (Join-Path $TestDrive 'other') -RequestsPerMinute 0 -PassThru
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript('param($module, $connection) Import-Module $module; (Get-JpoPatentProgress 特願2020-000003 -Connection $connection).ApplicationNumber').AddArgument($modulePath).AddArgument($connection)
            $shell.Invoke() | Should -Be '2020000003'
            $shell.Streams.Error.Count | Should -Be 0
        }
        finally { $shell.Dispose() }
    }

    It 'stops at once for Select-Object -First' {
        $before = (Get-JpoQuota patent/app_progress_simple).Used
        @(1..50 | ForEach-Object { '2019{0:000000}' -f $_ } | Get-JpoPatentProgress -Simple | Select-Object -First 1).Count | Should -Be 1
        ((Get-JpoQuota patent/app_progress_simple).Used - $before) | Should -BeLessThan 50
    }

    It 'has help' {
        (Get-Help Connect-JpoApi).Synopsis | Should -Not -Match '^\s*Connect-JpoApi \['
        (Get-Help about_JpoPatent | Out-String) | Should -Match 'JpoPatent'
    }
}
