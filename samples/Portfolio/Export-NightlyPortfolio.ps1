#Requires -Version 5.1

<#
.SYNOPSIS
The state of a portfolio, every night: as a CSV file for Excel and as a report in HTML.

.DESCRIPTION
Reads a list of application numbers, fetches the state of each case, the next annuity of what is registered and the day until which an open notice of reasons for refusal is to be
answered, and writes to the output folder:

  portfolio.csv    a row a case, for Excel
  portfolio.html   the report: what is due, what changed since the run before, what could not be fetched and why, all cases, what is left of the limits
  todo.txt         the cases for which the daily limit did not suffice; they come first in the next run. Gone when there are none
  last-run.xml     what was known after this run, for the next one to compare with. A case that could not be fetched keeps what was known of it

What was fetched is written also when the run ends early. Without -Sandbox and -Credential it uses the connection of this shell, or else the environment variables JPO_API_USERNAME
and JPO_API_PASSWORD.

.PARAMETER Path
The list, a CSV file in UTF-8 or Shift_JIS with a column 出願番号 (or ApplicationNumber), and if you like 整理番号 (Reference), 法域 (Law: 特許, 意匠, 商標) and 担当 (Staff).

.PARAMETER OutputFolder
Where the files go; it is made if need be.

.PARAMETER DueDays
What is due within so many days is red in the report; what is due within three times as many is yellow and listed.

.PARAMETER Language
ja or en; without it, that of the shell.

.PARAMETER Credential
ID and password from JPO.

.PARAMETER StatePath
The folder for the module's quota book and cache, where it shall not be the usual one.

.PARAMETER Sandbox
Runs on the module's sandbox: fictional cases, no credential, no network.

.OUTPUTS
One object: how many cases, changes, due dates and problems, and where the files are.

.EXAMPLE
./Export-NightlyPortfolio.ps1 -Sandbox -Language en

The report of the 20 fictional cases in portfolio.csv, in English.

.EXAMPLE
./Export-NightlyPortfolio.ps1 -Path C:\IP\portfolio.csv -OutputFolder C:\IP\report -Credential (Get-Credential)

The report of your own portfolio.

.EXAMPLE
../Secrets/Connect-WithSecret.ps1; ./Export-NightlyPortfolio.ps1 -Path ~/portfolio.csv

The same with the credential from a vault.
#>
[CmdletBinding()]
param(
    [string] $Path = (Join-Path $PSScriptRoot 'portfolio.csv'),
    [string] $OutputFolder = (Join-Path $PSScriptRoot 'report'),
    [ValidateRange(1, 365)] [int] $DueDays = 30,
    [ValidateSet('ja', 'en')] [string] $Language = $(if ($PSUICulture -like 'ja*') { 'ja' } else { 'en' }),
    [pscredential] $Credential,
    [string] $StatePath,
    [switch] $Sandbox
)

$ErrorActionPreference = 'Stop'
if (-not (Get-Command Connect-JpoApi -ErrorAction Ignore)) { Import-Module JpoPatent }

# --- The words of the report. Change them as your department says it. ---

$words = @{
    ja = @{
        Title = '知財ポートフォリオ日報'; AsOf = '{0}（日本時間）現在'; Before = '前回 {0}'; FirstRun = '初回'; Sandbox = 'サンドボックスの架空データ'
        Cases = '件数'; Soon = '{0}日以内・超過の期限'; Changed = '前回からの変更'; NotFetched = '取得できず'; Due = '期限'; All = '全件'; Quota = '利用上限'
        NoDue = '{0}日以内の期限はありません。'; NoChange = '前回からの変更はありません。'; NoProblem = 'すべて取得しました。'; FirstChange = '初回のため、比較するものがありません。'
        Overdue = '{0}日超過'; Today = '本日'; Left = 'あと{0}日'; New = '新規'; None = 'なし'
        Used = '使用'; Remaining = '残り'; Limit = '上限'; Api = 'API'; Resets = '利用上限は {0} 0時（日本時間）に元に戻ります。'
        Note = '期限は通知書に書かれた期間などから計算した目安です。延長や休日の扱いを含め、必ず通知書と法令でご確認ください。期限を過ぎた年金は、6か月以内なら割増で納付できることがあります。データは特許庁で1日1回更新されます。'
        Column = @{
            Reference = '整理番号'; Law = '法域'; Number = '出願番号'; Title = '名称'; Applicant = '出願人・権利者'; State = '状態'; FilingDate = '出願日'; RegistrationNumber = '登録番号'; LatestDate = '最新書類の日付'
            LatestDocument = '最新書類'; DueDate = '期限'; DueKind = '期限の種類'; DaysLeft = '残日数'; Changes = '変更'; RetrievedAt = '取得日時'; Problem = '取得できない理由'; Staff = '担当'
        }
        Law = @{ Patent = '特許'; Design = '意匠'; Trademark = '商標' }
        State = @{
            Filed = '出願済'; Published = '公開済（審査未請求）'; ExaminationRequested = '審査請求済'; RefusalNotified = '拒絶理由通知済'; Answered = '応答済'; Granted = '特許・登録査定（登録前）'; Registered = '登録（存続中）'; Refused = '拒絶査定'; AppealPending = '拒絶査定不服審判中'; OppositionPending = '登録（異議申立中）'; Withdrawn = '取下げ'; Abandoned = '放棄'; DeemedWithdrawn = 'みなし取下げ'; Dismissed = '却下'; Lapsed = '権利消滅（不納）'; Expired = '存続期間満了'; Invalidated = '無効・取消'; Ceased = '権利消滅'; Unknown = '不明'
        }
        DueKind = @{ Response = '応答期限'; Annuity = '年金'; Renewal = '更新・分納' }
        Problem = @{
            JpoQuotaExhausted = '本日の利用上限に達しました。次回、最初に取得します。'; JpoNoData = '特許庁にデータがありません。'; JpoNotCovered = 'APIの対象外の出願です。'
            JpoInvalidNumber = '番号を読み取れません: {0}'; JpoConnectionFailed = '特許庁に接続できません。'; JpoServiceBusy = '特許庁のAPIが混み合っています。'
            JpoServiceTimeout = '特許庁から時間内に回答がありません。'; JpoServiceError = '特許庁のAPIでエラーが発生しました。'; NotAsked = '途中で終了したため、取得していません。'
        }
        NoFile = 'ファイル {0} がありません。'; NoCase = 'ファイル {0} に案件がありません。'; NoColumn = 'ファイル {0} に「出願番号」（または ApplicationNumber）の列がありません。列: {1}'
        Locked = '{0} に書き込めません（Excel で開いていませんか）。{1} に書き出しました。'
    }
    en = @{
        Title = 'IP portfolio report'; AsOf = 'as of {0}, Japan time'; Before = 'run before: {0}'; FirstRun = 'first run'; Sandbox = 'fictional cases of the sandbox'
        Cases = 'Cases'; Soon = 'Overdue or due within {0} days'; Changed = 'Changed since the run before'; NotFetched = 'Not fetched'; Due = 'Due'; All = 'All cases'; Quota = 'Limits'
        NoDue = 'Nothing is due within {0} days.'; NoChange = 'Nothing changed since the run before.'; NoProblem = 'Everything was fetched.'; FirstChange = 'This is the first run: there is nothing to compare with.'
        Overdue = '{0} days overdue'; Today = 'today'; Left = 'in {0} days'; New = 'new'; None = 'none'
        Used = 'Used'; Remaining = 'Left'; Limit = 'Limit'; Api = 'API'; Resets = 'The limits reset on {0} at midnight, Japan time.'
        Note = 'Due dates are reckoned from the period in the notice and are a reading aid: check each against the notice and the law, extensions and holidays included. An overdue annuity can mostly still be paid within six months, with a surcharge. JPO refreshes its data once a day.'
        Column = @{
            Reference = 'Reference'; Law = 'Law'; Number = 'Application'; Title = 'Title'; Applicant = 'Applicant or owner'; State = 'State'; FilingDate = 'Filed'; RegistrationNumber = 'Registration'; LatestDate = 'Latest date'
            LatestDocument = 'Latest document'; DueDate = 'Due'; DueKind = 'What is due'; DaysLeft = 'Days left'; Changes = 'Changes'; RetrievedAt = 'Retrieved'; Problem = 'Why not fetched'; Staff = 'Staff'
        }
        Law = @{ Patent = 'Patent'; Design = 'Design'; Trademark = 'Trademark' }
        State = @{
            Filed = 'Filed'; Published = 'Published'; ExaminationRequested = 'Examination requested'; RefusalNotified = 'Refusal notified'; Answered = 'Answered'; Granted = 'Granted'; Registered = 'Registered'; Refused = 'Refused'; AppealPending = 'Appeal pending'; OppositionPending = 'Opposition pending'; Withdrawn = 'Withdrawn'; Abandoned = 'Abandoned'; DeemedWithdrawn = 'Deemed withdrawn'; Dismissed = 'Dismissed'; Lapsed = 'Lapsed'; Expired = 'Expired'; Invalidated = 'Invalidated'; Ceased = 'Ceased'; Unknown = 'Unknown'
        }
        DueKind = @{ Response = 'Response'; Annuity = 'Annuity'; Renewal = 'Renewal or instalment' }
        Problem = @{
            JpoQuotaExhausted = 'The daily limit is used up. This case comes first in the next run.'; JpoNoData = 'JPO has no data for this number.'; JpoNotCovered = 'The APIs do not cover this application.'
            JpoInvalidNumber = 'The number cannot be read: {0}'; JpoConnectionFailed = 'JPO cannot be reached.'; JpoServiceBusy = 'JPO''s service is busy.'
            JpoServiceTimeout = 'JPO''s service did not answer in time.'; JpoServiceError = 'JPO''s service reported an error.'; NotAsked = 'The run ended before this case was asked for.'
        }
        NoFile = 'There is no file {0}.'; NoCase = 'There are no cases in {0}.'; NoColumn = '{0} has no column ApplicationNumber (or 出願番号). Its columns: {1}'
        Locked = '{0} cannot be written (is it open in Excel?). The rows are in {1}.'
    }
}[$Language]

# --- The list. ---

# UTF-8, or Shift_JIS as Excel in Japan saves it. The law is told by its column, else by the number (意願, 商願), else it is a patent.
function Read-Portfolio {
    param([string] $File)

    if (-not (Test-Path -LiteralPath $File -PathType Leaf)) { throw ($words.NoFile -f $File) }
    $bytes = [System.IO.File]::ReadAllBytes($File)
    try { $text = [System.Text.UTF8Encoding]::new($false, $true).GetString($bytes) } catch { $text = [System.Text.Encoding]::GetEncoding(932).GetString($bytes) }
    $lines = @($text.TrimStart([char]0xFEFF) | ConvertFrom-Csv)
    if ($lines.Count -eq 0) { throw ($words.NoCase -f $File) }
    $names = @($lines[0].PSObject.Properties.Name)
    $column = @('出願番号', 'ApplicationNumber', 'AppNo' | Where-Object { $names -contains $_ })[0]
    if (-not $column) { throw ($words.NoColumn -f $File, ($names -join ', ')) }

    foreach ($line in $lines) {
        if (-not "$($line.PSObject.Properties.Value)".Trim()) { continue }
        $law = switch -Regex ("$($line.法域)$($line.Law)", $line.$column -join ' ') { '意匠|Design|意願' { 'Design'; break } '商標|Trademark|商願' { 'Trademark'; break } default { 'Patent' } }
        $number = ConvertTo-JpoNumber "$($line.$column)" -Kind Application -Law $law -ErrorAction SilentlyContinue -ErrorVariable problem
        [pscustomobject]@{
            Key       = if ($number) { "$law $($number.Value)" } else { "$law $($line.$column)" }
            Reference = "$($line.整理番号)$($line.Reference)"
            Staff     = "$($line.担当)$($line.Staff)"
            Law       = $law
            Number    = if ($number) { $number.Display } else { $line.$column }
            Problem   = if (-not $number) { $words.Problem.JpoInvalidNumber -f $problem[0] }
        }
    }
}

$Path = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Path)
$OutputFolder = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($OutputFolder)
$rows = @(Read-Portfolio $Path)
$null = New-Item -ItemType Directory -Force -Path $OutputFolder

$todoFile = Join-Path $OutputFolder 'todo.txt'
$lastFile = Join-Path $OutputFolder 'last-run.xml'
$todo = @(if (Test-Path -LiteralPath $todoFile) { Get-Content -LiteralPath $todoFile -Encoding UTF8 })
$last = @{ Facts = @{} }
if (Test-Path -LiteralPath $lastFile) { try { $last = Import-Clixml -LiteralPath $lastFile } catch { Write-Warning "${lastFile}: $_" } }

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

# Japan's day, by the service's clock.
$today = (Get-JpoQuota patent/app_progress).ResetsAt.Date.AddDays(-1)
$now = [datetime]::UtcNow.AddHours(9)

# --- How a day, a text, a due date and a table look. ---

function Format-Day { param($Day, $Format = 'yyyy-MM-dd') if ($Day) { ([datetime]$Day).ToString($Format, [cultureinfo]::InvariantCulture) } }

# Whatever stands in the report is encoded here.
function Protect-Text { param($Text) [System.Net.WebUtility]::HtmlEncode("$Text") }

function Get-DueHtml {
    param($Row)

    if ($null -eq $Row.DaysLeft) { return }
    $class, $text = if ($Row.DaysLeft -lt 0) { 'late', ($words.Overdue -f -$Row.DaysLeft) } elseif ($Row.DaysLeft -eq 0) { 'late', $words.Today } else { '', ($words.Left -f $Row.DaysLeft) }
    if (-not $class) { $class = if ($Row.DaysLeft -le $DueDays) { 'soon' } elseif ($Row.DaysLeft -le 3 * $DueDays) { 'near' } else { 'far' } }
    '<span class="date">{0}</span> <span class="due {1}">{2}</span><br><small>{3}</small>' -f $Row.DueDate, $class, (Protect-Text $text), (Protect-Text $Row.DueKind)
}

# A table; each column is a name of $words.Column, whose cell may be made otherwise than by its plain text.
function Get-TableHtml {
    param($Row, [string[]] $Column)

    '<table><thead><tr>' + (($Column | ForEach-Object { '<th>' + (Protect-Text $words.Column[$_]) + '</th>' }) -join '') + '</tr></thead><tbody>'
    foreach ($one in $Row) {
        $cells = foreach ($name in $Column) {
            $cell = switch ($name) {
                'DueDate' { Get-DueHtml $one }
                'Number' { '<span class="number">{0}</span>' -f (Protect-Text $one.Number) }
                'State' { if ($one.State) { '<span class="state">{0}</span>' -f (Protect-Text $one.State) } }
                'LatestDocument' { '<span class="date">{0}</span><br>{1}' -f $one.LatestDate, (Protect-Text $one.LatestDocument) }
                'Changes' { @($one.Changes | ForEach-Object { Protect-Text $_ }) -join '<br>' }
                default { Protect-Text $one.$name }
            }
            "<td>$cell</td>"
        }
        $class = if ($one.Problem) { 'problem' } elseif ($one.Changes) { 'changed' }
        "<tr class=""$class"">$(-join $cells)</tr>"
    }
    '</tbody></table>'
}

$style = @'
:root { --ink: #1f2933; --quiet: #66737f; --line: #dde3e8; --blue: #1c5d99; --red: #b3261e; --yellow: #8a5a00; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1280px; padding: 28px 32px; color: var(--ink); font: 14px/1.5 "Yu Gothic UI", "Hiragino Sans", "Noto Sans CJK JP", "Noto Sans JP", "Segoe UI", sans-serif; }
h1 { margin: 0; font-size: 24px; } h2 { margin: 30px 0 8px; font-size: 16px; border-left: 4px solid var(--blue); padding-left: 10px; }
header { border-bottom: 2px solid var(--blue); padding-bottom: 12px; } header p, footer { color: var(--quiet); margin: 2px 0 0; } header p span + span::before { content: " · "; }
.facets { display: flex; gap: 14px; margin: 18px 0 0; } .facet { flex: 1; border: 1px solid var(--line); border-radius: 8px; padding: 10px 16px; }
.facet b { display: block; font-size: 28px; line-height: 1.2; } .facet.late b { color: var(--red); } .facet.news b { color: var(--blue); } .facet.soon b { color: var(--yellow); }
table { width: 100%; border-collapse: collapse; font-size: 13px; } thead { display: table-header-group; } tr { break-inside: avoid; }
th { text-align: left; font-weight: 600; color: var(--quiet); border-bottom: 2px solid var(--line); padding: 5px 8px; white-space: nowrap; }
td { border-bottom: 1px solid var(--line); padding: 6px 8px; vertical-align: top; } td:first-child, td:last-child { white-space: nowrap; } small { color: var(--quiet); }
tr.changed td:first-child { box-shadow: inset 3px 0 var(--blue); } tr.problem td:first-child { box-shadow: inset 3px 0 #d99a00; }
.number, .date { white-space: nowrap; font-variant-numeric: tabular-nums; } .state { white-space: nowrap; border: 1px solid var(--line); border-radius: 10px; padding: 0 8px; background: #f5f7f9; font-size: .92em; }
.due { white-space: nowrap; border-radius: 10px; padding: 1px 8px; font-size: .92em; } .far { color: var(--quiet); padding: 0; }
.due.late { background: var(--red); color: #fff; } .due.soon { background: #fbdedb; color: var(--red); } .due.near { background: #fff0c9; color: var(--yellow); }
.bar { display: inline-block; width: 180px; height: 8px; border-radius: 4px; background: #e6ebef; overflow: hidden; } .bar i { display: block; height: 100%; background: var(--blue); }
footer { margin-top: 26px; border-top: 1px solid var(--line); padding-top: 8px; font-size: 12px; }
@page { size: A4 landscape; margin: 12mm; } @media print { body { padding: 0; font-size: 11px; -webkit-print-color-adjust: exact; print-color-adjust: exact; } table { font-size: 10px; } h2 { break-after: avoid; } }
'@

# --- The cases: what is on the todo list first. What is known of a case begins with what was known after the run before. ---

$facts = @{}
$missing = @{}
foreach ($row in $rows | Where-Object { -not $_.Problem }) {
    $facts[$row.Key] = $last.Facts[$row.Key]
    $missing[$row.Key] = @{ Id = 'NotAsked'; Text = $words.Problem.NotAsked }
}

function Add-Problem {
    param([string] $Law, $Problem)

    foreach ($one in $Problem) {
        $id = $one.FullyQualifiedErrorId -replace ',.*'
        $text = if ($words.Problem[$id]) { $words.Problem[$id] } else { "$one" }
        $inputs = if ($id -eq 'JpoQuotaExhausted') { $one.TargetObject.Unprocessed } else { $one.TargetObject }
        foreach ($number in $inputs) { $missing["$Law " + (ConvertTo-JpoNumber "$number" -Kind Application -Law $Law).Value] = @{ Id = $id; Text = $text } }
    }
}

try {
    foreach ($law in 'Patent', 'Design', 'Trademark') {
        $cases = $rows | Where-Object { $_.Law -eq $law -and -not $_.Problem }
        $numbers = @($cases | Where-Object { $todo -contains $_.Number }) + @($cases | Where-Object { $todo -notcontains $_.Number }) | ForEach-Object { $_.Number } | Select-Object -Unique
        if (-not $numbers) { continue }

        # First the state of each case, one access each.
        $registered = @()
        $notified = @()
        $numbers | & "Get-Jpo$($law)Progress" -ErrorAction SilentlyContinue -ErrorVariable problems | ForEach-Object {
            $key = "$law $($_.ApplicationNumber)"
            $before = $last.Facts[$key]

            # A notice of reasons for refusal (A131) is open until an opinion (A53) or an amendment (A523) follows it.
            $notice = $_.Documents | Where-Object DocumentCode -EQ 'A131' | Sort-Object LegalDate | Select-Object -Last 1
            $answer = $_.Documents | Where-Object { $_.DocumentCode -in 'A53', 'A523' -and $_.LegalDate -ge $notice.LegalDate }
            $isOpen = "$($_.State)" -eq 'RefusalNotified' -and -not $answer

            $facts[$key] = [pscustomobject]@{
                Title              = "$($_.InventionTitle)$($_.DesignArticle)$($_.TrademarkForDisplay)"
                Applicant          = @($_.Applicants | ForEach-Object { $_.Name }) -join '; '
                State              = "$($_.State)"
                FilingDate         = $_.FilingDate
                RegistrationNumber = $_.RegistrationNumber
                LatestDate         = $_.LatestDocument.LegalDate
                LatestDocument     = $_.LatestDocument.DocumentDescription
                DueDate            = $null
                DueKind            = $null
                Notice             = if ($isOpen) { $notice.DocumentNumber }
                RetrievedAt        = $_.RetrievedAt.DateTime
            }
            if ($isOpen -and $before.DueDate -and $before.Notice -eq $notice.DocumentNumber) {
                $facts[$key].DueKind = $before.DueKind
                $facts[$key].DueDate = $before.DueDate
                $missing.Remove($key)
            }
            elseif ($isOpen) { $notified += $_.ApplicationNumber }
            elseif ("$($_.State)" -in 'Registered', 'OppositionPending') {
                $registered += $_.ApplicationNumber
                if ($before.DueKind -ne 'Response') { $facts[$key].DueKind, $facts[$key].DueDate = $before.DueKind, $before.DueDate }
            }
            else { $missing.Remove($key) }
        }
        Add-Problem $law $problems

        # Then the next annuity of what is registered.
        $registered | & "Get-Jpo$($law)Registration" -ErrorAction SilentlyContinue -ErrorVariable problems | ForEach-Object {
            $fact = $facts["$law $($_.ApplicationNumber)"]
            $fact.DueDate = $_.NextPensionPaymentDate
            $fact.DueKind = if ($law -eq 'Trademark') { 'Renewal' } else { 'Annuity' }
            $missing.Remove("$law $($_.ApplicationNumber)")
        }
        Add-Problem $law $problems

        # And the notices that are new and open, for the day until which they are to be answered.
        foreach ($number in $notified) {
            $key = "$law $number"
            $number | & "Get-Jpo$($law)Document" -ErrorAction SilentlyContinue -ErrorVariable problems | Where-Object DocumentNumber -EQ $facts[$key].Notice | ForEach-Object {
                $facts[$key].DueDate = $_.ResponseDueDate
                $facts[$key].DueKind = 'Response'
            }
            if ($problems) { Add-Problem $law $problems } else { $missing.Remove($key) }
        }
    }
}
finally {
    # --- Also when the run ends early: what is left for the next run, the table, the report, and what to compare with. ---

    $left = @($rows | Where-Object { $missing[$_.Key] -and $missing[$_.Key].Id -notin 'JpoNoData', 'JpoNotCovered' } | ForEach-Object { $_.Number } | Select-Object -Unique)
    if ($left) { Set-Content -LiteralPath $todoFile -Value $left -Encoding UTF8 }
    elseif (Test-Path -LiteralPath $todoFile) { Remove-Item -LiteralPath $todoFile }

    $report = @(foreach ($row in $rows) {
        $fact = $facts[$row.Key]
        $before = $last.Facts[$row.Key]
        $changes = @(
            if ($fact -and $before -and $fact.RetrievedAt -ne $before.RetrievedAt) {
                foreach ($name in 'State', 'Applicant', 'RegistrationNumber', 'LatestDocument', 'DueDate') {
                    $pair = foreach ($one in $before, $fact) {
                        $value = switch ($name) { 'State' { $words.State[$one.State] } 'DueDate' { Format-Day $one.DueDate } 'LatestDocument' { "$(Format-Day $one.LatestDate) $($one.LatestDocument)" } default { $one.$name } }
                        if ("$value".Trim()) { "$value".Trim() } else { $words.None }
                    }
                    if ($pair[0] -cne $pair[1]) { '{0}: {1} → {2}' -f $words.Column[$name], $pair[0], $pair[1] }
                }
            }
            elseif ($fact -and -not $before -and $last.RunAt) { $words.New }
        )
        [pscustomobject]@{
            Reference          = $row.Reference
            Law                = $words.Law[$row.Law]
            Number             = $row.Number
            Title              = $fact.Title
            Applicant          = $fact.Applicant
            State              = if ($fact) { $words.State[$fact.State] }
            FilingDate         = Format-Day $fact.FilingDate
            RegistrationNumber = $fact.RegistrationNumber
            LatestDate         = Format-Day $fact.LatestDate
            LatestDocument     = $fact.LatestDocument
            DueDate            = Format-Day $fact.DueDate
            DueKind            = if ($fact.DueDate) { $words.DueKind[$fact.DueKind] }
            DaysLeft           = if ($fact.DueDate) { ($fact.DueDate - $today).Days }
            Changes            = $changes
            RetrievedAt        = Format-Day $fact.RetrievedAt 'yyyy-MM-dd HH:mm'
            Problem            = if ($row.Problem) { $row.Problem } elseif ($missing[$row.Key]) { $missing[$row.Key].Text }
            Staff              = $row.Staff
        }
    })
    $due = @($report | Where-Object { $null -ne $_.DaysLeft -and $_.DaysLeft -le 3 * $DueDays } | Sort-Object DueDate, Reference)
    $changed = @($report | Where-Object Changes)
    $failed = @($report | Where-Object Problem)
    $columns = 'Reference', 'Law', 'Number', 'Title', 'Applicant', 'State', 'FilingDate', 'RegistrationNumber', 'LatestDate', 'LatestDocument', 'DueDate', 'DueKind', 'DaysLeft', 'Changes', 'RetrievedAt', 'Problem', 'Staff'

    $table = foreach ($one in $report) {
        $line = [ordered]@{}
        foreach ($name in $columns) { $line[$words.Column[$name]] = if ($one.$name -is [int]) { $one.$name } else { $one.$name -join ' / ' } }
        [pscustomobject]$line
    }

    # With the byte-order mark that Excel needs, and nothing that Excel would run as a formula.
    $csvFile = Join-Path $OutputFolder 'portfolio.csv'
    try { $table | Export-JpoCase -Path $csvFile -Force }
    catch {
        $elsewhere = Join-Path $OutputFolder ('portfolio-{0:yyyyMMdd-HHmmss}.csv' -f $now)
        $table | Export-JpoCase -Path $elsewhere -Force
        Write-Warning ($words.Locked -f $csvFile, $elsewhere)
        $csvFile = $elsewhere
    }

    $quota = @(Get-JpoQuota | Where-Object { $_.Used -gt 0 })
    $soon = @($due | Where-Object { $_.DaysLeft -le $DueDays })
    $facets = @(
        @{ Name = $words.Cases; Value = $report.Count; Class = '' }
        @{ Name = $words.Soon -f $DueDays; Value = $soon.Count; Class = if ($soon) { 'late' } }
        @{ Name = $words.Changed; Value = $changed.Count; Class = if ($changed) { 'news' } }
        @{ Name = $words.NotFetched; Value = $failed.Count; Class = if ($failed) { 'soon' } }
    )
    $subtitle = @(
        $words.AsOf -f (Format-Day $now 'yyyy-MM-dd HH:mm')
        if ($last.RunAt) { $words.Before -f (Format-Day $last.RunAt 'yyyy-MM-dd HH:mm') } else { $words.FirstRun }
        if ($connection.IsSandbox) { $words.Sandbox }
    ) | ForEach-Object { Protect-Text $_ }
    $html = @(
        "<!DOCTYPE html>`n<html lang=""$Language""><head><meta charset=""utf-8""><meta name=""viewport"" content=""width=device-width""><title>$(Protect-Text $words.Title)</title><style>"
        $style
        "</style></head><body><header><h1>$(Protect-Text $words.Title)</h1><p>$(-join ($subtitle | ForEach-Object { "<span>$_</span>" }))</p></header><div class=""facets"">"
        foreach ($facet in $facets) { '<div class="facet {0}"><b>{1}</b>{2}</div>' -f $facet.Class, $facet.Value, (Protect-Text $facet.Name) }
        "</div><section id=""due""><h2>$(Protect-Text $words.Due)</h2>"
        if ($due) { Get-TableHtml $due 'Reference', 'DueDate', 'Law', 'Number', 'Title', 'State', 'LatestDocument', 'Staff' } else { '<p>' + (Protect-Text ($words.NoDue -f (3 * $DueDays))) + '</p>' }
        "</section><section id=""changes""><h2>$(Protect-Text $words.Changed)</h2>"
        if ($changed) { Get-TableHtml $changed 'Reference', 'Law', 'Number', 'Title', 'Changes', 'Staff' } else { '<p>' + (Protect-Text $(if ($last.RunAt) { $words.NoChange } else { $words.FirstChange })) + '</p>' }
        "</section><section id=""problems""><h2>$(Protect-Text $words.NotFetched)</h2>"
        if ($failed) { Get-TableHtml $failed 'Reference', 'Law', 'Number', 'Title', 'Problem', 'RetrievedAt', 'Staff' } else { '<p>' + (Protect-Text $words.NoProblem) + '</p>' }
        "</section><section id=""all""><h2>$(Protect-Text $words.All)</h2>"
        Get-TableHtml $report 'Reference', 'Law', 'Number', 'Title', 'Applicant', 'State', 'RegistrationNumber', 'LatestDocument', 'DueDate', 'Staff'
        "</section><section id=""quota""><h2>$(Protect-Text $words.Quota)</h2><table><thead><tr>"
        foreach ($name in $words.Api, $words.Used, $words.Remaining, $words.Limit, '') { "<th>$(Protect-Text $name)</th>" }
        '</tr></thead><tbody>'
        foreach ($one in $quota) {
            '<tr><td>{0} {1}</td><td>{2}</td><td>{3}</td><td>{4}</td><td><span class="bar"><i style="width: {5}%"></i></span></td></tr>' -f $one.Number, (Protect-Text $one.Api), $one.Used, $one.Remaining, $one.Limit,
                [int](100 * [math]::Min(1, $one.Used / [math]::Max(1, $one.Limit)))
        }
        "</tbody></table><p><small>$(Protect-Text ($words.Resets -f (Format-Day $today.AddDays(1))))</small></p></section><footer>$(Protect-Text $words.Note)</footer></body></html>"
    ) -join "`n"
    $htmlFile = Join-Path $OutputFolder 'portfolio.html'
    [System.IO.File]::WriteAllText($htmlFile, $html, [System.Text.UTF8Encoding]::new($false))

    $kept = @{}
    foreach ($key in $facts.Keys) { if ($facts[$key]) { $kept[$key] = $facts[$key] } }
    @{ RunAt = $now; Facts = $kept } | Export-Clixml -LiteralPath "$lastFile.new" -Depth 5
    Move-Item -LiteralPath "$lastFile.new" -Destination $lastFile -Force
}

[pscustomobject]@{
    Cases      = $report.Count
    Due        = $soon.Count
    Changed    = $changed.Count
    NotFetched = $failed.Count
    Todo       = $left.Count
    Report     = $htmlFile
    Csv        = $csvFile
}
