BeforeDiscovery {
    . "$PSScriptRoot/Common.ps1"
    $script:isRecorded = Test-Path (Join-Path $Recordings 'patent_app_progress_2020123456.json')
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Import-TestModule
}

AfterAll { Disconnect-JpoApi }

Describe 'Get-JpoPatentProgress against what the live service sent' -Tag 'needs the recordings of the service beside the repository' -Skip:(-not $isRecorded) {
    BeforeAll {
        $script:server = Open-TestServer @('--recordings', $Recordings)
        $script:raw = (Get-Content (Join-Path $Recordings 'patent_app_progress_2020123456.json') -Raw | ConvertFrom-Json).result.data
        Connect-TestServer $server
        $script:case = Get-JpoPatentProgress 2020123456

        function ConvertTo-Day { param([string] $Text) if ($Text) { [datetime]::ParseExact($Text, 'yyyyMMdd', [cultureinfo]::InvariantCulture) } }
    }

    AfterAll { Close-TestServer $server }

    It 'gives one PatentProgress, with numbers and title as sent' {
        $case.GetType().FullName | Should -Be 'JpoPatent.PatentProgress'
        foreach ($name in 'ApplicationNumber', 'InventionTitle', 'RegistrationNumber', 'ErasureIdentifier') { $case.$name | Should -BeExactly $raw.$name }
        $case.PublicationNumber | Should -BeExactly $raw.ADPublicationNumber
        $case.PublicationNumber | Should -Match '^\d{10}$'
    }

    It 'gives "" as null' {
        foreach ($name in 'nationalPublicationNumber', 'internationalApplicationNumber', 'internationalPublicationNumber', 'internationalPublicationDate', 'disappearanceDate') {
            $raw.$name | Should -BeExactly '' -Because 'that is what this recording has'
            $null -eq $case.$name | Should -BeTrue -Because $name
        }
        $null -eq $case.ParentApplication | Should -BeTrue -Because 'an absent object came as {}'
    }

    It 'gives dates as days without a time zone' {
        foreach ($name in 'FilingDate', 'PublicationDate', 'RegistrationDate', 'ExpireDate') {
            $case.$name | Should -BeOfType datetime
            $case.$name | Should -Be (ConvertTo-Day $raw.$name)
            $case.$name.Kind | Should -Be 'Unspecified'
        }
    }

    It 'splits applicants and attorneys, in the order of the file' {
        $applicants = @($raw.applicantAttorney | Where-Object applicantAttorneyClass -eq '1')
        $attorneys = @($raw.applicantAttorney | Where-Object applicantAttorneyClass -eq '2')
        $attorneys.Count | Should -BeGreaterThan 1
        $case.Applicants.Name | Should -Be $applicants.name
        $case.Applicants.Code | Should -Be $applicants.applicantAttorneyCd
        $case.Attorneys.Name | Should -Be $attorneys.name
        $case.Attorneys.Code | Should -Be $attorneys.applicantAttorneyCd
    }

    It 'gives lists as lists, empty ones too' {
        , $case.PriorityRights | Should -BeOfType System.Collections.IEnumerable
        $case.PriorityRights.Count | Should -Be @($raw.priorityRightInformation).Count
        $null -eq $case.DivisionalApplications | Should -BeFalse
        $case.DivisionalApplications.Count | Should -Be 0
        $case.PriorityRights[0].NationalPriorityApplicationNumber | Should -Be $raw.priorityRightInformation[0].nationalPriorityApplicationNumber
        $case.PriorityRights[0].NationalPriorityDate | Should -Be (ConvertTo-Day $raw.priorityRightInformation[0].nationalPriorityDate)
        $null -eq $case.PriorityRights[0].ParisPriorityDate | Should -BeTrue
    }

    It 'gives every document of every group, with the number under which it is filed' {
        $documents = foreach ($group in $raw.bibliographyInformation) {
            foreach ($document in $group.documentList) { [pscustomobject]@{ Group = $group; Document = $document } }
        }
        $case.Documents.Count | Should -Be $documents.Count
        for ($i = 0; $i -lt $documents.Count; $i++) {
            $expected = $documents[$i].Document
            $given = $case.Documents[$i]
            $given.LegalDate | Should -Be (ConvertTo-Day $expected.legalDate)
            $given.DocumentCode | Should -BeExactly $expected.documentCode
            $given.DocumentDescription | Should -BeExactly $expected.documentDescription
            $given.NumberType | Should -BeExactly $documents[$i].Group.numberType
            $given.Number | Should -BeExactly $documents[$i].Group.number
            $given.IsAvailable | Should -Be ($expected.availabilityFlag -eq '1')
            $given.SizeOfDocument | Should -BeOfType long
            $given.SizeOfDocument | Should -Be ([long]$expected.sizeOfDocument)
            if ($expected.documentNumber -in 'BBBBBBBBBBB', '99999999999') { $given.DocumentNumber | Should -BeNullOrEmpty } else { $given.DocumentNumber | Should -BeExactly $expected.documentNumber }
        }
        $latest = $documents.Document | Sort-Object legalDate | Select-Object -Last 1
        $case.LatestDocument.LegalDate | Should -Be (ConvertTo-Day $latest.legalDate)
        $case.LatestDocument.DocumentCode | Should -Be $latest.documentCode
    }

    It 'takes a portfolio through Import-Csv and Export-Csv: three spellings of one case are one access' {
        $csv = Join-Path $TestDrive 'portfolio.csv'
        $out = Join-Path $TestDrive 'progress.csv'
        @"
整理番号,出願番号
P-1,特願２０２０－１２３４５６号
P-2,2020-123456
P-3,JP2020-123456
P-4,9999-999999
"@ | Set-Content $csv -Encoding utf8BOM
        Connect-TestServer $server
        $null = Send-TestControl $server reset
        Import-Csv $csv -Encoding utf8 | Get-JpoPatentProgress -ErrorVariable problems -ErrorAction SilentlyContinue |
            Select-Object ApplicationNumber, InventionTitle, FilingDate, RegistrationNumber | Export-Csv $out -NoTypeInformation -Encoding utf8BOM
        $rows = @(Import-Csv $out -Encoding utf8)
        $rows.ApplicationNumber | Should -Be '2020123456', '2020123456', '2020123456'
        $rows[0].InventionTitle | Should -BeExactly $raw.inventionTitle
        $rows[0].RegistrationNumber | Should -Be $raw.registrationNumber
        [datetime]::Parse($rows[0].FilingDate, [cultureinfo]::CurrentCulture) | Should -Be (ConvertTo-Day $raw.filingDate)
        (Get-TestLog $server).paths.'/api/patent/v1/app_progress/2020123456' | Should -Be 1
        (Get-JpoQuota patent/app_progress).Used | Should -Be (Get-TestLog $server).used.'patent/app_progress'
        $problems | ForEach-Object { $_.FullyQualifiedErrorId -replace ',.*' } | Select-Object -Unique | Should -BeIn 'JpoNoData', 'JpoInvalidNumber'
    }

    It 'gives a case the same face from the cache' {
        $again = Get-JpoPatentProgress 2020123456
        $again.FromCache | Should -BeTrue
        ($again | Select-Object * -ExcludeProperty FromCache, RetrievedAt | ConvertTo-Json -Depth 8) | Should -BeExactly ($case | Select-Object * -ExcludeProperty FromCache, RetrievedAt | ConvertTo-Json -Depth 8)
    }

    It 'survives Export-Clixml and ConvertTo-Json, without getters that fail' {
        $file = Join-Path $TestDrive 'case.xml'
        $case | Export-Clixml $file -Depth 5
        $back = Import-Clixml $file
        $back.ApplicationNumber | Should -Be $case.ApplicationNumber
        $back.FilingDate | Should -Be $case.FilingDate
        $back.Documents.Count | Should -Be $case.Documents.Count
        ($case | ConvertTo-Json -Depth 8 | ConvertFrom-Json).Documents.Count | Should -Be $case.Documents.Count
    }

    It 'reads a design as well' -Tag 'needs the recordings of the service beside the repository' -Skip:(-not (Test-Path (Join-Path $Recordings 'design_app_progress_2020015234.json'))) {
        $sent = (Get-Content (Join-Path $Recordings 'design_app_progress_2020015234.json') -Raw | ConvertFrom-Json).result.data
        $design = Get-JpoDesignProgress 意願2020-015234
        $design.GetType().FullName | Should -Be 'JpoPatent.DesignProgress'
        foreach ($name in 'ApplicationNumber', 'DesignArticle', 'DesignClass', 'RegistrationNumber') { $design.$name | Should -BeExactly $sent.$name }
        $design.RegistrationDate | Should -Be (ConvertTo-Day $sent.registrationDate)
        $null -eq $design.PrincipalDesignApplicationNumber | Should -BeTrue
        $null -eq $design.PublicationDate | Should -BeTrue
    }

    It 'keeps to the counter that the service sends' {
        $other = Open-TestServer @('--recordings', $Recordings, '--keep-counters')
        try {
            $c = Connect-TestServer $other @{ PassThru = $true }
            $null = Get-JpoPatentProgress 2020123456 -Connection $c
            $remaining = (Get-Content (Join-Path $Recordings 'patent_app_progress_2020123456.json') -Raw | ConvertFrom-Json).result.remainAccessCount
            $quota = Get-JpoQuota patent/app_progress -Connection $c
            $quota.Remaining | Should -Be ([int]$remaining)
            $quota.ObservedAt | Should -Not -BeNullOrEmpty
        }
        finally { Close-TestServer $other }
    }
}

Describe 'What binds to -ApplicationNumber' {
    BeforeAll {
        $script:server = Open-TestServer
        Connect-TestServer $server
        $script:expected = '2020000001', '2020000002'
    }

    AfterAll { Close-TestServer $server }

    BeforeEach { $null = Send-TestControl $server reset }

    It 'the column <_>' -ForEach 'ApplicationNumber', 'AppNo', '出願番号' {
        $csv = Join-Path $TestDrive 'one.csv'
        "Note,$_`nfirst,2020-1`nsecond,特願2020-000002号" | Set-Content $csv -Encoding utf8BOM
        (Import-Csv $csv -Encoding utf8 | Get-JpoPatentProgress).ApplicationNumber | Should -Be $expected
    }

    It 'an array as a parameter, named or not' {
        (Get-JpoPatentProgress $expected).ApplicationNumber | Should -Be $expected
        (Get-JpoPatentProgress -ApplicationNumber $expected).ApplicationNumber | Should -Be $expected
        (Get-JpoPatentProgress -AppNo $expected).ApplicationNumber | Should -Be $expected
    }

    It 'strings, numbers and lists from the pipeline' {
        ($expected | Get-JpoPatentProgress).ApplicationNumber | Should -Be $expected
        (2020000001, 2020000002 | Get-JpoPatentProgress).ApplicationNumber | Should -Be $expected
        (, $expected | Get-JpoPatentProgress).ApplicationNumber | Should -Be $expected
    }

    It 'our own objects: answers, and numbers that were read before' {
        $cases = Get-JpoPatentProgress $expected
        ($cases | Get-JpoPatentProgress).ApplicationNumber | Should -Be $expected
        ($expected | ConvertTo-JpoNumber -Kind Application -Law Patent | Get-JpoPatentProgress).ApplicationNumber | Should -Be $expected
        (Get-JpoPatentProgress (ConvertTo-JpoNumber 特願2020-000001)).ApplicationNumber | Should -Be $expected[0]
    }

    It 'objects with a property of that name' {
        ([pscustomobject]@{ ApplicationNumber = '特願2020-1' }, [pscustomobject]@{ AppNo = $expected[1] } | Get-JpoPatentProgress).ApplicationNumber | Should -Be $expected
        ([pscustomobject]@{ 出願番号 = $expected } | Get-JpoPatentProgress).ApplicationNumber | Should -Be $expected
    }

    It 'lines of a file' {
        $file = Join-Path $TestDrive 'todo.txt'
        $expected | Set-Content $file
        (Get-Content $file | Get-JpoPatentProgress).ApplicationNumber | Should -Be $expected
    }

    It 'and a row without its number does not vanish in silence' {
        $null = [pscustomobject]@{ ApplicationNumber = '' }, [pscustomobject]@{ ApplicationNumber = $null } | Get-JpoPatentProgress -ErrorVariable problems -ErrorAction SilentlyContinue
        @($problems | Where-Object { $_.FullyQualifiedErrorId -like 'JpoInvalidNumber,*' }).Count | Should -Be 2
        Get-TestCallCount $server | Should -Be 0
    }
}

Describe 'The cache' {
    BeforeAll {
        $script:server = Open-TestServer
        Connect-TestServer $server
    }

    AfterAll { Close-TestServer $server }

    BeforeEach { $null = Send-TestControl $server reset }

    It 'answers a second question, in any spelling, without an access, and says so' {
        $first = Get-JpoPatentProgress 2020000001
        $all = Get-JpoPatentProgress 特願２０２０－０００００１号 -Verbose 4>&1
        $second = $all | Where-Object { $_ -is [JpoPatent.PatentProgress] }
        $first.FromCache | Should -BeFalse
        @($all | Where-Object { $_ -isnot [JpoPatent.PatentProgress] -and $_.Message -match 'answered from the cache.*no access spent' }).Count | Should -Be 1
        $second.FromCache | Should -BeTrue
        $second.RetrievedAt | Should -Be $first.RetrievedAt
        Get-TestCallCount $server | Should -Be 1
    }

    It 'tells when an answer was retrieved, in Japan''s time' {
        $answer = Get-JpoPatentProgress 2020000002
        $answer.RetrievedAt | Should -BeOfType System.DateTimeOffset
        $answer.RetrievedAt.Offset | Should -Be ([timespan]::FromHours(9))
        [math]::Abs(($answer.RetrievedAt - [System.DateTimeOffset]::Now).TotalSeconds) | Should -BeLessThan 10
    }

    It 'is passed over with -NoCache, and the new answer replaces the old' {
        $first = Get-JpoPatentProgress 2020000003
        Start-Sleep -Milliseconds 20
        $fresh = Get-JpoPatentProgress 2020000003 -NoCache
        $fresh.FromCache | Should -BeFalse
        $fresh.RetrievedAt | Should -BeGreaterThan $first.RetrievedAt
        $third = Get-JpoPatentProgress 2020000003
        $third.FromCache | Should -BeTrue
        $third.RetrievedAt | Should -Be $fresh.RetrievedAt
        Get-TestCallCount $server | Should -Be 2
    }

    It 'keeps empty answers too' {
        foreach ($time in 1..2) { $null = Get-JpoPatentProgress 2020999999 -ErrorVariable problem -ErrorAction SilentlyContinue; $problem[0].FullyQualifiedErrorId | Should -BeLike 'JpoNoData,*' }
        Get-TestCallCount $server | Should -Be 1
    }

    It 'keeps no errors' {
        $null = Send-TestControl $server fault @{ code = '999' }
        $null = Get-JpoPatentProgress 2020000004 -ErrorAction SilentlyContinue
        (Get-JpoPatentProgress 2020000004).FromCache | Should -BeFalse
    }

    It 'keeps the simple answer apart from the full one' {
        $null = Get-JpoPatentProgress 2020000005
        $simple = Get-JpoPatentProgress 2020000005 -Simple
        $simple.FromCache | Should -BeFalse
        (Get-TestLog $server).apis.'patent/app_progress_simple' | Should -Be 1
    }

    It 'is there for another process, too' {
        $state = Get-StatePath
        $c = Connect-TestServer $server @{ StatePath = $state; PassThru = $true }
        $null = Get-JpoPatentProgress 2020000006 -Connection $c
        $seen = Invoke-FreshShellJson -Environment @{ JPO_API_USERNAME = $UserName; JPO_API_PASSWORD = $Password } {
            param($module, $base, $state)
            Import-Module $module
            Connect-JpoApi -BaseUri $base -StatePath $state -RequestsPerMinute 0
            [ordered]@{ FromCache = (Get-JpoPatentProgress 2020000006).FromCache; Used = (Get-JpoQuota patent/app_progress).Used } | ConvertTo-Json
        } $ModulePath, $server.BaseUri, $state
        $seen.FromCache | Should -BeTrue
        $seen.Used | Should -BeGreaterThan 0
        Get-TestCallCount $server | Should -Be 1
    }
}

Describe 'Select-Object -First' {
    It 'stops asking' {
        $server = Open-TestServer
        try {
            Connect-TestServer $server
            $one = Get-TestNumber 50 | Get-JpoPatentProgress | Select-Object -First 1
            $one.ApplicationNumber | Should -Be '2020000001'
            Get-TestCallCount $server | Should -Be 1
            $two = Get-JpoPatentProgress (Get-TestNumber 50 -From 100) | Select-Object -First 2
            $two.Count | Should -Be 2
            Get-TestCallCount $server | Should -Be 3
            (Get-JpoQuota patent/app_progress).Used | Should -Be 3
        }
        finally { Close-TestServer $server }
    }
}
