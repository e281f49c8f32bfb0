# Loads the assemblies of the edition that runs. All behaviour lives in the compiled cmdlets.

# Half a module helps nobody.
$ErrorActionPreference = 'Stop'

if ($PSVersionTable.PSEdition -eq 'Core') {
    if ($PSVersionTable.PSVersion.Major -lt 7 -or ($PSVersionTable.PSVersion.Major -eq 7 -and $PSVersionTable.PSVersion.Minor -lt 4)) {
        Import-LocalizedData -BindingVariable Words -BaseDirectory $PSScriptRoot -FileName 'JpoPatent.Resources.psd1' -UICulture $(if ($PSUICulture -like 'ja*') { 'ja-JP' } else { 'en-US' })
        throw ($Words.ShellTooOld -f $PSVersionTable.PSVersion)
    }

    $folder = [System.IO.Path]::Combine($PSScriptRoot, 'bin', 'net8.0')

    # A process takes an assembly of this name once. After an update in a session that goes on, the loader of the version before serves the new one, too.
    $loader = $null
    foreach ($assembly in [System.AppDomain]::CurrentDomain.GetAssemblies()) {
        if ($assembly.FullName.StartsWith('JpoPatent.Loader,')) { $loader = $assembly }
    }

    if ($null -eq $loader) { $loader = [System.Reflection.Assembly]::LoadFrom([System.IO.Path]::Combine($folder, 'JpoPatent.Loader.dll')) }
    $loader = $loader.GetType('JpoPatent.Loader.ModuleLoadContext')
    $cmdlets = $loader::Load($folder, 'JpoPatent')
    $client = $loader::Load($folder, 'JpoPatent.Client')
}
else {
    $folder = [System.IO.Path]::Combine($PSScriptRoot, 'bin', 'net472')
    $cmdlets = [System.Reflection.Assembly]::LoadFrom([System.IO.Path]::Combine($folder, 'JpoPatent.dll'))
    $cmdlets.GetType('JpoPatent.Loading.DesktopResolver').GetMethod('Register').Invoke($null, @($folder))
    $client = [System.Reflection.Assembly]::LoadFrom([System.IO.Path]::Combine($folder, 'JpoPatent.Client.dll'))
}

# The client's assembly as well: without it [JpoPatent.PatentProgress] does not resolve in scripts. It has no cmdlets.
$null = Import-Module -Assembly $client -PassThru
$inner = Import-Module -Assembly $cmdlets -PassThru

# After -Force, or Remove-Module and import, the shell finds the inner module loaded and exports nothing of it (PowerShell/PowerShell issue 20710).
$exported = $ExecutionContext.SessionState.Module.ExportedCmdlets
$add = [System.Management.Automation.PSModuleInfo].GetMethod('AddExportedCmdlet', [System.Reflection.BindingFlags]'Instance, NonPublic')
if ($null -ne $add) {
    foreach ($cmdlet in $inner.ExportedCmdlets.Values) {
        if (-not $exported.ContainsKey($cmdlet.Name)) {
            $null = $add.Invoke($ExecutionContext.SessionState.Module, @(, $cmdlet))
        }
    }
}

# A removed module keeps no credential: this runspace's default connection is forgotten.
$session = $cmdlets.GetType('JpoPatent.Session.RunspaceSession')
$ExecutionContext.SessionState.Module.OnRemove = { $session.GetMethod('Forget').Invoke($null, @()) }.GetNewClosure()

# Headings in tables stand in files, one a language. The manifest's are English; for a Japanese reader these come first. The cmdlet's class in place of its name: the
# name would load the whole module that it lives in, which takes longer than all of this one.
if ($PSUICulture -like 'ja*') {
    $views = [System.IO.Path]::Combine($PSScriptRoot, 'ja-JP', 'JpoPatent.format.ps1xml')
    $update = [System.Reflection.Assembly]::LoadWithPartialName('Microsoft.PowerShell.Commands.Utility')
    if ($null -ne $update) { $update = [System.Management.Automation.CmdletInfo]::new('Update-FormatData', $update.GetType('Microsoft.PowerShell.Commands.UpdateFormatDataCommand')) }
    else { $update = 'Update-FormatData' }

    # A host can forbid it: then the headings stay English.
    try { & $update -PrependPath $views }
    catch { Write-Verbose -Message $_ }

    # Nothing else takes them out again when the module goes.
    $formats = [runspace]::DefaultRunspace.InitialSessionState.Formats
    $ExecutionContext.SessionState.Module.OnRemove = {
        $session.GetMethod('Forget').Invoke($null, @())
        for ($i = $formats.Count - 1; $i -ge 0; $i--) {
            if ($formats[$i].FileName -eq $views) { $formats.RemoveItem($i) }
        }
    }.GetNewClosure()
}
