#Requires -Version 5.1

<#
.SYNOPSIS
Tells by mail or in a chat which office actions are new.

.DESCRIPTION
Asks for the state of each case in a list and looks for notices of reasons for refusal, decisions and other documents of the office that were not there in the run before; the first
run, and a case that is new in the list, starts from yesterday. What is new is mailed, or posted to a webhook, or both, and given out as objects. When nothing is new, nothing is sent, and the screen says so.

For a notice of reasons for refusal the day until which it is to be answered is looked up, at one access each. It is a reading aid: check it against the notice and the law.

What was told is kept in a small file beside the script, which is written only after the message went out: what could not be sent is told in the next run.

.PARAMETER Path
The list, a CSV file in any usual encoding or an Excel workbook, with a column 出願番号 (or ApplicationNumber), and if you like 整理番号 (Reference) and 法域 (Law: 特許, 意匠, 商標).

.PARAMETER WebhookUri
The address of your chat's incoming webhook, which takes {"text": "..."} as Slack and the connectors of Teams do. A Teams workflow that wants an adaptive card needs
another body: change the line with ConvertTo-Json. HTTPS only, this machine excepted.

.PARAMETER To
Who gets the mail.

.PARAMETER From
Whom the mail is from.

.PARAMETER SmtpServer
The mail server.

.PARAMETER SmtpPort
The mail server's port.

.PARAMETER SmtpCredential
User name and password for the mail server, which then has to speak TLS.

.PARAMETER Since
Tells again what the office sent on this day and later, whatever was told before.

.PARAMETER DocumentCode
The codes of the documents that are told. Without it A131 (拒絶理由通知書), A02 (拒絶査定), A01 (特許査定, 登録査定) and A252 (審査官通知).

.PARAMETER StateFile
The file that remembers what was told.

.PARAMETER Language
ja or en; without it, that of the shell.

.PARAMETER Credential
ID and password from JPO. Without it the connection of this shell, or else the environment variables JPO_API_USERNAME and JPO_API_PASSWORD.

.PARAMETER StatePath
The folder for the module's quota book and cache, where it shall not be the usual one.

.PARAMETER Sandbox
Runs on the module's sandbox: fictional cases, no credential.

.OUTPUTS
An object for each new document: Reference, Law, Number, Title, DocumentCode, Document, LegalDate, DueDate.

.EXAMPLE
./Send-NewOfficeAction.ps1 -Sandbox -Since 2026-01-01

What the office sent in the fictional cases since then. Nothing is sent, as no receiver is given.

.EXAMPLE
./Send-NewOfficeAction.ps1 -Path C:\IP\portfolio.csv -WebhookUri https://chat.example.com/hooks/1234 -WhatIf

Shows what would be posted.

.EXAMPLE
./Send-NewOfficeAction.ps1 -Path C:\IP\portfolio.csv -To patents@example.com -From jpo@example.com -SmtpServer mail.example.com

Mails what is new.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [string] $Path = (Join-Path $PSScriptRoot '../Portfolio/portfolio.csv'),
    [uri] $WebhookUri,
    [string[]] $To,
    [string] $From,
    [string] $SmtpServer,
    [int] $SmtpPort = 25,
    [pscredential] $SmtpCredential,
    [datetime] $Since,
    [string[]] $DocumentCode = @('A131', 'A02', 'A01', 'A252'),
    [string] $StateFile = (Join-Path $PSScriptRoot 'report/told.xml'),
    [ValidateSet('ja', 'en')] [string] $Language = $(if ($PSUICulture -like 'ja*') { 'ja' } else { 'en' }),
    [pscredential] $Credential,
    [string] $StatePath,
    [switch] $Sandbox
)

$ErrorActionPreference = 'Stop'
if (-not (Get-Command Connect-JpoApi -ErrorAction Ignore)) { Import-Module JpoPatent }

$words = @{
    ja = @{
        Subject = '特許庁からの新しい書類 {0}件'; Line = '・{0} {1} {2}  発送日 {3}  {4}'; Due = '応答期限（目安） {0}'; NoDue = '応答期限は通知書でご確認ください'; Title = '  名称: {0}'
        NoMail = 'メールには -To、-From、-SmtpServer がすべて必要です。'; NoHttps = 'Webhook のアドレスは https:// で始まるものにしてください: {0}'; Post = '新しい書類 {0}件を送信'; Nothing = '新しい書類はありません（{0}件を確認）。'
    }
    en = @{
        Subject = 'New documents from JPO: {0}'; Line = '- {0} {1} {2}, dispatched {3}  {4}'; Due = 'answer due {0} (check the notice)'; NoDue = 'see the notice for the day until which to answer'; Title = '  Title: {0}'
        NoMail = 'A mail needs -To, -From and -SmtpServer.'; NoHttps = 'The webhook''s address has to start with https://: {0}'; Post = 'Send {0} new documents'; Nothing = 'There are no new documents in {0} cases.'
    }
}[$Language]

# --- What can be wrong is said before an access is spent. ---

if (($To -or $From -or $SmtpServer) -and -not ($To -and $From -and $SmtpServer)) { throw $words.NoMail }
if ($WebhookUri -and -not ($WebhookUri.IsAbsoluteUri -and ($WebhookUri.Scheme -eq 'https' -or $WebhookUri.IsLoopback))) { throw ($words.NoHttps -f $WebhookUri) }

$StateFile = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($StateFile)
$told = if (Test-Path -LiteralPath $StateFile) { Import-Clixml -LiteralPath $StateFile } else { @{} }

# --- The connection: for another token address or a proxy, connect before with Connect-JpoApi, and leave out -Credential and -Sandbox. ---

$connect = @{}
if ($StatePath) { $connect.StatePath = $StatePath }
if ($Credential) { $connect.Credential = $Credential }
$connection = Get-JpoConnection
if ($Sandbox) { $connection = Connect-JpoApi -Sandbox -RequestsPerMinute 0 -PassThru -NoDefault @connect }
elseif ($Credential -or -not $connection -or $connection.IsSandbox) { $connection = Connect-JpoApi -PassThru -NoDefault @connect }

# The connection of the shell stays what it is: every command of this script takes its own.
$PSDefaultParameterValues = $PSDefaultParameterValues.Clone()
$PSDefaultParameterValues['*-Jpo*:Connection'] = $connection

# Yesterday in Japan, by the service's clock.
$yesterday = (Get-JpoQuota patent/app_progress).ResetsAt.Date.AddDays(-2)
$isAgain = $PSBoundParameters.ContainsKey('Since')

# --- The cases. A row that says no law is a patent; a number that cannot be read is an error of its own, and the others are asked for. ---

$cases = @(Get-JpoCase -Path $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Path) -Law Patent -PassThru -WhatIf:$false)
$cases | Where-Object { $_.ProblemId -and $_.ProblemId -ne 'JpoQuotaExhausted' } | ForEach-Object { Write-Error -Message $_.Problem -ErrorId $_.ProblemId -TargetObject $_ -ErrorAction Continue }

# --- What is new: not in the file of what was told; of a case that is not in it, what came yesterday or later. ---

$new = @(foreach ($case in $cases | Where-Object { $_.Answer } | Sort-Object Number -Unique) {
    $key = "$($case.Law) $($case.Answer.ApplicationNumber)"
    $before = $told[$key]
    $documents = @($case.Answer.Documents | Where-Object { $_.DocumentCode -in $DocumentCode -and $_.DocumentNumber })
    $told[$key] = @($documents | ForEach-Object { $_.DocumentNumber })
    foreach ($document in $documents) {
        $isNew = if ($isAgain) { $document.LegalDate -ge $Since.Date } elseif ($null -ne $before) { $document.DocumentNumber -notin $before } else { $document.LegalDate -ge $yesterday }
        if (-not $isNew) { continue }
        [pscustomobject]@{
            Reference      = "$($case.PSObject.Properties['整理番号'].Value)$($case.PSObject.Properties['Reference'].Value)"
            Law            = $case.Law
            Number         = $case.Number
            Title          = $case.Title
            DocumentCode   = $document.DocumentCode
            Document       = $document.DocumentDescription
            LegalDate      = $document.LegalDate
            DueDate        = $null
            DocumentNumber = $document.DocumentNumber
        }
    }
})

# The day until which to answer, where the limit suffices for it; without it the message says where to look.
foreach ($case in $new | Where-Object DocumentCode -EQ 'A131' | Group-Object Law, Number) {
    $notices = $case.Group[0].Number | & "Get-Jpo$($case.Group[0].Law)Document" -ErrorAction SilentlyContinue
    foreach ($one in $case.Group) { $one.DueDate = ($notices | Where-Object DocumentNumber -EQ $one.DocumentNumber | Select-Object -First 1).ResponseDueDate }
}
$new = @($new | Sort-Object LegalDate, Reference)

# --- The message. ---

if ($new) {
    $subject = $words.Subject -f $new.Count
    $text = @(
        $subject
        ''
        foreach ($one in $new) {
            $due = if ($one.DueDate) { $words.Due -f $one.DueDate.ToString('yyyy-MM-dd') } elseif ($one.DocumentCode -eq 'A131') { $words.NoDue }
            ($words.Line -f $one.Reference, $one.Number, $one.Document, $one.LegalDate.ToString('yyyy-MM-dd'), $due).TrimEnd()
            $words.Title -f $one.Title
        }
    ) -join "`n"

    if ($WebhookUri -and $PSCmdlet.ShouldProcess($WebhookUri.Host, ($words.Post -f $new.Count) + "`n$text")) {
        # Windows PowerShell may offer old TLS only unless told otherwise, and would send the Japanese as question marks if it were not bytes.
        if ($PSVersionTable.PSEdition -ne 'Core') { [System.Net.ServicePointManager]::SecurityProtocol = [System.Net.SecurityProtocolType]::Tls12 }
        $body = [System.Text.Encoding]::UTF8.GetBytes((@{ text = $text } | ConvertTo-Json))
        $null = Invoke-RestMethod -Method Post -Uri $WebhookUri -Body $body -ContentType 'application/json; charset=utf-8' -UseBasicParsing
    }
    if ($To -and $PSCmdlet.ShouldProcess($To -join ', ', ($words.Post -f $new.Count) + "`n$text")) {
        $mail = [System.Net.Mail.MailMessage]::new()
        $server = [System.Net.Mail.SmtpClient]::new($SmtpServer, $SmtpPort)
        try {
            $mail.From = $From
            foreach ($one in $To) { $mail.To.Add($one) }
            $mail.SubjectEncoding = $mail.BodyEncoding = [System.Text.Encoding]::UTF8
            $mail.Subject = $subject
            $mail.Body = $text
            if ($SmtpCredential) {
                $server.EnableSsl = $true
                $server.Credentials = $SmtpCredential.GetNetworkCredential()
            }
            $server.Send($mail)
        }
        finally {
            $server.Dispose()
            $mail.Dispose()
        }
    }
}

# Silence could also be a script that did not run.
if (-not $new) { Write-Information ($words.Nothing -f $cases.Count) -InformationAction Continue }

# Only what went out is told. Without a receiver the objects are the message.
if (-not $WhatIfPreference) {
    $null = New-Item -ItemType Directory -Force -Path (Split-Path -Parent $StateFile)
    $told | Export-Clixml -LiteralPath "$StateFile.new" -Depth 5
    Move-Item -LiteralPath "$StateFile.new" -Destination $StateFile -Force
}

$new
