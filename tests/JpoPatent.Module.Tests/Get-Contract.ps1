<#
.SYNOPSIS
Writes what scripts can rely on: the cmdlets with their aliases, parameter sets, parameters and output types, one fact a line.

.DESCRIPTION
Contract.Tests.ps1 compares it with Contract.txt. After a change that is meant, write the file anew:

    dotnet pwsh -NoProfile -File tests/JpoPatent.Module.Tests/Get-Contract.ps1 -Write
#>
[CmdletBinding()]
param([switch]$Write)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
. "$PSScriptRoot/Common.ps1"
Import-TestModule

# Names of types without their assemblies and versions, which differ between the shells.
function Get-TypeText([type]$Type) {
    if ($Type.IsArray) { return (Get-TypeText $Type.GetElementType()) + '[]' }
    if ($Type.IsGenericType) { return ($Type.Name -replace '`.*') + '<' + (($Type.GetGenericArguments() | ForEach-Object { Get-TypeText $_ }) -join ', ') + '>' }
    $Type.FullName
}

function Get-ContractLine {
    $common = [System.Management.Automation.PSCmdlet]::CommonParameters + [System.Management.Automation.PSCmdlet]::OptionalCommonParameters
    $aliases = Get-Alias | Where-Object { $_.ModuleName -eq 'JpoPatent' }
    foreach ($command in Get-Command -Module JpoPatent -CommandType Cmdlet, Function | Sort-Object { $_.Name }) {
        "cmdlet $($command.Name)"
        foreach ($alias in $aliases | Where-Object { $_.Definition -eq $command.Name } | Sort-Object Name) { "  alias $($alias.Name)" }
        foreach ($type in @($command.OutputType | ForEach-Object { if ($_.Type) { Get-TypeText $_.Type } else { $_.Name } }) | Sort-Object -Unique) { "  output $type" }
        if ($command.DefaultParameterSet -and $command.DefaultParameterSet -ne '__AllParameterSets') { "  default set $($command.DefaultParameterSet)" }
        foreach ($parameter in $command.Parameters.Values | Where-Object { $_.Name -notin $common } | Sort-Object Name) {
            "  parameter $($parameter.Name) $(Get-TypeText $parameter.ParameterType)"
            if ($parameter.Aliases.Count) { "    aliases $(($parameter.Aliases | Sort-Object) -join ', ')" }
            foreach ($name in $parameter.ParameterSets.Keys | Sort-Object) {
                $set = $parameter.ParameterSets[$name]
                $facts = @(
                    if ($set.IsMandatory) { 'mandatory' }
                    if ($set.Position -ge 0) { "position $($set.Position)" }
                    if ($set.ValueFromPipeline) { 'pipeline' }
                    if ($set.ValueFromPipelineByPropertyName) { 'property' }
                    if ($set.ValueFromRemainingArguments) { 'rest' }
                )
                "    set $($name -replace '^__AllParameterSets$', '(all)')$(if ($facts) { ': ' + ($facts -join ', ') })"
            }
        }
    }
}

$lines = @(Get-ContractLine)
if ($Write) {
    [System.IO.File]::WriteAllText("$PSScriptRoot/Contract.txt", ($lines -join "`n") + "`n")
}
else {
    $lines
}
