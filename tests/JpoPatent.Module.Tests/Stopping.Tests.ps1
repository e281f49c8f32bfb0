BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Import-TestModule
    $script:server = Open-TestServer

    # A shell in this process whose pipeline runs beside the test, as at a prompt.
    function Open-TestShell {
        param([scriptblock] $ScriptBlock, [hashtable] $Argument = @{})

        $state = [initialsessionstate]::CreateDefault2()
        $null = $state.ImportPSModule($ModulePath)
        $shell = [powershell]::Create($state)
        $null = $shell.AddScript($ScriptBlock.ToString())
        foreach ($name in $Argument.Keys) { $null = $shell.AddParameter($name, $Argument[$name]) }
        $nothing = [System.Management.Automation.PSDataCollection[psobject]]::new()
        $nothing.Complete()
        $output = [System.Management.Automation.PSDataCollection[psobject]]::new()
        [pscustomobject]@{ Shell = $shell; Output = $output; Running = $shell.BeginInvoke($nothing, $output) }
    }

    # Waits until something is so.
    function Wait-Until {
        param([scriptblock] $Condition, [int] $Seconds = 10)

        $clock = [System.Diagnostics.Stopwatch]::StartNew()
        while (-not (& $Condition)) {
            if ($clock.Elapsed.TotalSeconds -gt $Seconds) { throw "It did not come about within $Seconds s: $Condition" }
            Start-Sleep -Milliseconds 20
        }
    }

    function Measure-Stop {
        param($Opened)

        $clock = [System.Diagnostics.Stopwatch]::StartNew()
        $Opened.Shell.Stop()
        $clock.Elapsed.TotalSeconds
    }
}

AfterAll {
    Disconnect-JpoApi
    Close-TestServer $server
}

Describe 'Ctrl+C' {
    BeforeEach { $null = Send-TestControl $server reset }

    It 'ends a wait for the minute at once, and the access that was booked for it goes back' {
        $c = Connect-TestServer $server @{ RequestsPerMinute = 10; PassThru = $true }
        $opened = Open-TestShell { param($c, $numbers) $numbers | Get-JpoPatentProgress -Connection $c -Verbose } @{ c = $c; numbers = (Get-TestNumber 12) }
        try {
            Wait-Until { $opened.Shell.Streams.Verbose.Message -match 'waiting \d+ s for the limit of 10 calls per minute' }
            $opened.Output.Count | Should -Be 10
            Measure-Stop $opened | Should -BeLessThan 3
            $opened.Shell.InvocationStateInfo.State | Should -Be 'Stopped'
            $opened.Shell.Streams.Error | Should -BeNullOrEmpty -Because 'a stop is no error'
            (Get-JpoQuota patent/app_progress -Connection $c).Used | Should -Be 10
            Get-TestCallCount $server | Should -Be 10
        }
        finally { $opened.Shell.Dispose() }

        # Whoever asks next is no later for the one who left.
        $next = Open-TestShell { param($c) Get-JpoPatentProgress 2020000099 -Connection $c -Verbose } @{ c = $c }
        try {
            Wait-Until { $next.Shell.Streams.Verbose.Message -match 'waiting (\d+) s' }
            $line = @($next.Shell.Streams.Verbose.Message -match 'waiting (\d+) s')[0]
            [int][regex]::Match($line, 'waiting (\d+) s').Groups[1].Value | Should -BeLessOrEqual 61
            $null = Measure-Stop $next
        }
        finally { $next.Shell.Dispose() }
    }

    It 'ends a call under way at once' {
        $c = Connect-TestServer $server @{ PassThru = $true }
        $null = Send-TestControl $server fault @{ break = 'hang' }
        $opened = Open-TestShell { param($c) Get-JpoPatentProgress 2020000201 -Connection $c } @{ c = $c }
        try {
            Wait-Until { (Get-TestLog $server).maxInFlight -ge 1 }
            Start-Sleep -Milliseconds 100
            Measure-Stop $opened | Should -BeLessThan 3
            $opened.Output.Count | Should -Be 0
            $opened.Shell.Streams.Error | Should -BeNullOrEmpty
        }
        finally { $opened.Shell.Dispose() }
    }

    It 'ends a wait before a retry at once' {
        $c = Connect-TestServer $server @{ PassThru = $true }
        $null = Send-TestControl $server fault @{ code = '303'; retryAfter = '60' }
        $opened = Open-TestShell { param($c) Get-JpoPatentProgress 2020000202 -Connection $c -Verbose } @{ c = $c }
        try {
            Wait-Until { $opened.Shell.Streams.Verbose.Message -match 'trying again after 303 in 60' }
            Measure-Stop $opened | Should -BeLessThan 3
            Get-TestCallCount $server | Should -Be 1
        }
        finally { $opened.Shell.Dispose() }
    }

    It 'ends a login that hangs at once' {
        $null = Send-TestControl $server fault @{ token = 'true'; break = 'hang'; counted = 'false' }
        $opened = Open-TestShell { param($server, $who, $state) Connect-JpoApi -BaseUri $server -Credential $who -StatePath $state } @{ server = $server.BaseUri; who = (Get-TestCredential); state = (Get-StatePath) }
        try {
            Start-Sleep -Milliseconds 700
            $opened.Running.IsCompleted | Should -BeFalse
            Measure-Stop $opened | Should -BeLessThan 3
        }
        finally { $opened.Shell.Dispose() }
    }

    It 'leaves the connection as it was' {
        $c = Connect-TestServer $server @{ PassThru = $true }
        $null = Send-TestControl $server fault @{ break = 'hang' }
        $opened = Open-TestShell { param($c) Get-JpoPatentProgress 2020000203 -Connection $c } @{ c = $c }
        try {
            Wait-Until { (Get-TestLog $server).maxInFlight -ge 1 }
            $null = Measure-Stop $opened
        }
        finally { $opened.Shell.Dispose() }
        (Get-JpoPatentProgress 2020000203, 2020000204 -Connection $c).ApplicationNumber | Should -Be '2020000203', '2020000204'
    }
}

Describe 'A long run' {
    BeforeEach { $null = Send-TestControl $server reset }

    It 'shows progress after two seconds: how many are done, what is left today; and takes it away at the end' {
        $null = Send-TestControl $server service @{ delay = 350 }
        try {
            $c = Connect-TestServer $server @{ PassThru = $true }
            $opened = Open-TestShell { param($c, $numbers) $numbers | Get-JpoPatentProgress -Connection $c } @{ c = $c; numbers = (Get-TestNumber 10 -From 301) }
            try {
                Wait-Until { $opened.Running.IsCompleted } 30
                $records = @($opened.Shell.Streams.Progress)
                $records.Count | Should -BeGreaterThan 1
                $shown = $records | Where-Object RecordType -EQ 'Processing'
                $shown[0].Activity | Should -Be 'Get-JpoPatentProgress'
                $shown[-1].StatusDescription | Should -Match '^\d+ done; 7\d\d of 800 accesses left today \(patent/app_progress\)$'
                $records[-1].RecordType | Should -Be 'Completed'
                $records.Count | Should -BeLessThan 10 -Because 'two records a second are enough'
            }
            finally { $opened.Shell.Dispose() }
        }
        finally { $null = Send-TestControl $server service @{ delay = 0 } }
    }

    It 'shows what it waits for, and for how long yet' {
        $c = Connect-TestServer $server @{ RequestsPerMinute = 1; PassThru = $true }
        $opened = Open-TestShell { param($c, $numbers) $numbers | Get-JpoPatentProgress -Connection $c } @{ c = $c; numbers = (Get-TestNumber 2 -From 401) }
        try {
            Wait-Until { $opened.Shell.Streams.Progress.Count -ge 2 }
            $record = $opened.Shell.Streams.Progress[1]
            $record.CurrentOperation | Should -Match 'waiting \d+ s for the limit of 1 calls? per minute'
            $record.SecondsRemaining | Should -BeGreaterThan 40
            $record.SecondsRemaining | Should -BeLessThan $opened.Shell.Streams.Progress[0].SecondsRemaining
            $null = Measure-Stop $opened
        }
        finally { $opened.Shell.Dispose() }
    }

    It 'is quiet when it is short' {
        $c = Connect-TestServer $server @{ PassThru = $true }
        $opened = Open-TestShell { param($c) Get-JpoPatentProgress 2020000501, 2020000502 -Connection $c } @{ c = $c }
        try {
            Wait-Until { $opened.Running.IsCompleted } 30
            $opened.Shell.Streams.Progress.Count | Should -Be 0
            $opened.Shell.Streams.Verbose.Count | Should -Be 0
            $opened.Shell.Streams.Warning.Count | Should -Be 0
            $opened.Shell.Streams.Information.Count | Should -Be 0
        }
        finally { $opened.Shell.Dispose() }
    }
}

Describe 'A pipeline that ends early' {
    It 'has the answers that it handed out in the cache: <Ending>' -ForEach @(
        @{ Ending = '$input | Select-Object -First 2' }
        @{ Ending = '$input | ForEach-Object { if ($_.ApplicationNumber -eq 2020000502) { throw "enough" } }' }
        @{ Ending = '$input | ForEach-Object { if ($_.ApplicationNumber -eq 2020000502) { exit } }' }
        @{ Ending = '$input | ForEach-Object { if ($_.ApplicationNumber -eq 2020000502) { [System.Environment]::Exit(0) } }' }
    ) {
        $null = Send-TestControl $server reset
        $state = Get-StatePath
        $null = Invoke-FreshShell {
            param($module, $uri, $state, $ending)
            Import-Module $module
            $secret = [System.Security.SecureString]::new()
            foreach ($c in 's&cret=%+ パス'.ToCharArray()) { $secret.AppendChar($c) }
            Connect-JpoApi -Credential ([pscredential]::new('loopback-01', $secret)) -BaseUri $uri -StatePath $state -RequestsPerMinute 0 -OpdRequestsPerMinute 0
            $fetch = 'Get-JpoPatentProgress 2020000501, 2020000502, 2020000503 | ' + ($ending -replace '^\$input \| ')
            & ([scriptblock]::Create($fetch))
        } $ModulePath, $server.BaseUri, $state, $Ending

        $c = Connect-TestServer $server @{ StatePath = $state; PassThru = $true }
        (Get-JpoPatentProgress 2020000501, 2020000502 -Connection $c).FromCache | Should -Be $true, $true
        Get-TestCallCount $server | Should -Be 2
    }
}
