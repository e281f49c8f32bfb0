#Requires -Version 5.1

<#
.SYNOPSIS
Tells by mail or in a chat what the watch found since the message before.

.DESCRIPTION
Reads the changes that Update-JpoWatch wrote down, which costs no access, and mails those that matter, or posts them to a webhook, or both. They are given out as objects as well.
When nothing is new, nothing is sent, and the screen says so, with the day on which the watch was last at work.

Which change was told last is kept in a small file, which is written only after the message went out: what could not be sent is told in the next run. Without that file it begins with
the last seven days of the watch's work.

A due day is a reading aid: check it against the notice and the law.

.OUTPUTS
JpoWatchChange, as Get-JpoWatchChange gives it, with your own columns.

.EXAMPLE
../Portfolio/Export-NightlyPortfolio.ps1 -Sandbox; ./Send-NewOfficeAction.ps1 -Sandbox

The fictional cases. A first night finds no change, and the script says so.

.EXAMPLE
./Send-NewOfficeAction.ps1 -WebhookUri https://chat.example.com/hooks/1234 -WhatIf

Shows what would be posted.

.EXAMPLE
./Send-NewOfficeAction.ps1 -WatchPath C:\IP\watch.jsonl -To patents@example.com -From jpo@example.com -SmtpServer mail.example.com

Mails what is new in the watch of that file, without a connection.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    # The address of your chat's incoming webhook, which takes {"text": "..."} as Slack and the connectors of Teams do. A Teams workflow that wants an adaptive card needs another body:
    # change the line with ConvertTo-Json. HTTPS only, this machine excepted.
    [uri] $WebhookUri,
    # Who gets the mail.
    [string[]] $To,
    # Whom the mail is from.
    [string] $From,
    # The mail server.
    [string] $SmtpServer,
    # The mail server's port.
    [int] $SmtpPort = 25,
    # User name and password for the mail server, which then has to offer TLS.
    [pscredential] $SmtpCredential,
    # Tells again what was found on this day and later, whatever was told before.
    [datetime] $Since,
    # What is told: Critical (notices, refusals, grants, rights that ended), Important (whatever the office sent, and other owners and numbers, too), Normal (everything).
    [ValidateSet('Normal', 'Important', 'Critical')] [string] $Importance = 'Important',
    # The file that remembers what was told last.
    [string] $StateFile = (Join-Path $PSScriptRoot 'report/last-told.xml'),
    # ja or en, for the message and for errors; without it, that of the shell.
    [ValidateSet('ja', 'en')] [string] $Language = $(if ($PSUICulture -like 'ja*') { 'ja' } else { 'en' }),
    # The file of the watch, where it is not the one of your ID in the state folder. With it no connection is needed.
    [string] $WatchPath,
    # ID and password from JPO. Without it the connection of this shell, or else the environment variables JPO_API_USERNAME and JPO_API_PASSWORD.
    [pscredential] $Credential,
    # The place of the module's quota book and cache, where it shall not be the usual one.
    [string] $StatePath,
    # The watch of the module's sandbox: fictional cases, no credential.
    [switch] $Sandbox
)

$ErrorActionPreference = 'Stop'
$words = @{
    ja = @{
        Subject = '特許庁からの新しい情報 {0}件'; Line = '・{0}{1} {2}'; Day = '  日付 {0}'; Due = '  期限（目安） {0}'; NoDue = '  期限は通知書でご確認ください'; Title = '  名称: {0}'
        Gone = '{0}（特許庁のデータから消えました）'; Arrow = ' → '
        NoMail = 'メールには -To、-From、-SmtpServer がすべて必要です。'; NoHttps = 'Webhook のアドレスは https:// で始まるものにしてください: {0}'; Post = '新しい情報 {0}件を送信'
        Nothing = '新しい情報はありません（{0}件、最後の確認 {1}）。'; Other = '前回知らせた変化がこのウォッチにないため、{0} 以降に見つかった変化をもう一度知らせます。'
    }
    en = @{
        Subject = 'News from JPO: {0}'; Line = '- {0}{1} {2}'; Day = ', {0}'; Due = ', due {0} (check the notice)'; NoDue = ', see the notice for the day until which to answer'; Title = '  Title: {0}'
        Gone = '{0} (gone from the data of JPO)'; Arrow = ' -> '
        NoMail = 'A mail needs -To, -From and -SmtpServer.'; NoHttps = 'The webhook''s address has to start with https://: {0}'; Post = 'Send {0} changes'
        Nothing = 'There is nothing new in {0} cases. Last look: {1}.'; Other = 'The change that was told last is not in this watch. What was found on {0} and later is told again.'
    }
}[$Language]

# --- What can be wrong is said before anything is read. ---

if (($To -or $From -or $SmtpServer) -and -not ($To -and $From -and $SmtpServer)) { throw $words.NoMail }
if ($WebhookUri -and -not ($WebhookUri.IsAbsoluteUri -and ($WebhookUri.Scheme -eq 'https' -or $WebhookUri.IsLoopback))) { throw ($words.NoHttps -f $WebhookUri) }

$shellLanguage = [cultureinfo]::CurrentUICulture
[cultureinfo]::CurrentUICulture = $Language
try {
    if (-not (Get-Command Connect-JpoApi -ErrorAction Ignore)) { Import-Module JpoPatent }

    # --- The watch: of a file, or of the ID, for which a connection of the script's own is needed. ---

    $watch = @{}
    if ($WatchPath) { $watch.Path = $WatchPath }
    else {
        $connect = @{ PassThru = $true; NoDefault = $true }
        if ($StatePath) { $connect.StatePath = $StatePath }
        if ($Credential) { $connect.Credential = $Credential }
        $watch.Connection = Get-JpoConnection
        if ($Sandbox) { $watch.Connection = Connect-JpoApi -Sandbox @connect }
        elseif ($Credential -or -not $watch.Connection -or $watch.Connection.IsSandbox) { $watch.Connection = Connect-JpoApi @connect }
    }

    # --- What came after the change that was told last, if this is the watch that has it. ---

    $StateFile = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($StateFile)
    $told = if (Test-Path -LiteralPath $StateFile) { try { Import-Clixml -LiteralPath $StateFile } catch { Write-Warning "${StateFile}: $_" } }
    $cases = @(Get-JpoWatchCase @watch)
    $lastLook = $cases | ForEach-Object { $_.LastLook } | Sort-Object | Select-Object -Last 1
    $isKnown = $told -and ($told.Sequence -eq 0 -or (Get-JpoWatchChange -After ($told.Sequence - 1) @watch 3> $null | Select-Object -First 1 | ForEach-Object { $_.DetectedAt.UtcDateTime -eq $told.DetectedAt }))
    if ($PSBoundParameters.ContainsKey('Since')) { $begin = @{ Since = $Since } }
    elseif ($isKnown) { $begin = @{ After = $told.Sequence } }
    else {
        $begin = @{ Since = if ($told) { [datetime]$told.DetectedAt.AddHours(9).ToString('yyyy-MM-dd') } elseif ($lastLook) { ([datetime]$lastLook).AddDays(-6) } else { [datetime]'2000-01-01' } }
        if ($told) { Write-Warning ($words.Other -f $begin.Since.ToString('yyyy-MM-dd')) }
    }
    $all = @(Get-JpoWatchChange @begin @watch 3> $null)

    # The state that came with a document of the case is no news of its own.
    $withDocument = @($all | Where-Object Kind -EQ 'Document' | ForEach-Object { $_.Number })
    $new = @($all | Where-Object { $_.Importance -ge $Importance -and -not ($_.Kind -eq 'State' -and $_.Number -in $withDocument) })

    # --- The message. ---

    if ($new) {
        function Get-Cell { param($Row, [string[]] $Name) $Name | ForEach-Object { $Row.PSObject.Properties[$_] } | Where-Object { $_ } | ForEach-Object { "$($_.Value)" } | Select-Object -First 1 }
        $known = @{}
        foreach ($case in $cases) { $known["$case"] = $case }
        $text = @(
            $subject = $words.Subject -f $new.Count
            $subject
            ''
            foreach ($one in $new) {
                $what = switch ($one.Kind) {
                    'Document' { $one.After }
                    'Vanished' { $words.Gone -f $one.Before }
                    default { "$([JpoPatent.JpoView]::CaseProperty($one.Property)): " + (@($one.Before, $one.After | Where-Object { $_ } | ForEach-Object { [JpoPatent.JpoView]::CaseValue($one.Property, $_, $one.Law) }) -join $words.Arrow) }
                }
                $day = if ($one.LegalDate) { $words.Day -f $one.LegalDate.ToString('yyyy-MM-dd') }
                $case = if ($known.ContainsKey($one.Number)) { $known[$one.Number] }
                $due = if ($one.DueDate) { $words.Due -f $one.DueDate.ToString('yyyy-MM-dd') }
                elseif ($one.Kind -eq 'Document' -and $one.Importance -eq 'Critical' -and $case -and (Get-Cell $case 'JpoState', 'State') -in 'RefusalNotified', 'Refused', 'Granted') { $words.NoDue }
                ($words.Line -f "$(Get-Cell $one '整理番号', 'Reference') ".TrimStart(), $one.Number, "$what$day$due")
                if ($case) { $words.Title -f (Get-Cell $case 'JpoTitle', 'Title') }
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
    else { Write-Information ($words.Nothing -f $cases.Count, $(if ($lastLook) { $lastLook } else { '-' })) -InformationAction Continue }

    # --- Only what went out is told. Without a receiver the objects are the message. ---

    $end = if ($all) { $all[-1] } elseif (-not $isKnown) { Get-JpoWatchChange @watch 3> $null | Select-Object -Last 1 }
    if (-not $WhatIfPreference -and ($end -or -not $isKnown) -and $cases) {
        $null = New-Item -ItemType Directory -Force -Path (Split-Path -Parent $StateFile)
        $(if ($end) { @{ Sequence = $end.Sequence; DetectedAt = $end.DetectedAt.UtcDateTime } } else { @{ Sequence = 0; DetectedAt = [datetime]::UtcNow } }) | Export-Clixml -LiteralPath "$StateFile.new"
        Move-Item -LiteralPath "$StateFile.new" -Destination $StateFile -Force
    }
    $new
}
finally { [cultureinfo]::CurrentUICulture = $shellLanguage }
