# How a script starts another shell of the kind that runs it: FileName is what to start, Argument what stands before all other arguments.
# PowerShell as a tool of .NET runs in a process named dotnet, which is no shell by itself. samples/Scheduling has the same function; a test compares them.

function Get-ThisShell {
    $process = [System.Diagnostics.Process]::GetCurrentProcess().MainModule.FileName
    $name = [System.IO.Path]::GetFileNameWithoutExtension($process)
    foreach ($file in 'pwsh.exe', 'pwsh', 'powershell.exe') {
        $path = Join-Path $PSHOME $file
        if (-not (Test-Path -LiteralPath $path -PathType Leaf)) { continue }

        # The tool brings one executable for every kind of machine; it is tried where it is not the one that runs.
        $ends = if ($path -eq $process) { 42 } else { try { & $path -NoProfile -NonInteractive -Command 'exit 42' 2>&1 | Out-Null; $LASTEXITCODE } catch { -1 } }
        if ($ends -eq 42) { return [pscustomobject]@{ FileName = $path; Argument = @() } }
    }

    if ($name -match '^(pwsh|powershell)') { return [pscustomobject]@{ FileName = $process; Argument = @() } }
    $assembly = Join-Path $PSHOME 'pwsh.dll'
    $dotnet = if ($name -eq 'dotnet') { $process } else { (Get-Command dotnet -CommandType Application -ErrorAction Ignore | Select-Object -First 1).Source }
    if ($dotnet -and (Test-Path -LiteralPath $assembly -PathType Leaf)) { [pscustomobject]@{ FileName = $dotnet; Argument = @($assembly) } }
}
