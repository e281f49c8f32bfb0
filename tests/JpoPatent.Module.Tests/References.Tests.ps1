# What the assemblies of the module ask for, and who gives it: the module's own folder, the framework, or the shell.

BeforeDiscovery {
    . "$PSScriptRoot/Common.ps1"
    $packages = if ($env:NUGET_PACKAGES) { $env:NUGET_PACKAGES } else { Join-Path $HOME '.nuget/packages' }

    # What each framework has, by the reference assemblies that the build compiles against.
    $script:frameworks = @(
        @{ Framework = 'net472'; Reference = Join-Path $packages 'microsoft.netframework.referenceassemblies.net472/*/build/.NETFramework/v4.7.2' }
        @{ Framework = 'net8.0'; Reference = Join-Path $packages 'microsoft.netcore.app.ref/8.*/ref/net8.0' }
    )
    foreach ($one in $script:frameworks) { $one.Folder = @(Resolve-Path $one.Reference -ErrorAction Ignore | ForEach-Object ProviderPath)[0] }
}

Describe 'The assemblies of <Framework>' -ForEach $script:frameworks {
    BeforeAll {
        . "$PSScriptRoot/Common.ps1"

        # Name, version and references of an assembly, read from its metadata: nothing is loaded.
        function Read-TestAssembly {
            param([string] $Path)

            $stream = [System.IO.File]::OpenRead($Path)
            $file = [System.Reflection.PortableExecutable.PEReader]::new($stream)
            try {
                if (-not $file.HasMetadata) { return }
                $metadata = [System.Reflection.Metadata.PEReaderExtensions]::GetMetadataReader($file)
                if (-not $metadata.IsAssembly) { return }
                $definition = $metadata.GetAssemblyDefinition()
                [pscustomobject]@{
                    Name       = $metadata.GetString($definition.Name)
                    Version    = $definition.Version
                    References = @(foreach ($handle in $metadata.AssemblyReferences) {
                            $reference = $metadata.GetAssemblyReference($handle)
                            [pscustomobject]@{ Name = $metadata.GetString($reference.Name); Version = $reference.Version }
                        })
                }
            }
            finally { $file.Dispose() }
        }

        $script:bin = [System.IO.Path]::Combine((Split-Path $ModulePath), 'bin', $Framework)
        $script:shipped = @{}
        foreach ($file in Get-ChildItem $bin -Filter *.dll) { $one = Read-TestAssembly $file.FullName; $shipped[$one.Name] = $one }
        $script:given = @{}
        if ($Folder) { foreach ($file in Get-ChildItem $Folder -Recurse -Filter *.dll) { $one = Read-TestAssembly $file.FullName; if ($one) { $given[$one.Name] = $one } } }

        # The shell brings these; versions differ from shell to shell, and it binds them to its own.
        $script:shell = 'System.Management.Automation'
    }

    It 'find everything that they ask for, in the version that they ask for' {
        if (-not $Folder) { Set-ItResult -Skipped -Because "the reference assemblies are not at $Reference" }
        $given.Count | Should -BeGreaterThan 50
        $missing = foreach ($assembly in $shipped.Values) {
            foreach ($asked in $assembly.References | Where-Object Name -notin $shell) {
                $source = if ($shipped.ContainsKey($asked.Name)) { $shipped[$asked.Name] } else { $given[$asked.Name] }
                $isFound = if (-not $source) { $false }
                # Windows PowerShell has no binding redirects: a library is found in exactly the version that is asked for. The framework unifies its own upwards, as the runtimes of .NET do.
                elseif ($shipped.ContainsKey($asked.Name)) { $source.Version -eq $asked.Version }
                else { $source.Version -ge $asked.Version }
                if (-not $isFound) { "$($assembly.Name) asks for $($asked.Name) $($asked.Version), and there is $(if ($source) { $source.Version } else { 'none' })" }
            }
        }
        $missing | Should -BeNullOrEmpty
    }

    It 'are all needed' {
        $reached = [System.Collections.Generic.HashSet[string]]::new()
        $open = [System.Collections.Generic.Queue[string]]::new()
        # The psm1 loads these by name.
        foreach ($name in 'JpoPatent', 'JpoPatent.Client') { $open.Enqueue($name) }
        if ($Framework -eq 'net8.0') { $open.Enqueue('JpoPatent.Loader') }
        while ($open.Count) {
            $name = $open.Dequeue()
            if ($reached.Add($name)) { $shipped[$name].References.Name | Where-Object { $shipped.ContainsKey($_) } | ForEach-Object { $open.Enqueue($_) } }
        }
        @($shipped.Keys | Where-Object { -not $reached.Contains($_) }) | Should -BeNullOrEmpty
        $reached.Contains('JpoPatent.Sandbox') | Should -BeTrue
    }

    It 'repeat nothing that the framework or the shell has' {
        $twice = @($shipped.Keys | Where-Object { $given.ContainsKey($_) -and $given[$_].Version -ge $shipped[$_].Version })
        $twice | Should -BeNullOrEmpty
        $shipped.Keys | Should -Not -Contain 'System.Management.Automation'
    }

    It 'stand under the names of their files' {
        Get-ChildItem $bin -Recurse -File | Where-Object Extension -ne '.dll' | Where-Object Name -notlike '*-Help.xml' | Should -BeNullOrEmpty
        foreach ($file in Get-ChildItem $bin -Filter *.dll) { $shipped.ContainsKey($file.BaseName) | Should -BeTrue -Because $file.Name }
    }
}

Describe 'The files of the module' {
    BeforeAll {
        . "$PSScriptRoot/Common.ps1"
    }

    It 'lie where no other module''s search comes by: assemblies only in bin/net472 and bin/net8.0' {
        $root = Split-Path $ModulePath
        $places = Get-ChildItem $root -Recurse -Filter *.dll | ForEach-Object { $_.DirectoryName.Substring($root.Length + 1).Replace('\', '/') } | Sort-Object -Unique
        $places | Should -Be 'bin/net472', 'bin/net8.0'
    }

    It 'are one module to a shell that looks for modules' {
        $seen = Invoke-FreshShellJson {
            param($folder)

            $env:PSModulePath = $folder
            ConvertTo-Json @(Get-Module -ListAvailable | Where-Object Path -like (Join-Path $folder 'JpoPatent/*') | ForEach-Object Name)
        } (Split-Path (Split-Path $ModulePath))
        $seen | Should -Be 'JpoPatent'
    }

    It 'are not given to others who ask for assemblies of their names' {
        $seen = Invoke-FreshShellJson {
            param($module)

            Import-Module $module
            $null = ConvertTo-JpoNumber 特願2020-123456
            $found = foreach ($name in 'JpoPatent', 'JpoPatent.Client', 'JpoPatent.Sandbox', 'System.Text.Json, Version=10.0.0.14, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51', 'Microsoft.Bcl.TimeProvider') {
                try { $location = [System.Reflection.Assembly]::Load($name).Location } catch { continue }
                if ($location.StartsWith((Split-Path $module))) { $name }
            }
            [ordered]@{ Found = @($found) } | ConvertTo-Json
        } $ModulePath
        $seen.Found | Should -BeNullOrEmpty
    }
}
