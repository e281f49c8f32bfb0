#Requires -Version 5.1

<#
.SYNOPSIS
Connects to JPO with the credential from a SecretManagement vault.

.DESCRIPTION
So that the password stands in no script, no task and no environment variable. To set up, once, as the user who runs the scripts:

  Install-Module Microsoft.PowerShell.SecretManagement, Microsoft.PowerShell.SecretStore
  Register-SecretVault -Name Jpo -ModuleName Microsoft.PowerShell.SecretStore
  Set-Secret -Name JpoApi -Vault Jpo -Secret (Get-Credential)

A vault that asks for a password cannot be used at night. SecretStore asks for none after
Set-SecretStoreConfiguration -Authentication None -Interaction None; the secrets are then guarded by the user's account alone. Azure Key Vault and others have vaults of their own.

The connection is the shell's; the other samples use it when they are given no -Credential.

.PARAMETER Name
The secret's name. It has to be a credential: user name and password.

.PARAMETER Vault
The vault, where the name stands in several.

.PARAMETER StatePath
The folder for the module's quota book and cache, where it shall not be the usual one.

.PARAMETER Sandbox
Connects to the module's sandbox, without any secret.

.PARAMETER PassThru
Gives the connection out.

.EXAMPLE
./Connect-WithSecret.ps1; ../Portfolio/Export-NightlyPortfolio.ps1

The nightly portfolio with the credential from the vault.

.EXAMPLE
./Connect-WithSecret.ps1 -Name JpoApi -Vault Jpo -PassThru

Shows the connection.

.EXAMPLE
./Connect-WithSecret.ps1 -Sandbox

The sandbox needs no secret.
#>
[CmdletBinding()]
param(
    [string] $Name = 'JpoApi',
    [string] $Vault,
    [string] $StatePath,
    [switch] $Sandbox,
    [switch] $PassThru
)

$ErrorActionPreference = 'Stop'
if (-not (Get-Command Connect-JpoApi -ErrorAction Ignore)) { Import-Module JpoPatent }

$connect = @{ PassThru = $PassThru }
if ($StatePath) { $connect.StatePath = $StatePath }
if ($Sandbox) {
    Connect-JpoApi -Sandbox @connect
    return
}

if (-not (Get-Command Get-Secret -ErrorAction Ignore)) {
    throw 'SecretManagement is missing: Install-Module Microsoft.PowerShell.SecretManagement, Microsoft.PowerShell.SecretStore. SecretManagement モジュールがありません。'
}

$find = @{ Name = $Name }
if ($Vault) { $find.Vault = $Vault }
try { $secret = Get-Secret @find }
catch { throw "There is no secret ""$Name"": Set-Secret -Name $Name -Secret (Get-Credential). シークレット「$Name」を取得できません。 ($_)" }
if ($secret -isnot [pscredential]) {
    throw "The secret ""$Name"" is no credential with user name and password: Set-Secret -Name $Name -Secret (Get-Credential). シークレット「$Name」は資格情報ではありません。"
}

Connect-JpoApi -Credential $secret @connect
