# Loads the assemblies of the edition that runs. All behaviour lives in the compiled cmdlets. Each call of a method costs a fresh shell 1 to 5 ms, so there are few.

# Half a module is of no use.
$ErrorActionPreference = 'Stop'

if ($PSEdition -eq 'Core') {
    if ($PSVersionTable.PSVersion -lt '7.4') {
        Import-LocalizedData -BindingVariable Words -BaseDirectory $PSScriptRoot -FileName 'JpoPatent.Resources.psd1' -UICulture $(if ($PSUICulture -like 'ja*') { 'ja-JP' } else { 'en-US' })
        throw ($Words.ShellTooOld -f $PSVersionTable.PSVersion)
    }

    $folder = "$PSScriptRoot/bin/net8.0"
    try {
        $loader = [System.Reflection.Assembly]::LoadFrom("$folder/JpoPatent.Loader.dll").GetType('JpoPatent.Loader.ModuleLoadContext')
        $cmdlets = $loader::Load($folder, 'JpoPatent')
    }
    catch {
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

# The types of this version, asked of its assembly: in a process that has two versions a literal would find the older one.
$session = $cmdlets.GetType('JpoPatent.Session.ModuleImport')
$told = $session::Complete($ExecutionContext, $inner, $folder)
if ($null -ne $told) {
    # What Import-Module is told does not reach a module's script; the line that imports it does. A user who removes the module knows that its connection ends.
    if ($told.Warning -and $MyInvocation.Line -match '\s-F(o|or|orc|orce)?\b') { Write-Warning -Message $told.Warning }
    if ($told.Detail) { Write-Verbose -Message $told.Detail -Verbose:($VerbosePreference -ne 'SilentlyContinue' -or $MyInvocation.Line -match '-Verbose\b') }
}

$ExecutionContext.SessionState.Module.OnRemove = { $session::Forget() }

# The classes of the shell's cmdlets in place of their names: a name would load the whole module that it lives in, which takes longer than all of this one.
function Get-ShellCommand {
    param([string] $Name, [string] $Class)

    $assembly = [System.Reflection.Assembly]::LoadWithPartialName('Microsoft.PowerShell.Commands.Utility')
    if ($null -ne $assembly) { [System.Management.Automation.CmdletInfo]::new($Name, $assembly.GetType("Microsoft.PowerShell.Commands.$Class")) } else { $Name }
}

# A host can forbid it: then enumerations come back from files and jobs as numbers.
try {
    if (-not $session::TryAddTypes($ExecutionContext)) {
        & (Get-ShellCommand 'Update-TypeData' 'UpdateTypeDataCommand') -TypeData ($cmdlets.GetType('JpoPatent.JpoTypeData')::All()) -Force
    }
}
catch { Write-Verbose -Message $_ }

# Headings in tables stand in files, one a language. The manifest's are English; for a Japanese reader these come first.
if ($PSUICulture -like 'ja*') {
    $views = [System.IO.Path]::Combine($PSScriptRoot, 'ja-JP', 'JpoPatent.format.ps1xml')
    # A host can forbid it: then the headings stay English.
    try { & (Get-ShellCommand 'Update-FormatData' 'UpdateFormatDataCommand') -PrependPath $views }
    catch { Write-Verbose -Message $_ }

    # Nothing else takes them out again when the module goes.
    $formats = [runspace]::DefaultRunspace.InitialSessionState.Formats
    $ExecutionContext.SessionState.Module.OnRemove = {
        $session::Forget()
        for ($i = $formats.Count - 1; $i -ge 0; $i--) {
            if ($formats[$i].FileName -eq $views) { $formats.RemoveItem($i) }
        }
    }.GetNewClosure()
}
