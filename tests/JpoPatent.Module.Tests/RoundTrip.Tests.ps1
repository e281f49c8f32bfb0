BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Import-TestModule
    Connect-JpoApi -Sandbox -StatePath (Get-StatePath) -RequestsPerMinute 0 -OpdRequestsPerMinute 0
    $patents = @(1..24 | ForEach-Object { '特願2019-{0:000000}' -f ($_ * 997) } | Get-JpoPatentProgress -ErrorAction SilentlyContinue)
    $designs = @(1..8 | ForEach-Object { '意願2020-{0:000000}' -f ($_ * 97) } | Get-JpoDesignProgress -ErrorAction SilentlyContinue)
    $trademarks = @(1..8 | ForEach-Object { '商願2020-{0:000000}' -f ($_ * 97) } | Get-JpoTrademarkProgress -ErrorAction SilentlyContinue)
    $silent = @{ ErrorAction = 'SilentlyContinue'; WarningAction = 'SilentlyContinue' }

    # A list, yesterday and today, and what a watch says of it.
    $list = @(1..6 | ForEach-Object { [pscustomobject]@{ 整理番号 = "P-$_"; 出願番号 = '特願2023-{0:000000}' -f (100000 + 37 * $_); 担当 = '佐藤' } })
    $cases = @($list | Get-JpoCase @silent)
    $then = $cases[0] | Select-Object *
    $then.State = 'Unknown'
    $changes = @(Compare-JpoCase -Reference $then -Difference $cases[0] @silent)
    $watch = @{ Path = Join-Path $TestDrive 'watch.jsonl' }
    $nights = @(foreach ($day in '2024-06-01', '2025-06-01', '2026-06-01') {
        $connection = Connect-JpoApi -Sandbox -SandboxDate $day -StatePath (Get-StatePath) -RequestsPerMinute 0 -NoDefault
        $list | Update-JpoWatch -Connection $connection @watch @silent
    })
    $watchChanges = @(Get-JpoWatchChange @watch | Sort-Object Kind -Unique)
    $watchCases = @(Get-JpoWatchCase @watch)
    $connection = Connect-JpoApi -Sandbox -SandboxDate 2026-06-02 -StatePath (Get-StatePath) -RequestsPerMinute 0 -NoDefault
    $watchPlan = @(Get-JpoWatchPlan -Connection $connection @watch)

    # One or more objects of each kind that a command gives, or that one of these holds.
    $script:objects = @(
        $patents[0..2]; $designs[0]; $trademarks[0]
        @($patents | Get-JpoPatentRegistration @silent)[0]; @($designs | Get-JpoDesignRegistration @silent)[0]; @($trademarks | Get-JpoTrademarkRegistration @silent)[0]
        $patents[0] | Get-JpoPatentNumber @silent; @($patents | Get-JpoPatentPriority @silent)[0]; @($patents | Get-JpoPatentDivisional @silent)[0]
        @($patents | Get-JpoPatentCitation @silent)[0]; @($patents | Get-JpoPatentDocument @silent)[0]; @($patents | Get-JpoDueDate @silent)[0]
        $patents[0].Documents[0]; $patents[0].BibliographyInformation[0]; $patents[0].Applicants[0]; $patents[0].Applicants[0] | Get-JpoApplicant; $trademarks[0].GoodsServices[0]
        $patents[0] | Get-JpoPatentUrl; @($patents | Get-JpoOpdFamily @silent)[0]; @($patents | Get-JpoOpdDocumentList @silent)[0]; @($patents | Get-JpoOpdCitation @silent)[0]
        Get-JpoQuota patent/app_progress; Measure-JpoQuota patent/app_progress -Count 50; ConvertTo-JpoNumber 特願2020-123456
        $cases[0]; @($cases | Get-JpoDueDate @silent)[0]; $changes[0]; @($watchPlan)[0]; $nights[-1]; $watchChanges; @($watchCases)[0]
    ) | Where-Object { $null -ne $_ }
    $script:kinds = @($objects | ForEach-Object { $_.PSObject.TypeNames[0] } | Select-Object -Unique)

    # What the columns of the table that belongs to an object show of it.
    function Get-Shown {
        param($Object, [string] $TypeName)

        $control = @((Get-FormatData -TypeName $TypeName).FormatViewDefinition.Control | Where-Object { $_ -is [System.Management.Automation.TableControl] })[0]
        foreach ($column in $control.Rows[0].Columns) {
            $entry = $column.DisplayEntry
            $value = if ($entry.ValueType -eq 'Property') { $Object.($entry.Value) } else { $Object | ForEach-Object ([scriptblock]::Create($entry.Value)) }
            if ($value -is [datetime]) { $value.ToString('yyyy-MM-dd', [cultureinfo]::InvariantCulture) } elseif ($value -is [System.Collections.IEnumerable] -and $value -isnot [string]) { @($value | ForEach-Object { "$_" }) -join '; ' } else { "$value" }
        }
    }
}

AfterAll { Disconnect-JpoApi }

Describe 'Objects on their way' {
    It 'there are objects of all kinds' {
        $kinds.Count | Should -BeGreaterThan 28
        foreach ($kind in 'JpoCase', 'JpoDueDate', 'JpoCaseChange', 'JpoWatchNight', 'JpoWatchChange', 'JpoWatchPlanEntry') { $kinds | Should -Contain "JpoPatent.$kind" }
    }

    It 'no column of a CSV file is the name of a type' {
        foreach ($object in $objects) {
            $object | ConvertTo-Csv -NoTypeInformation | Should -Not -Match 'System\.|JpoPatent\.\w|`1\[|Object\[\]' -Because $object.PSObject.TypeNames[0]
        }
    }

    It 'JSON has words for what are words, not numbers' {
        foreach ($progress in $patents[0], $designs[0], $trademarks[0]) {
            $json = $progress | ConvertTo-Json -Depth 4 -WarningAction SilentlyContinue | ConvertFrom-Json
            $json.State | Should -Be "$($progress.State)"
            $json.Law | Should -Be "$($progress.Law)"
            $json.DisplayNumber | Should -Be $progress.DisplayNumber
            @($json.Applicants)[0].Name | Should -Be $progress.Applicants[0].Name
        }
    }

    It 'a file of Export-Clixml, and what a job gives, have all that a table shows' {
        $file = Join-Path $TestDrive 'objects.xml'
        foreach ($object in $objects) {
            $name = $object.PSObject.TypeNames[0]
            $expected = @(Get-Shown $object $name)
            $object | Export-Clixml $file
            $fromFile = Import-Clixml $file
            $fromFile.PSObject.TypeNames | Should -Contain "Deserialized.$name"
            @(Get-Shown $fromFile $name) | Should -Be $expected -Because "$name, from a file"
            $fromJob = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($object, 1))
            @(Get-Shown $fromJob $name) | Should -Be $expected -Because "$name, from a job"
        }
    }

    It 'the shell is told of every enumeration that an object has, and of every answer with a list' {
        $types = @((Get-Command -Module JpoPatent).OutputType.Type | Where-Object Namespace -EQ 'JpoPatent' | Select-Object -Unique)
        $types.Count | Should -BeGreaterThan 25
        foreach ($type in $types) {
            $properties = $type.GetProperties().PropertyType | Where-Object { $_ } | ForEach-Object { $inner = [Nullable]::GetUnderlyingType($_); if ($inner) { $inner } else { $_ } }
            foreach ($enumeration in $properties | Where-Object IsEnum | Where-Object Namespace -EQ 'JpoPatent') {
                (Get-TypeData $enumeration.FullName).SerializationMethod | Should -Be 'String' -Because "$enumeration of $type"
            }
            $lists = @($properties | Where-Object { $_.IsGenericType -and "$($_.GenericTypeArguments[0].Namespace)" -eq 'JpoPatent' })
            if ($lists -and $type.GetProperty('RetrievedAt')) { (Get-TypeData $type.FullName).SerializationDepth | Should -Be 2 -Because "$($type.Name) has a list and stands in JpoTypeData.cs" }
        }
    }

    It 'Compare-Object tells a case from another one, and a patent from a design' {
        @(Compare-Object $patents[0] $patents[1]).Count | Should -Be 2
        @(Compare-Object $patents[0] $designs[0]).Count | Should -Be 2
        Compare-Object $patents[0] $patents[0] | Should -BeNullOrEmpty
    }

    It 'a table shows days of the Gregorian calendar in <_>' -ForEach 'th-TH', 'ja-JP', 'en-US' {
        $was = [cultureinfo]::CurrentCulture
        try {
            $culture = [cultureinfo]::new($_)
            if ($_ -eq 'ja-JP') { $culture.DateTimeFormat.Calendar = [System.Globalization.JapaneseCalendar]::new() }
            [cultureinfo]::CurrentCulture = $culture
            $table = $patents[0] | Format-Table | Out-String -Width 120
            $list = $patents[0] | Format-List | Out-String -Width 120
        }
        finally { [cultureinfo]::CurrentCulture = $was }
        $table | Should -Match '\s2019-\d\d-\d\d\s'
        $list | Should -Match 'FilingDate\s+: 2019-\d\d-\d\d'
        $list | Should -Not -Match '25\d\d-\d\d-\d\d'
    }
}
