BeforeDiscovery {
    # 7.4 has loaders of its own for formats and for cmdlets by their class.
    $script:shells = @('this shell') + @('pwsh-7.4' | Where-Object { Get-Command $_ -CommandType Application -ErrorAction SilentlyContinue })
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"

    # All that the module says to a user in one run, told in the language of the first argument.
    $script:talk = {
        [cultureinfo]::CurrentUICulture = $args[0]
        Import-Module $args[1]
        $state = $args[2]
        $ErrorActionPreference = 'SilentlyContinue'
        $said = [ordered]@{ Culture = $PSUICulture }

        try { Get-JpoPatentProgress 2020-123456 }
        catch { $said.NotConnected = $_.ErrorDetails.Message; $said.NotConnectedAction = $_.ErrorDetails.RecommendedAction; $said.NotConnectedId = $_.FullyQualifiedErrorId }

        try { Connect-JpoApi -BaseUri 'http://example.invalid' -Credential ([pscredential]::new('loopback-01', [System.Net.NetworkCredential]::new('', 'x').SecurePassword)) }
        catch { $said.Address = $_.ErrorDetails.Message }

        $verbose = Connect-JpoApi -Sandbox -StatePath $state -RequestsPerMinute 0 -OpdRequestsPerMinute 0 -QuotaWarningPercent 99 -Verbose 4>&1
        $said.Verbose = "$verbose"

        $null = Get-JpoPatentProgress 20208423 -ErrorVariable problem
        $said.InvalidNumber = $problem[0].ErrorDetails.Message
        $said.InvalidNumberAction = $problem[0].ErrorDetails.RecommendedAction
        $said.InvalidNumberId = $problem[0].FullyQualifiedErrorId
        $null = ConvertTo-JpoNumber 123456 -ErrorVariable problem
        $said.Ambiguous = $problem[0].ErrorDetails.Message
        $null = Get-JpoPatentProgress 2020-999999 -ErrorVariable problem -WarningAction SilentlyContinue
        $said.NoData = $problem[0].ErrorDetails.Message
        $null = Get-JpoQuota nosuch/api -ErrorVariable problem
        $said.NoSuchApi = $problem[0].ErrorDetails.Message

        $cases = @(1..9 | ForEach-Object { '特願2019-{0:000000}' -f ($_ * 997) } | Get-JpoPatentProgress -WarningVariable warned -WarningAction SilentlyContinue)
        $said.Warning = "$($warned[0])"
        Set-JpoQuotaLimit patent/case_number_reference 1
        $null = $cases | Get-JpoPatentNumber -ErrorVariable problem -WarningAction SilentlyContinue
        $said.QuotaExhausted = $problem[0].ErrorDetails.Message
        $said.QuotaExhaustedId = $problem[0].FullyQualifiedErrorId
        $said.Unprocessed = $problem[0].TargetObject.Unprocessed.Count

        $document = @($cases | Get-JpoPatentDocument -WarningAction SilentlyContinue)[0]
        $null = $document | Save-JpoDocument -Path "$state-d" -Format Html
        $said.Html = Get-Content -Raw -Encoding utf8 (Get-ChildItem "$state-d")[0].FullName
        $null = New-JpoSupportReport "$state-r.txt"
        $said.Report = Get-Content -Raw -Encoding utf8 "$state-r.txt"

        $said.Table = $cases | Out-String -Width 120
        $said.List = $cases[0] | Format-List | Out-String -Width 120
        $said.NumberList = ConvertTo-JpoNumber 特願2020-123456 | Format-List | Out-String -Width 120
        $said.QuotaTable = Get-JpoQuota patent/app_progress | Out-String -Width 120
        $said.State = "$($cases[0].State)"
        $said.Tooltip = (TabExpansion2 'Get-JpoQuota patent/app_progress_s' -cursorColumn 34).CompletionMatches[0].ToolTip
        $said | ConvertTo-Json
    }

    function Get-Talk {
        param([string] $Culture, [string] $Shell = 'this shell')

        $start = if ($Shell -eq 'this shell') { $ThisShell } else { $Shell }
        Invoke-FreshShellJson $script:talk -Shell $start -ArgumentList $Culture, $ModulePath, (Get-StatePath)
    }
}

Describe 'Words in <_>' -ForEach $shells {
    BeforeAll {
        $script:ja = Get-Talk 'ja-JP' $_
        $script:en = Get-Talk 'en-US' $_
    }

    It 'a Japanese shell gets <Key> in Japanese, an English one in English' -ForEach @(
        @{ Key = 'NotConnected'; Japanese = '接続されていません'; English = 'not connected' }
        @{ Key = 'NotConnectedAction'; Japanese = '先に接続してください'; English = 'Connect first' }
        @{ Key = 'Address'; Japanese = 'https:// で始まるアドレス'; English = 'must start with https' }
        @{ Key = 'Verbose'; Japanese = 'ログインしています'; English = 'logging in as' }
        @{ Key = 'InvalidNumber'; Japanese = '10桁の数字ではありません'; English = 'not ten digits' }
        @{ Key = 'InvalidNumberAction'; Japanese = '種類を付けて番号'; English = 'with its kind' }
        @{ Key = 'Ambiguous'; Japanese = '意匠の登録番号'; English = 'a design registration number' }
        @{ Key = 'NoData'; Japanese = '特願2020-999999 に該当するデータがありません（API 1-1 patent/app_progress、107）'; English = 'has no data for' }
        @{ Key = 'NoSuchApi'; Japanese = '名前のAPIはありません'; English = 'There is no API named' }
        @{ Key = 'Warning'; Japanese = '本日の残りアクセス数は800回中'; English = 'of 800 accesses left today' }
        @{ Key = 'QuotaExhausted'; Japanese = '8件の入力は未処理です'; English = '8 inputs were not asked for' }
        @{ Key = 'Html'; Japanese = '<dt>応答期限</dt>'; English = '<dt>Answer due</dt>' }
        @{ Key = 'Report'; Japanese = '本日使用したアクセス数'; English = 'Limits used today' }
        @{ Key = 'Tooltip'; Japanese = '利用上限は1日800回'; English = '800 accesses per day' }
        @{ Key = 'QuotaTable'; Japanese = '利用上限: 国内'; English = 'Limits: Domestic' }
    ) {
        $ja.$Key | Should -Match ([regex]::Escape($Japanese))
        $ja.$Key | Should -Not -Match ([regex]::Escape($English))
        $en.$Key | Should -Match ([regex]::Escape($English))
        $en.$Key | Should -Not -Match ([regex]::Escape($Japanese))
    }

    It 'headings and words of values are Japanese in a Japanese shell' {
        $fiction, $header = @($ja.Table -split '\r?\n' | Where-Object { $_.Trim() })[0, 1]
        $fiction | Should -Be 'サンドボックス（架空の案件）'
        $header.TrimEnd() -split '\s+' | Should -Be '出願番号', '名称', '状態', '最新書類日', '書類名', '出願日', '登録番号', '出願人'
        $ja.List | Should -Match '(?m)^出願番号\s+: 2019'
        $ja.List | Should -Match '(?m)^状態\s+: (出願済|公開済|審査請求済|拒絶理由通知済|応答済|拒絶査定|特許査定|登録|権利消滅|存続期間満了|みなし取下げ|不明).*\r?$'
        $ja.List | Should -Not -Match '(?m)^[A-Za-z]+\s+:'
        $ja.NumberList | Should -Match '(?m)^法域\s+: 特許'
        $en.List | Should -Match '(?m)^ApplicationNumber\s+: 2019'
        $en.NumberList | Should -Match '(?m)^Law\s+: Patent'
        $fiction, $header = @($en.Table -split '\r?\n' | Where-Object { $_.Trim() })[0, 1]
        $fiction | Should -Be 'Sandbox: made-up cases'
        $header | Should -Match '^Application\s+Title\s+State\s+Latest\s+Document\s+Filed\s+Reg. no.\s+Applicant'
    }

    It 'what scripts rely on is the same in both languages: <_>' -ForEach 'NotConnectedId', 'InvalidNumberId', 'QuotaExhaustedId', 'Unprocessed', 'State' {
        $ja.$_ | Should -Not -BeNullOrEmpty
        $ja.$_ | Should -Be $en.$_
    }

    It 'in English the service''s own Japanese words follow what they mean' {
        $en.NoData | Should -Match 'has no data for 2020999999 \(107\)\. In the service''s own words: \S*該当するデータ'
        $ja.NoData | Should -Not -Match '[A-Za-z]{4,} [a-z]{2,}'
    }
}

Describe 'Other languages' {
    It 'a German shell gets English' {
        $de = Get-Talk 'de-DE'
        $de.Culture | Should -Be 'de-DE'
        $de.InvalidNumber | Should -Match 'not ten digits'
        $de.List | Should -Match '(?m)^ApplicationNumber\s+: 2019'
    }

    It 'the language is the one that the machine is set to' -Tag 'needs Unix' -Skip:$IsWindows {
        $said = Invoke-FreshShellJson {
            Import-Module $args[0]
            $null = ConvertTo-JpoNumber 20208423 -ErrorAction SilentlyContinue -ErrorVariable problem
            @{ Culture = $PSUICulture; Message = $problem[0].ErrorDetails.Message } | ConvertTo-Json
        } -ArgumentList $ModulePath -Environment @{ LANG = 'ja_JP.UTF-8'; LC_ALL = 'ja_JP.UTF-8' }
        $said.Culture | Should -Be 'ja-JP'
        $said.Message | Should -Match '10桁'
    }

    It 'a script that changes the language gets the messages of the new one at once' {
        $said = Invoke-FreshShellJson {
            Import-Module $args[0]
            Connect-JpoApi -Sandbox -StatePath $args[1] -RequestsPerMinute 0
            $messages = foreach ($culture in 'en-US', 'ja-JP', 'en-US') {
                [cultureinfo]::CurrentUICulture = $culture
                $null = Get-JpoPatentProgress 2020-999999 -NoCache -ErrorAction SilentlyContinue -ErrorVariable problem
                $problem[0].ErrorDetails.Message
            }
            ConvertTo-Json $messages
        } -ArgumentList $ModulePath, (Get-StatePath) -Environment @{ LANG = 'en_US.UTF-8' }
        $said[0] | Should -Match 'has no data'
        $said[1] | Should -Match '該当するデータがありません'
        $said[2] | Should -Match 'has no data'
    }

    It 'the few words that the module needs before its assemblies are there in both languages' {
        $module = Split-Path $ModulePath
        $words = foreach ($culture in 'en-US', 'ja-JP') {
            Import-LocalizedData -BindingVariable found -BaseDirectory $module -FileName 'JpoPatent.Resources.psd1' -UICulture $culture
            $found
        }
        $words[1].Keys | Sort-Object | Should -Be ($words[0].Keys | Sort-Object)
        $words[0].ShellTooOld -f '7.2' | Should -Match 'needs Windows PowerShell 5.1.*7\.2'
        $words[1].ShellTooOld -f '7.2' | Should -Match '以降が必要です.*7\.2'
    }
}

Describe 'Views in two languages' {
    BeforeAll {
        $module = Split-Path $ModulePath
        $script:english = [xml](Get-Content -Raw -Encoding utf8 "$module/JpoPatent.format.ps1xml")
        $script:japanese = [xml](Get-Content -Raw -Encoding utf8 "$module/ja-JP/JpoPatent.format.ps1xml")

        # The property or script that an item shows, whatever words it is shown in.
        function Get-Shown {
            param($Item)

            $text = if ($Item.PropertyName) { $Item.PropertyName } else { $Item.ScriptBlock }
            $text -replace '^\[JpoPatent\.JpoView\]::(Word|Day|Moment)\(\$_\.(\w+)(?:, \$_\.Law)?\)$', '$2' -replace "^\[JpoPatent\.JpoView\]::Code\('\w+', \`$_\.(\w+)\)$", '$1'
        }

        function Get-Outline {
            param([xml] $Views)

            foreach ($view in $Views.Configuration.ViewDefinitions.View) {
                $kind = if ($view.TableControl) { 'table' } else { 'list' }
                $items = if ($view.TableControl) { $view.TableControl.TableRowEntries.TableRowEntry.TableColumnItems.TableColumnItem } else { $view.ListControl.ListEntries.ListEntry.ListItems.ListItem }
                '{0} {1}: {2}' -f $kind, $view.ViewSelectedBy.TypeName, (($items | ForEach-Object { Get-Shown $_ }) -join ' | ')
            }
        }
    }

    It 'the Japanese file has every view of the English one with the same columns and items' {
        $expected = @(Get-Outline $english)
        $actual = @(Get-Outline $japanese)
        $expected.Count | Should -BeGreaterThan 40
        $actual[0..($expected.Count - 1)] | Should -Be $expected
    }

    It 'every heading is Japanese, or an abbreviation' {
        $labels = @($japanese.SelectNodes('//Label').InnerText)
        $labels.Count | Should -BeGreaterThan 300
        $labels | Where-Object { $_ -notmatch '[\u3000-\u30FF\u4E00-\u9FFF]' } | Select-Object -Unique | Sort-Object | Should -Be 'API', 'ID', 'IPC'
    }

    It 'every type with a table has a list in Japanese, with all its properties' {
        Import-TestModule
        $tables = @($japanese.SelectNodes('//View[TableControl]/ViewSelectedBy/TypeName').InnerText | Select-Object -Unique)
        foreach ($name in $tables) {
            # Of a case every property is added, the user's own first: no view knows them all.
            if ($name -eq 'JpoPatent.JpoCase') { ($name -as [type]).GetProperties() | Should -BeNullOrEmpty; continue }
            $items = @($japanese.SelectNodes("//View[ListControl][ViewSelectedBy/TypeName='$name']//ListItem"))
            $items.Count | Should -BeGreaterThan 0 -Because $name
            $shown = $items | ForEach-Object { "$($_.PropertyName) $($_.ScriptBlock)" }
            if ($english.SelectSingleNode("//View[ListControl]/ViewSelectedBy[TypeName='$name']")) { continue }
            foreach ($property in ($name -as [type]).GetProperties().Name) { @($shown -match "\b$property\b").Count | Should -BeGreaterThan 0 -Because "$name.$property" }
        }
    }
}

Describe 'Import and removal in a Japanese shell' {
    It 'imports twice, with -Force and after removal without a word, and leaves nothing behind' {
        $said = Invoke-FreshShellJson {
            [cultureinfo]::CurrentUICulture = 'ja-JP'
            $manifest = $args[0]
            function Get-ViewCount { @([runspace]::DefaultRunspace.InitialSessionState.Formats.FileName -match 'JpoPatent').Count }
            function Get-Header { @((ConvertTo-JpoNumber 特願2020-123456 | Out-String) -split '\r?\n' | Where-Object { $_.Trim() })[0].Split(' ')[0] }

            $said = [ordered]@{ Before = Get-ViewCount }
            Import-Module $manifest; $said.First = Get-ViewCount
            Import-Module $manifest; $said.Again = Get-ViewCount
            Import-Module $manifest -Force; $said.Forced = Get-ViewCount; $said.ForcedHeader = Get-Header
            Remove-Module JpoPatent; $said.Removed = Get-ViewCount
            Import-Module $manifest; $said.Back = Get-ViewCount; $said.BackHeader = Get-Header
            Remove-Module JpoPatent
            [cultureinfo]::CurrentUICulture = 'en-US'
            Import-Module $manifest; $said.EnglishHeader = Get-Header
            $said.Errors = $Error.Count
            $said | ConvertTo-Json
        } -ArgumentList $ModulePath
        $said.Before | Should -Be 0
        $said.First | Should -Be 2
        $said.Again | Should -Be 2
        $said.Forced | Should -Be 2
        $said.ForcedHeader | Should -Be '種別'
        $said.Removed | Should -Be 0
        $said.Back | Should -Be 2
        $said.BackHeader | Should -Be '種別'
        $said.EnglishHeader | Should -Be 'Kind'
        $said.Errors | Should -Be 0
    }

    It 'an English shell loads the English views alone, and no module besides' {
        $said = Invoke-FreshShellJson {
            [cultureinfo]::CurrentUICulture = 'en-US'
            Import-Module $args[0]
            $modules = (Get-Module).Name
            @{ Views = @([runspace]::DefaultRunspace.InitialSessionState.Formats.FileName -match 'JpoPatent').Count; Utility = $modules -contains 'Microsoft.PowerShell.Utility' } | ConvertTo-Json
        } -ArgumentList $ModulePath
        $said.Views | Should -Be 1
        $said.Utility | Should -BeFalse
    }
}
