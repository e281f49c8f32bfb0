# How long a night of known cases takes from the start of its shell to its first call, beside a bare shell that reads the same file with ConvertFrom-Json. One run, in turns, the best of each.
# build.ps1 assembles the module first; docs/watch.md has the figure.

param([int] $Cases = 10000, [int] $Rounds = 5)

$ErrorActionPreference = 'Stop'
. ([System.IO.Path]::Combine($PSScriptRoot, '..', 'Get-ThisShell.ps1'))
$shell = @(Get-ThisShell | ForEach-Object { $_.FileName; $_.Argument })
$module = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'out', 'JpoPatent', 'JpoPatent.psd1'))
$folder = Join-Path ([System.IO.Path]::GetTempPath()) "jpo-watch-$PID"
$null = New-Item -ItemType Directory -Path $folder
$file = Join-Path $folder 'watch.jsonl'

function Measure-Shell([string] $Script) {
    $start = [System.Diagnostics.ProcessStartInfo]::new($shell[0])
    foreach ($argument in @($shell | Select-Object -Skip 1) + @('-NoProfile', '-NonInteractive', '-Command', $Script)) { $start.ArgumentList.Add($argument) }
    $start.RedirectStandardOutput = $true
    $clock = [System.Diagnostics.Stopwatch]::StartNew()
    $process = [System.Diagnostics.Process]::Start($start)
    $output = $process.StandardOutput.ReadToEnd()
    $process.WaitForExit()
    if ($process.ExitCode -ne 0) { throw "The shell ended with $($process.ExitCode): $output" }
    $clock.Elapsed.TotalMilliseconds
}

try {
    dotnet run -c Release --project $PSScriptRoot -- watch --book $file --cases $Cases
    if ($LASTEXITCODE -ne 0) { throw 'The file of the watch could not be made.' }

    # -WhatIf ends where the first call would go out.
    $night = "Import-Module '$module'; Connect-JpoApi -Sandbox -StatePath '$folder'; Update-JpoWatch -Path '$file' -WhatIf"
    $bare = "`$null = Get-Content -LiteralPath '$file' -Encoding utf8 | ConvertFrom-Json"
    $times = foreach ($round in 1..$Rounds) { [pscustomobject]@{ Night = Measure-Shell $night; Bare = Measure-Shell $bare } }
    $best = [pscustomobject]@{ Night = ($times.Night | Measure-Object -Minimum).Minimum; Bare = ($times.Bare | Measure-Object -Minimum).Minimum }
    '{0} cases: to the first call {1:0} ms, a bare shell with ConvertFrom-Json {2:0} ms, ratio {3:0.00}' -f $Cases, $best.Night, $best.Bare, ($best.Night / $best.Bare)
}
finally { Remove-Item $folder -Recurse -Force }
