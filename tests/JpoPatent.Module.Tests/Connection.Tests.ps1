BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Import-TestModule
    $script:server = Open-TestServer
}

AfterAll { Close-TestServer $server }

Describe 'Connect-JpoApi' {
    BeforeEach { Disconnect-JpoApi }

    It 'gets a token at once and is silent' {
        $before = (Get-TestLog $server).logins
        Connect-TestServer $server | Should -BeNullOrEmpty
        (Get-TestLog $server).logins | Should -Be ($before + 1)
    }

    It 'gives the connection out with -PassThru, without a secret on it' {
        $state = Get-StatePath
        $given = Connect-TestServer $server @{ PassThru = $true; StatePath = $state }
        $given.GetType().FullName | Should -Be 'JpoPatent.JpoConnection'
        $given.UserName | Should -Be $UserName
        $given.BaseUri | Should -Be ([uri]$server.BaseUri)
        $given.IsSandbox | Should -BeFalse
        $given.ConnectedAt | Should -BeGreaterThan ([System.DateTimeOffset]::Now.AddMinutes(-1))
        $given.TokenExpiresAt | Should -BeGreaterThan ([System.DateTimeOffset]::Now.AddMinutes(50))
        $given.TokenExpiresAt | Should -BeLessThan ([System.DateTimeOffset]::Now.AddMinutes(61))
        $given.StatePath | Should -Be $state
        @($given.PSObject.Properties.Name | Sort-Object) | Should -Be @('BaseUri', 'ConnectedAt', 'IsSandbox', 'IsStateAlone', 'IsStateShared', 'StatePath', 'TokenExpiresAt', 'UserName')
        Get-JpoConnection | Should -Be $given
    }

    It 'takes a relative state path from where the shell stands, not from where the process began' {
        Push-Location $TestDrive
        try { $given = Connect-TestServer $server @{ PassThru = $true; StatePath = 'relative-state' } } finally { Pop-Location }
        $given.StatePath | Should -Be (Join-Path $TestDrive 'relative-state')
    }

    It 'takes the token address from -TokenUri' {
        { Connect-TestServer $server @{ TokenUri = "$($server.BaseUri)/auth/token" } } | Should -Not -Throw
        $problem = { Connect-TestServer $server @{ TokenUri = "$($server.BaseUri)/elsewhere" } } | Should -Throw -ErrorId 'JpoInvalidAnswer,*' -PassThru
        "$problem" | Should -Match '/elsewhere answered with HTTP 404 and no token. Check -TokenUri'
    }

    It 'takes user name and password from the environment when no credential is given' {
        $seen = Invoke-FreshShellJson -Environment @{ JPO_API_USERNAME = $UserName; JPO_API_PASSWORD = $Password } {
            param($module, $base, $state)
            Import-Module $module
            (Connect-JpoApi -BaseUri $base -StatePath $state -PassThru).UserName | ConvertTo-Json
        } $ModulePath, $server.BaseUri, (Get-StatePath)
        $seen | Should -Be $UserName
    }

    It 'names both ways when there is no credential, and asks nobody: <Case>' -ForEach @(
        @{ Case = 'nothing is set'; Environment = @{} }
        @{ Case = 'only the user name is set'; Environment = @{ JPO_API_USERNAME = 'loopback-01' } }
    ) {
        $seen = Invoke-FreshShellJson -Environment $Environment {
            param($module)
            Import-Module $module
            $clock = [System.Diagnostics.Stopwatch]::StartNew()
            try { Connect-JpoApi } catch { $problem = $_ }
            [ordered]@{ Id = $problem.FullyQualifiedErrorId; Category = "$($problem.CategoryInfo.Category)"; Message = "$problem"; Seconds = $clock.Elapsed.TotalSeconds } | ConvertTo-Json
        } $ModulePath
        $seen.Id | Should -BeLike 'JpoNotConnected,*'
        $seen.Category | Should -Be 'ConnectionError'
        $seen.Message | Should -Match '-Credential'
        $seen.Message | Should -Match 'JPO_API_USERNAME.*JPO_API_PASSWORD'
        $seen.Seconds | Should -BeLessThan 5
    }

    It 'never prompts in a shell that is not interactive, not even for an empty -Credential' {
        $result = Invoke-FreshShell {
            param($module)
            Import-Module $module
            foreach ($credential in $null, [pscredential]::Empty) { try { Connect-JpoApi -Credential $credential; 'connected' } catch { $_.FullyQualifiedErrorId -replace ',.*' } }
        } $ModulePath
        $result.Output -split '\r?\n' | Should -Be 'JpoNotConnected', 'JpoNotConnected'
    }

    It 'fails at once with a wrong password, in a sentence that says so' {
        $before = (Get-TestLog $server).refusedLogins
        $problem = { Connect-TestServer $server @{ Credential = Get-TestCredential -Secret 'wrong' } } | Should -Throw -PassThru
        $problem.FullyQualifiedErrorId | Should -BeLike 'JpoAuthenticationFailed,*'
        $problem.CategoryInfo.Category | Should -Be 'AuthenticationError'
        $problem.TargetObject | Should -Be $UserName
        $problem.Exception.Message | Should -Be "The service refused the user name ""$UserName"" or its password (HTTP 401)."
        $problem.ErrorDetails.RecommendedAction | Should -Match 'password'
        (Get-TestLog $server).refusedLogins | Should -Be ($before + 1) -Because 'a refused password is not tried again: that could lock the ID'
        Get-JpoConnection | Should -BeNullOrEmpty
    }

    It 'keeps the connection that was there when a new one fails' {
        $first = Connect-TestServer $server @{ PassThru = $true }
        { Connect-TestServer $server @{ Credential = Get-TestCredential -Secret 'wrong' } } | Should -Throw
        Get-JpoConnection | Should -Be $first
    }

    It 'hints that <Case> cannot be an ID of JPO''s' -ForEach @(
        @{ Case = 'an address'; Name = 'someone@example.com' }
        @{ Case = 'capital letters'; Name = 'LOOPBACK-01' }
        @{ Case = 'a name that is too short'; Name = 'loop-1' }
        @{ Case = 'a name of one kind of character'; Name = 'loopbackname' }
    ) {
        $problem = { Connect-TestServer $server @{ Credential = Get-TestCredential -Name $Name } } | Should -Throw -PassThru
        $problem.FullyQualifiedErrorId | Should -BeLike 'JpoAuthenticationFailed,*'
        $problem.Exception.Message | Should -BeLike "*A JPO ID has 8 to 15 characters*""$Name"" does not look like one."
    }

    It 'refuses <Case>' -ForEach @(
        @{ Case = 'http'; With = @{ BaseUri = 'http://ip-data.example.jp' }; Words = '*must start with https://*' }
        @{ Case = 'http for the token address'; With = @{ BaseUri = 'https://ip-data.example.jp'; TokenUri = 'http://token.example.jp/auth/token' }; Words = '*must start with https://*' }
        @{ Case = 'another scheme'; With = @{ BaseUri = 'ftp://127.0.0.1' }; Words = '*must start with https://*' }
        @{ Case = 'half an address'; With = @{ BaseUri = 'ip-data.example.jp' }; Words = '*is not a whole address*' }
        @{ Case = 'no pacing away from this machine'; With = @{ BaseUri = 'https://ip-data.example.jp'; RequestsPerMinute = 0; OpdRequestsPerMinute = 5 }; Words = '0 calls per minute*' }
        @{ Case = 'no OPD pacing away from this machine'; With = @{ BaseUri = 'https://ip-data.example.jp'; RequestsPerMinute = 10; OpdRequestsPerMinute = 0 }; Words = '0 calls per minute*' }
        @{ Case = 'more calls than the service allows'; With = @{ BaseUri = 'https://ip-data.example.jp'; RequestsPerMinute = 11; OpdRequestsPerMinute = 5 }; Words = '11 calls per minute are more than the service allows (10)*' }
    ) {
        $problem = { Connect-TestServer $server $With } | Should -Throw -PassThru
        $problem.FullyQualifiedErrorId | Should -BeLike 'JpoInvalidParameter,*'
        $problem.CategoryInfo.Category | Should -Be 'InvalidArgument'
        $problem.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        "$problem" | Should -BeLike $Words
    }

    It 'says so when nobody listens' {
        # A port that was free a moment ago.
        $listener = [System.Net.Sockets.TcpListener]::new([System.Net.IPAddress]::Loopback, 0)
        $listener.Start()
        $port = $listener.LocalEndpoint.Port
        $listener.Stop()
        $problem = { Connect-TestServer $server @{ BaseUri = "http://127.0.0.1:$port" } } | Should -Throw -PassThru
        $problem.FullyQualifiedErrorId | Should -BeLike 'JpoConnectionFailed,*'
        $problem.CategoryInfo.Category | Should -Be 'ConnectionError'
        $problem.ErrorDetails.RecommendedAction | Should -Match 'network'
    }

    It 'needs no credential for the sandbox' {
        $given = Connect-JpoApi -Sandbox -StatePath (Get-StatePath) -PassThru
        $given.IsSandbox | Should -BeTrue
        "$given" | Should -Be 'sandbox @ sandbox'
    }
}

Describe 'A connection belongs to its runspace' {
    It 'leaves another runspace unconnected, unless it is passed over with $using:' {
        $c = Connect-TestServer $server @{ PassThru = $true }
        $seen = 1..2 | ForEach-Object -Parallel {
            Import-Module $using:ModulePath
            $without = $null
            try { Get-JpoPatentProgress 2020000001 } catch { $without = $_ }
            [pscustomobject]@{
                Default = Get-JpoConnection
                Id      = $without.FullyQualifiedErrorId
                Words   = "$without"
                Answer  = Get-JpoPatentProgress "202000010$_" -Connection $using:c
            }
        }
        $seen.Count | Should -Be 2
        foreach ($one in $seen) {
            $one.Default | Should -BeNullOrEmpty
            $one.Id | Should -BeLike 'JpoNotConnected,*'
            $one.Words | Should -Match 'Connect-JpoApi'
        }
        $seen.Answer.ApplicationNumber | Sort-Object | Should -Be '2020000101', '2020000102'
        $c | Should -Be (Get-JpoConnection)
    }

    It 'is not replaced here by a connection made in another runspace' {
        $mine = Connect-TestServer $server @{ PassThru = $true }
        $other = 1 | ForEach-Object -Parallel {
            . $using:PSScriptRoot/Common.ps1
            Import-Module $using:ModulePath
            Connect-JpoApi -Sandbox -StatePath $using:TestDrive/other -PassThru
        }
        $other.IsSandbox | Should -BeTrue
        Get-JpoConnection | Should -Be $mine
    }

    It 'passes through five runspaces that work at once: no input is lost, none is asked for twice, none is over the limit' {
        $c = Connect-TestServer $server @{ PassThru = $true }
        $null = Send-TestControl $server reset
        $numbers = Get-TestNumber 40 -From 5001
        $seen = ($numbers + $numbers) | ForEach-Object -Parallel {
            Import-Module $using:ModulePath
            Get-JpoPatentProgress $_ -Connection $using:c
        } -ThrottleLimit 5
        $seen.Count | Should -Be 80
        @($seen.ApplicationNumber | Sort-Object -Unique) | Should -Be $numbers
        Get-TestCallCount $server | Should -Be 40
        (Get-JpoQuota patent/app_progress -Connection $c).Used | Should -Be (Get-TestLog $server).used.'patent/app_progress'
    }
}

Describe 'Disconnect-JpoApi' {
    It 'ends the default connection, quietly also when there is none' {
        Connect-TestServer $server
        Disconnect-JpoApi
        Get-JpoConnection | Should -BeNullOrEmpty
        { Disconnect-JpoApi } | Should -Not -Throw
        $problem = { Get-JpoPatentProgress 2020000001 } | Should -Throw -PassThru
        $problem.FullyQualifiedErrorId | Should -BeLike 'JpoNotConnected,*'
        $problem.CategoryInfo.Category | Should -Be 'ConnectionError'
        $problem.ErrorDetails.RecommendedAction | Should -Match 'Connect-JpoApi'
    }

    It 'ends it for everybody who holds it' {
        $c = Connect-TestServer $server @{ PassThru = $true }
        Get-JpoPatentProgress 2020000001 -Connection $c | Should -Not -BeNullOrEmpty
        Disconnect-JpoApi -Connection $c
        $c.TokenExpiresAt | Should -BeNullOrEmpty
        foreach ($call in { Get-JpoPatentProgress 2020000001 -Connection $c }, { Get-JpoPatentProgress 2020000002 -Connection $c }, { Get-JpoQuota -Connection $c }) {
            $problem = $call | Should -Throw -PassThru
            $problem.FullyQualifiedErrorId | Should -BeLike 'JpoNotConnected,*'
        }
    }

    It 'takes connections from the pipeline and leaves others alone' {
        $first = Connect-TestServer $server @{ PassThru = $true }
        $second = Connect-TestServer $server @{ PassThru = $true }
        $first | Disconnect-JpoApi
        Get-JpoConnection | Should -Be $second
        (Get-JpoPatentProgress 2020000003).ApplicationNumber | Should -Be '2020000003'
        $second | Disconnect-JpoApi
        Get-JpoConnection | Should -BeNullOrEmpty
    }
}

Describe 'Remove-Module' {
    It 'forgets the default connection' {
        $seen = Invoke-FreshShellJson {
            param($module, $state)
            Import-Module $module
            $c = Connect-JpoApi -Sandbox -StatePath $state -PassThru
            Remove-Module JpoPatent
            Import-Module $module
            $default = Get-JpoConnection
            try { Get-JpoPatentProgress 特願2020-123456 } catch { $problem = $_ }
            [ordered]@{ Default = $default; Id = $problem.FullyQualifiedErrorId; Held = (Get-JpoQuota patent/app_progress -Connection $c).Limit } | ConvertTo-Json
        } $ModulePath, (Get-StatePath)
        $seen.Default | Should -BeNullOrEmpty
        $seen.Id | Should -BeLike 'JpoNotConnected,*'
        $seen.Held | Should -Be 800 -Because 'a connection that a script holds is its own'
    }
}

Describe 'A connection that is replaced, lost or handed on' {
    BeforeEach { Disconnect-JpoApi }

    AfterAll { Disconnect-JpoApi }

    It 'warns where made-up cases take the place of real ones, and back' {
        $server = Open-TestServer
        try {
            Connect-TestServer $server
            Connect-JpoApi -Sandbox -StatePath (Get-StatePath) -WarningVariable first -WarningAction SilentlyContinue
            Connect-JpoApi -Sandbox -StatePath (Get-StatePath) -WarningVariable same -WarningAction SilentlyContinue
            Connect-TestServer $server @{ WarningVariable = 'back'; WarningAction = 'SilentlyContinue' }
            @($first).Count | Should -Be 1
            "$first" | Should -Match 'made up'
            @($same).Count | Should -Be 0
        }
        finally { Close-TestServer $server }
    }

    It 'leaves the default alone with -NoDefault, and gives the connection out' {
        Connect-JpoApi -Sandbox -StatePath (Get-StatePath)
        $before = Get-JpoConnection
        $own = Connect-JpoApi -Sandbox -StatePath (Get-StatePath) -NoDefault -WarningVariable warned
        $own | Should -BeOfType JpoPatent.JpoConnection
        [object]::ReferenceEquals((Get-JpoConnection), $before) | Should -BeTrue
        [object]::ReferenceEquals($own, $before) | Should -BeFalse
        $warned | Should -BeNullOrEmpty
        (Get-JpoPatentProgress 2020-123456 -Connection $own).ApplicationNumber | Should -Be '2020123456'
    }

    It 'says to the information stream that it is there' {
        Connect-JpoApi -Sandbox -StatePath (Get-StatePath) -InformationVariable said
        "$said" | Should -Match 'sandbox'
    }

    It 'says for each fetch what was asked and what is left, to those who ask' {
        Connect-JpoApi -Sandbox -StatePath (Get-StatePath) -RequestsPerMinute 0
        $lines = @(Get-JpoPatentProgress 2020-123456, 2020-008423 -Verbose 4>&1 | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] })
        @($lines | Where-Object { "$_" -match '1-1 patent/app_progress 2020-123456: 799 of 800' }).Count | Should -Be 1
        @($lines | Where-Object { "$_" -match '1-1 patent/app_progress 2020-008423: 798 of 800' }).Count | Should -Be 1
    }

    It 'says in a sentence why a copy from a file or a job does not serve' {
        Connect-JpoApi -Sandbox -StatePath (Get-StatePath)
        $file = Join-Path $TestDrive 'connection.xml'
        Get-JpoConnection | Export-Clixml $file
        $copy = Import-Clixml $file
        { Get-JpoPatentProgress 2020-123456 -Connection $copy } | Should -Throw '*Connect inside the job with Connect-JpoApi*'
    }

    It 'says after -Force that it is gone' {
        $seen = Invoke-FreshShellJson {
            param($module, $state)

            Import-Module $module
            Connect-JpoApi -Sandbox -StatePath $state
            Import-Module $module -Force -WarningVariable first -WarningAction SilentlyContinue 3>$null
            $warned = @(Import-Module $module -Force 3>&1 | ForEach-Object { "$_" })
            Connect-JpoApi -Sandbox -StatePath $state
            $again = @(Import-Module $module -Force 3>&1 | ForEach-Object { "$_" })
            [ordered]@{ Second = $warned; Again = $again; Connection = "$(Get-JpoConnection)" } | ConvertTo-Json
        } $ModulePath, (Get-StatePath)
        $seen.Second | Should -BeNullOrEmpty -Because 'it was said before'
        $seen.Again | Should -Match 'Connect again'
        $seen.Connection | Should -BeNullOrEmpty
    }
}
