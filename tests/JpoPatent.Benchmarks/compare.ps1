#Requires -Version 7.4

<#
.SYNOPSIS
What JpoPatent costs, beside what a user would do without it, in one run.

.DESCRIPTION
Measures against a loopback server that this script starts, whose answers are the sandbox's, made beforehand. Ours and the others take turns, round by round; what counts
are medians and the medians of the rounds' ratios, so that a busy machine harms both alike. The first rounds warm up and do not count.

A Release build of the module is made in out/release/JpoPatent, beside the Debug build in out/JpoPatent that tests use. By hand:

    dotnet build src/JpoPatent -c Release -p:ModuleOutput=$PWD/out/release/JpoPatent/
    dotnet build tests/JpoPatent.Benchmarks -c Release

.PARAMETER Case
Which cases; all of them without it. Steps are booking and parsing, measured by the compiled quick run of JpoPatent.Benchmarks.

.EXAMPLE
./tests/JpoPatent.Benchmarks/compare.ps1

Builds, measures everything and prints the table; about five minutes.

.EXAMPLE
./tests/JpoPatent.Benchmarks/compare.ps1 -Case Import -NoBuild | Export-Csv import.csv

.OUTPUTS
An object a line of the table: What, Ours, Other, OtherIs, Unit, Ratio, Goal, Reached.
#>
[System.Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSReviewUnusedParameter', '', Justification = 'Read by the functions below.')]
[CmdletBinding()]
param(
    [ValidateSet('Calls', 'First', 'Import', 'Memory', 'Documents', 'Steps')]
    [string[]] $Case = @('Calls', 'First', 'Import', 'Memory', 'Documents', 'Steps'),

    # Rounds that count.
    [ValidateRange(1, 100)]
    [int] $Rounds = 9,

    # Rounds of calls before those that count.
    [ValidateRange(1, 100)]
    [int] $WarmUp = 10,

    # Calls a round; of the slow ones a fifth.
    [ValidateRange(10, 2000)]
    [int] $Calls = 300,

    # Objects of the memory case.
    [ValidateRange(1000, 150000)]
    [int] $Objects = 100000,

    # What starts a shell for the cases in fresh processes: a file, then arguments that stand before all others. Without it the shell that runs this script.
    [string[]] $Shell,

    # Measure what was built before.
    [switch] $NoBuild
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
if (-not $Shell) {
    . ([System.IO.Path]::Combine($PSScriptRoot, '..', 'Get-ThisShell.ps1'))
    $found = Get-ThisShell
    if (-not $found) { throw 'There is no PowerShell here that could be started: name one with -Shell.' }
    $Shell = @($found.FileName) + $found.Argument
}

$repository = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($PSScriptRoot, '..', '..'))
$module = [System.IO.Path]::Combine($repository, 'out', 'release', 'JpoPatent')
$program = [System.IO.Path]::Combine($PSScriptRoot, 'bin', 'Release', 'net10.0', 'JpoPatent.Benchmarks.dll')
$userName = 'loopback-01'
$password = 's&cret=%+ パス'

function Get-Median {
    param([double[]] $Value)

    $sorted = @($Value | Sort-Object)
    $middle = [int][System.Math]::Floor($sorted.Count / 2)
    if ($sorted.Count % 2) { $sorted[$middle] } else { ($sorted[$middle - 1] + $sorted[$middle]) / 2 }
}

# Runs each of the blocks once a round and gives the seconds by name, a list of rounds each.
function Measure-InTurn {
    param([System.Collections.IDictionary] $Block, [int] $Round = $Rounds, [int] $WarmUp = 1)

    $times = @{}
    foreach ($name in $Block.Keys) { $times[$name] = [System.Collections.Generic.List[double]]::new() }
    for ($i = -$WarmUp; $i -lt $Round; $i++) {
        foreach ($name in $Block.Keys) {
            $seconds = & $Block[$name]
            if ($i -ge 0) { $times[$name].Add($seconds) }
        }

        # The compiler makes its better code of a method when it was called often and nothing new has come for 100 ms. What the runtime and the shell bring is
        # compiled beforehand; ours, and the code of scripts, need this time.
        if ($i -lt 0) { Start-Sleep -Milliseconds 400 }
    }

    $times
}

function Get-Ratio {
    param([double[]] $Value, [double[]] $To)

    Get-Median @(for ($i = 0; $i -lt $Value.Count; $i++) { $Value[$i] / $To[$i] })
}

function Get-Line {
    param([string] $What, $Ours, $Other, [string] $OtherIs, [string] $Unit, $Ratio, [string] $Goal, $Reached)

    [pscustomobject]@{
        What = $What; Ours = [System.Math]::Round($Ours, 1); Other = if ($null -ne $Other) { [System.Math]::Round($Other, 1) }; OtherIs = $OtherIs; Unit = $Unit
        Ratio = if ($null -ne $Ratio) { [System.Math]::Round($Ratio, 2) }; Goal = $Goal; Reached = $Reached
    }
}

function Open-Server {
    $start = [System.Diagnostics.ProcessStartInfo]::new('dotnet')
    $start.ArgumentList.Add($program)
    $start.ArgumentList.Add('serve')

    # It ends with its standard input, so with this process at the latest.
    $start.RedirectStandardInput = $true
    $start.RedirectStandardOutput = $true
    $process = [System.Diagnostics.Process]::Start($start)
    $line = $process.StandardOutput.ReadLine()
    if ($line -notmatch '^listening (?<uri>http://\S+)$') { throw "The server did not start: $line" }
    [pscustomobject]@{ BaseUri = $Matches['uri']; Process = $process }
}

function Get-Secret {
    $secret = [System.Security.SecureString]::new()
    foreach ($c in $password.ToCharArray()) { $secret.AppendChar($c) }
    $secret
}

$script:next = 1

# Application numbers that nobody has asked for.
function Get-FreshNumber {
    param([int] $Count)

    foreach ($serial in $script:next..($script:next + $Count - 1)) {
        '{0}{1:d6}' -f (2016 + [System.Math]::Floor($serial / 200000)), ($serial % 200000)
    }

    $script:next += $Count
}

function Connect-Server {
    param($Server, [string] $State)

    Import-Module $module
    Connect-JpoApi -Credential ([pscredential]::new($userName, (Get-Secret))) -BaseUri $Server.BaseUri -StatePath $State -RequestsPerMinute 0 -OpdRequestsPerMinute 0
    Set-JpoQuotaLimit -Api patent/app_progress, patent/app_doc_cont_refusal_reason -Limit 1000000 -Confirm:$false

    $form = @{ grant_type = 'password'; username = $userName; password = $password }
    $token = (Invoke-RestMethod -Method Post "$($Server.BaseUri)/auth/token" -Body $form).access_token
    $script:headers = @{ Authorization = "Bearer $token" }
    $script:http = [System.Net.Http.HttpClient]::new()
    $script:http.DefaultRequestHeaders.Authorization = [System.Net.Http.Headers.AuthenticationHeaderValue]::new('Bearer', $token)
}

function Measure-Call {
    param($Server, [string] $Scratch)

    $address = "$($Server.BaseUri)/api/patent/v1/app_progress/"
    $few = [int]($Calls / 5)
    $files = @(
        foreach ($number in Get-FreshNumber $few) {
            $path = Join-Path $Scratch "$number.json"
            [System.IO.File]::WriteAllBytes($path, $script:http.GetByteArrayAsync($address + $number).GetAwaiter().GetResult())
            $path
        }
    )
    $script:asked = @()
    $times = Measure-InTurn -WarmUp $WarmUp ([ordered]@{
            Uncached = {
                $script:asked = @(Get-FreshNumber $Calls)
                $watch = [System.Diagnostics.Stopwatch]::StartNew()
                foreach ($case in $script:asked | Get-JpoPatentProgress) { $null = $case.InventionTitle }
                $watch.Elapsed.TotalSeconds / $Calls
            }
            Bare     = {
                $addresses = @(Get-FreshNumber $Calls | ForEach-Object { $address + $_ })
                $watch = [System.Diagnostics.Stopwatch]::StartNew()
                foreach ($one in $addresses) { $null = $script:http.GetByteArrayAsync($one).GetAwaiter().GetResult() }
                $watch.Elapsed.TotalSeconds / $Calls
            }
            Loop     = {
                $addresses = @(Get-FreshNumber $few | ForEach-Object { $address + $_ })
                $watch = [System.Diagnostics.Stopwatch]::StartNew()
                foreach ($one in $addresses) { $answer = Invoke-RestMethod $one -Headers $script:headers; $null = $answer.result.data.inventionTitle }
                $watch.Elapsed.TotalSeconds / $few
            }
            Cached   = {
                $watch = [System.Diagnostics.Stopwatch]::StartNew()
                foreach ($case in $script:asked | Get-JpoPatentProgress) { $null = $case.InventionTitle }
                $watch.Elapsed.TotalSeconds / $Calls
            }
            File     = {
                $watch = [System.Diagnostics.Stopwatch]::StartNew()
                foreach ($file in $files) { $answer = Get-Content -LiteralPath $file -Raw | ConvertFrom-Json; $null = $answer.result.data.inventionTitle }
                $watch.Elapsed.TotalSeconds / $few
            }
        })
    $uncached = 1e6 * (Get-Median $times.Uncached)
    $cached = 1e6 * (Get-Median $times.Cached)
    $ratio = Get-Ratio $times.Loop $times.Uncached
    Get-Line -What 'Uncached call' -Ours $uncached -Other (1e6 * (Get-Median $times.Loop)) -OtherIs 'Invoke-RestMethod loop' -Unit 'µs' -Ratio $ratio -Goal 'at least 10' -Reached ($ratio -ge 10)
    $ratio = Get-Ratio $times.Uncached $times.Bare
    Get-Line -What 'Uncached call' -Ours $uncached -Other (1e6 * (Get-Median $times.Bare)) -OtherIs 'bare HttpClient' -Unit 'µs' -Ratio $ratio -Goal 'at most 2.5' -Reached ($ratio -le 2.5)
    $ratio = Get-Ratio $times.File $times.Cached
    Get-Line -What 'Cached answer' -Ours $cached -Other (1e6 * (Get-Median $times.File)) -OtherIs 'Get-Content -Raw | ConvertFrom-Json' -Unit 'µs' -Ratio $ratio -Goal 'at least 25' -Reached ($ratio -ge 25)
}

function Measure-Document {
    param($Server)

    $address = "$($Server.BaseUri)/api/patent/v1/app_doc_cont_refusal_reason/"
    $times = Measure-InTurn -Round ([System.Math]::Min(5, $Rounds)) -WarmUp 3 ([ordered]@{
            Ours = {
                $numbers = @(Get-FreshNumber 200)
                $watch = [System.Diagnostics.Stopwatch]::StartNew()
                foreach ($document in $numbers | Get-JpoPatentDocument) { $null = $document.Text }
                $watch.Elapsed.TotalSeconds
            }
            Bare = {
                $numbers = @(Get-FreshNumber 200)
                $watch = [System.Diagnostics.Stopwatch]::StartNew()
                foreach ($number in $numbers) { $null = $script:http.GetByteArrayAsync($address + $number).GetAwaiter().GetResult() }
                $watch.Elapsed.TotalSeconds
            }
        })
    Get-Line -What 'Documents of 200 bundles, fetched, unpacked and read' -Ours (1000 * (Get-Median $times.Ours)) -Other (1000 * (Get-Median $times.Bare)) -OtherIs 'bare HttpClient, bytes only' -Unit 'ms' -Ratio (Get-Ratio $times.Ours $times.Bare)
}

# A command in a fresh shell: how long the whole process took.
function Invoke-FreshShell {
    param([string] $Command)

    $start = [System.Diagnostics.ProcessStartInfo]::new($Shell[0])
    foreach ($argument in @($Shell | Select-Object -Skip 1) + @('-NoProfile', '-NonInteractive', '-Command', $Command)) { $start.ArgumentList.Add($argument) }
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardError = $true
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    $process = [System.Diagnostics.Process]::Start($start)
    $words = $process.StandardOutput.ReadToEnd()
    $process.WaitForExit()
    $seconds = $watch.Elapsed.TotalSeconds
    if ($process.ExitCode -ne 0) { throw "$Command failed: $words $($process.StandardError.ReadToEnd())" }
    [pscustomobject]@{ Seconds = $seconds; Words = $words.Trim() }
}

function Measure-Import {
    $import = "Import-Module '$module'"
    $restored = [System.IO.Path]::Combine($repository, 'build', 'Shell', 'Shell.proj')
    $pester = dotnet msbuild $restored -restore -target:Locate -getProperty:PesterPath
    if ($LASTEXITCODE -ne 0) { throw "Pester could not be fetched: $pester" }
    $times = Measure-InTurn ([ordered]@{
            Bare   = { (Invoke-FreshShell '$null = 1').Seconds }
            Import = { (Invoke-FreshShell $import).Seconds }
            First  = { (Invoke-FreshShell "$import; `$null = ConvertTo-JpoNumber 特願2020-123456").Seconds }
            Pester = { (Invoke-FreshShell "Import-Module '$pester'").Seconds }
        })
    $over = @{}
    foreach ($name in 'Import', 'First', 'Pester') {
        $over[$name] = @(for ($i = 0; $i -lt $times.Bare.Count; $i++) { 1000 * ($times[$name][$i] - $times.Bare[$i]) })
    }

    $median = Get-Median $over.Import
    Get-Line -What 'Import-Module, over the bare shell' -Ours $median -Other (1000 * (Get-Median $times.Bare)) -OtherIs 'the bare shell itself' -Unit 'ms' -Goal 'at most 60' -Reached ($median -le 60)
    $other = Get-Median $over.Pester
    Get-Line -What 'Import-Module, over the bare shell' -Ours $median -Other $other -OtherIs 'Import-Module Pester' -Unit 'ms' -Ratio ($median / $other) -Goal 'at most 0.25' -Reached ($median / $other -le 0.25)
    Get-Line -What 'Import-Module and first cmdlet, over the bare shell' -Ours (Get-Median $over.First) -Unit 'ms'
}

# Import, Connect-JpoApi and the first object in a process of its own: over the network, which builds the factory of Microsoft.Extensions.Http, and in the sandbox, which goes without.
function Measure-First {
    param($Server, [string] $Scratch)

    $first = Join-Path $Scratch 'first.ps1'
    Set-Content -LiteralPath $first -Encoding utf8BOM -Value @'
param($Module, $BaseUri, $UserName, $Password, $State, $Number)
$ErrorActionPreference = 'Stop'
if ($Module) {
    Import-Module $Module
    if ($BaseUri) {
        $secret = [System.Security.SecureString]::new()
        foreach ($c in $Password.ToCharArray()) { $secret.AppendChar($c) }
        Connect-JpoApi -Credential ([pscredential]::new($UserName, $secret)) -BaseUri $BaseUri -StatePath $State -RequestsPerMinute 0 -OpdRequestsPerMinute 0
    }
    else { Connect-JpoApi -Sandbox -StatePath $State -RequestsPerMinute 0 -OpdRequestsPerMinute 0 }
    if (-not (Get-JpoPatentProgress $Number -NoCache).ApplicationNumber) { throw 'No object came.' }
}
[System.Diagnostics.Process]::GetCurrentProcess().TotalProcessorTime.TotalSeconds.ToString([cultureinfo]::InvariantCulture)
'@
    $state = Join-Path $Scratch 'first'
    $run = {
        param($Arguments)

        $one = Invoke-FreshShell "& '$first' $Arguments"
        $script:cpu = [double]::Parse($one.Words, [cultureinfo]::InvariantCulture)
        $one.Seconds
    }
    $cpus = @{ Bare = @(); Service = @(); Sandbox = @() }
    $times = Measure-InTurn ([ordered]@{
            Bare    = { & $run ''; $cpus.Bare += $script:cpu }
            Service = { & $run "'$module' '$($Server.BaseUri)' '$userName' '$password' '$state' '$(Get-FreshNumber 1)'"; $cpus.Service += $script:cpu }
            Sandbox = { & $run "'$module' '' '' '' '$state' 2020100001"; $cpus.Sandbox += $script:cpu }
        })
    foreach ($name in 'Service', 'Sandbox') {
        $cpu = Get-Ratio @($cpus[$name] | Select-Object -Last $Rounds) @($cpus.Bare | Select-Object -Last $Rounds)
        $what = if ($name -eq 'Service') { 'First object of a process, over the network' } else { 'First object of a process, in the sandbox' }
        Get-Line -What $what -Ours (1000 * (Get-Median $times[$name])) -Other (1000 * (Get-Median $times.Bare)) -OtherIs 'the bare shell' -Unit 'ms' -Ratio (Get-Ratio $times[$name] $times.Bare)
        Get-Line -What "$what, CPU" -Ours (1000 * (Get-Median $cpus[$name])) -Other (1000 * (Get-Median $cpus.Bare)) -OtherIs 'the bare shell' -Unit 'ms' -Ratio $cpu -Goal 'at most 1.67' -Reached ($cpu -le 1.67)
    }
}

function Measure-Memory {
    param([string] $Scratch)

    # A server is not needed: the cache has all the answers. It has them for this address.
    $address = 'http://127.0.0.1:1'
    $state = Join-Path $Scratch 'full'
    dotnet $program fill $state $userName $address $Objects
    if ($LASTEXITCODE -ne 0) { throw "Filling the cache failed with exit code $LASTEXITCODE." }
    $script = Join-Path $Scratch 'stream.ps1'
    Set-Content -LiteralPath $script -Encoding utf8BOM -Value @'
param($Module, $State, $Address, $Count, $Csv)
$ErrorActionPreference = 'Stop'
Import-Module $Module
$cmdlet = (Get-Command Get-JpoPatentProgress).ImplementingType.Assembly
$secret = [System.Security.SecureString]::new()
$secret.AppendChar('x')

# Not Connect-JpoApi, which gets a token: nothing is asked of a service here.
$flags = [System.Reflection.BindingFlags]'Instance, NonPublic'
$options = [JpoPatent.JpoClientOptions]::new()
$options.GetType().GetProperty('Credential').SetValue($options, [JpoPatent.JpoCredential]::new('loopback-01', $secret))
$options.GetType().GetProperty('BaseUri').SetValue($options, [uri]$Address)
$options.GetType().GetProperty('StatePath').SetValue($options, $State)
$client = [JpoPatent.JpoClient]::new($options)
$connection = $cmdlet.GetType('JpoPatent.JpoConnection').GetConstructors($flags)[0].Invoke(@($client, 'loopback-01', [uri]$Address, $false, [System.DateTimeOffset]::Now))
1..$Count | ForEach-Object { '{0}{1:d6}' -f (2016 + [System.Math]::Floor($_ / 200000)), ($_ % 200000) } |
    Get-JpoPatentProgress -Connection $connection | Export-Csv $Csv
$rows = 0
foreach ($line in [System.IO.File]::ReadLines($Csv)) { $rows++ }
'{0} {1}' -f ($rows - 1), [System.Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64
'@
    $peak = @{ Many = @(); Few = @() }
    foreach ($round in 1..3) {
        foreach ($size in 'Few', 'Many') {
            $count = if ($size -eq 'Few') { 1000 } else { $Objects }
            $csv = Join-Path $Scratch 'out.csv'
            $words = (Invoke-FreshShell "& '$script' '$module' '$state' '$address' $count '$csv'").Words -split ' '
            if ([int]$words[0] -lt $count) { throw "Of $count objects $($words[0]) arrived." }
            $peak[$size] += [double]$words[1] / 1MB
        }
    }

    $ratio = Get-Ratio $peak.Many $peak.Few
    Get-Line -What "Peak memory of $Objects cached objects streamed to Export-Csv" -Ours (Get-Median $peak.Many) -Other (Get-Median $peak.Few) -OtherIs '1000 objects' -Unit 'MB' -Ratio $ratio -Goal 'at most 1.2' -Reached ($ratio -le 1.2)
}

function Measure-Step {
    $figures = dotnet $program quick $Rounds | ConvertFrom-Json
    $book = $figures.bookMicroseconds
    Get-Line -What 'Booking an access' -Ours $book -Unit 'µs' -Goal 'at most 50' -Reached ($book -le 50)
    $contended = $figures.contendedMicroseconds
    Get-Line -What 'Booking an access, one of four processes that do nothing else' -Ours $contended -Other $book -OtherIs 'uncontended' -Unit 'µs' -Ratio ($contended / $book) -Goal 'at most 10' -Reached ($contended / $book -le 10)
    Get-Line -What '10000 progress answers parsed' -Ours $figures.megabytesPerSecond -Unit 'MB/s' -Goal 'at least 150' -Reached ($figures.megabytesPerSecond -ge 150)
    Get-Line -What 'Allocated for a byte read' -Ours $figures.bytesAllocatedPerByte -Unit 'bytes' -Goal 'at most 3' -Reached ($figures.bytesAllocatedPerByte -le 3)
}

if (-not $NoBuild) {
    $projects = @{
        'src/JpoPatent'               = "-p:ModuleOutput=$module/"
        'tests/JpoPatent.Benchmarks' = '-p:WarningLevel=4'
    }
    foreach ($project in $projects.Keys) {
        dotnet build (Join-Path $repository $project) --configuration Release --verbosity quiet --nologo $projects[$project] | Out-Host
        if ($LASTEXITCODE -ne 0) { throw "$project does not build." }
    }
}

$scratch = Join-Path ([System.IO.Path]::GetTempPath()) ('jpo-compare-' + [guid]::NewGuid().ToString('N').Substring(0, 8))
$null = New-Item -ItemType Directory $scratch
$server = $null
try {
    $lines = @(
        if ($Case -contains 'Calls' -or $Case -contains 'First' -or $Case -contains 'Documents') {
            $server = Open-Server
            if ($Case -contains 'First') { Measure-First $server $scratch }
            if ($Case -contains 'Calls' -or $Case -contains 'Documents') { Connect-Server $server (Join-Path $scratch 'state') }
            if ($Case -contains 'Calls') { Measure-Call $server $scratch }
            if ($Case -contains 'Documents') { Measure-Document $server }
            $server.Process.Kill()
        }

        if ($Case -contains 'Import') { Measure-Import }
        if ($Case -contains 'Memory') { Measure-Memory $scratch }
        if ($Case -contains 'Steps') { Measure-Step }
    )
    $lines | Format-Table -AutoSize | Out-String -Width 200 | Out-Host
    $lines
}
finally {
    if ($server -and -not $server.Process.HasExited) { $server.Process.Kill() }
    Remove-Item -LiteralPath $scratch -Recurse -Force -ErrorAction Ignore
}
