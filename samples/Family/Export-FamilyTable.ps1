#Requires -Version 5.1

<#
.SYNOPSIS
A table of one or more patent families for a meeting, in HTML and CSV.

.DESCRIPTION
Asks the One Portal Dossier for the family of each number, and for the documents of each member: one access for a family (100 a day) and one for each member (300 a day), five a
minute. The table has a row for each member, with its numbers and its last documents. What could not be fetched stands below the table, with the reason.

.PARAMETER Number
Numbers of any member of a family: 特願2018-025922, 特許第6770557号, US.201916009662.A. Those of other offices in the DOCDB form, country, number and kind code with points between.

.PARAMETER OutputFolder
Where family.html and family.csv go; it is made if need be.

.PARAMETER DocumentCount
How many of the last documents of each member are shown; 0 spends no access on them.

.PARAMETER Language
ja or en; without it, that of the shell. Titles and documents in English are the dossier's own translations.

.PARAMETER Credential
ID and password from JPO. Without it the connection of this shell, or else the environment variables JPO_API_USERNAME and JPO_API_PASSWORD.

.PARAMETER StatePath
The folder for the module's quota book and cache, where it shall not be the usual one.

.PARAMETER Sandbox
Runs on the module's sandbox: fictional cases, no credential, no network.

.OUTPUTS
The two files.

.EXAMPLE
./Export-FamilyTable.ps1 特願2018-025922, 特願2018-039880 -Sandbox

Two fictional families.

.EXAMPLE
./Export-FamilyTable.ps1 特許第6249966号 -DocumentCount 0 -OutputFolder ~/meeting -Credential (Get-Credential)

One family, its numbers only.

.EXAMPLE
Get-Content families.txt | ./Export-FamilyTable.ps1 -Language en

A number a line.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory, Position = 0, ValueFromPipeline)] [string[]] $Number,
    [string] $OutputFolder = (Join-Path $PSScriptRoot 'report'),
    [ValidateRange(0, 20)] [int] $DocumentCount = 3,
    [ValidateSet('ja', 'en')] [string] $Language = $(if ($PSUICulture -like 'ja*') { 'ja' } else { 'en' }),
    [pscredential] $Credential,
    [string] $StatePath,
    [switch] $Sandbox
)

begin {
    $ErrorActionPreference = 'Stop'
    if (-not (Get-Command Connect-JpoApi -ErrorAction Ignore)) { Import-Module JpoPatent }

    $words = @{
        ja = @{
            Title = 'パテントファミリー一覧'; AsOf = '{0}（日本時間）現在'; Sandbox = 'サンドボックスの架空データ'; Members = '{0}件'; NotFetched = '取得できなかったもの'; None = 'ファミリーがありません。'
            Note = 'ワン・ポータル・ドシエ（OPD）の情報です。各庁のデータの収録には時間差があります。'
            Column = [ordered]@{ Family = '照会番号'; Country = '庁'; Application = '出願番号'; Filed = '出願日'; Publications = '公開番号'; Registrations = '登録番号'; Name = '名称'; Documents = '最近の書類' }
        }
        en = @{
            Title = 'Patent families'; AsOf = 'as of {0}, Japan time'; Sandbox = 'fictional cases of the sandbox'; Members = '{0} members'; NotFetched = 'Not fetched'; None = 'There is no family.'
            Note = 'From the One Portal Dossier (OPD). The offices'' data arrive there at different times.'
            Column = [ordered]@{ Family = 'Asked for'; Country = 'Office'; Application = 'Application'; Filed = 'Filed'; Publications = 'Publications'; Registrations = 'Registrations'; Name = 'Title'; Documents = 'Last documents' }
        }
    }[$Language]
    $all = @()
}

process { $all += $Number | Where-Object { "$_".Trim() } }

end {
    if (-not $all) { throw 'No number was given. 番号がありません。' }

    # Errors, too, in the language asked for.
    $shellLanguage = [cultureinfo]::CurrentUICulture
    [cultureinfo]::CurrentUICulture = $Language
    try {
        # --- The connection: for another token address or a proxy, connect before with Connect-JpoApi, and leave out -Credential and -Sandbox. ---

        $connect = @{}
        if ($StatePath) { $connect.StatePath = $StatePath }
        if ($Credential) { $connect.Credential = $Credential }
        $connection = Get-JpoConnection
        if ($Sandbox) { $connection = Connect-JpoApi -Sandbox -OpdRequestsPerMinute 0 -PassThru -NoDefault @connect }
        elseif ($Credential -or -not $connection -or $connection.IsSandbox) { $connection = Connect-JpoApi -PassThru -NoDefault @connect }

        # The connection of the shell stays what it is: every command of this script takes its own.
        $PSDefaultParameterValues = $PSDefaultParameterValues.Clone()
        $PSDefaultParameterValues['*-Jpo*:Connection'] = $connection

        # --- The families, and the last documents of each member. ---

        function Format-Day { param($Day) if ($Day) { $Day.ToString('yyyy-MM-dd', [cultureinfo]::InvariantCulture) } }

        $problems = @()
        $rows = @(foreach ($one in $all | Select-Object -Unique) {
            foreach ($member in Get-JpoOpdFamily $one -ErrorAction SilentlyContinue -ErrorVariable +problems) {
                $documents = @(if ($DocumentCount) { Get-JpoOpdDocumentList $member.ApplicationNumber -ErrorAction SilentlyContinue -ErrorVariable +problems | Sort-Object LegalDate })
                $names = @(if ($Language -eq 'en') { $documents | ForEach-Object { $_.TranslatedInventionTitle } }) + @($documents | ForEach-Object { $_.InventionTitle }) | Where-Object { $_ }
                [pscustomobject]@{
                    Family        = $one
                    Country       = $member.Country
                    Application   = $member.ApplicationNumber
                    Filed         = Format-Day $member.ApplicationDate
                    Publications  = @($member.PublicationNumbers)
                    Registrations = @($member.RegistrationNumbers)
                    Name          = $names | Select-Object -First 1

                    # Documents of other offices by their English names, also for Japanese readers.
                    Documents     = @($documents | Select-Object -Last $DocumentCount | ForEach-Object {
                        $description = if (($Language -eq 'en' -or $member.Country -ne 'JP') -and $_.TranslatedDescription) { $_.TranslatedDescription } else { $_.Description }
                        "$(Format-Day $_.LegalDate) $description"
                    })
                }
            }
        })

        # --- The files. Whatever comes from the service is encoded for HTML. ---

        $null = New-Item -ItemType Directory -Force -Path $OutputFolder
        $folder = (Resolve-Path -LiteralPath $OutputFolder).ProviderPath
        $table = @(foreach ($row in $rows) {
            $line = [ordered]@{}
            foreach ($column in $words.Column.Keys) { $line[$words.Column[$column]] = $row.$column -join '; ' }
            [pscustomobject]$line
        })
        $csvFile = Join-Path $folder 'family.csv'

        # With the byte-order mark that Excel needs, and nothing that Excel would run as a formula.
        $table | Export-JpoCase -Path $csvFile -Force

        function Protect-Text { param($Text) [System.Net.WebUtility]::HtmlEncode("$Text") }

        $now = [datetime]::UtcNow.AddHours(9).ToString('yyyy-MM-dd HH:mm', [cultureinfo]::InvariantCulture)
        $subtitle = ($words.AsOf -f $now) + $(if ($connection.IsSandbox) { ' · ' + $words.Sandbox })
        $html = @(
            "<!DOCTYPE html>`n<html lang=""$Language""><head><meta charset=""utf-8""><title>$(Protect-Text $words.Title)</title><style>"
            @'
body { margin: 0 auto; max-width: 1280px; padding: 28px 32px; color: #1f2933; font: 14px/1.5 "Yu Gothic UI", "Hiragino Sans", "Noto Sans CJK JP", "Noto Sans JP", "Segoe UI", sans-serif; }
h1 { margin: 0; font-size: 24px; } h2 { margin: 28px 0 8px; font-size: 16px; border-left: 4px solid #1c5d99; padding-left: 10px; } h2 small { font-weight: normal; }
header { border-bottom: 2px solid #1c5d99; padding-bottom: 12px; } header p, footer, small { color: #66737f; margin: 2px 0 0; } footer { margin-top: 26px; font-size: 12px; }
table { width: 100%; border-collapse: collapse; font-size: 13px; } thead { display: table-header-group; } tr { break-inside: avoid; }
th { text-align: left; color: #66737f; border-bottom: 2px solid #dde3e8; padding: 5px 8px; white-space: nowrap; } td { border-bottom: 1px solid #dde3e8; padding: 6px 8px; vertical-align: top; }
td.plain { white-space: nowrap; font-variant-numeric: tabular-nums; } b.office { border-radius: 4px; background: #e8eff6; color: #1c5d99; padding: 1px 7px; }
@page { size: A4 landscape; margin: 12mm; } @media print { body { padding: 0; font-size: 11px; print-color-adjust: exact; -webkit-print-color-adjust: exact; } table { font-size: 10px; } }
'@
            "</style></head><body><header><h1>$(Protect-Text $words.Title)</h1><p>$(Protect-Text $subtitle)</p></header>"
            if (-not $rows) { "<p>$(Protect-Text $words.None)</p>" }
            foreach ($family in $rows | Group-Object Family) {
                "<section><h2>$(Protect-Text $family.Name) <small>$(Protect-Text ($words.Members -f $family.Count))</small></h2><table><thead><tr>"
                foreach ($column in @($words.Column.Keys | Select-Object -Skip 1)) { "<th>$(Protect-Text $words.Column[$column])</th>" }
                '</tr></thead><tbody>'
                foreach ($row in $family.Group) {
                    '<tr><td><b class="office">{0}</b></td><td class="plain">{1}</td><td class="plain">{2}</td><td class="plain">{3}</td><td class="plain">{4}</td><td>{5}</td><td>{6}</td></tr>' -f @(
                        Protect-Text $row.Country
                        Protect-Text $row.Application
                        Protect-Text $row.Filed
                        @($row.Publications | ForEach-Object { Protect-Text $_ }) -join '<br>'
                        @($row.Registrations | ForEach-Object { Protect-Text $_ }) -join '<br>'
                        Protect-Text $row.Name
                        @($row.Documents | ForEach-Object { Protect-Text $_ }) -join '<br>'
                    )
                }
                '</tbody></table></section>'
            }
            if ($problems) {
                "<section><h2>$(Protect-Text $words.NotFetched)</h2><ul>"
                foreach ($problem in $problems) {
                    $what = if ($problem.FullyQualifiedErrorId -like 'JpoQuotaExhausted,*') { $problem.TargetObject.Unprocessed -join ', ' } else { $problem.TargetObject }
                    "<li><b>$(Protect-Text $what)</b> $(Protect-Text $problem)</li>"
                }
                '</ul></section>'
            }
            "<footer>$(Protect-Text $words.Note)</footer></body></html>"
        ) -join "`n"
        $htmlFile = Join-Path $folder 'family.html'
        [System.IO.File]::WriteAllText($htmlFile, $html, [System.Text.UTF8Encoding]::new($false))

        Get-Item -LiteralPath $htmlFile, $csvFile
    }
    finally { [cultureinfo]::CurrentUICulture = $shellLanguage }
}
