BeforeDiscovery {
    . (Join-Path $PSScriptRoot 'HelpPages.ps1')

    # Japanese examples differ from the English ones in comments and texts at most; one that differs in comments only need not run twice.
    $script:pages = foreach ($cmdlet in Get-HelpCmdletName) {
        $seen = @{}
        foreach ($language in $HelpLanguages) {
            $page = Get-HelpPage $cmdlet $language
            if (-not $page) { continue }
            $examples = for ($i = 0; $i -lt $page.Examples.Count; $i++) {
                $code = $page.Examples[$i].Code
                $key = "$i " + (Get-HelpCodeShape $code -WithText)
                if ($seen.ContainsKey($key) -and -not $page.Examples[$i].Output) { continue }
                $seen[$key] = $true
                @{ Cmdlet = $cmdlet; Language = $language; Index = $i; Title = $page.Examples[$i].Title; Code = $code; Output = $page.Examples[$i].Output }
            }
            @{ Cmdlet = $cmdlet; Language = $language; ExampleCount = $page.Examples.Count; Examples = @($examples) }
        }
    }
}

BeforeAll {
    . (Join-Path $PSScriptRoot 'Common.ps1')
    Import-TestModule
    $script:server = Open-TestServer '--sandbox', '--per-minute', '0', '--opd-per-minute', '0'
    $script:exampleCount = 0

    # What an example may rely on as a user's own: the module found by its name, and a credential in the environment.
    $script:environment = @{
        JPO_API_USERNAME = $UserName
        JPO_API_PASSWORD = $Password
        PSModulePath     = [System.IO.Path]::GetDirectoryName([System.IO.Path]::GetDirectoryName($ModulePath)) + [System.IO.Path]::PathSeparator + $env:PSModulePath
    }
    $script:before = @{}
    foreach ($name in $environment.Keys) { $before[$name] = [System.Environment]::GetEnvironmentVariable($name) }

    # Runs an example as a user would who has imported the module, connected to the sandbox and stands in an empty folder. An example that connects by itself, with a
    # credential, reaches the loopback server: defaults of Connect-JpoApi and a stand-in for Get-Credential see to that, so that its text stays a user's. The server is
    # the proxy of http://proxy.example.com:8080, too.
    function Invoke-HelpExample {
        param([string] $Code, [string] $Folder, [string] $Culture)

        # Connections of a process share a sandbox, with its counters, where they have the same rates. No example may see what another one used.
        $script:exampleCount++
        $rate = 50000 + $script:exampleCount

        $state = [System.Management.Automation.Runspaces.InitialSessionState]::CreateDefault()
        $state.ImportPSModule([string[]]@($script:ModulePath))
        $state.Variables.Add([System.Management.Automation.Runspaces.SessionStateVariableEntry]::new('standInCredential', (Get-TestCredential), ''))
        $state.Commands.Add([System.Management.Automation.Runspaces.SessionStateFunctionEntry]::new('Get-Credential', '$standInCredential'))
        foreach ($name in $environment.Keys) { [System.Environment]::SetEnvironmentVariable($name, $environment[$name]) }
        $runspace = [runspacefactory]::CreateRunspace($state)

        # The module takes its words and views in the language of the shell that imports it.
        $ownCulture = [System.Globalization.CultureInfo]::CurrentUICulture
        [System.Globalization.CultureInfo]::CurrentUICulture = $Culture
        try { $runspace.Open() } finally { [System.Globalization.CultureInfo]::CurrentUICulture = $ownCulture }
        $shell = [powershell]::Create()
        $shell.Runspace = $runspace
        try {
            $null = $shell.AddScript({
                    param($Folder, $StatePath, $BaseUri, $Culture, $Rate)

                    [System.Globalization.CultureInfo]::CurrentUICulture = $Culture
                    Set-Location -LiteralPath $Folder
                    $global:PSDefaultParameterValues = @{
                        'Connect-JpoApi:StatePath'            = $StatePath
                        'Connect-JpoApi:RequestsPerMinute'    = $Rate
                        'Connect-JpoApi:OpdRequestsPerMinute' = $Rate
                    }
                    Connect-JpoApi -Sandbox
                    $global:PSDefaultParameterValues['Connect-JpoApi:BaseUri'] = $BaseUri
                    $global:PSDefaultParameterValues['Connect-JpoApi:TokenUri'] = "$BaseUri/auth/token"
                }).AddArgument($Folder).AddArgument((Get-StatePath)).AddArgument($server.BaseUri).AddArgument($Culture).AddArgument($rate)
            $null = $shell.Invoke()
            if ($shell.Streams.Error.Count -gt 0) { throw "The example's stage could not be set: $($shell.Streams.Error[0])" }

            $shell.Commands.Clear()
            $ownCode = $Code.Replace('http://proxy.example.com:8080', $server.BaseUri)
            $null = $shell.AddScript("[System.Globalization.CultureInfo]::CurrentUICulture = '$Culture'`n$ownCode")
            $output = [System.Management.Automation.PSDataCollection[psobject]]::new()
            $problems = [System.Collections.Generic.List[object]]::new()
            try {
                $running = $shell.BeginInvoke([System.Management.Automation.PSDataCollection[psobject]]$null, $output)
                if (-not $running.AsyncWaitHandle.WaitOne([timespan]::FromSeconds(60))) {
                    $shell.Stop()
                    throw 'The example did not end within a minute.'
                }
                $null = $shell.EndInvoke($running)
            }
            catch [System.Management.Automation.MethodInvocationException] {
                $inner = $_.Exception.InnerException
                if ($inner -isnot [System.Management.Automation.RuntimeException]) { throw }
                $problems.Add($inner.ErrorRecord)
            }
            foreach ($problem in $shell.Streams.Error) { $problems.Add($problem) }

            # What a user would see, as the runspace itself shows it.
            $shell.Commands.Clear()
            $null = $shell.AddScript({ param($Objects, $Culture) [System.Globalization.CultureInfo]::CurrentUICulture = $Culture; $Objects | Out-String -Width 80 }).AddArgument($output).AddArgument($Culture)
            $screen = @($shell.Invoke()) -join ''
            [pscustomobject]@{ Result = @($output); Errors = @($problems); Screen = $screen }
        }
        finally {
            $shell.Dispose()
            $runspace.Dispose()
            foreach ($name in $environment.Keys) { [System.Environment]::SetEnvironmentVariable($name, $before[$name]) }
        }
    }
}

AfterAll {
    Close-TestServer $server
}

Describe 'Examples of <Cmdlet>, <Language>' -ForEach $script:pages {
    BeforeAll {
        $script:expectations = @(& ([System.IO.Path]::Combine($PSScriptRoot, 'Examples', "$Cmdlet.ps1")))
    }

    It 'each example has what it promises written down' {
        $expectations.Count | Should -Be $ExampleCount
        $expectations | ForEach-Object {
            $_ | Should -BeOfType ([scriptblock])
            "$($_.Ast.EndBlock)" | Should -Match '\bShould\b'
        }
    }

    It '<Title>' -ForEach $Examples {
        $folder = [System.IO.Path]::Combine([string]$TestDrive, 'example-' + [guid]::NewGuid().ToString('N').Substring(0, 8))
        $null = New-Item -ItemType Directory -Path $folder
        $run = Invoke-HelpExample -Code $Code -Folder $folder -Culture $Language
        $expectation = $expectations[$Index]
        if ("$($expectation.Ast.EndBlock)" -notmatch '\$Errors\b') { $run.Errors | ForEach-Object { "$_" } | Should -BeNullOrEmpty -Because 'the page promises no error' }
        & $expectation -Result $run.Result -Errors $run.Errors -Folder $folder

        $screen = $run.Screen -replace '\s+', ' '
        foreach ($line in $Output -split "`n") {
            $line = ($line -replace '\s+', ' ').Trim()
            if ($line -and $line -ne '...') { $screen | Should -MatchExactly ([regex]::Escape($line)) -Because 'the page shows this line as output' }
        }
    }
}
