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

    It 'covers a Connect-JpoApi that failed, without a connection, user name and password left out' {
        $seen = Invoke-FreshShellJson {
            param($module, $base, $user, $state, $file)

            Import-Module $module
            $secret = [System.Security.SecureString]::new()
            foreach ($c in 'wrong-word'.ToCharArray()) { $secret.AppendChar($c) }
            $seen = [ordered]@{}
            try { New-JpoSupportReport "$file-before" } catch { $seen.Before = $_.FullyQualifiedErrorId }
            try { Connect-JpoApi -Credential ([pscredential]::new($user, $secret)) -BaseUri $base -StatePath $state -RequestsPerMinute 0 } catch { $seen.Connect = $_.FullyQualifiedErrorId }
            New-JpoSupportReport "$file-failed"
            $seen.Failed = Get-Content "$file-failed" -Raw -Encoding utf8
            Connect-JpoApi -Sandbox -StatePath $state
            New-JpoSupportReport "$file-after"
            $seen.After = Get-Content "$file-after" -Raw -Encoding utf8
            $seen | ConvertTo-Json
        } $ModulePath, $server.BaseUri, $UserName, (Get-StatePath), (Join-Path $TestDrive 'connect')
        $seen.Before | Should -BeLike 'JpoNotConnected,*'
        $seen.Connect | Should -BeLike 'JpoAuthenticationFailed,*'
        $seen.Failed | Should -Match 'Connect-JpoApi failed'
        $seen.Failed | Should -Match 'POST \S*/auth/token'
        $seen.Failed | Should -Match 'HTTP status: 4\d\d'
        $seen.Failed | Should -Match 'JpoAuthenticationException'
        $seen.Failed | Should -Not -Match ([regex]::Escape($UserName))
        $seen.Failed | Should -Not -Match 'wrong-word'
        $seen.After | Should -Not -Match 'Connect-JpoApi failed'
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
