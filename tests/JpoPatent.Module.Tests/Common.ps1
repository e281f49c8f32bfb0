# What all test files share: the assembled module, the loopback server as a process of its own, fresh shells.

$repository = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($PSScriptRoot, '..', '..'))
$configuration = if ($env:JPO_TEST_CONFIGURATION) { $env:JPO_TEST_CONFIGURATION } else { 'Debug' }

. ([System.IO.Path]::Combine($PSScriptRoot, '..', 'Get-ThisShell.ps1'))

# What starts another shell of this kind: a file, then arguments that stand before all others.
$script:ThisShell = @(Get-ThisShell | ForEach-Object { $_.FileName; $_.Argument })
if (-not $script:ThisShell) { throw 'There is no PowerShell here that a test could start.' }

# The assembled module; the variable names another manifest, such as an unpacked package's.
$script:ModulePath = if ($env:JPO_TEST_MODULE) { $env:JPO_TEST_MODULE } else { [System.IO.Path]::Combine($repository, 'out', 'JpoPatent', 'JpoPatent.psd1') }
$script:ServerPath = [System.IO.Path]::Combine($repository, 'tests', 'JpoPatent.TestServer', 'bin', $configuration, 'net10.0', 'JpoPatent.TestServer.dll')

# Recordings of the live service lie beside the repository, or where the variable says; without them their tests are skipped.
$script:Recordings = if ($env:JPO_TEST_RECORDINGS) { $env:JPO_TEST_RECORDINGS } else { [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($repository, '..', 'shared', 'jpo', 'recordings')) }

# What the server lets in. The password has signs that a form must encode.
$script:UserName = 'loopback-01'
$script:Password = 's&cret=%+ パス'

function Import-TestModule {
    if (-not (Test-Path $script:ModulePath)) { throw "The module is not assembled: dotnet build JpoPatent.sln makes $script:ModulePath." }
    Import-Module $script:ModulePath -Global
}

function ConvertTo-TestSecret {
    param([string] $Text)

    $secret = [System.Security.SecureString]::new()
    foreach ($c in $Text.ToCharArray()) { $secret.AppendChar($c) }
    $secret
}

function Get-TestCredential {
    param([string] $Name = $script:UserName, [string] $Secret = $script:Password)

    [pscredential]::new($Name, (ConvertTo-TestSecret $Secret))
}

# A folder that nobody has used, not made yet.
# What differs, so that a message names it: => is missing, <= is too much.
function Compare-Name {
    param([string[]] $Given, [string[]] $Expected)

    Compare-Object @($Given) @($Expected) | ForEach-Object { '{0} {1}' -f $_.SideIndicator, $_.InputObject }
}

function Get-StatePath { [System.IO.Path]::Combine([string]$TestDrive, 'state-' + [guid]::NewGuid().ToString('N').Substring(0, 8)) }

# Starts the server and waits until it listens. Options are those of its command line.
function Open-TestServer {
    param([string[]] $Option = @())

    $start = [System.Diagnostics.ProcessStartInfo]::new('dotnet')
    foreach ($argument in @($script:ServerPath) + $Option) { $start.ArgumentList.Add($argument) }
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardError = $true
    $start.RedirectStandardInput = $true
    $process = [System.Diagnostics.Process]::Start($start)
    $line = $process.StandardOutput.ReadLine()
    if ($line -notmatch '^listening (?<uri>http://\S+)$') { throw "The test server did not start: $line $($process.StandardError.ReadToEnd())" }
    [pscustomobject]@{ BaseUri = $Matches['uri']; Process = $process }
}

function Close-TestServer {
    param($Server)

    if ($Server -and -not $Server.Process.HasExited) {
        $Server.Process.Kill()
        $Server.Process.WaitForExit()
    }
}

# Says something to the server, such as: Send-TestControl $server limit @{ api = 'patent/app_progress'; left = 40 }
function Send-TestControl {
    param($Server, [string] $What, [hashtable] $Query = @{})

    $pairs = foreach ($name in $Query.Keys) { '{0}={1}' -f $name, [uri]::EscapeDataString("$($Query[$name])".Replace('True', 'true').Replace('False', 'false')) }
    Invoke-RestMethod -Method Post -Uri "$($Server.BaseUri)/control/$($What)?$($pairs -join '&')" -NoProxy
}

function Get-TestLog {
    param($Server, [switch] $Call)

    Invoke-RestMethod -Uri "$($Server.BaseUri)/control/log?calls=$("$Call".ToLowerInvariant())" -NoProxy
}

# How many calls of APIs the server saw.
function Get-TestCallCount {
    param($Server)

    (Get-TestLog $Server).calls
}

# Connects to the server without pacing, on a state folder that nobody has used; -With adds to the parameters or replaces them.
function Connect-TestServer {
    param($Server, [hashtable] $With = @{})

    $parameters = @{
        Credential           = Get-TestCredential
        BaseUri              = $Server.BaseUri
        StatePath            = Get-StatePath
        RequestsPerMinute    = 0
        OpdRequestsPerMinute = 0
    }
    foreach ($name in $With.Keys) { $parameters[$name] = $With[$name] }
    Connect-JpoApi @parameters
}

# Fictional application numbers of one year: 2020000001 and so on.
function Get-TestNumber {
    param([int] $Count, [int] $From = 1)

    foreach ($serial in $From..($From + $Count - 1)) { '2020{0:000000}' -f $serial }
}

# Runs a script block in a new process: Output holds what it wrote, Error what came on the error stream, ExitCode how it ended.
function Invoke-FreshShell {
    param(
        [Parameter(Mandatory)] [scriptblock] $ScriptBlock,
        [string[]] $ArgumentList = @(),
        [string[]] $Shell = $script:ThisShell,
        [hashtable] $Environment = @{}
    )

    $file = [System.IO.Path]::Combine([string]$TestDrive, 'fresh-' + [guid]::NewGuid().ToString('N').Substring(0, 8) + '.ps1')
    Set-Content -Path $file -Value $ScriptBlock.ToString() -Encoding utf8BOM
    $start = [System.Diagnostics.ProcessStartInfo]::new($Shell[0])
    foreach ($argument in @($Shell | Select-Object -Skip 1) + @('-NoProfile', '-NonInteractive', '-File', $file) + $ArgumentList) { $start.ArgumentList.Add($argument) }
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardError = $true
    $start.RedirectStandardInput = $true
    $start.StandardOutputEncoding = [System.Text.Encoding]::UTF8
    $start.StandardErrorEncoding = [System.Text.Encoding]::UTF8
    $start.Environment['NO_COLOR'] = '1'

    # Modules of the shell that runs the tests are no business of another shell's.
    $null = $start.Environment.Remove('PSModulePath')
    foreach ($name in $Environment.Keys) { $start.Environment[$name] = $Environment[$name] }
    $process = [System.Diagnostics.Process]::Start($start)
    $process.StandardInput.Close()
    $errors = $process.StandardError.ReadToEndAsync()
    $output = $process.StandardOutput.ReadToEnd()
    $process.WaitForExit()
    [pscustomobject]@{ Output = $output.TrimEnd(); Error = $errors.Result.TrimEnd(); ExitCode = $process.ExitCode }
}

# The same for a script block whose only output is JSON.
function Invoke-FreshShellJson {
    param([Parameter(Mandatory)] [scriptblock] $ScriptBlock, [string[]] $ArgumentList = @(), [string[]] $Shell = $script:ThisShell, [hashtable] $Environment = @{})

    $result = Invoke-FreshShell @PSBoundParameters
    if ($result.ExitCode -ne 0 -or $result.Error) { throw "The fresh shell ended with $($result.ExitCode): $($result.Output) $($result.Error)" }
    $result.Output | ConvertFrom-Json
}

# Columns that a text takes on a screen, where East Asian characters take two.
function Measure-TestWidth {
    param([string] $Line)

    $width = 0
    foreach ($c in $Line.ToCharArray()) {
        $code = [int]$c
        $isWide = ($code -ge 0x1100 -and $code -le 0x115F) -or ($code -ge 0x2E80 -and $code -le 0xA4CF) -or ($code -ge 0xAC00 -and $code -le 0xD7A3) -or
            ($code -ge 0xF900 -and $code -le 0xFAFF) -or ($code -ge 0xFE30 -and $code -le 0xFE6F) -or ($code -ge 0xFF00 -and $code -le 0xFF60) -or ($code -ge 0xFFE0 -and $code -le 0xFFE6)
        $width += if ($isWide) { 2 } else { 1 }
    }
    $width
}
