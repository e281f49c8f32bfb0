BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Import-TestModule
    $script:server = Open-TestServer
    $script:secret = 'sv=2021-08-06&sp=racwdl&se=2020-01-02T03%3A04%3A05Z&sig=QWJjU2lnbmF0dXJl%3D'

    # A storage that refuses everybody, as Azure says it.
    $script:listener = $null
    while (-not $listener) {
        $probe = [System.Net.Sockets.TcpListener]::new([ipaddress]::Loopback, 0)
        $probe.Start()
        $port = $probe.LocalEndpoint.Port
        $probe.Stop()
        $started = [System.Net.HttpListener]::new()
        $started.Prefixes.Add("http://127.0.0.1:$port/")
        try { $started.Start(); $script:listener = $started } catch { $started.Close() }
    }
    $script:container = "http://127.0.0.1:$port/account/container"
    $script:refusing = Start-ThreadJob {
        $listener = $using:listener
        while ($listener.IsListening) {
            $next = $listener.GetContextAsync()
            while (-not $next.Wait(100)) { } # a wait without an end could not be stopped
            $context = $next.Result
            $context.Response.StatusCode = 403
            $context.Response.Headers['x-ms-error-code'] = 'AuthenticationFailed'
            $context.Response.Headers['x-ms-request-id'] = 'test'
            $context.Response.Close()
        }
    }

    # Connects in a fresh shell with a variable of the environment, and gives where the state lies, or the error, and all that was written.
    function Connect-WithVariable {
        param([string] $State, [string] $Token, [string] $Path)

        Invoke-FreshShellJson -Environment @{ JPO_API_STATE = $State; JPO_API_STATE_TOKEN = $Token } {
            param($module, $base, $user, $typed, $path)

            Import-Module $module
            $secure = [System.Security.SecureString]::new()
            foreach ($c in $typed.ToCharArray()) { $secure.AppendChar($c) }
            $more = if ($path) { @{ StatePath = $path } } else { @{} }
            $seen = [ordered]@{ Path = $null; Quota = $null; Error = $null; Said = $null }
            try {
                $said = Connect-JpoApi -Credential ([pscredential]::new($user, $secure)) -BaseUri $base -RequestsPerMinute 0 @more -Verbose -Debug *>&1 | Out-String
                $seen.Path = (Get-JpoConnection).StatePath
                $seen.Quota = (Get-JpoQuota patent/app_progress).StatePath
            }
            catch { $seen.Error = $_.FullyQualifiedErrorId }
            $seen.Said = "$said $($Error | Out-String) $($Error | ForEach-Object { $_ | Format-List * -Force | Out-String }) $(Get-JpoConnection -ErrorAction Ignore | Format-List * -Force | Out-String)"
            $seen | ConvertTo-Json
        } $ModulePath, $server.BaseUri, $UserName, $Password, $Path
    }
}

AfterAll {
    $listener.Stop()
    $refusing | Remove-Job -Force
    Close-TestServer $server
}

Describe 'Where the state lies' {
    It 'says the variable of the environment, which takes a folder' {
        $folder = Get-StatePath
        $seen = Connect-WithVariable -State $folder
        $seen.Path, $seen.Quota, $seen.Error | Should -Be $folder, $folder, $null
        $folder | Should -Exist
    }

    It 'says the parameter before the variable' {
        $folder = Get-StatePath
        $seen = Connect-WithVariable -State $container -Token $secret -Path $folder
        $seen.Path, $seen.Quota, $seen.Error | Should -Be $folder, $folder, $null
    }

    It 'is never an address with a signature: <Name>' -ForEach @(
        @{ Name = 'in the variable'; State = { "$container`?$secret" }; Path = { '' } }
        @{ Name = 'in the parameter'; State = { '' }; Path = { "$container`?$secret" } }
        @{ Name = 'without a scheme'; State = { "account.blob.core.windows.net/container?$secret" }; Path = { '' } }
    ) {
        $seen = Connect-WithVariable -State (& $State) -Path (& $Path)
        $seen.Error | Should -BeLike 'JpoInvalidParameter,*'
        $seen.Said | Should -Match '-StateToken'
        $seen.Said | Should -Not -Match 'QWJjU2lnbmF0dXJl'
    }

    It 'is reached by HTTPS only' {
        (Connect-WithVariable -State 'http://account.blob.core.windows.net/container' -Token $secret).Error | Should -BeLike 'JpoInvalidParameter,*'
    }

    It 'ends Connect-JpoApi where it cannot be used: the error says what to look at, and nothing shows the SAS' {
        $seen = Connect-WithVariable -State $container -Token $secret
        $seen.Error | Should -BeLike 'JpoStateStoreFailed,*'
        $seen.Said | Should -Match '2020-01-02T03:04:05Z' -Because 'the end of the SAS is what an administrator looks at first'
        $seen.Said | Should -Match 'about_JpoPatent_State'
        $seen.Said | Should -Not -Match 'QWJjU2lnbmF0dXJl|sig='
        (Get-TestCallCount $server) | Should -Be 0
    }
}
