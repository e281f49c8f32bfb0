BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $script:expected = (Import-PowerShellDataFile $ModulePath).CmdletsToExport | Sort-Object
}

Describe 'Importing the assembled module in a fresh shell' {
    BeforeAll {
        $script:seen = Invoke-FreshShellJson {
            param($module)

            $names = { @((Get-Module JpoPatent).ExportedCommands.Keys | Sort-Object) }
            $seen = [ordered]@{}
            $seen.Before = @(Get-Module JpoPatent).Count
            Import-Module $module
            $seen.First = & $names
            $seen.Visible = @(Get-Command -Module JpoPatent).Name
            $seen.Modules = @(Get-Module | Where-Object Name -like 'JpoPatent*').Name
            $seen.Exports = (Get-Module JpoPatent).ExportedFunctions.Count + (Get-Module JpoPatent).ExportedAliases.Count + (Get-Module JpoPatent).ExportedVariables.Count
            $seen.Leaks = @(Get-Variable -Name cmdlets, client, loader, inner, exported, session, folder, Words -ErrorAction Ignore).Count

            Import-Module $module -Force
            $seen.Forced = & $names
            $seen.ForcedWorks = (ConvertTo-JpoNumber 特願2020-123456).Value

            Remove-Module JpoPatent
            $seen.Removed = @(Get-Command -Name *-Jpo* -ErrorAction Ignore).Count
            Import-Module $module
            $seen.Again = & $names
            $seen.AgainWorks = (ConvertTo-JpoNumber 特願2020-123456).Value

            Import-Module $module -Force -Prefix My
            $seen.Prefixed = @(Get-Command Get-MyJpoQuota -ErrorAction Ignore).Count
            Remove-Module JpoPatent
            Import-Module $module -Cmdlet ConvertTo-JpoNumber
            $seen.OnlyOne = @(Get-Command -Module JpoPatent).Name
            Remove-Module JpoPatent
            Import-Module $module

            $seen.Type = [JpoPatent.PatentProgress].FullName
            $seen.TypeOfCmdlets = [JpoPatent.JpoConnection].FullName
            $seen.SameType = (ConvertTo-JpoNumber 特願2020-123456) -is [JpoPatent.JpoNumber]
            $seen.Kind = [JpoPatent.JpoNumberKind]::Application.ToString()
            $seen.Errors = @($Error | ForEach-Object { "$_" })
            $seen | ConvertTo-Json -Depth 4
        } $ModulePath
    }

    It 'exports exactly the cmdlets of the manifest, and nothing else' {
        $seen.Before | Should -Be 0
        $seen.First | Should -Be $expected
        $seen.Visible | Sort-Object | Should -Be $expected
        $seen.Exports | Should -Be 0
    }

    It 'shows one module and leaks no variables' {
        $seen.Modules | Should -Be 'JpoPatent'
        $seen.Leaks | Should -Be 0
    }

    It 'exports them again with -Force' {
        $seen.Forced | Should -Be $expected
        $seen.ForcedWorks | Should -Be '2020123456'
    }

    It 'exports them again after Remove-Module, which takes them all away' {
        $seen.Removed | Should -Be 0
        $seen.Again | Should -Be $expected
        $seen.AgainWorks | Should -Be '2020123456'
    }

    It 'heeds -Prefix and -Cmdlet' {
        $seen.Prefixed | Should -Be 1
        $seen.OnlyOne | Should -Be 'ConvertTo-JpoNumber'
    }

    It 'makes its types known to scripts' {
        $seen.Type | Should -Be 'JpoPatent.PatentProgress'
        $seen.TypeOfCmdlets | Should -Be 'JpoPatent.JpoConnection'
        $seen.SameType | Should -BeTrue
        $seen.Kind | Should -Be 'Application'
    }

    It 'makes every public type of the client known, though only the assembly of the cmdlets is imported' {
        $seen = Invoke-FreshShellJson {
            param($module)

            Import-Module $module
            $null = ConvertTo-JpoNumber 特願2020-123456
            $client = [System.AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq 'JpoPatent.Client' }
            $names = @($client.GetExportedTypes() | Where-Object { -not $_.IsNested }).FullName
            [ordered]@{ Names = $names; Hidden = @($names | Where-Object { -not ($_ -as [type]) }) } | ConvertTo-Json
        } $ModulePath
        $seen.Names | Should -Contain 'JpoPatent.PatentProgress'
        $seen.Hidden | Should -BeNullOrEmpty
    }

    It 'writes no error' {
        $seen.Errors | Should -BeNullOrEmpty
    }
}

Describe 'Importing the module where others have been' {
    It 'works in five runspaces at once, and all of them share the types' {
        $seen = Invoke-FreshShellJson {
            param($module)

            $seen = 1..5 | ForEach-Object -Parallel {
                Import-Module $using:module
                [pscustomobject]@{
                    Names  = @((Get-Module JpoPatent).ExportedCommands.Keys | Sort-Object)
                    Type   = [JpoPatent.PatentProgress].AssemblyQualifiedName + [JpoPatent.PatentProgress].GetHashCode()
                    Number = (ConvertTo-JpoNumber 特願2020-123456).Value
                }
            } -ThrottleLimit 5
            ConvertTo-Json @($seen) -Depth 4
        } $ModulePath
        $seen.Count | Should -Be 5
        foreach ($one in $seen) {
            $one.Names | Should -Be $expected
            $one.Number | Should -Be '2020123456'
        }
        @($seen.Type | Select-Object -Unique).Count | Should -Be 1
    }

    It 'is not harmed by other versions of libraries that were loaded before' {
        $seen = Invoke-FreshShellJson {
            param($module, $folder, $state)

            # Impostors: assemblies of these names, which have none of the real ones' types.
            Add-Type -TypeDefinition 'public static class LoadsTheCompiler { }'
            $core = [Microsoft.CodeAnalysis.MetadataReference[]]@([Microsoft.CodeAnalysis.MetadataReference]::CreateFromFile([object].Assembly.Location))
            $code = [Microsoft.CodeAnalysis.SyntaxTree[]]@([Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree]::ParseText('[assembly: System.Reflection.AssemblyVersion("3.1.4.1")] public static class Impostor { }'))
            $library = [Microsoft.CodeAnalysis.CSharp.CSharpCompilationOptions]::new([Microsoft.CodeAnalysis.OutputKind]::DynamicallyLinkedLibrary)
            $loaded = foreach ($name in 'System.Text.Json', 'Microsoft.Extensions.Http', 'Microsoft.Extensions.DependencyInjection', 'Microsoft.Bcl.TimeProvider', 'Microsoft.Bcl.AsyncInterfaces') {
                $path = Join-Path $folder "$name.dll"
                $null = [Microsoft.CodeAnalysis.FileSystemExtensions]::Emit([Microsoft.CodeAnalysis.CSharp.CSharpCompilation]::Create($name, $code, $core, $library), $path)
                try { [System.Reflection.Assembly]::LoadFrom($path).GetName().Name } catch { "refused $name" }
            }

            # And a real one of another version, if the machine has it.
            $real = Get-ChildItem -Path (Join-Path $HOME '.nuget/packages/system.text.json/*/lib/net8.0/System.Text.Json.dll'), (Join-Path $HOME '.nuget/packages/microsoft.extensions.http/*/lib/net8.0/Microsoft.Extensions.Http.dll') -ErrorAction Ignore
            foreach ($file in $real) { try { $null = [System.Reflection.Assembly]::LoadFrom($file.FullName) } catch { $null = $_ } }

            Import-Module $module
            Connect-JpoApi -Sandbox -StatePath $state -RequestsPerMinute 0
            [ordered]@{
                Loaded = @($loaded)
                Number = (Get-JpoPatentProgress 特願2020-123456).ApplicationNumber
            } | ConvertTo-Json
        } $ModulePath, ([string]$TestDrive), (Get-StatePath)
        $seen.Loaded | Should -Contain 'Microsoft.Extensions.Http'
        $seen.Number | Should -Be '2020123456'
    }

    It 'keeps its assemblies in a context of their own, where they meet nobody' {
        $seen = Invoke-FreshShellJson {
            param($module)

            Import-Module $module
            $own = @([System.AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.Location -and $_.Location.StartsWith((Split-Path $module)) })
            [ordered]@{
                Own     = @($own | ForEach-Object { $_.GetName().Name } | Sort-Object)
                Default = @($own | Where-Object { [System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext($_) -eq [System.Runtime.Loader.AssemblyLoadContext]::Default } | ForEach-Object { $_.GetName().Name })
            } | ConvertTo-Json
        } $ModulePath
        $seen.Own | Should -Contain 'JpoPatent.Client'
        $seen.Default | Should -Be 'JpoPatent.Loader'
    }

    It 'serves another copy of the same version from the first one, in this runspace and in others, and says so to those who ask' {
        $copy = Join-Path $TestDrive 'JpoPatent'
        Copy-Item (Split-Path $ModulePath) $copy -Recurse
        $seen = Invoke-FreshShellJson {
            param($module, $copy, $source)

            # Another build of the loader, the only assembly that has no context of its own.
            Add-Type -TypeDefinition 'public static class LoadsTheCompiler { }'
            $runtime = foreach ($path in [System.AppContext]::GetData('TRUSTED_PLATFORM_ASSEMBLIES').Split([System.IO.Path]::PathSeparator)) { [Microsoft.CodeAnalysis.MetadataReference]::CreateFromFile($path) }
            $code = [Microsoft.CodeAnalysis.SyntaxTree[]]@([Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree]::ParseText((Get-Content $source -Raw)))
            $library = [Microsoft.CodeAnalysis.CSharp.CSharpCompilationOptions]::new([Microsoft.CodeAnalysis.OutputKind]::DynamicallyLinkedLibrary)
            $compilation = [Microsoft.CodeAnalysis.CSharp.CSharpCompilation]::Create('JpoPatent.Loader', $code, [Microsoft.CodeAnalysis.MetadataReference[]]$runtime, $library)
            $built = [Microsoft.CodeAnalysis.FileSystemExtensions]::Emit($compilation, [System.IO.Path]::Combine($copy, 'bin', 'net8.0', 'JpoPatent.Loader.dll')).Success

            # A newer version of the module itself, as far as a loader can tell.
            $newer = [System.IO.Path]::Combine($copy, 'newer')
            $null = New-Item -ItemType Directory $newer
            $next = [Microsoft.CodeAnalysis.SyntaxTree[]]@([Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree]::ParseText('[assembly: System.Reflection.AssemblyVersion("99.0.0.0")] public static class Newer { }'))
            $compilation = [Microsoft.CodeAnalysis.CSharp.CSharpCompilation]::Create('JpoPatent', $next, [Microsoft.CodeAnalysis.MetadataReference[]]$runtime, $library)
            $built = $built -and [Microsoft.CodeAnalysis.FileSystemExtensions]::Emit($compilation, [System.IO.Path]::Combine($newer, 'JpoPatent.dll')).Success

            Import-Module $module
            Remove-Module JpoPatent
            $told = @(Import-Module $copy -Verbose 4>&1 | Where-Object { "$_" -match 'loaded before' })
            $loader = [System.AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq 'JpoPatent.Loader' } | Select-Object -First 1
            $other = [powershell]::Create().AddScript("Import-Module '$copy'; (ConvertTo-JpoNumber 2020-123456 -Kind Application -Law Patent).Value")
            [ordered]@{
                Built = $built; Base = (Get-Module JpoPatent).ModuleBase; Names = @((Get-Module JpoPatent).ExportedCommands.Keys | Sort-Object)
                Number = (ConvertTo-JpoNumber 特願2020-123456).Value; Location = (Get-Command ConvertTo-JpoNumber).ImplementingType.Assembly.Location
                Told = $told.Count; Other = "$($other.Invoke())$($other.Streams.Error)"; Still = (ConvertTo-JpoNumber 特願2020-123456).Value
                Newer = $loader.GetType('JpoPatent.Loader.ModuleLoadContext')::Load($newer, 'JpoPatent').FullName
            } | ConvertTo-Json
        } $ModulePath, $copy, ([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'src', 'JpoPatent.Loader', 'ModuleLoadContext.cs'))
        $seen.Built | Should -BeTrue
        $seen.Base | Should -Be $copy
        $seen.Names | Should -Be $expected
        $seen.Number | Should -Be '2020123456'
        $seen.Location | Should -BeLike "$(Split-Path $ModulePath)*" -Because 'two assemblies of one name in one process would be mixed up by the shell'
        $seen.Told | Should -Be 1
        $seen.Other | Should -Be '2020123456'
        $seen.Still | Should -Be '2020123456'
        $seen.Newer | Should -BeLike 'JpoPatent, Version=99.0.0.0*' -Because 'the new version must run, not the old one'
    }

    It 'fails whole where a part of it is missing, in words' {
        $copy = Join-Path $TestDrive 'Broken/JpoPatent'
        $null = New-Item -ItemType Directory (Split-Path $copy)
        Copy-Item (Split-Path $ModulePath) $copy -Recurse
        Remove-Item (Join-Path $copy 'bin/net8.0/JpoPatent.Client.dll')
        $seen = Invoke-FreshShellJson {
            param($copy)
            try { Import-Module $copy -ErrorAction Stop } catch { $problem = "$_" }
            [ordered]@{ Problem = $problem; Loaded = @(Get-Module JpoPatent).Count } | ConvertTo-Json
        } $copy
        $seen.Problem | Should -Match 'JpoPatent'
        $seen.Loaded | Should -Be 0
    }

    It 'is found and loaded by itself when it lies in a folder of PSModulePath' {
        $seen = Invoke-FreshShellJson {
            param($parent)

            $env:PSModulePath = $parent + [System.IO.Path]::PathSeparator + $env:PSModulePath
            [ordered]@{ Number = (ConvertTo-JpoNumber 特願2020-123456).Value; Module = (Get-Module JpoPatent).Name } | ConvertTo-Json
        } (Split-Path (Split-Path $ModulePath))
        $seen.Number | Should -Be '2020123456'
        $seen.Module | Should -Be 'JpoPatent'
    }
}

Describe 'PowerShell 7.4' {
    BeforeDiscovery {
        $old = Get-Command pwsh-7.4 -CommandType Application -ErrorAction Ignore | Select-Object -First 1
        $script:isThere = $null -ne $old
    }

    It 'imports the module, connects to the sandbox, fetches, and imports again' -Tag 'there is no pwsh-7.4 on PATH' -Skip:(-not $isThere) {
        $shell = (Get-Command pwsh-7.4 -CommandType Application | Select-Object -First 1).Source
        $seen = Invoke-FreshShellJson -Shell $shell {
            param($module, $state)

            Import-Module $module
            Connect-JpoApi -Sandbox -StatePath $state -RequestsPerMinute 0
            $answer = Get-JpoPatentProgress 特願2020-123456
            $first = @((Get-Module JpoPatent).ExportedCommands.Keys | Sort-Object)
            Disconnect-JpoApi # else the second import warns that the connection is gone
            Import-Module $module -Force
            [ordered]@{
                Version = $PSVersionTable.PSVersion.ToString()
                Names   = $first
                Forced  = @((Get-Module JpoPatent).ExportedCommands.Keys | Sort-Object)
                Number  = $answer.ApplicationNumber
                IsDate  = $answer.FilingDate -is [datetime]
                Type    = [JpoPatent.PatentProgress].FullName
                Table   = ($answer | Format-Table | Out-String -Width 120)
                Errors  = @($Error | ForEach-Object { "$_" })
            } | ConvertTo-Json
        } $ModulePath, (Get-StatePath)
        $seen.Version | Should -BeLike '7.4.*'
        $seen.Names | Should -Be $expected
        $seen.Forced | Should -Be $expected
        $seen.Number | Should -Be '2020123456'
        $seen.IsDate | Should -BeTrue
        $seen.Type | Should -Be 'JpoPatent.PatentProgress'
        $seen.Table | Should -Match '特願2020-123456'
        $seen.Errors | Should -BeNullOrEmpty
    }
}
