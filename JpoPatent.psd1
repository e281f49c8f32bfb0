@{
    RootModule             = 'JpoPatent.psm1'
    ModuleVersion          = '0.1.0'
    GUID                   = '6f1d1c1e-0b7a-4c56-9a5e-6f2b7f7d3a10'
    Author                 = 'JpoPatent contributors'
    CompanyName            = 'JpoPatent contributors'
    Copyright              = '(c) JpoPatent contributors. MIT licence.'
    Description            = 'The patent information APIs of the Japan Patent Office in PowerShell: pipelines of numbers in, typed objects out, inside the daily limits.'
    PowerShellVersion      = '5.1'
    CompatiblePSEditions   = @('Desktop', 'Core')
    DotNetFrameworkVersion = '4.7.2'
    FormatsToProcess       = @('JpoPatent.format.ps1xml')
    TypesToProcess         = @('JpoPatent.types.ps1xml')
    CmdletsToExport        = @(
        'Connect-JpoApi'
        'ConvertTo-JpoNumber'
        'Disconnect-JpoApi'
        'Get-JpoConnection'
        'Get-JpoPatentProgress'
        'Get-JpoQuota'
    )
    FunctionsToExport      = @()
    AliasesToExport        = @()
    VariablesToExport      = @()
    PrivateData            = @{
        PSData = @{
            Tags         = @('JPO', 'Patent', 'Trademark', 'Design', 'Japan', 'OPD', 'IntellectualProperty', 'PSEdition_Desktop', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            ReleaseNotes = 'See CHANGELOG.md in the module folder.'
        }
    }
}
