BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Import-TestModule
    $script:server = Open-TestServer
    $script:state = Get-StatePath
    Connect-TestServer $server @{ StatePath = $state }
    $null = Send-TestControl $server fault @{ code = '999' }
    $null = Get-JpoPatentProgress 2020000001, 2020000002 -ErrorAction SilentlyContinue
}

AfterAll {
    Disconnect-JpoApi
    Close-TestServer $server
}

Describe 'New-JpoSupportReport' {
    It 'writes what the support centre asks for: request, answer, versions, limits; no secret, no user name, no folder' {
        $path = Join-Path $TestDrive 'report.txt'
        New-JpoSupportReport $path | Should -BeNullOrEmpty
        [System.IO.File]::ReadAllBytes($path)[0..2] | Should -Be 0xEF, 0xBB, 0xBF
        $text = Get-Content $path -Raw -Encoding utf8
        $text | Should -Match 'GET \S*/api/patent/v1/app_progress/2020000001'
        $text | Should -Not -Match '2020000002' -Because 'that call did not fail'
        $text | Should -Match '999'
        $text | Should -Match ([regex]::Escape($PSVersionTable.PSVersion.ToString()))
        $text | Should -Match 'patent/app_progress'
        foreach ($trace in 's&cret', 's%26cret', 'パス', 'Bearer', 'access-[0-9a-f]{32}', 'refresh-[0-9a-f]{32}', $UserName, [regex]::Escape($state)) {
            [regex]::Match($text, $trace).Value | Should -BeNullOrEmpty
        }
    }

    It 'has a name by the time in the current folder, and gives the file with -PassThru' {
        Push-Location $TestDrive
        try { $file = New-JpoSupportReport -PassThru } finally { Pop-Location }
        $file.FullName | Should -Exist
        $file.DirectoryName | Should -Be ([string]$TestDrive)
        $file.Name | Should -Match '^JpoSupportReport_\d{8}_\d{6}\.txt$'
    }

    It 'writes nothing with -WhatIf' {
        $path = Join-Path $TestDrive 'whatif.txt'
        New-JpoSupportReport $path -WhatIf
        $path | Should -Not -Exist
    }

    It 'says so when the file cannot be written' {
        { New-JpoSupportReport (Join-Path $TestDrive 'nowhere/at/all.txt') } | Should -Throw -ErrorId 'JpoFileNotWritten,*'
    }
}
