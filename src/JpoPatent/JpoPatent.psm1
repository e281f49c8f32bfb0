# Loads the assemblies of the edition that runs. All behaviour lives in the compiled cmdlets. Each call of a method costs a fresh shell 1 to 5 ms, so there are few.

# Half a module helps nobody.
$ErrorActionPreference = 'Stop'

if ($PSEdition -eq 'Core') {
    $folder = "$PSScriptRoot/bin/net8.0"
    try {
        $loader = [System.Reflection.Assembly]::LoadFrom("$folder/JpoPatent.Loader.dll").GetType('JpoPatent.Loader.ModuleLoadContext')
        $cmdlets = $loader::Load($folder, 'JpoPatent')
    }
    catch {
        if ($PSVersionTable.PSVersion -lt [version]'7.4') {
            Import-LocalizedData -BindingVariable Words -BaseDirectory $PSScriptRoot -FileName 'JpoPatent.Resources.psd1' -UICulture 'en-US'
            throw ($Words.ShellTooOld -f $PSVersionTable.PSVersion)
        }

        # A process takes an assembly of this name once. After an update in a session that goes on, the loader of the version before serves the new one, too.
        $loader = foreach ($assembly in [System.AppDomain]::CurrentDomain.GetAssemblies()) {
            if ($assembly.FullName.StartsWith('JpoPatent.Loader,')) { $assembly.GetType('JpoPatent.Loader.ModuleLoadContext') }
        }

        if ($null -eq $loader) { throw }
        $cmdlets = $loader::Load($folder, 'JpoPatent')
    }
}
else {
    $folder = [System.IO.Path]::Combine($PSScriptRoot, 'bin', 'net472')
    $cmdlets = [System.Reflection.Assembly]::LoadFrom([System.IO.Path]::Combine($folder, 'JpoPatent.dll'))
    $cmdlets.GetType('JpoPatent.Loading.DesktopResolver').GetMethod('Register').Invoke($null, @($folder))
}

$inner = Import-Module -Assembly $cmdlets -PassThru
[JpoPatent.Session.ModuleImport]::Complete($ExecutionContext, $inner)
