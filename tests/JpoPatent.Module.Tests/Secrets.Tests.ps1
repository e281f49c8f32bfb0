BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Import-TestModule
    $script:server = Open-TestServer

    # A password that is easy to find again, in plain text and as a form encodes it.
    $script:secret = 'Zq7 secret&パス'
    $script:traces = 'Zq7', 'secret&', 'Zq7%20secret', 'Zq7+secret', 'Bearer access', 'access-[0-9a-f]{32}', 'refresh-[0-9a-f]{32}', 'access_token', 'grant_type'

    # All that can be seen of objects: as text, as properties, as JSON, as XML; of errors with the whole chain of exceptions.
    function Get-Everything {
        param($Object)

        foreach ($one in $Object) {
            "$one"
            $one | Format-List * -Force | Out-String -Width 400
            $one | Out-String -Width 400
            [System.Management.Automation.PSSerializer]::Serialize($one, 2)
            if ($one -is [System.Management.Automation.InformationalRecord]) { continue }
            $one | ConvertTo-Json -Depth 2 -WarningAction SilentlyContinue
            if ($one -is [System.Management.Automation.ErrorRecord]) {
                for ($cause = $one.Exception; $null -ne $cause; $cause = $cause.InnerException) {
                    $cause.ToString()
                    $cause | Format-List * -Force | Out-String -Width 400
                    $cause | ConvertTo-Json -Depth 3 -WarningAction SilentlyContinue
                }
            }
        }
    }

    function Assert-NoSecret {
        param([string] $Text, [string[]] $Trace = $traces)

        foreach ($one in $Trace) { [regex]::Match($Text, ".{0,60}$one").Value | Should -BeNullOrEmpty -Because "nobody may see $one" }
    }
}

AfterAll { Close-TestServer $server }

Describe 'No secret is seen' {
    It 'when a wrong password fails, in any stream, with -Debug and -Verbose' {
        $streams = & {
            $DebugPreference = 'Continue'
            try { Connect-TestServer $server @{ Credential = Get-TestCredential -Secret $secret; Verbose = $true; Debug = $true } } catch { $_ }
        } *>&1
        $caught = $streams | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } | Select-Object -First 1
        $caught.FullyQualifiedErrorId | Should -BeLike 'JpoAuthenticationFailed,*'
        $streams | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] } | Should -Not -BeNullOrEmpty
        Assert-NoSecret ((Get-Everything $streams) -join "`n")
    }

    It 'when all goes well, in any stream, with -Debug and -Verbose' {
        $null = Send-TestControl $server tokens @{ password = $secret }
        try {
            $streams = & {
                $DebugPreference = 'Continue'
                Connect-TestServer $server @{ Credential = Get-TestCredential -Secret $secret; PassThru = $true; Verbose = $true; Debug = $true }
                $null = Send-TestControl $server tokens @{ revoke = 'all' }
                Get-JpoPatentProgress 2020000001, 2020000001, 2020999999 -Verbose -Debug
                Get-JpoConnection
                Get-JpoQuota patent/app_progress -Verbose -Debug
            } *>&1
        }
        finally { $null = Send-TestControl $server tokens @{ password = $Password } }
        ($streams | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }) -join "`n" | Should -Match 'logging in as loopback-01'
        Assert-NoSecret ((Get-Everything $streams) -join "`n")
    }

    It 'when a token is refused again and again, or the token address sends something else' {
        Connect-TestServer $server
        $null = Send-TestControl $server fault @{ code = '210'; times = 3 }
        $refused = { Get-JpoPatentProgress 2020000050 } | Should -Throw -PassThru
        $refused.FullyQualifiedErrorId | Should -BeLike 'JpoAuthenticationFailed,*'
        $null = Send-TestControl $server fault @{ token = 'true'; body = '{"access_token":"","refresh_token":"refresh-00000000000000000000000000000000"}'; status = 200 }
        $garbled = { Connect-TestServer $server } | Should -Throw -PassThru
        Assert-NoSecret ((Get-Everything $refused, $garbled) -join "`n")
    }

    It 'in what PowerShell keeps: $Error, transcripts, and variables that hold a connection' {
        $state = Get-StatePath
        $transcript = Join-Path $TestDrive 'transcript.txt'
        $result = Invoke-FreshShell -Environment @{ JPO_API_USERNAME = $UserName; JPO_API_PASSWORD = $Password } {
            param($module, $base, $state, $transcript)
            $null = Start-Transcript $transcript
            Import-Module $module
            Connect-JpoApi -BaseUri $base -StatePath $state -RequestsPerMinute 0 -Verbose
            $c = Get-JpoConnection
            $c | Format-List * -Force
            Get-JpoPatentProgress 2020000001, 2020999999 -Verbose -ErrorAction SilentlyContinue
            $Error | Format-List * -Force
            $null = Stop-Transcript
        } $ModulePath, $server.BaseUri, $state, $transcript
        $result.ExitCode | Should -Be 0
        foreach ($text in $result.Output, (Get-Content $transcript -Raw)) {
            $text | Should -Match '2020000001'
            Assert-NoSecret $text 's&cret', 's%26cret', 'Bearer access', 'access-[0-9a-f]{32}', 'refresh-[0-9a-f]{32}'
        }
    }
}

Describe 'The state folder' {
    BeforeAll {
        $script:state = Get-StatePath
        Connect-TestServer $server @{ StatePath = $state }
        Get-JpoPatentProgress (Get-TestNumber 3) | Should -HaveCount 3
        $null = Get-JpoPatentProgress 2020999999 -ErrorAction SilentlyContinue
        $script:files = @(Get-ChildItem $state -Recurse -File -Force)
        $script:folders = @(Get-Item $state) + @(Get-ChildItem $state -Recurse -Directory -Force)
    }

    It 'holds no secret and no user name, neither in files nor in their names' {
        $files.Count | Should -BeGreaterOrEqual 5
        foreach ($file in $files) {
            $file.FullName.Substring($state.Length) | Should -Not -Match 'loopback-01'
            # Byte for byte, whatever the encoding: UTF-8 and UTF-16.
            foreach ($encoding in [System.Text.Encoding]::UTF8, [System.Text.Encoding]::Unicode) {
                $text = $encoding.GetString([System.IO.File]::ReadAllBytes($file.FullName))
                Assert-NoSecret $text 's&cret', 's%26cret', 'パス', 'loopback-01', 'Bearer access', 'access-[0-9a-f]{32}', 'refresh-[0-9a-f]{32}'
            }
        }
    }

    It 'is the user''s alone: files 0600, folders 0700' -Tag 'needs Unix' -Skip:$IsWindows {
        foreach ($file in $files) { "$($file.UnixFileMode)" | Should -Be 'UserWrite, UserRead' -Because $file.FullName }
        foreach ($folder in $folders) { "$($folder.UnixFileMode)" | Should -Be 'UserExecute, UserWrite, UserRead' -Because $folder.FullName }
    }

    It 'is in the user''s local application data unless another is named' -Tag 'needs Unix' -Skip:$IsWindows {
        $home1 = (New-Item -ItemType Directory -Path (Join-Path $TestDrive 'home')).FullName
        $seen = Invoke-FreshShellJson -Environment @{ HOME = $home1; XDG_DATA_HOME = (Join-Path $home1 'data') } {
            param($module)
            Import-Module $module
            (Connect-JpoApi -Sandbox -PassThru).StatePath | ConvertTo-Json
        } $ModulePath
        $seen | Should -BeLike "$home1*JpoPatent"
        $seen | Should -Exist
    }
}
