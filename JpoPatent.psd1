@{
    RootModule             = 'JpoPatent.psm1'
    ModuleVersion          = '0.1.0'
    GUID                   = '6f1d1c1e-0b7a-4c56-9a5e-6f2b7f7d3a10'
    Author                 = 'JpoPatent contributors'
    CompanyName            = 'JpoPatent contributors'
    Copyright              = '(c) JpoPatent contributors. MIT licence.'
    Description            = '特許庁の「特許情報取得API」を PowerShell から利用するためのモジュールです。特許・意匠・商標の経過情報、登録情報、引用文献、拒絶理由通知書などの書類、OPDのファミリー情報を、出願番号の一覧からまとめて取得します。1日の利用上限を超えません。IDがなくてもサンドボックスで試せます。 The patent information APIs of the Japan Patent Office (JPO): status, registrations, citations, office actions and families of patents, designs and trademarks. Pipe numbers in, get typed objects out, inside the daily limits. A built-in sandbox needs no ID.'
    PowerShellVersion      = '5.1'
    CompatiblePSEditions   = @('Desktop', 'Core')
    DotNetFrameworkVersion = '4.7.2'
    FormatsToProcess       = @('JpoPatent.format.ps1xml')
    CmdletsToExport        = @(
        'Clear-JpoCache'
        'Compare-JpoCase'
        'Connect-JpoApi'
        'ConvertTo-JpoNumber'
        'Disconnect-JpoApi'
        'Export-JpoCase'
        'Export-JpoWatchReport'
        'Get-JpoApplicant'
        'Get-JpoCase'
        'Get-JpoConnection'
        'Get-JpoDesignDocument'
        'Get-JpoDesignNumber'
        'Get-JpoDesignPriority'
        'Get-JpoDesignProgress'
        'Get-JpoDesignRegistration'
        'Get-JpoDesignUrl'
        'Get-JpoDueDate'
        'Get-JpoOpdCitation'
        'Get-JpoOpdDocument'
        'Get-JpoOpdDocumentList'
        'Get-JpoOpdFamily'
        'Get-JpoPatentCitation'
        'Get-JpoPatentDivisional'
        'Get-JpoPatentDocument'
        'Get-JpoPatentNumber'
        'Get-JpoPatentPriority'
        'Get-JpoPatentProgress'
        'Get-JpoPatentRegistration'
        'Get-JpoPatentUrl'
        'Get-JpoPctNationalPhase'
        'Get-JpoQuota'
        'Get-JpoTrademarkDocument'
        'Get-JpoTrademarkNumber'
        'Get-JpoTrademarkPriority'
        'Get-JpoTrademarkProgress'
        'Get-JpoTrademarkRegistration'
        'Get-JpoTrademarkUrl'
        'Get-JpoWatchCase'
        'Get-JpoWatchChange'
        'Get-JpoWatchPlan'
        'Measure-JpoQuota'
        'New-JpoSupportReport'
        'Remove-JpoWatchCase'
        'Save-JpoDocument'
        'Set-JpoQuotaLimit'
        'Update-JpoWatch'
    )
    FunctionsToExport      = @()
    AliasesToExport        = @()
    VariablesToExport      = @()
    PrivateData            = @{
        PSData = @{
            Tags         = @('JPO', 'Patent', 'Trademark', 'Design', 'Japan', 'OPD', 'IntellectualProperty', 'PSEdition_Desktop', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            LicenseUri   = 'https://github.com/JpoPatent/JpoPatent/blob/main/LICENSE'
            ProjectUri   = 'https://github.com/JpoPatent/JpoPatent'
            IconUri      = 'https://raw.githubusercontent.com/JpoPatent/JpoPatent/main/docs/images/icon.png'
            ReleaseNotes = 'All 42 APIs as 46 cmdlets: lists of any law with Get-JpoCase and Export-JpoCase, due dates, a portfolio watch that runs every night, limits and cache shared by several machines, documents as objects, an offline sandbox, help in English and Japanese. 全42のAPIに46のコマンドで対応しました。案件一覧の一括取得、期限の一覧、毎晩のウォッチ、複数のコンピューターでの利用上限の共有、書類の読み取り、オフラインのサンドボックス、日本語と英語のヘルプがあります。 Changes for your scripts: https://github.com/JpoPatent/JpoPatent/blob/main/CHANGELOG.md'
        }
    }
}
